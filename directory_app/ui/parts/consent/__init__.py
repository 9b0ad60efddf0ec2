"""Asking for consent, recording it, and taking it back."""
