"""The main window: welcome, lock, mending and what it does when nobody is there."""
