"""Pictures of finding: lists, the menu of filters, how to search, the order, the columns."""

from tests.ui.shots import Shot


def _page(window: object) -> object:
    return window.shell.page()


def _type(text: str):
    return lambda window: _page(window).box.line.setText(text)


def _save(text: str, name: str):
    def act(window: object) -> None:
        _page(window).box.line.setText(text)
        _page(window).save_new_list()
        line = _page(window).name_line
        line.field.setText(name)
        line.save.click()

    return act


def _naming(window: object) -> None:
    _page(window).box.line.setText("category:bakery town:clovis")
    _page(window).save_list()


def _filters(*path: str):
    """The menu "Filter", with the parts of ``path`` open (by place: words differ)."""

    def act(window: object) -> None:
        bar = _page(window).bar
        bar.filters.open_menu()
        menu = bar.filters.menu()
        for place in path:
            action = [one for one in menu.actions() if one.menu()][place]
            menu.setActiveAction(action)
            menu = action.menu()
            menu.aboutToShow.emit()

    return act


def _columns(window: object) -> None:
    _page(window).open_columns()


def _several(window: object) -> None:
    page = _page(window)
    page.rows.sort_wanted.emit((("city", False), ("category", False), ("assured", True)))


def _more_columns(window: object) -> None:
    from directory_app.ui.pages.directory.columns import Layout
    from directory_app.ui.pages.directory.table_model import Column

    shown = [Column.NAME, Column.TOWN, Column.PHONE, Column.WEBSITE, Column.LANGUAGES]
    shown += [Column.DOORS, Column.UNTIL, Column.PAYMENT, Column.REVIEW, Column.MODIFIED]
    _page(window).rows.arrange(Layout(shown))


def _completing(window: object) -> None:
    from PySide6.QtTest import QTest

    _page(window).box.line.setFocus()
    QTest.keyClicks(_page(window).box.line, "category:")


_ALL = ("", "-dark", "-es", "-200")
_LISTS = (
    _save("airport", "Airport Road"),
    _save("open:sun", "Open on Sunday"),
    _save("language:vi", "Vietnamese"),
)
SHOTS = [
    Shot("lists", _LISTS, variants=_ALL),
    Shot("list-name", (_naming,), variants=_ALL),
    Shot("filter-menu", (_type("category:bakery "), _filters(0)), variants=_ALL),
    Shot("filter-open", (_filters(4),), variants=("",)),
    Shot("completing", (_completing,), variants=("", "-dark")),
    Shot("search-help", (lambda w: _page(w).how_to_search(),), variants=_ALL),
    Shot("sorted", (_several,), variants=("", "-dark", "-es")),
    Shot("columns-menu", (_columns,), variants=_ALL),
    Shot("columns-more", (_more_columns,), variants=("", "-dark", "-es", "-200")),
    Shot(
        "nothing-why",
        (_type("town:clovis category:bakery zia"), lambda w: _page(w)._find_culprit()),
        variants=_ALL,
    ),
]
