"""Events in words, and who is near to one."""
