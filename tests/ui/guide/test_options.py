"""The pane of options: every choice, with the keyboard, on narrow panes and in Spanish."""

import pytest
from PySide6.QtCore import Qt

from directory_app import guides
from directory_app.guides import GuideOptions, layout_kinds
from directory_app.guides.fitting import Choice, Fit
from directory_app.guides.options import ENTRY_FIELDS
from directory_app.ui import language
from directory_app.ui.pages.guide.options_pane import OptionsPane, field_words
from tests.guides import conftest as samples
from tests.ui.accessible import cut_buttons, unnamed_controls

FIELDS_OF = {kind.name: kind.fields for kind in layout_kinds() if kind.fields}
event, listings = samples.event, samples.listings


@pytest.fixture
def pane(qtbot) -> OptionsPane:
    made = OptionsPane()
    qtbot.addWidget(made)
    made.resize(272, 700)
    made.show()
    made.chosen = []
    made.changed.connect(made.chosen.append)
    return made


def choose(pane, layout: str) -> None:
    pane.layouts.set_value(layout)
    pane.layouts.chosen.emit(layout)


def test_arrows_go_through_every_layout_and_the_private_ones_say_so(pane, qtbot) -> None:
    pane.layouts.setFocus()
    names = [pane.layouts.accessibleName()]
    for _ in range(len(layout_kinds()) - 1):
        qtbot.keyClick(pane.layouts, Qt.Key.Key_Right)
        names.append(pane.layouts.accessibleName())
    assert [one.layout for one in pane.chosen] == [kind.name for kind in layout_kinds()][1:]
    assert [name for name in names if name.endswith(", private")] == names[-2:]
    assert pane.layouts.accessibleDescription() == layout_kinds()[-1].purpose_en


@pytest.mark.parametrize("layout", [kind.name for kind in layout_kinds()])
def test_a_layout_offers_what_it_has_and_no_more(pane, layout) -> None:
    choose(pane, layout)
    kind = next(kind for kind in layout_kinds() if kind.name == layout)
    papers = [pane.paper.itemData(at) for at in range(pane.paper.count())]
    assert papers == list(kind.papers)
    assert pane.people.isVisible() == kind.private
    assert pane.fields.isVisible() != kind.private
    if not kind.private:
        pane.fields.more.setVisible(True)
        pane.fields._open = True
        pane.fields._arrange()
        shown = [field for field, tick in pane.fields.ticks.items() if tick.isVisible()]
        assert set(shown) == set(FIELDS_OF[layout])


def test_another_layout_goes_back_to_its_own_paper_and_to_any_number_of_sheets(pane) -> None:
    choose(pane, "poster")
    pane.paper.picked.emit("legal")
    pane.fit.tick.click()
    assert (pane.options.paper, pane.options.fit) == ("legal", 1)
    choose(pane, "booklet")
    assert (pane.options.paper, pane.options.fit) == ("", 0)
    assert not pane.fit.tick.isChecked()


def test_every_tick_switches_one_thing_off_and_on_again(pane) -> None:
    choose(pane, "booklet")
    for field in FIELDS_OF["booklet"]:
        tick = pane.fields.ticks[field]
        tick.click()
        assert not pane.options.shows(field), field
        tick.click()
        assert pane.options.shows(field), field
    assert pane.options == GuideOptions("booklet")


@pytest.mark.parametrize("layout", sorted(FIELDS_OF))
def test_what_is_not_offered_is_not_on_the_page(layout, event, listings) -> None:
    hidden = frozenset(ENTRY_FIELDS) - set(FIELDS_OF[layout])
    made_at = samples.MADE_AT
    told = [
        guides.render_preview(
            guides.plan(event, listings[:6], GuideOptions(layout, without=without)),
            made_at=made_at,
        )
        for without in (frozenset(), hidden)
    ]
    assert samples.page_texts(told[0]) == samples.page_texts(told[1])


def test_what_would_have_to_go_is_offered_and_a_person_takes_it(pane, qtbot) -> None:
    fewer = GuideOptions("booklet", without=frozenset({"note", "qr"}))
    ways = (
        Choice("fields", fewer, 2, 14, ("note", "qr")),
        Choice("map", fewer, 2, 14, ("map",)),
        Choice("open_only", fewer, 2, 1),
        Choice("radius", fewer, 2, 9, radius_miles=2.5),
    )
    pane.fit.show_wanted(2)
    pane.fit.show_sheets(4)
    pane.fit.show_fit(Fit(2, 4, ways))
    assert pane.fit.told.whole_text() == "It takes 4 sheets. Choose what may go:"
    assert [way.accessibleName() for way in pane.fit.ways] == [
        "Without: way there, more words, qr codes", "Without the map",
        "Only the one that is open then", "Only the 9 within 2.5 mi",
    ]  # fmt: skip
    with qtbot.waitSignal(pane.taken) as taken:
        qtbot.keyClick(pane.fit.ways[3], Qt.Key.Key_Return)
    assert taken.args[0] is ways[3]
    pane.fit.show_fit(Fit(4, 4))
    assert pane.fit.ways == []


def test_where_nothing_helps_it_says_so(pane) -> None:
    pane.fit.show_wanted(1)
    pane.fit.show_fit(Fit(1, 3))
    assert "Take more sheets, or another layout." in pane.fit.told.whole_text()


@pytest.mark.parametrize("spoken", ["en", "es"])
@pytest.mark.parametrize("wide", [272, 600])
def test_nothing_is_cut_at_the_right_edge(pane, spoken, wide, qtbot) -> None:
    language.apply(spoken)
    pane.resize(wide, 500)
    for kind in layout_kinds():
        choose(pane, kind.name)
        pane.fields._open = True
        pane.fields._arrange()
        qtbot.wait(1)
        body = pane.column.widget()
        room = pane.column.viewport().width()
        assert body.width() <= room, kind.name
        for child in body.findChildren(type(pane.open_only)):
            if child.isVisible():
                right = child.mapTo(body, child.rect().topLeft()).x() + child.sizeHint().width()
                assert right <= room, (kind.name, child.text())
    assert cut_buttons(pane) == []
    assert unnamed_controls(pane) == []


def test_every_field_has_its_words() -> None:
    for fields in FIELDS_OF.values():
        assert all(field_words(field) for field in fields)
