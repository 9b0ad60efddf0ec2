"""The door and its sentence; ages and dates."""

import datetime as dt

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from directory_app.ui import language
from directory_app.ui.pages.directory.table_view import RowBrush
from directory_app.ui.widgets import dates, doors
from directory_app.ui.widgets.doors import Door, DoorState

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("answer", "until", "state"),
    [
        ("yes", TODAY + dt.timedelta(61), DoorState.YES),
        ("yes", TODAY + dt.timedelta(60), DoorState.ENDING),
        ("yes", TODAY, DoorState.ENDING),
        ("yes", TODAY - dt.timedelta(1), DoorState.ENDED),
        ("yes", None, DoorState.NOT_ASKED),
        ("no", None, DoorState.NO),
        ("withdrawn", None, DoorState.WITHDRAWN),
        ("not_asked", None, DoorState.NOT_ASKED),
    ],
)
def test_the_state_of_an_answer(answer: str, until: dt.date | None, state: DoorState) -> None:
    assert doors.state_of(answer, until, TODAY) == state


def test_a_door_says_its_channel_answer_and_last_day(qapp: QApplication) -> None:
    day = dt.date(2027, 10, 12)
    assert doors.sentence("print", DoorState.YES, day) == "Print: yes, to 12 Oct 2027"
    assert doors.sentence("geocode_online", DoorState.NO, None) == "Look-up: no"
    language.apply("es")
    assert doors.sentence("print", DoorState.NOT_ASKED, None) == "Impreso: sin preguntar"


def test_each_state_has_a_shape_of_its_own(qapp: QApplication) -> None:
    """Told apart on a grey copy: by shape, not by colour alone."""
    pictures = []
    for state in DoorState:
        door = Door(state)
        picture = QPixmap(door.size())
        picture.fill("transparent")
        door.render(picture)
        grey = picture.toImage().convertToFormat(picture.toImage().Format.Format_Alpha8)
        colour = picture.toImage()
        pictures.append((bytes(grey.constBits()), colour))
    assert len({repr(colour.constBits().tobytes()) for _, colour in pictures}) == len(DoorState)
    assert RowBrush is not None


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (3, "3 d"), (35, "5 wk"), (213, "7 mo"), (800, "2 y")],
)
def test_ages_are_short(qapp: QApplication, days: int, words: str) -> None:
    assert dates.age(TODAY - dt.timedelta(days), TODAY) == words
    assert dates.age(None, TODAY) == "never"
