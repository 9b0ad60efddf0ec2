"""Painted and composed widgets that pages share."""
