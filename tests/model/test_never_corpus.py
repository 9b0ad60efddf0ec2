"""How much of what is never kept is caught, and how much is stopped for nothing (issue 12)."""

import pytest

from tests import never_corpus as corpus

LEAST_CAUGHT, MOST_ALARMS = 0.98, 0.02


def test_there_is_a_corpus_of_enough_of_both():
    expected = [row.expect for row in corpus.rows()]
    assert min(expected.count("caught"), expected.count("harmless")) >= 300


@pytest.mark.parametrize("path", corpus.files(), ids=lambda path: path.stem)
def test_probes_are_caught_and_look_alikes_pass(path, capsys):
    found = corpus.rates(path)
    with capsys.disabled():
        print(f"\n{path.name}: caught {found.caught:.1%}, false alarms {found.alarms:.1%}")  # noqa: T201
    told = "\n".join("\t".join(row) for row in found.wrong)
    assert found.caught >= LEAST_CAUGHT, told
    assert found.alarms <= MOST_ALARMS, told
