"""The pace of look-ups, as it is set on the page of security."""

import pytest

from directory_app.store import Store
from directory_app.tasks import asking
from tests.ui.waiting import settle


@pytest.fixture
def places(window):
    """The section of look-ups, switched on with the public Nominatim."""
    window.shell.open_page("security")
    settle(window.runner)
    section = window.shell.page().places
    section.on.click()
    settle(window.runner)
    section.contact_row.field.setText("maps@example.org")
    section._keep()
    settle(window.runner)
    return section


def type_rate(places, text):
    places.rate_row.field.setText(text)
    places.rate_row.field.committed.emit(text)
    settle(places.session.runner)


def interval(directory):
    with Store.open(directory) as store:
        return asking.online_service(store).interval


def test_a_slower_pace_is_kept_and_stays_when_something_else_changes(places, directory):
    type_rate(places, "0,5")
    assert interval(directory) == 2.0
    places.proxies.click()
    settle(places.session.runner)
    assert interval(directory) == 2.0
    assert places.rate_row.field.text() == "0.5"


def test_nobody_else_is_asked_faster_than_once_a_second(places, directory):
    type_rate(places, "20")
    assert interval(directory) == 1.0


@pytest.mark.parametrize("text", ["fast", "nan", "-1", "inf"])
def test_what_is_no_pace_is_refused_under_its_field(places, directory, text):
    type_rate(places, text)
    assert "no number" in places.rate_row.problem.text()
    assert interval(directory) == 1.0
