"""Consent in the window: the conversation, who to ask, recall lists, withdrawal."""
