"""What layouts there are, what each is for, and on which paper it can be printed."""

from dataclasses import dataclass

from directory_app.errors import UserError

Size = tuple[float, float]
#: Width and height in points, upright.
PAPERS = {
    "letter": (612.0, 792.0),
    "legal": (612.0, 1008.0),
    "tabloid": (792.0, 1224.0),
    "a4": (595.28, 841.89),
    "a5": (419.53, 595.28),
}
_ANY = ("letter", "legal", "tabloid", "a4")


@dataclass(frozen=True, slots=True)
class Kind:
    """A layout: its name for verbs, papers (its own first) and how it is printed.

    ``duplex`` says which edge the printer turns on: "long", "short", or "" for one side.
    ``private`` layouts take StaffListings and stay inside the coalition. ``fields`` are those of
    options.FIELDS that it can show, in the order of their ticks. On the papers ``across`` it
    lies in landscape. ``reads`` says how what is folded is read: by "panels", or as a "book",
    whose small pages can come one by one. ``map_size`` is about that of its map on its own
    paper, ``atlas`` the most markers and the size of each map where one is too full. An entry
    of fewer than ``long`` letters stays whole.
    """

    name: str
    papers: tuple[str, ...]
    duplex: str
    title_en: str
    title_es: str
    purpose_en: str
    purpose_es: str
    fold_en: str = ""
    fold_es: str = ""
    private: bool = False
    fields: tuple[str, ...] = ()
    across: tuple[str, ...] = ()
    reads: str = ""
    map_size: Size = (558.0, 540.0)
    atlas: tuple[int, Size] | None = None
    long: int = 1000


#: What every layout of the handed-out kind can say of a business; what only roomy entries can.
_COMPACT = ("own_script", "address", "phone", "website", "distance", "sells", "hours")
_FULL = (*_COMPACT, "open", "languages", "payment", "access", "note")

KINDS = (
    Kind(
        "sheet", ("letter", "legal", "a4", "a5"), "long", "Sheet", "Hoja",
        "A list on one side, the map on the other: the handout for a canvass.",
        "Una lista de un lado y el mapa del otro: la hoja para salir a caminar.",
        fields=("map", *_COMPACT, "index_name"), across=("a5",), atlas=(110, (558.0, 633.0)),
    ),
    Kind(
        "trifold", ("letter", "a4"), "short", "Trifold", "Tríptico",
        "Six panels with a cover: for a table at a fair, or a rack.",
        "Seis caras con portada: para una mesa de feria o un exhibidor.",
        "Lay the inside up: fold the right third in, then the left third over it.",
        "Con el interior arriba, doble el tercio derecho hacia dentro y el izquierdo encima.",
        fields=("map", *_COMPACT, "cover", "how_to", "guide_qr"),
        across=_ANY, reads="panels", map_size=(487.0, 455.0),
    ),
    Kind(
        "booklet", ("letter", "a4", "tabloid"), "short", "Booklet", "Cuaderno",
        "The whole directory with contents, map and indexes, stapled in the fold. Its pages are "
        "half the paper: A5 from A4.",
        "El directorio entero con contenido, mapa e índices, engrapado al centro. Sus páginas "
        "son la mitad del papel: A5 de A4.",
        "Keep the order, fold in the middle, staple twice in the fold.",
        "Sin cambiar el orden, doble por la mitad y engrape dos veces en el doblez.",
        fields=("map", *_FULL, "qr", "cover", "intro", "how_to", "contents",
                "index_name", "index_town", "index_cuisine", "guide_qr"),
        across=_ANY, reads="book", map_size=(732.0, 429.0), atlas=(60, (326.0, 468.0)),
    ),
    Kind(
        "pocket", ("letter", "a4"), "", "Pocket book", "Librito",
        "Eight small pages from one sheet, printed on one side: for a pocket.",
        "Ocho páginas pequeñas de una hoja, impresas de un solo lado: para el bolsillo.",
        "Print at full size. Fold in half three times, open, cut along the line in "
        "the middle, then fold lengthwise and push the ends together.",
        "Imprima a tamaño real. Doble por la mitad tres veces, abra, corte por la "
        "línea del centro, doble a lo largo y junte los extremos.",
        fields=("map", *_COMPACT, "cover", "guide_qr"),
        across=_ANY, reads="book", map_size=(371.0, 170.0),
    ),
    Kind(
        "large-print", _ANY, "long", "Large print", "Letra grande",
        "18 points and more, one column: for those who read with effort.",
        "Letra de 18 puntos o más, una columna: para quien lee con esfuerzo.",
        fields=(*_FULL, "intro", "how_to", "index_name"),
    ),
    Kind(
        "poster", ("tabloid", "letter", "legal", "a4"), "", "Poster", "Cartel",
        "A large map with its list: for a wall or a window.",
        "Un mapa grande con su lista: para una pared o una ventana.",
        fields=("map", *_COMPACT, "how_to", "guide_qr"), map_size=(720.0, 685.0),
    ),
    Kind(
        "cards", ("letter", "a4"), "", "Cards", "Tarjetas",
        "One card a business, eight to a sheet: to hand out one at a time.",
        "Una tarjeta por negocio, ocho por hoja: para dar de una en una.",
        "Cut along the marks at the edges.",
        "Corte por las marcas de las orillas.",
        fields=(*_FULL, "qr"), long=300,
    ),
    Kind(
        "visit-sheets", ("letter", "a4"), "", "Visit sheets", "Hojas de visita",
        "One page a business for canvassers, in the order of the route. Private.",
        "Una página por negocio para quien visita, en el orden de la ruta. Privado.",
        private=True,
    ),
    Kind(
        "call-list", ("letter", "a4", "legal", "a5"), "", "Call list", "Lista de llamadas",
        "Telephones and what is open to ask, for staff. Private.",
        "Teléfonos y lo que falta preguntar, para el personal. Privado.",
        private=True, across=("a5",),
    ),
)  # fmt: skip
BY_NAME = {kind.name: kind for kind in KINDS}


def kind(name: str) -> Kind:
    """The layout of a name. UserError if there is none."""
    if name not in BY_NAME:
        raise UserError(
            f"There is no layout called “{name}”.", f"Choose one of: {', '.join(BY_NAME)}."
        )
    return BY_NAME[name]


def paper_name(layout: str, paper: str) -> str:
    """The paper to use: what is asked for, or the layout's own. UserError if it does not suit."""
    known = kind(layout).papers
    if paper and paper not in known:
        raise UserError(
            f"The layout “{layout}” is not made for “{paper}” paper.",
            f"Choose one of: {', '.join(known)}.",
        )
    return paper or known[0]


def paper_size(layout: str, paper: str) -> tuple[float, float]:
    """Width and height of the sheet, upright."""
    return PAPERS[paper_name(layout, paper)]


def lies_across(layout: str, paper: str) -> bool:
    """Whether the sheet is printed in landscape."""
    return paper_name(layout, paper) in kind(layout).across


def page_size(layout: str, paper: str) -> tuple[float, float]:
    """Width and height of the sheet as it is printed."""
    wide, high = paper_size(layout, paper)
    return (high, wide) if lies_across(layout, paper) else (wide, high)
