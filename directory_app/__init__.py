"""Puertas: a desktop directory of immigrant-owned restaurants and stores."""

__version__ = "0.1.0"
