"""What changed between two periods: the figures, the units, and the words for both. Pure; nothing is read."""
