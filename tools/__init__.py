"""Tools of the developers; nothing of the program needs them."""
