"""Text to runs, shaped glyphs, lines and PDF operators: our own small typesetter.

``style`` says how a text looks, ``lines`` measures and wraps, ``shaping`` makes glyphs,
``fonts`` knows which file has a character, ``bidi`` the order on the line.
"""

from directory_app.guides.typesetting.lines import ink, measure, missing, wrap
from directory_app.guides.typesetting.shaping import Style, set_line

__all__ = ["Style", "ink", "measure", "missing", "set_line", "wrap"]
