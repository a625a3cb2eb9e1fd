"""Two texts in one document, with tracked changes from one to the other."""
