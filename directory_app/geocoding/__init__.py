"""An address becomes a place, offline."""
