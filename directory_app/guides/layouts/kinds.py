"""What layouts there are, what each is for, and on which paper it can be printed."""

from dataclasses import dataclass

from directory_app.errors import UserError

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
    ``private`` layouts take StaffListings and stay inside the coalition.
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


KINDS = (
    Kind(
        "sheet", ("letter", "legal", "a4", "a5"), "long", "Sheet", "Hoja",
        "A list on one side, the map on the other: the handout for a canvass.",
        "Una lista de un lado y el mapa del otro: la hoja para salir a caminar.",
    ),
    Kind(
        "trifold", ("letter", "a4"), "short", "Trifold", "Tríptico",
        "Six panels with a cover: for a table at a fair, or a rack.",
        "Seis caras con portada: para una mesa de feria o un exhibidor.",
        "Lay the inside up: fold the right third in, then the left third over it.",
        "Con el interior arriba, doble el tercio derecho hacia dentro y el izquierdo encima.",
    ),
    Kind(
        "booklet", ("letter", "a4", "tabloid"), "short", "Booklet", "Cuaderno",
        "The whole directory with contents, map and indexes, stapled in the fold. Its pages are "
        "half the paper: A5 from A4.",
        "El directorio entero con contenido, mapa e índices, engrapado al centro. Sus páginas "
        "son la mitad del papel: A5 de A4.",
        "Keep the order, fold in the middle, staple twice in the fold.",
        "Sin cambiar el orden, doble por la mitad y engrape dos veces en el doblez.",
    ),
    Kind(
        "pocket", ("letter", "a4"), "", "Pocket book", "Librito",
        "Eight small pages from one sheet, printed on one side: for a pocket.",
        "Ocho páginas pequeñas de una hoja, impresas de un solo lado: para el bolsillo.",
        "Print at full size. Fold in half three times, open, cut along the line in "
        "the middle, then fold lengthwise and push the ends together.",
        "Imprima a tamaño real. Doble por la mitad tres veces, abra, corte por la "
        "línea del centro, doble a lo largo y junte los extremos.",
    ),
    Kind(
        "large-print", _ANY, "long", "Large print", "Letra grande",
        "18 points and more, one column: for those who read with effort.",
        "Letra de 18 puntos o más, una columna: para quien lee con esfuerzo.",
    ),
    Kind(
        "poster", ("tabloid", "letter", "legal", "a4"), "", "Poster", "Cartel",
        "A large map with its list: for a wall or a window.",
        "Un mapa grande con su lista: para una pared o una ventana.",
    ),
    Kind(
        "cards", ("letter", "a4"), "", "Cards", "Tarjetas",
        "One card a business, eight to a sheet: to hand out one at a time.",
        "Una tarjeta por negocio, ocho por hoja: para dar de una en una.",
        "Cut along the marks at the edges.",
        "Corte por las marcas de las orillas.",
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
        private=True,
    ),
)  # fmt: skip
BY_NAME = {kind.name: kind for kind in KINDS}
#: Layouts whose sheets lie across; and those that do so on small paper, which is too narrow.
_ACROSS = ("trifold", "booklet", "pocket")
_SMALL_ACROSS = ("sheet", "call-list")


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
    if layout in _ACROSS:
        return True
    return layout in _SMALL_ACROSS and paper_name(layout, paper) == "a5"


def page_size(layout: str, paper: str) -> tuple[float, float]:
    """Width and height of the sheet as it is printed."""
    wide, high = paper_size(layout, paper)
    return (high, wide) if lies_across(layout, paper) else (wide, high)
