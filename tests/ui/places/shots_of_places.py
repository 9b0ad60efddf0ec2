"""Pictures of the page of places, for tests/ui/shots.py."""

import os
from typing import Any

from tests.ui.shots import Shot


def _streets(window: Any) -> None:
    """The invented town's street data, and addresses in it, in place of the sample's."""
    from tests.data.town import town
    from tests.geocoding.streets_file import write_town
    from tests.ui.places.conftest import fill

    folder = window.session.path.parent
    os.environ["PUERTAS_MAP_DATA"] = str(folder / "map-data")
    made = town()
    write_town(folder / "map-data" / "town.streets", made, doors=made.doors, ranges=True)
    window.open(fill(folder / "Piñón Springs.puertas"))


def _open(window: Any) -> None:
    window.shell.open_page("places")


def _find(window: Any) -> None:
    window.shell.page().find_button.click()


def _on(window: Any) -> None:
    """A service at an address of this laptop where nobody answers: none is asked."""
    from directory_app.tasks import asking

    window.session.ask(
        lambda store: store.settings.set(asking.SERVICE, "nominatim=http://127.0.0.1:9")
    )


def _choose(name: str) -> Any:
    def go(window: Any) -> None:
        page = window.shell.page()
        names = [one.name for one in page.places.rows]
        page.table.selectRow(names.index(name))

    return go


def _into(window: Any) -> None:
    window.shell.page().to_detail()


def _first_choice(window: Any) -> None:
    window.shell.page().detail.choices.selectRow(0)


def _off(window: Any) -> None:
    os.environ.pop("PUERTAS_MAP_DATA", None)


def _ask(window: Any) -> None:
    window.shell.page().ask_service()


def _send(window: Any) -> None:
    window.shell.page().online.dialog.accept()


DOUBTFUL = _choose("Mercado La Loma")
SHOTS = [
    Shot("places", (_streets, _on, _open, _find, DOUBTFUL, _off)),
    Shot(
        "places-choice",
        (_streets, _open, _find, DOUBTFUL, _into, _first_choice, _off),
    ),
    Shot("places-asking", (_streets, _on, _open, _ask, _off)),
    Shot(
        "places-failed",
        (_streets, _on, _open, _ask, _send, _choose("Café Amapola"), _off),
        variants=("", "-es", "-200"),
    ),
    Shot("places-empty", (_open, _find), variants=("", "-dark", "-es", "-200")),
]
