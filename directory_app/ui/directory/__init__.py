"""The parts of the Directory page: its table, search, filters and editor."""
