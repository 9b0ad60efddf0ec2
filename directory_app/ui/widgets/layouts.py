"""Boxes that are filled as they are made: ``vbox(self, head, (self.stack, 1), foot)``."""

from typing import Any

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

#: Room that grows, among the parts of a box.
STRETCH = None
#: A widget or layout, alone or with its stretch and alignment; pixels of room; STRETCH.
Part = QWidget | QLayout | tuple[Any, ...] | int | None
Margins = tuple[int, int, int, int]
_NONE: Margins = (0, 0, 0, 0)


def vbox(
    parent: QWidget | None, *parts: Part, margins: Margins | None = _NONE, spacing: int | None = 0
) -> QVBoxLayout:
    """Parts under one another; None as margins or spacing leaves the style's own."""
    made = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    _fill(made, parts, margins, spacing)
    return made


def hbox(
    parent: QWidget | None, *parts: Part, margins: Margins | None = _NONE, spacing: int | None = 0
) -> QHBoxLayout:
    """Parts side by side."""
    made = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    _fill(made, parts, margins, spacing)
    return made


def _fill(
    box: QBoxLayout, parts: tuple[Part, ...], margins: Margins | None, spacing: int | None
) -> None:
    if margins is not None:
        box.setContentsMargins(*margins)
    if spacing is not None:
        box.setSpacing(spacing)
    for part in parts:
        if part is STRETCH:
            box.addStretch()
        elif isinstance(part, int):
            box.addSpacing(part)
        else:
            one, *how = part if isinstance(part, tuple) else (part,)
            (box.addLayout if isinstance(one, QLayout) else box.addWidget)(one, *how)
