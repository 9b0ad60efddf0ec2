"""Help inside: the guides for staff and for volunteers, in the language of the window."""
