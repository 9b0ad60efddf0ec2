"""Fields in which one picks out of many by typing."""
