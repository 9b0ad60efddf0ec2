"""What was made is read back: each forbidden thing in each format is found, and nothing else."""

from dataclasses import replace

import pytest

from directory_app.errors import UserError
from directory_app.model.forbidden import Leak, Secret
from directory_app.model.geo import Position
from directory_app.store import Store
from directory_app.tasks import readback
from tests.tasks.readback_cases import (
    EXPORTS,
    GUIDES,
    HARMLESS,
    HIDDEN_PIN,
    LEAKS,
    TODAY,
    Output,
    fill,
)

ALL = (*EXPORTS, *GUIDES)
#: Layouts that show a description: the others have only what stands on one line.
WHOLE = tuple(each for each in ALL if each.name in {"booklet", "large-print"} or each in EXPORTS)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("readback") / "ours.puertas"
    with Store.create(path, passphrase=None, today=lambda: TODAY) as store:
        fill(store)
        yield store


@pytest.fixture(scope="module")
def listings(store):
    return store.listings.public("print", TODAY)


@pytest.fixture(scope="module")
def forbidden(store):
    return store.listings.forbidden("print", TODAY)


def secrets(leaks: list[Leak]) -> set[Secret]:
    return {leak.secret for leak in leaks}


@pytest.mark.parametrize("output", ALL, ids=lambda each: each.name)
def test_what_the_wall_lets_out_is_clean(output: Output, listings, forbidden):
    assert {each.name for each in listings} == {
        "Panadería Luz",
        "Taquería Quetzal",
        "Café Rodeo",
    }
    assert readback.check(output.make(listings), output.format, forbidden) == []


@pytest.mark.parametrize("leak", LEAKS)
@pytest.mark.parametrize("output", WHOLE, ids=lambda each: each.name)
def test_what_somebody_wrote_into_a_description_is_found(output, leak, listings, forbidden):
    said, secret = LEAKS[leak]
    first, *others = listings
    spoilt = [replace(first, description_en=said, description_es=""), *others]
    found = readback.check(output.make(spoilt), output.format, forbidden)
    assert secrets(found) == {secret}, found


@pytest.mark.parametrize("said", HARMLESS)
@pytest.mark.parametrize("output", WHOLE, ids=lambda each: each.name)
def test_what_is_only_like_it_stops_nothing(output, said, listings, forbidden):
    first, *others = listings
    harmless = [replace(first, description_en=said, description_es=""), *others]
    assert readback.check(output.make(harmless), output.format, forbidden) == []


BROKEN = {
    "one more entry": (Secret.NAME, {"name": "Panadería Xilófono Azul"}),
    "an entry of one word": (Secret.NAME, {"name": "Zyxoteca"}),
    "the other script": (Secret.NAME, {"alternate_name": "四川小馆"}),
    "a hidden house": (Secret.STREET, {"address_1": "4417 Calle Zafiro"}),
    "the house of a street": (Secret.STREET, {"address_1": "2020 Rodeo Rd"}),
}


@pytest.mark.parametrize("slip", BROKEN)
@pytest.mark.parametrize("output", ALL, ids=lambda each: each.name)
def test_a_wall_that_is_broken_is_found_in_every_format(output, slip, listings, forbidden):
    secret, values = BROKEN[slip]
    spoilt = [*listings, replace(listings[-1], code="QQQQ", **values)]
    data = output.make(spoilt)
    assert secret in secrets(readback.check(data, output.format, forbidden))


@pytest.mark.parametrize("name", ["csv", "xlsx", "geojson", "kml", "vcard", "hsds"])
def test_a_marker_that_is_finer_than_agreed_is_found(name, listings, forbidden):
    output = next(each for each in EXPORTS if each.name == name)
    hidden = next(each for each in listings if each.name == "Taquería Quetzal")
    assert hidden.marker is None
    for marker in (HIDDEN_PIN, Position(35.671, -105.961)):
        slip = replace(hidden, marker=marker, place=marker, place_is_pin=True, precision="rooftop")
        data = output.make([slip, *(each for each in listings if each is not hidden)])
        assert secrets(readback.check(data, output.format, forbidden)) == {Secret.PLACE}


def test_a_number_that_another_owner_gives_out_is_theirs_to_give(forbidden):
    assert "+15055550174" not in {each.text for each in forbidden.phones}


@pytest.mark.parametrize("output", WHOLE, ids=lambda each: each.name)
def test_who_hides_the_street_does_not_name_it_in_their_own_words(output, store, listings):
    town = next(
        each for each in store.businesses.search("") if each.business.name == "Taquería Quetzal"
    )
    said = {"description_en": "The blue door on Calle Zafiro, behind the church"}
    store.businesses.update(town.business.id, said)
    try:
        broken = [
            replace(each, **said) if each.name == "Taquería Quetzal" else each for each in listings
        ]
        found = readback.check(
            output.make(broken), output.format, store.listings.forbidden("print", TODAY)
        )
    finally:
        store.history.undo()
    assert secrets(found) == {Secret.STREET}


def test_it_is_said_whose_text_to_mend(store, listings):
    luz = next(
        each for each in store.businesses.search("") if each.business.name == "Panadería Luz"
    )
    store.businesses.update(luz.business.id, {"description_es": "Junto a Panadería Xilófono Azul"})
    try:
        csv = next(each for each in EXPORTS if each.name == "csv")
        data = csv.make(store.listings.public("print", TODAY))
        with pytest.raises(UserError) as stopped:
            readback.ensure_clean([data], "csv", store.listings.forbidden("print", TODAY))
    finally:
        store.history.undo()
    assert "“Panadería Xilófono Azul”" in stopped.value.message
    assert "of “Panadería Luz”" in stopped.value.hint
    readback.ensure_clean([csv.make(listings)], "csv", store.listings.forbidden("print", TODAY))


def test_a_format_that_nobody_can_read_back_is_refused(forbidden):
    with pytest.raises(ValueError, match="odt"):
        readback.check(b"", "odt", forbidden)
