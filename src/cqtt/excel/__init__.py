"""Tables as an Excel file."""
