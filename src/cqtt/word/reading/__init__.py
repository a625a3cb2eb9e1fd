"""Any .docx, as it will look: parts, styles, lists, sections and lines, read without trusting the file."""
