"""Forms out, answers in: what a unit is asked for as a workbook, and what it sends back, read by keys."""
