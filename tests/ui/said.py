"""All that a widget says to eyes and ears, as text: to compare two windows with."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

_ROWS = 40
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
_ASKED = (
    "whole_text",
    "text",
    "title",
    "windowTitle",
    "placeholderText",
    "toPlainText",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
)


def _own(widget: QWidget) -> Iterator[str]:
    for name in _ASKED:
        ask = getattr(widget, name, None)
        said = ask() if callable(ask) else None
        if isinstance(said, str) and said:
            yield f"{name}={said}"


def _rows(model: QAbstractItemModel) -> Iterator[str]:
    # a list's own columnCount is private
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        head = model.headerData(column, Qt.Orientation.Horizontal)
        if head is not None:
            yield f"head={head}"
    for row in range(min(model.rowCount(QModelIndex()), _ROWS)):
        for column in range(columns):
            index = model.index(row, column, QModelIndex())
            for role in _ROLES:
                said = index.data(role)
                if isinstance(said, str) and said:
                    yield f"cell={said}"


def said(widget: QWidget) -> list[str]:
    """In the order of the tree, each with its class before it."""
    found = []
    for child in [widget, *widget.findChildren(QWidget)]:
        if child is not widget and not child.isVisibleTo(widget):
            continue
        lines = list(_own(child))
        if isinstance(child, QAbstractItemView) and not isinstance(child, QHeaderView):
            lines += _rows(child.model())
        found += [f"{type(child).__name__} {line}" for line in lines]
    return found
