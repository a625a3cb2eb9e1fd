"""What changed between two periods: the figures, the communes, and the words for both. Pure; nothing is read."""
