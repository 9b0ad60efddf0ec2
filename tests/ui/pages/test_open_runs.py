"""A run that was begun and not finished: told at the start, and settled by a person."""

from pathlib import Path

import pytest

from directory_app.model.recall import PlannedRun
from directory_app.store import Filter, Store
from directory_app.ui.shell.shell import Banner
from tests.ui.waiting import settle


@pytest.fixture
def left_open(sample: Path) -> Path:
    with Store.open(sample, write=True) as store:
        code = store.browser.rows(store.browser.row_ids(Filter()))[0].code
        store.runs.reserve(PlannedRun("call-list", [(code, {"name": "Luz del Alba"})]))
    return sample


@pytest.mark.parametrize(("out", "state"), [(True, "complete"), (False, "failed")])
def test_it_is_told_in_a_banner_that_leads_to_where_it_is_settled(
    make_window, left_open: Path, out: bool, state: str
) -> None:
    window = make_window(left_open)
    settle(window.runner)
    (banner,) = window.findChildren(Banner)
    assert "Run 0001 was begun on" in banner.label.whole_text()
    banner.pressed.emit()
    settle(window.runner)
    page = window.shell.page()
    page.table.selectRow(0)
    settle(window.runner)
    detail = page.detail
    assert "not finished" in detail.told.label.whole_text()
    assert not detail.came_out.isHidden() and not detail.nothing.isHidden()
    (detail.came_out if out else detail.nothing).click()
    settle(window.runner)
    with Store.open(left_open) as store:
        assert [run.state for run in store.runs.all(with_failed=True)] == [state]
    page.table.selectRow(0)
    settle(window.runner)
    assert detail.came_out.isHidden()
    assert detail.again.isHidden()


def test_nothing_is_told_where_all_ended(make_window, sample: Path) -> None:
    window = make_window(sample)
    settle(window.runner)
    assert window.findChildren(Banner) == []
