"""The guide page: from a change of options to the first page painted, 100 businesses.

A real window, offscreen, on a real directory; every layout that is handed out, in turns.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench_guide import listings
from measure import Absolute, Figure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

BUSINESSES = 100
REACH = 300
#: Longer than this a key is felt to lag.
STILL = 50
#: Longest wait for a page, in seconds; more than that is a failure.
_PATIENCE = 30


def directory(path: Path) -> str:
    """A directory whose businesses all said yes to print and map; the id of its event."""
    import datetime as dt

    from directory_app.model.business import Business, Phone
    from directory_app.model.draft import DraftConsent
    from directory_app.model.event import Event
    from directory_app.model.terms import Answer
    from directory_app.store import Store

    day = dt.date.today()
    consents = [
        DraftConsent(channel, Answer.YES, date=day, asked_by="Maru") for channel in ("print", "map")
    ]
    with Store.create(path, passphrase=None) as store:
        for one in listings(BUSINESSES):
            place = one.place
            assert place is not None
            business = Business(
                name=one.name, alternate_name=one.alternate_name, category=one.category,
                description_en=one.description_en, description_es=one.description_es,
                languages=list(one.languages), address_1=one.address_1, city=one.city,
                state_province="NM", postal_code=one.postal_code, latitude=place.latitude,
                longitude=place.longitude, precision="rooftop", opening_hours=one.opening_hours,
                assured_date=day, review_state="approved",
            )  # fmt: skip
            phones = [Phone(number=phone.number) for phone in one.phones]
            store.businesses.add(business, phones=phones, consents=consents)
        event = Event(
            name_en="Canvass launch", name_es="Inicio de la campaña", venue="Salón La Acequia",
            date=day, starts_at=dt.datetime.combine(day, dt.time(17), dt.UTC),
            ends_at=dt.datetime.combine(day, dt.time(20), dt.UTC),
            address_1="1120 Hickox St", city="Santa Fe", state_province="NM",
            latitude=35.68128, longitude=-105.95837, precision="rooftop",
        )  # fmt: skip
        return str(store.events.add(event).id)


class Window:
    """The guide page, and a clock that stops when the new first page is painted."""

    def __init__(self, path: Path, event_id: str) -> None:
        from PySide6.QtCore import QEvent, QObject
        from PySide6.QtWidgets import QApplication

        from directory_app.ui import theme
        from directory_app.ui.app import prepare
        from directory_app.ui.jobs import JobRunner
        from directory_app.ui.pages.guide.guide_page import GuidePage
        from directory_app.ui.session import Session

        # another measurement of the same run may have made it
        self.app: Any = QApplication.instance() or prepare(["bench"])
        theme.apply(self.app, "light")
        self.session = Session(path, JobRunner())
        self.page = GuidePage(self.session)
        self.came, self.painted, self.whole = False, 0.0, 0.0
        self.turns: list[float] = []
        window = self

        class Watch(QObject):
            def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint and window.came and not window.painted:
                    window.painted = time.perf_counter()
                return False

        self._watch = Watch()
        self.page.view.viewport().installEventFilter(self._watch)
        self.page.making.first.connect(lambda *_: setattr(self, "came", True))
        self.page.making.whole.connect(lambda *_: setattr(self, "whole", time.perf_counter()))
        self.page.resize(1228, 820)
        self.page.show()
        self.page.open(event_id)
        self._until(lambda: self.whole > 0)
        self._rest()

    def _until(self, ready: Callable[[], bool]) -> None:
        """Turn the event loop, and note how long each turn takes: so long a key would wait."""
        end = time.perf_counter() + _PATIENCE
        while not ready():
            began = time.perf_counter()
            self.app.processEvents()
            time.sleep(0.0005)
            self.turns.append(time.perf_counter() - began)
            if time.perf_counter() > end:
                raise TimeoutError("no page came")

    def _rest(self) -> None:
        self._until(self.session.runner.is_idle)

    def change(self, **options: Any) -> tuple[float, float]:
        """Seconds until the first page is painted, and until all pages are made."""
        from dataclasses import replace

        pane = self.page.options
        chosen = replace(pane.options, **options)
        self.came, self.painted, self.whole = False, 0.0, 0.0
        began = time.perf_counter()
        pane.show_options(chosen)
        pane.changed.emit(chosen)
        self._until(lambda: self.painted > 0)
        self._until(lambda: self.whole > 0)
        self._rest()
        return self.painted - began, self.whole - began

    def close(self) -> None:
        """Let go of the directory."""
        self.page.hide()
        self.session.close()


CHANGES: tuple[dict[str, Any], ...] = (
    {"languages": ("en",)},
    {"languages": ("en", "es")},
    {"group_by": "town"},
    {"group_by": "category"},
    {"without": frozenset({"hours"})},
    {"without": frozenset()},
)


def measure() -> list[Figure]:
    """The 95th of a hundred, and beside it the median time until all pages are made."""
    from directory_app.guides import layout_names

    first: list[float] = []
    whole: list[float] = []
    turns: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hundred.puertas"
        os.environ["PUERTAS_SETTINGS"] = str(Path(folder) / "settings.json")
        window = Window(path, directory(path))
        for layout in layout_names():
            window.change(layout=layout)  # its fonts and measures are loaded once
            window.turns.clear()
            for change in CHANGES:
                one, all_of_it = window.change(**change)
                first.append(one * 1000)
                whole.append(all_of_it * 1000)
            turns += [turn * 1000 for turn in window.turns]
        window.close()
    late = statistics.quantiles(first, n=20)[-1]
    still = statistics.quantiles(turns, n=100)[-1]
    return [
        Absolute(
            "first page in the preview after a change of options, 100 businesses (p95)",
            late, statistics.median(whole), "ms", REACH, "all pages, median",
        ),
        Absolute(
            "what a key waits for the window while pages are made (p99)",
            still, max(turns), "ms", STILL, "longest",
        ),
    ]  # fmt: skip


if __name__ == "__main__":
    print(measure())  # noqa: T201
