"""What stands first in the palette for a hundred things that people type, in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from directory_app.ui import language
from directory_app.ui.parts.finding import Choice, find
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
NAMES = (
    "Taquería La Puerta Azul", "Café Volcán de Agua", "Phở Cánh Diều & Bánh Mì", "Harar Buna",
    "Jade Mountain Dumplings", "Hanok Table", "Patan Momo", "Damask Rose Sweets", "Bamyan Bread",
    "Sabor de Lagos", "Abarrotes Lupita e Hijos", "Panadería Trigo y Miel", "Baan Bua Market",
    "Angkor Tailoring", "Зоря: Odesa Deli", "Lavandería Luna Llena", "Estética Xóchitl",
    "Tortas Doña Lupe", "Mapache Juice", "Importaciones Robles",
)  # fmt: skip
ENGLISH = {
    # names, whole and in part, without accents, with a slip
    "tortas": "Tortas Doña Lupe", "tortas dona": "Tortas Doña Lupe", "lupe": "Tortas Doña Lupe",
    "totras": "Tortas Doña Lupe", "taqueria": "Taquería La Puerta Azul",
    "puerta": "Taquería La Puerta Azul", "puerta azul": "Taquería La Puerta Azul",
    "taq azul": "Taquería La Puerta Azul", "taqeria": "Taquería La Puerta Azul",
    "volcan": "Café Volcán de Agua", "cafe": "Café Volcán de Agua",
    "pho": "Phở Cánh Diều & Bánh Mì", "banh mi": "Phở Cánh Diều & Bánh Mì", "buna": "Harar Buna",
    "jade": "Jade Mountain Dumplings", "dumplings": "Jade Mountain Dumplings",
    "dumpligns": "Jade Mountain Dumplings", "hanok": "Hanok Table", "momo": "Patan Momo",
    "damask": "Damask Rose Sweets", "rose sweets": "Damask Rose Sweets", "bread": "Bamyan Bread",
    "sabor": "Sabor de Lagos", "lagos": "Sabor de Lagos", "lupita": "Abarrotes Lupita e Hijos",
    "abarotes": "Abarrotes Lupita e Hijos", "panaderia": "Panadería Trigo y Miel",
    "panderia": "Panadería Trigo y Miel", "trigo": "Panadería Trigo y Miel",
    "baan": "Baan Bua Market", "angkor": "Angkor Tailoring", "tailor": "Angkor Tailoring",
    "зоря": "Зоря: Odesa Deli", "odesa": "Зоря: Odesa Deli", "luna": "Lavandería Luna Llena",
    "lavanderia": "Lavandería Luna Llena", "xochitl": "Estética Xóchitl",
    "mapache": "Mapache Juice", "importac": "Importaciones Robles", "winter": "Winter fair",
    "canvass": "Canvass launch", "canvas": "Canvass launch", "fair": "Winter fair",
    # pages
    "map": "Map", "consent": "Consent", "consnet": "Consent", "events": "Events",
    "print runs": "Print runs", "runs": "Print runs", "print r": "Print runs", "exp": "Export",
    "import": "Import a list…", "import a": "Import a list…", "laptop": "Another laptop",
    "packet": "Another laptop", "street": "Street data", "backups": "Backups",
    "bakcups": "Backups", "security": "Security", "history": "History", "settings": "Settings",
    "setings": "Settings", "phone": "Phone queue", "to ask": "To ask", "no pin": "No pin",
    "duplicates": "Possible duplicates", "field": "Field directory", "all": "All",
    # what to do
    "undo": "Undo", "redo": "Redo", "merge": "Merge the two selected businesses…",
    "hablar": "Hablar español", "close p": "Close Puertas", "quit": "Close Puertas",
    "filter": "Filter the directory", "columns": "Choose columns and order",
    "back up": "Back up now", "how to": "How to search", "shortcuts": "What the keys do",
}  # fmt: skip
SPANISH = {
    "tortas": "Tortas Doña Lupe", "mapa": "Mapa", "permiso": "Permiso", "eventos": "Eventos",
    "tirajes": "Tirajes", "exportar": "Exportar", "importar": "Importar una lista…",
    "respaldos": "Respaldos", "resplados": "Respaldos", "seguridad": "Seguridad",
    "historial": "Historial", "ajustes": "Ajustes", "calles": "Datos de calles",
    "deshacer": "Deshacer", "rehacer": "Rehacer", "speak": "Speak English",
    "unir": "Unir los dos negocios seleccionados…", "filtrar": "Filtrar el directorio",
    "columnas": "Elegir columnas y orden", "cerrar p": "Cerrar Puertas", "salir": "Cerrar Puertas",
    "llamadas": "Lista de llamadas", "todos": "Todos", "sin punto": "Sin punto",
    "lugares": "Lugares por hallar", "puerta": "Taquería La Puerta Azul",
}  # fmt: skip


@pytest.mark.parametrize(("code", "asked"), [("en", ENGLISH), ("es", SPANISH)])
def test_a_hundred_things_that_people_type(
    make_window: Open, sample: Path, code: str, asked: dict[str, str]
) -> None:
    assert len(ENGLISH) + len(SPANISH) >= 100
    language.apply(code)
    window = make_window(sample)
    settle(window.runner)
    window.shell.show_palette()
    settle(window.runner)
    palette = QApplication.activeModalWidget()
    there = list(palette.list.found.choices)  # all that is offered while nothing is typed
    palette.reject()
    there += [Choice(name, "", name, "", lambda: None, is_name=True) for name in NAMES]
    first = {typed: find(there, typed, ())[:1] for typed in asked}
    got = {typed: found[0].words if found else "" for typed, found in first.items()}
    assert got == asked
