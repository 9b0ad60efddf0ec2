"""Parts of the events page: the form, and the businesses near an event."""
