"""Calling owners, and typing in visit sheets."""
