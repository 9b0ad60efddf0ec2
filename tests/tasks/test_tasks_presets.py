"""What is kept of the choices for an event's guide."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.guides import GuideOptions, layout_kinds
from directory_app.guides.options import FIELDS, GROUPINGS
from directory_app.model.recall import PlannedRun
from directory_app.store import Store
from directory_app.tasks import presets
from directory_app.tasks.presets import Preset

options = st.builds(
    GuideOptions,
    layout=st.sampled_from([kind.name for kind in layout_kinds()]),
    languages=st.sampled_from([("en",), ("es",), ("en", "es"), ("es", "en")]),
    group_by=st.sampled_from(GROUPINGS),
    open_only=st.booleans(),
    show_map=st.booleans(),
    show_index=st.booleans(),
    without=st.frozensets(st.sampled_from(FIELDS)),
    fit=st.integers(0, 9),
    grey=st.booleans(),
    imposed=st.booleans(),
)


@given(st.builds(Preset, options, st.just("all"), st.integers(1, 9999), st.integers(1, 9999)))
def test_what_is_kept_comes_back(preset: Preset) -> None:
    assert presets.read(presets.write(preset)) == preset


@given(st.text())
def test_whatever_stands_there_something_can_be_printed(text: str) -> None:
    presets.read(text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("layout", "scroll"), ("languages", ["tlh"]), ("languages", []), ("without", ["nothing"]),
        ("without", [["a"]]), ("group_by", "colour"), ("fit", -1), ("fit", "two"), ("grey", "yes"),
        ("imposed", 0), ("say_immigrant", False), ("unheard_of", 1),
    ],
)  # fmt: skip
def test_what_this_program_does_not_know_is_passed_over(name, value) -> None:
    text = json.dumps({"options": {name: value, "open_only": True}, "copies": -5})
    assert presets.read(text) == Preset(GuideOptions(open_only=True))


def test_paper_that_the_layout_is_not_made_for_is_its_own_again() -> None:
    for layout, paper, kept in (
        ("sheet", "tabloid", ""),
        ("poster", "a4", "a4"),
        ("poster", "x", ""),
    ):
        text = presets.write(Preset(GuideOptions(layout, paper=paper)))
        assert presets.read(text).options.paper == kept


def test_each_event_and_each_run_has_its_own(tmp_path) -> None:
    mine = Preset(GuideOptions("booklet"), copies=12)
    with Store.create(tmp_path / "one.puertas", passphrase=None) as store:
        presets.keep_for_event(store, "a", mine)
        store.runs.reserve(PlannedRun("booklet", [], made_with=presets.write(mine)))
        assert presets.of_event(store, "a") == mine
        assert presets.of_event(store, "b") == Preset()
        assert presets.of_run(store, 1) == mine
        assert presets.of_run(store, 4) is None
        assert store.browser.undo_label() is None


def test_a_run_of_pages_one_by_one_is_kept_as_that_and_an_event_is_folded(tmp_path) -> None:
    one_by_one = Preset(GuideOptions("booklet", imposed=False))
    with Store.create(tmp_path / "one.puertas", passphrase=None) as store:
        presets.keep_for_event(store, "a", one_by_one)
        store.runs.reserve(PlannedRun("booklet", [], made_with=presets.write(one_by_one)))
        assert presets.of_event(store, "a") == Preset(GuideOptions("booklet"))
        assert presets.of_run(store, 1) == one_by_one
