"""Objects made of stored rows are what their classes would have made of them."""

import copy
import subprocess
import sys

from directory_app.model.business import Business, Phone
from directory_app.model.consent import Consent
from directory_app.store import Store
from directory_app.store.dossier import make
from tests.store.conftest import business, phone, yes


def _kept(store: Store) -> list[Business | Phone | Consent]:
    made = store.businesses.add(business(), phones=[phone()], consents=[yes()])
    found = store.businesses.get(made.business.id)
    return [found.business, *found.phones, *found.consents.values()]


def test_one_that_was_read_is_like_one_that_was_made(store: Store) -> None:
    for one in _kept(store):
        model = type(one)
        other = model(**one.model_dump())
        assert one == other
        assert one.model_dump() == other.model_dump()
        assert one.model_fields_set == other.model_fields_set
        assert copy.deepcopy(one) == one


def test_it_can_be_changed_and_changes_nothing_in_the_directory(store: Store) -> None:
    own = _kept(store)[0]
    assert isinstance(own, Business)
    own.name, own.languages = "Another", [*own.languages, "vi"]
    assert own.model_dump()["name"] == "Another"
    assert "vi" in own.model_dump()["languages"]
    again = store.businesses.get(own.id).business
    assert (again.name, again.languages) == ("Taquería El Nopal", ["es", "en"])


def test_what_a_row_does_not_have_is_as_in_a_new_one() -> None:
    made = make(Business, {"name": "Nopal", "code": "KXQF"})
    assert made.review_state == Business(name="Nopal", code="KXQF").review_state
    assert made.id


def test_the_first_that_a_program_reads_is_whole(store: Store) -> None:
    """Nothing has told SQLAlchemy by then to put its classes together."""
    made = store.businesses.add(business())
    read = (
        "import sys; from pathlib import Path; from directory_app.store import Store\n"
        "with Store.open(Path(sys.argv[1])) as store:"
        " print(store.businesses.get(sys.argv[2]).business.city)"
    )
    told = subprocess.run(
        [sys.executable, "-c", read, str(store.path), made.business.id],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == "Santa Fe"
