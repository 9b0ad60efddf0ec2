"""Asking a service on the internet, or on this laptop, where an address is.

Only for businesses whose owner said yes to it, and only where a person asked for it. What is
sent is the street line and the town, never a name.
"""
