"""Qt, and only here.

What needs no Qt is imported first: PySide looks into the source of every module that is
imported after it, which costs a start some 15 ms.
"""

from directory_app import paths, progress, settings
from directory_app.model import categories
from directory_app.store import browse, folder

__all__ = ["browse", "categories", "folder", "paths", "progress", "settings"]
