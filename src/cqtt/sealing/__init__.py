"""The seal of a signed period: what it holds, whether it still fits the files, and what was changed since."""
