"""Five fields that are not in the sources, one of each sort, added as CONTRIBUTING says.

``python -m pytest -p tests.added_fields ...`` runs tests with them: the two pages that name a
field (model/fields.py and model/business.py) are read with some more lines in them.
"""

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

NAMES = ("aisle", "patio", "parking", "brands", "side_note")

_TABLE = """
    Field("aisle", ("Aisle", "Pasillo"), headings=("aisle", "pasillo"), column=Column("Aisle"),
          tag="puertas:aisle", left_out=_NO_STANDARD, in_line=True,
          section=Section.WHO, order=70, bulk=True, help=("Where it is: 3 B", "Dónde está: 3 B")),
    Field("patio", ("Patio", "Patio"), kind=Kind.FLAG, headings=("patio", "terraza"),
          column=Column("Patio"), tag="outdoor_seating", left_out=_NO_STANDARD, in_line=True,
          section=Section.WHO, order=71, bulk=True, help=("Tables outside", "Mesas afuera")),
    Field("parking", ("Parking", "Estacionamiento"), kind=Kind.CHOICE,
          choices={"lot": ("A lot", "Un lote"), "street": ("On the street", "En la calle")},
          headings=("parking", "estacionamiento"), column=Column("Parking"), tag="parking",
          left_out=_NO_STANDARD, in_line=True, section=Section.WHO, order=72, bulk=True,
          short=("Parking", "Lugar"), help=("Where to leave a car", "Dónde dejar el carro")),
    Field("brands", ("Brands", "Marcas"), kind=Kind.LIST, merge=Merge.JOIN, many=True,
          headings=("brands", "marcas"), column=Column("Brands"), tag="brand",
          left_out=_NO_STANDARD, in_line=True, section=Section.WHO, order=73, bulk=True,
          help=("What they sell, one a line", "Lo que venden, una por línea")),
    Field("side_note", ("Side note", "Nota aparte"), kind=Kind.TEXT, free=True, seen=Seen.NEVER,
          merge=Merge.JOIN, section=Section.NOTES, help=("For us alone", "Solo para nosotros")),
"""
_TOLD = """
    aisle: str = ""
    patio: bool | None = None
    parking: str = ""
    brands: tuple[str, ...] = ()
"""
_BUSINESS = """
    aisle: str = ""
    patio: bool | None = None
    parking: str = ""
    brands: list[str] = Field(default_factory=list, sa_type=TextList)
    side_note: str = ""
"""


def _with(name: str, *additions: tuple[str, str]) -> ModuleType:
    """A module of the sources with lines added, each before the text that they go before."""
    parent, _, own = name.rpartition(".")
    package = importlib.import_module(parent)
    spec = importlib.util.find_spec(name)
    assert spec is not None and spec.origin is not None and name not in sys.modules
    text = Path(spec.origin).read_text("utf-8")
    for before, lines in additions:
        assert text.count(before) == 1, before
        text = text.replace(before, lines + before)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    exec(compile(text, spec.origin, "exec"), module.__dict__)
    setattr(package, own, module)
    return module


_with(
    "directory_app.model.fields",
    ("    # -- how it stands\n", _TABLE),
    ('    status: str = "active"\n    assured_date', _TOLD),
)
_with("directory_app.model.business", ("\n\nclass Phone(SQLModel", _BUSINESS))
