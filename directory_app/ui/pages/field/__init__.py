"""Handing out a directory that can only print."""
