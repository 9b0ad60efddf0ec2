"""The conversation, and forgetting a business: in a real window, on a real directory."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app.store import Store
from directory_app.tasks import wordings
from directory_app.ui.parts.consent.ask_dialog import AskDialog
from directory_app.ui.parts.consent.withdraw_dialog import WithdrawDialog
from directory_app.ui.window.main_window import MainWindow
from tests.runs import record
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
TAQUERIA = "Taquería La Puerta Azul"
THAI = "Baan Bua Market"


def _chosen(make_window: Open, path: Path, name: str) -> MainWindow:
    window = make_window(path)
    settle(window.runner)
    page = window.shell.page()
    names = [page.table.row(at).name for at in range(page.table.rowCount())]
    page.rows.select_place(names.index(name))
    settle(window.runner)
    return window


def _asking(window: MainWindow) -> AskDialog:
    window.shell.page().editor.ask()
    settle(window.runner)
    dialog = window.findChild(AskDialog)
    assert dialog is not None
    return dialog


def _kept(path: Path, name: str) -> Any:
    with Store.open(path) as store:
        return next((one for one in store.businesses.search("") if one.business.name == name), None)


def _texts(labels: list[Any]) -> list[str]:
    return [label.whole_text() for label in labels if not label.isHidden()]


def test_the_words_are_in_the_owners_language_and_ones_own(make_window: Open, sample: Path) -> None:
    dialog = _asking(_chosen(make_window, sample, TAQUERIA))
    spanish, english = wordings.shipped("es"), wordings.shipped("en")
    dialog.language.set_value("es")
    dialog._show_words()
    assert _texts(dialog.pane.aloud._paragraphs) == list(spanish.before)
    assert _texts(dialog.pane.own._paragraphs) == list(english.before)
    row = dialog.questions._rows["map"]
    assert row.question.whole_text() == spanish.question("map")
    assert row.own.whole_text() == english.question("map")
    assert dialog.questions.end.question.whole_text() == " ".join(spanish.after)
    assert dialog.pane.note.isHidden()
    dialog.reject()


def test_a_language_without_words_is_said_and_still_recorded(
    make_window: Open, sample: Path
) -> None:
    dialog = _asking(_chosen(make_window, sample, THAI))
    assert dialog.language.value() == "th"
    assert "Thai" in dialog.pane.note.text()
    assert _texts(dialog.pane.aloud._paragraphs) == list(wordings.shipped("en").before)
    dialog.answers["share"].set_value("yes")
    dialog.asked_by.setEditText("Marisol")
    one = next(one for one in dialog.given() if one.channel == "share")
    assert (one.language, one.wording_version) == ("th", wordings.shipped("en").stamp)
    dialog.reject()


def test_the_version_that_was_read_is_kept_and_a_coalitions_own_words_are_read(
    make_window: Open, sample: Path, tmp_path: Path
) -> None:
    own = wordings.shipped("es").text.replace("version: 2", "version: 3")
    file = tmp_path / "ours.md"
    file.write_text(own.replace("Hola.", "Buenas tardes."), encoding="utf-8")
    with Store.open(sample, write=True) as store:
        ours = wordings.set_wording(store, file)
    window = _chosen(make_window, sample, TAQUERIA)
    dialog = _asking(window)
    dialog.language.set_value("es")
    dialog._show_words()
    assert dialog.pane.aloud._paragraphs[0].whole_text().startswith("Buenas tardes.")
    dialog.answers["web"].set_value("no")
    dialog.role.set_value("owner")
    dialog.method.set_value("phone")
    dialog.asked_by.setEditText("Marisol")
    dialog.record.click()
    settle(window.runner)
    kept = _kept(sample, TAQUERIA).consents["web"]
    assert (kept.answer, kept.wording_version, kept.language) == ("no", ours.stamp, "es")
    assert (kept.given_by_role, kept.method, kept.asked_by) == ("owner", "phone", "Marisol")


def test_no_to_everything_and_what_a_map_may_show(make_window: Open, sample: Path) -> None:
    window = _chosen(make_window, sample, TAQUERIA)
    dialog = _asking(window)
    dialog.refuse.click()
    assert set(dialog.questions.chosen().values()) == {"no"}
    dialog.questions.visibility.set_value("town")
    dialog.asked_by.setEditText("Marisol")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window.runner)
    kept = _kept(sample, TAQUERIA)
    assert {one.answer for one in kept.consents.values()} == {"no"}
    assert len(kept.consents) == 5
    assert kept.business.location_visibility == "town"


@pytest.mark.parametrize(
    ("months", "days"), [("3", (88, 93)), ("6", (180, 185)), ("12", (364, 367))]
)
def test_a_yes_holds_for_the_months_that_were_chosen(
    make_window: Open, sample: Path, months: str, days: tuple[int, int]
) -> None:
    dialog = _asking(_chosen(make_window, sample, TAQUERIA))
    today = dialog.date.day()
    dialog.months.set_value(months)
    dialog.months.chosen.emit(months)
    assert days[0] <= (dialog.how.review.day() - today).days <= days[1]
    dialog.how._choose_review(today + dt.timedelta(40))
    assert dialog.how.review_by() == today + dt.timedelta(40)
    dialog.how._choose_review(today + dt.timedelta(4000))  # never more than twelve months
    assert (dialog.how.review_by() - today).days in (365, 366)
    dialog.reject()


def test_the_conversation_names_every_control(make_window: Open, sample: Path) -> None:
    dialog = _asking(_chosen(make_window, sample, TAQUERIA))
    assert unnamed_controls(dialog) == []
    dialog.reject()


# -- forgetting


def _print_run(path: Path, name: str) -> int:
    business = _kept(path, name).business
    with Store.open(path, write=True) as store:
        run = record(
            store,
            event_id=store.events.all()[0].id,
            layout="sheet",
            languages="en,es",
            use_by=store.today() + dt.timedelta(30),
            copies=150,
            sha256="0" * 64,
            entries=[(business.code, {"name": business.name, "number": 7})],
        )
        return run.number


def _forgetting(window: MainWindow) -> WithdrawDialog:
    window.shell.page().editor.withdraw()
    settle(window.runner)
    dialog = window.findChild(WithdrawDialog)
    assert dialog is not None
    return dialog


def test_who_does_not_want_to_be_listed_is_offered_to_be_forgotten(
    make_window: Open, sample: Path
) -> None:
    window = _chosen(make_window, sample, TAQUERIA)
    _asking(window).unlist.click()
    settle(window.runner)
    dialog = window.findChild(WithdrawDialog)
    assert TAQUERIA in dialog.title.whole_text()
    dialog.reject()
    settle(window.runner)
    assert _kept(sample, TAQUERIA) is not None


def test_the_recall_list_is_saved_before_anything_is_forgotten(
    make_window: Open, sample: Path, tmp_path: Path
) -> None:
    number = _print_run(sample, TAQUERIA)
    window = _chosen(make_window, sample, TAQUERIA)
    dialog = _forgetting(window)
    assert unnamed_controls(dialog) == []
    cells = dialog.list.table.rows.row(0).cells
    assert (cells[0], cells[3], cells[4]) == (f"{number:04}", "150", "number 7")
    field = dialog._field()
    field.setText(dialog._recall.code)
    assert not dialog.forget.isEnabled()
    assert dialog.code.problem.text() == "Save or print the list first"
    dialog.list.save_to(tmp_path / "recall.csv")
    settle(window.runner)
    assert "150" in (tmp_path / "recall.csv").read_text("utf-8-sig")
    field.setText("XXXX")
    assert not dialog.forget.isEnabled()
    field.setText(dialog._recall.code.lower())
    assert dialog.forget.isEnabled()
    dialog.forget.click()
    settle(window.runner)
    assert _kept(sample, TAQUERIA) is None
    assert TAQUERIA not in " ".join(_shown(dialog))
    assert any("Downloads" in text for text in _shown(dialog))
    assert window.shell.page().editor.isHidden()
    assert TAQUERIA not in [
        window.shell.page().table.row(at).name for at in range(window.shell.page().table.rowCount())
    ]
    dialog.reject()


def test_each_text_that_may_name_it_is_settled_before_it_is_forgotten(
    make_window: Open, sample: Path
) -> None:
    with Store.open(sample, write=True) as store:
        others = [
            one.business for one in store.businesses.search("") if one.business.name != TAQUERIA
        ][:2]
        called = "Puerta Azul"
        store.businesses.update(others[0].id, {"note": f"Next to {TAQUERIA}. Ring twice."})
        store.businesses.update(others[1].id, {"note": f"Ask at {called}. They have {called} tea."})
    window = _chosen(make_window, sample, TAQUERIA)
    dialog = _forgetting(window)
    assert unnamed_controls(dialog) == []
    dialog._field().setText(dialog._recall.code)
    assert not dialog.forget.isEnabled()
    assert "Say first" in dialog.code.problem.text()
    assert others[0].code in dialog.mentions.told.text()
    choices = list(dialog.mentions._choices.values())
    assert len(choices) == 2
    dialog.mentions.all_out.click()
    assert dialog.forget.isEnabled()
    choices[1].set_value("leave")
    dialog.forget.click()
    settle(window.runner)
    with Store.open(sample) as store:
        notes = [store.businesses.get(one.id).business.note for one in others]
    assert notes == ["Ring twice.", f"They have {called} tea."]
    assert any(others[0].code in text for text in _shown(dialog))
    dialog.reject()


def _shown(dialog: WithdrawDialog) -> list[str]:
    from directory_app.ui.widgets.base import Label

    return [label.whole_text() for label in dialog.findChildren(Label) if label.isVisible()]


def test_what_was_printed_meanwhile_stops_it(
    make_window: Open, sample: Path, tmp_path: Path
) -> None:
    window = _chosen(make_window, sample, TAQUERIA)
    dialog = _forgetting(window)
    assert dialog.list.save.isHidden()
    code = dialog._recall.code
    window.session.keep(
        lambda store: record(
            store,
            event_id=None, layout="sheet", languages="en", use_by=None, copies=1,
            sha256="0" * 64, entries=[(code, {"name": TAQUERIA})],
        )
    )  # fmt: skip
    told: list[object] = []
    dialog.went_wrong.disconnect()
    dialog.went_wrong.connect(told.append)
    dialog._field().setText(code)
    dialog.forget.click()
    settle(window.runner)
    assert _kept(sample, TAQUERIA) is not None
    assert "meanwhile" in str(told[0])
    dialog.reject()


def test_what_was_being_typed_does_not_bring_it_back(make_window: Open, sample: Path) -> None:
    window = _chosen(make_window, sample, TAQUERIA)
    editor = window.shell.page().editor
    dialog = _forgetting(window)
    editor.who.name.field.setText("Typed behind the dialog")
    dialog._field().setText(dialog._recall.code)
    dialog.forget.click()
    settle(window.runner)
    dialog.reject()
    window.shell.page().can_leave()
    settle(window.runner)
    with Store.open(sample) as store:
        assert "Typed behind" not in str([one.business.name for one in store.businesses.search("")])
    assert QApplication.activeModalWidget() is None
