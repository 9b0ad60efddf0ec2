"""Bringing a list in."""
