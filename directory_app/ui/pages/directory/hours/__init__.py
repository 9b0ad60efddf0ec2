"""The form of opening hours."""
