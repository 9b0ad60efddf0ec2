"""The search box's grammar where it is read without a window: places known, mistakes refused."""

from directory_app import geocoding
from directory_app.errors import UserError
from directory_app.model.geo import Position
from directory_app.model.query import parse
from directory_app.store import Store
from directory_app.store.area import find_places_by, place_of
from directory_app.store.filters import has_grammar


def know_places(home_state: str = "") -> None:
    """Let ``near:`` ask the gazetteer and the street data on this laptop; no service."""

    def find(text: str) -> Position | None:
        try:
            return geocoding.locate_venue(text, home_state or geocoding.HOME_STATE).position
        except UserError:  # nothing of an address in it: nowhere, which each caller says
            return None

    find_places_by(find, geocoding.town_point)


def check_search(store: Store, text: str) -> None:
    """Refuse a search of which a part cannot be read: the rest alone would find too much."""
    if not has_grammar(text):
        return
    query = parse(text)
    for problem in query.problems:
        if problem.en == problem.piece.problem:
            continue  # a phrase that is still open is read all the same
        raise UserError(f"“{problem.piece}” cannot be searched for.", problem.en)
    if not query.places():
        return
    states = store.browser.states()
    home = max(states, key=lambda state: state[1])[0] if states else ""
    know_places(geocoding.most_common_state([home]))
    for term in query.places():
        if place_of(term.value) is None:
            raise UserError(f"“{term.value}” was not found.", "Add the town and its state.")
