"""The one table of what can be done from everywhere, and of the keys of single places.

The shell binds its keys from here, the sheet (F1) and the palette (Ctrl+K) list them: so they
cannot disagree. Words are functions, because the language may change while the window is open.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Deed(NamedTuple):
    """Something to do. ``keys`` as QKeySequence reads them, "" without.

    ``also``: more words to find it by, in both languages. ``listed``: the palette offers it.
    ``ends``: it closes what is open.
    """

    key: str
    keys: str
    icon: str
    words: Callable[[], str]
    also: str = ""
    listed: bool = True
    ends: bool = False


class Keys(NamedTuple):
    """Keys of one place, as they are shown ("Ctrl Enter"), and what they do there."""

    keys: str
    words: Callable[[], str]


#: What the shell does, in the order of the sheet.
DEEDS: tuple[Deed, ...] = (
    Deed(
        "palette",
        "Ctrl+K",
        "magnifying-glass",
        lambda: translate("Deeds", "Go anywhere, do anything"),
        listed=False,
    ),
    Deed(
        "search",
        "Ctrl+F",
        "magnifying-glass",
        lambda: translate("Deeds", "Search on this page"),
        "find buscar encontrar",
    ),
    Deed(
        "add",
        "Ctrl+N",
        "plus",
        lambda: translate("Deeds", "Add a business or an event"),
        "new nuevo agregar negocio event evento",
    ),
    Deed(
        "together",
        "Ctrl+E",
        "pencil-simple-line",
        lambda: translate("Deeds", "Edit the selected businesses together"),
        "bulk several varios juntos",
    ),
    Deed(
        "export",
        "Ctrl+Shift+E",
        "tray-arrow-up",
        lambda: translate("Deeds", "Export what the directory shows"),
        "csv excel exportar guardar save as file archivo",
    ),
    Deed(
        "filter",
        "Alt+F",
        "funnel-simple",
        lambda: translate("Deeds", "Filter the directory"),
        "narrow filtrar town pueblo category categoría consent",
    ),
    Deed(
        "save_list",
        "Ctrl+S",
        "bookmark-simple",
        lambda: translate("Deeds", "Save this search as a list"),
        "view vista guardar lista búsqueda",
    ),
    Deed(
        "columns",
        "Alt+C",
        "columns",
        lambda: translate("Deeds", "Choose columns and order"),
        "sort ordenar columnas hide ocultar",
    ),
    Deed(
        "how_to_search",
        "Alt+H",
        "question",
        lambda: translate("Deeds", "How to search"),
        "help grammar ayuda cómo buscar",
    ),
    Deed(
        "merge",
        "Ctrl+M",
        "copy-simple",
        lambda: translate("Deeds", "Merge the two selected businesses…"),
        "duplicate twice one unir fusionar duplicado repetido",
    ),
    Deed(
        "packet",
        "",
        "laptop",
        lambda: translate("Deeds", "Send what the directory shows to another laptop"),
        "packet paquete enviar otra computadora exchange",
    ),
    Deed("undo", "Ctrl+Z", "arrow-u-up-left", lambda: translate("Deeds", "Undo"), "deshacer"),
    Deed("redo", "Ctrl+Shift+Z", "arrow-u-up-right", lambda: translate("Deeds", "Redo"), "rehacer"),
    Deed(
        "next",
        "F6",
        "arrow-right",
        lambda: translate("Deeds", "To the next part of the window"),
        listed=False,
    ),
    Deed(
        "previous",
        "Shift+F6",
        "arrow-right",
        lambda: translate("Deeds", "To the part before"),
        listed=False,
    ),
    Deed(
        "back_up",
        "",
        "floppy-disk",
        lambda: translate("Deeds", "Back up now"),
        "copy copia respaldo",
    ),
    Deed(
        "rail",
        "",
        "list",
        lambda: translate("Deeds", "Narrow or widen the list at the left"),
        "sidebar barra",
    ),
    Deed(
        "lock",
        "Ctrl+L",
        "lock-simple",
        lambda: translate("Deeds", "Lock"),
        "bloquear leave salir",
        ends=True,
    ),
    Deed(
        "vanish",
        "Ctrl+Shift+L",
        "eye-slash",
        lambda: translate("Deeds", "Close at once, and let the keyring forget it"),
        "panic emergency hide pánico emergencia ocultar cerrar",
        ends=True,
    ),
    Deed(
        "new",
        "",
        "door",
        lambda: translate("Deeds", "Start another directory"),
        "create crear empezar nuevo directorio first primera",
    ),
    Deed(
        "open",
        "Ctrl+O",
        "folder-open",
        lambda: translate("Deeds", "Open another directory"),
        "abrir directorio",
    ),
    Deed(
        "speak",
        "",
        "chat-circle-dots",
        # in the other language, for whom cannot read this one
        lambda: translate("Deeds", "Hablar español"),
        "español spanish inglés english language idioma",
    ),
    Deed(
        "keys",
        "F1",
        "list-numbers",
        lambda: translate("Deeds", "What the keys do"),
        "shortcuts keyboard help atajos teclado ayuda",
    ),
    Deed(
        "help",
        "Shift+F1",
        "book-open-text",
        lambda: translate("Deeds", "Read about this page"),
        "help guide manual ayuda guía",
    ),
    Deed(
        "quit",
        "Ctrl+Q",
        "x",
        lambda: translate("Deeds", "Close Puertas"),
        "exit quit salir cerrar",
        ends=True,
    ),
)
BY_KEY = {deed.key: deed for deed in DEEDS}

#: The keys of single places, by the place.
PLACES: tuple[tuple[Callable[[], str], tuple[Keys, ...]], ...] = (
    (
        lambda: translate("Deeds", "In a table"),
        (
            Keys("↑ ↓", lambda: translate("Deeds", "Another row")),
            Keys("Enter", lambda: translate("Deeds", "Open the row, or edit it")),
            Keys("Space", lambda: translate("Deeds", "Tick it, or open its menu")),
            Keys("Ctrl C", lambda: translate("Deeds", "Copy the selected businesses")),
            Keys("Ctrl V", lambda: translate("Deeds", "Look over rows copied in a spreadsheet")),
            Keys("Esc", lambda: translate("Deeds", "Step back")),
        ),
    ),
    (
        lambda: translate("Deeds", "While searching"),
        (
            Keys("↓", lambda: translate("Deeds", "What could follow, then the table")),
            Keys("← →", lambda: translate("Deeds", "From one filter to the next")),
            Keys("Del", lambda: translate("Deeds", "Take this filter away")),
            Keys("Shift Click", lambda: translate("Deeds", "On a heading: sort by it too")),
        ),
    ),
    (
        lambda: translate("Deeds", "In your own lists"),
        (
            Keys("F2", lambda: translate("Deeds", "Another name")),
            Keys("Alt ↑ ↓", lambda: translate("Deeds", "Up or down in the list")),
            Keys("Del", lambda: translate("Deeds", "Delete the list; its businesses stay")),
        ),
    ),
    (
        lambda: translate("Deeds", "While editing"),
        (
            Keys("Tab", lambda: translate("Deeds", "To the next field")),
            Keys("Ctrl Enter", lambda: translate("Deeds", "Apply, and on to the next row")),
            Keys("Esc", lambda: translate("Deeds", "Back to the table; what you typed stays")),
            Keys("Alt ↓", lambda: translate("Deeds", "Open a list of choices")),
        ),
    ),
    (
        lambda: translate("Deeds", "Two that may be one"),
        (
            Keys("← →", lambda: translate("Deeds", "Keep what the left one has, or the right one")),
            Keys("↑ ↓", lambda: translate("Deeds", "Another fact")),
            Keys("Enter", lambda: translate("Deeds", "Merge the two")),
            Keys("N", lambda: translate("Deeds", "They are not the same")),
            Keys("S", lambda: translate("Deeds", "Later")),
        ),
    ),
    (
        lambda: translate("Deeds", "On the map"),
        (
            Keys("← ↑ → ↓", lambda: translate("Deeds", "Move the map, or a pin that you move")),
            Keys("+ −", lambda: translate("Deeds", "Nearer, farther")),
            Keys("Enter", lambda: translate("Deeds", "Put the pin down")),
        ),
    ),
    (
        lambda: translate("Deeds", "Hours"),
        (
            Keys("← →", lambda: translate("Deeds", "Another day")),
            Keys("↑ ↓", lambda: translate("Deeds", "Open earlier or later")),
            Keys("Shift ↑ ↓", lambda: translate("Deeds", "Close earlier or later")),
            Keys("Space", lambda: translate("Deeds", "Open or closed on this day")),
        ),
    ),
    (
        lambda: translate("Deeds", "Pages of a guide"),
        (
            Keys("Page ↓ ↑", lambda: translate("Deeds", "Another page")),
            Keys("+ − 0", lambda: translate("Deeds", "Larger, smaller, to fit")),
        ),
    ),
)


def shown(keys: str) -> str:
    """A key sequence as it stands beside words: "Ctrl Shift Z"."""
    return keys.replace("+", " ") if keys != "+" else keys
