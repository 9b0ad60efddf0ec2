"""The editor of one business, in sections."""
