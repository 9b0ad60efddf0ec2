"""The history: who changed what, and one step taken back."""
