"""Rows on their way to a spreadsheet over the clipboard: cells between tabs, and a table.

Neither lets a cell become a formula: what begins one gets an apostrophe, as in CSV.
"""

import csv
import html
import io
from collections.abc import Sequence

from directory_app.formats.text import plain, protected

Rows = Sequence[Sequence[str]]


def as_tabs(rows: Rows) -> str:
    """Lines of cells between tabs, as Excel puts them there: quoted where they have to be."""
    out = io.StringIO()
    table = csv.writer(out, dialect="excel-tab")
    table.writerows([protected(plain(cell)) for cell in row] for row in rows)
    return out.getvalue()


def as_table(rows: Rows) -> str:
    """An HTML table whose cells are texts: a ZIP code keeps its zero in front."""
    style = "mso-number-format:'\\@'"
    lines = "".join(
        "<tr>" + "".join(f'<td style="{style}">{_cell(cell)}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    return f'<meta charset="utf-8"><table>{lines}</table>'


def _cell(text: str) -> str:
    return html.escape(protected(plain(text))).replace("\n", "<br>")
