"""Pictures of the editor at work: the pane of the hours, pickers, help lines, problems."""

from tests.ui.shots import Shot

_SEASONAL = "Mo-Fr 08:00-17:00; Sa 09:00-13:00; May-Sep Mo-Fr 07:00-20:00; Dec 24-26 off; PH off"


def _choose(window: object) -> None:
    page = window.shell.page()
    page.rows.select_place(15)
    page.beside.edit(page.table.row(15))


def _seasonal(window: object) -> None:
    editor = window.shell.page().editor
    editor.view.verticalScrollBar().setValue(640)
    editor.when._take(_SEASONAL, assumed=True)


def _open_hours(window: object) -> None:
    window.shell.page().editor.when.edit_hours()


def _half_typed(window: object) -> None:
    form = window.shell.page().editor.when.popover.form
    form.week.days[3].row.put("11–2:30, 5–9 pm")
    form.week.days[5].row.put("from nine")
    form.week.days[2].row.line.setFocus()


def _shut(window: object) -> None:
    window.shell.page().editor.when.close_hours()


def _pick_category(window: object) -> None:
    field = window.shell.page().editor.who.category.field
    field.setFocus()
    field.setText("pan")
    field.textEdited.emit("pan")


def _pick_cuisine(window: object) -> None:
    who = window.shell.page().editor.who
    who.cuisines.set_values(["mexican", "oaxacan"])
    who.cuisines.line.setFocus()
    who.cuisines.line.setText("sa")
    who.cuisines.line.textEdited.emit("sa")


def _help(window: object) -> None:
    who = window.shell.page().editor.who
    who.phones.set_texts(["(505) 555-0103 x2", "(505) 555-01"])
    who.phones.set_secrets([False, True])
    who.phones.lines[0][0].setFocus()


def _unknown_cuisine(window: object) -> None:
    editor = window.shell.page().editor
    editor.who.cuisines.set_values(["mexican"])
    editor.who.cuisines.take_up("Tex-Mex fusion")
    editor.who.category.field.setText("zzzz")
    editor.who.check("category")
    editor.notes.note.field.setFocus()
    editor.view.verticalScrollBar().setValue(0)


SHOTS = [
    Shot("field-help", (_choose, _help)),
    Shot("field-problems", (_choose, _unknown_cuisine), variants=("", "-dark", "-es")),
    Shot("category", (_choose, _pick_category)),
    Shot("cuisine", (_choose, _pick_cuisine), variants=("", "-dark", "-es")),
    Shot("hours", (_choose, _seasonal, _open_hours, _half_typed)),
    Shot("hours-half", (_choose, _seasonal, _open_hours, _half_typed, _shut), variants=("",)),
]
