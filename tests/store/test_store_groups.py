"""The first rows by several keys are those of the whole order, whichever way they are found."""

import random
from collections.abc import Iterator

import pytest

from directory_app.store import Filter, Store, first
from directory_app.store.filters import SORTS, Condition

from .conftest import business

KEYS = tuple(SORTS)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    chance = random.Random(11)
    path = tmp_path_factory.mktemp("groups") / "groups.puertas"
    with Store.create(path, passphrase=None) as store:
        for number in range(160):
            made = business(
                f"{chance.choice(('Pan', 'Ola', 'Zia'))} {number % 9}",
                city=chance.choice(("Clovis", "Roswell", "", "Taos")),
                category=chance.choice(("bakery", "grocery", "cafe")),
                precision=chance.choice((None, "city", "rooftop")),
            )
            made.assured_date = chance.choice((None, None, made.last_modified.date()))
            store.businesses.add(made)
        yield store


@pytest.mark.parametrize("large", [1, 30, 10_000])
@pytest.mark.parametrize("seed", range(30))
def test_they_are_the_beginning_of_all(
    many: Store, monkeypatch: pytest.MonkeyPatch, large: int, seed: int
) -> None:
    monkeypatch.setattr(first, "LARGE", large)
    chance = random.Random(seed)
    main, *then = chance.sample(KEYS, chance.choice((2, 3)))
    wanted = Filter(
        text=chance.choice(("", "", "pan")),
        city=chance.choice((None, None, "Clovis")),
        view=chance.choice(("all", "no_pin", "to_verify", "everything")),
        sort=main,
        descending=chance.random() < 0.5,
        then=tuple((key, chance.random() < 0.5) for key in then),
    )
    every = list(many.browser.row_ids(wanted))
    for limit in (1, 7, 200):
        found = [row.row_id for row in many.browser.first_rows(wanted, limit)]
        assert found == every[:limit]


def test_a_walk_that_lasts_is_given_up_and_the_group_sorted() -> None:
    asked: list[str] = []
    answers = iter([["Taos"], [1] * first.LARGE, [5, 6], []])

    def ids(sql: str, _values: object) -> list[object]:
        asked.append(sql)
        return next(answers)

    found = first.InGroups(
        ids, lambda *_asked: None, Filter(sort="city", then=(("code", True),)), Condition([], [])
    ).find(5)
    assert found == [5, 6]
    assert "WHERE business.city IS ?" in asked[2]
