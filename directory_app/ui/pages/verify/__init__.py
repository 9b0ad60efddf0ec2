"""Checking entries, by telephone and from sheets."""
