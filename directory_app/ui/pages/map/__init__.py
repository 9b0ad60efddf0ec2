"""The map of businesses."""
