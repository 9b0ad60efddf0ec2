"""The guides for people who use the program."""
