"""Events and who is near to them."""
