"""Outlines, towns and pins become one display list, and that a picture or a page."""
