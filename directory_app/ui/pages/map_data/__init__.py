"""Streets and places that maps are drawn from."""
