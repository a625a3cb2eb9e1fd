"""What became of a report after it left the program: a file beside what the data say, and both texts in one."""
