"""How long the commands take, beside other ways to the same document and beside what no way can do without."""
