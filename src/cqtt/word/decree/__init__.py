"""The layout that Decree 30/2020/NĐ-CP asks of a document, as rules over what a Word file says: one rule, one code."""
