"""Pictures of what comes and goes: work under way, alerts, empty pages, a calendar."""

from pathlib import Path
from typing import Any

from directory_app.errors import UserError
from directory_app.store import Store
from directory_app.ui import alerts
from directory_app.ui.jobs import Job
from tests.ui.shots import Shot


def _new(window: Any, folder: Path) -> None:
    """A directory with nothing in it."""
    path = folder / "Clovis.puertas"
    Store.create(path, passphrase=None).close()
    window.open(path)


def _sample(window: Any, folder: Path) -> None:
    """As from the first page."""
    from directory_app.sample import make_sample

    window._sample = make_sample(folder / "sample.puertas")
    window.open(window._sample)


def _work(window: Any) -> None:
    """A job in the middle of its way: told so, since a real one would be over."""
    from directory_app.ui.widgets.working import Working

    job = Job("Bringing in coalition-list.csv")
    window.shell.working = Working(window.shell)
    card = window.shell.working
    card.follow(job)
    card._progressed(4_210, 19_800, "comparing")
    card._left.seconds = lambda _at: 95.0  # type: ignore[method-assign]
    card._say()


def _alert(window: Any) -> None:
    alerts.show_error(
        UserError("The backup is not sound: The directory file is damaged.", "Restore another."),
        window,
    )


def _calendar(window: Any) -> None:
    window.shell.open_page("events")


def _open_calendar(window: Any) -> None:
    """A popup is a window of its own: it is laid over the picture as a child."""
    field = window.shell.page().form.fields["date"]
    field.open_calendar()
    popup = field.popup
    at = field.mapTo(window, field.rect().bottomLeft())
    popup.setParent(window)
    popup.move(at.x(), at.y() + 4)
    popup.show()


ALL = ("", "-dark", "-es", "-200")
SHOTS = [
    Shot("working", (_work,), variants=ALL),
    Shot("alert", (_alert,), variants=ALL),
    Shot("new", start=_new, variants=ALL),
    Shot("new-map", (lambda w: w.shell.open_page("map"),), _new, ("", "-es")),
    Shot("new-consent", (lambda w: w.shell.open_page("consent"),), _new, ("", "-es")),
    Shot("sample-begun", start=_sample, variants=("", "-dark", "-es")),
    Shot("calendar", (_calendar, _open_calendar), variants=("", "-dark", "-es")),
]
