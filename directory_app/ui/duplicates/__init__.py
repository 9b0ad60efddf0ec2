"""Possible duplicates: which two may be one, and making one of them."""
