"""The directory: its table, its search and its filters."""
