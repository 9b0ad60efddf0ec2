"""In the editor: why an address was not found, how sure its pin is, and where that is mended."""

from directory_app.store import Store
from directory_app.ui.parts.doubt_line import source_words
from tests.ui.places.conftest import rows_of
from tests.ui.waiting import settle

DOUBTFUL, UNKNOWN, SURE = "Mercado La Loma", "Modas Cristal", "Taquería El Farol"


def edit(window, name):
    page = window.shell.page()
    names = [page.table.row(at).name for at in range(page.table.rowCount())]
    page.rows.select_place(names.index(name))
    settle(window.runner)
    page.editor.others.ask()  # at once, as if somebody had stayed
    settle(window.runner)
    return page.editor


def test_the_reason_stands_under_the_map_and_leads_to_the_list(window):
    line = edit(window, UNKNOWN).where.doubt
    assert line.isVisible()
    assert "no such street" in line.why.text()
    line.go.click()
    settle(window.runner, 20)
    assert window.shell.side.list.current_key() == "places"
    assert window.shell.page().table.current().name == UNKNOWN
    assert UNKNOWN in rows_of(window.shell.page())


def test_a_sure_place_has_no_doubt_and_says_what_found_it(window, directory):
    assert edit(window, SURE).where.doubt.isHidden()
    window.shell.open_page("places")
    settle(window.runner, 20)
    window.shell.page().find_button.click()
    settle(window.runner, 20)
    window.shell.open_page("directory", "all")
    settle(window.runner)
    where = edit(window, SURE).where
    assert "from the street data" in where.map.accessibleName()
    assert edit(window, DOUBTFUL).where.doubt.isVisible()
    assert edit(window, SURE).where.doubt.isHidden()


def test_a_correction_takes_the_doubt_away(window, directory):
    editor = edit(window, UNKNOWN)
    with Store.open(directory) as store:
        wanted = next(
            one.business.id for one in store.businesses.search("") if one.business.name == UNKNOWN
        )
    window.session.write(
        lambda store: store.businesses.update(wanted, {"address_1": "114 W 1st St"})
    )
    settle(window.runner)
    assert editor.where.doubt.isHidden()


def test_services_are_named(qapp):
    assert source_words("nominatim nominatim.openstreetmap.org") == "told by Nominatim"
    assert source_words("points county") == "from the street data"
    assert source_words("something else") == "from the address"
