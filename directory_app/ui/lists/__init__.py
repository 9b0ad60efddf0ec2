"""Saved lists: searches with a name, in the sidebar."""
