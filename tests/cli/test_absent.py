"""Who withdrew, said no since, or whose yes ended is in nothing that leaves: one test an output.

Four businesses said yes to every use, and everything was made of them: so each output is seen to
name them. Then one was withdrawn, one said no to all, one's year ended, and one's ends before the
event. What is made afterwards names none of them in any way, not even by their telephone.
"""

import datetime as dt
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from directory_app import cli, exporting, guides
from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.model.geo import Position
from directory_app.model.terms import Channel
from directory_app.store import Store
from tests.cli.looking import contents, words_of

DAY = dt.date.today() - dt.timedelta(40)
EVENT_DAY = dt.date.today() + dt.timedelta(30)
PRIVATE = ("visit-sheets", "call-list")
#: Whose absence each output is asked for; an export is of today, so one yes still holds.
GONE, REFUSED, ENDED, ENDING = "zqxgone", "zqxrefused", "zqxended", "zqxending"
ALL = (GONE, REFUSED, ENDED, ENDING)
#: The words of a business as they are printed, and its telephone.
NUMBERS = {GONE: "0151", REFUSED: "0152", ENDED: "0153", ENDING: "0154"}

GUIDES = [f"guide {name}" for name in guides.layout_names()]
PRIVATE_SHEETS = [f"private {name}" for name in PRIVATE]
EXPORTS = [f"export {name} {channel}" for name in exporting.NAMES for channel in exporting.CHANNELS]
MAPS = ["map event", "map today"]


@dataclass
class Made:
    """Every output, by its name, before and after."""

    directory: Path
    event: str = ""
    runs: dict[str, int] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)
    again: dict[str, str] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)


def puertas(*arguments: object) -> None:
    assert cli.run([*map(str, arguments), "--json"]) == 0, arguments


def fill(path: Path) -> str:
    """The id of the event."""
    with Store.create(path, passphrase=None) as store:
        store.people.add("Marisol")
        for number, word in enumerate(("Luz del Alba", *ALL)):
            key = word if word in NUMBERS else ""
            one = store.businesses.add(
                Business(
                    code="", name=f"Panadería {word}", alternate_name=f"{key}own",
                    category="bakery", city="Santa Fe", state_province="NM",
                    address_1=f"{number + 1}00 {key or 'Cerrillos'} Road",
                    description_en=f"Bread {key}", description_es=f"Pan {key}",
                    website=f"https://{key}luz.example", directions_en=f"Behind {key}",
                ),
                phones=[DraftPhone(f"+1505555{NUMBERS.get(word, '0150')}")],
                consents=[DraftConsent(each.value, "yes", DAY, "Marisol") for each in Channel],
            )  # fmt: skip
            at = Position(35.67 + number * 0.004, -105.96)
            store.businesses.place(one.business.id, at, "rooftop", "person")
    puertas("event", path, "add", "--name", "Fair", "--date", EVENT_DAY, "--address",
            "1120 Hickox St, Santa Fe, NM 87505")  # fmt: skip
    with Store.open(path) as store:
        return str(store.events.all()[0].id)


def turn_away(path: Path) -> None:
    with Store.open(path, write=True) as store:
        ids = {word: store.businesses.search(word)[0].business for word in ALL}
        store.consents.record(
            ids[REFUSED].id,
            [DraftConsent(each.value, "withdrawn", dt.date.today(), "Beto") for each in Channel],
        )
        run = store.opened.connection.execute
        for word, days in ((ENDED, -1), (ENDING, 10)):
            until = (dt.date.today() + dt.timedelta(days)).isoformat()
            run("UPDATE consent SET review_by = ? WHERE business_id = ?", (until, ids[word].id))
    recall = path.with_name("recall.csv")
    puertas("withdraw", path, ids[GONE].code, "--yes", "--recall", recall)


def make_all(made: Made, folder: Path, number_of: dict[str, int]) -> dict[str, str]:
    folder.mkdir()
    texts: dict[str, str] = {}
    for name in [*GUIDES, *PRIVATE_SHEETS]:
        out = folder / f"{name}.pdf"
        chosen = ["--view", "all"] if name in PRIVATE_SHEETS else []
        puertas("guide", made.directory, "--event", made.event, "--layout", name.split()[1],
                "--out", out, *chosen)  # fmt: skip
        with Store.open(made.directory) as store:
            number_of[name] = max(run.number for run in store.runs.all())
        texts[name] = words_of(out)
    for name in EXPORTS:
        _, kind, channel = name.split()
        out = folder / f"{kind} {channel}{exporting.known(kind).ending}"
        puertas("export", made.directory, "--format", kind, "--channel", channel, "--out", out)
        texts[name] = contents(out).decode("utf-8", "replace")
    for name in MAPS:
        out = folder / f"{name}.pdf"
        event = ["--event", made.event] if name == "map event" else []
        puertas("map", made.directory, "--out", out, *event)
        texts[name] = words_of(out)
    return texts


def print_again(made: Made, folder: Path) -> None:
    """What "Print again" in the window does, up to the printer."""
    from directory_app.tasks import printing

    with Store.open(made.directory, write=True) as store:
        for name in GUIDES:
            out = folder / f"again {name}.pdf"
            ready = printing.begin_again(store, made.runs[name], 1)
            out.write_bytes(ready.made.content.parts[0])
            made.again[name] = words_of(out)
            if ready.made.same or ready.made.number == made.runs[name]:
                made.same.append(name)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    folder = tmp_path_factory.mktemp("absent")
    done = Made(folder / "ours.puertas")
    done.event = fill(done.directory)
    done.before = make_all(done, folder / "before", done.runs)
    turn_away(done.directory)
    done.after = make_all(done, folder / "after", {})
    print_again(done, folder / "after")
    yield done
    shutil.rmtree(folder)


def named(text: str) -> set[str]:
    """Which of the four a text tells anything of: letters may be apart in a PDF."""
    plain = "".join(text.lower().split())
    return {
        word
        for word in ALL
        if word in plain or f"555-{NUMBERS[word]}" in plain or f"555{NUMBERS[word]}" in plain
    }


def allowed(output: str) -> set[str]:
    if output.startswith("private"):  # they are to be asked again, by our own people
        return {ENDED, ENDING}
    return {ENDING} if output.startswith("export") or output == "map today" else set()


@pytest.mark.parametrize("output", [*GUIDES, *PRIVATE_SHEETS, *EXPORTS, *MAPS])
def test_nobody_is_in_it_who_may_not_be(made: Made, output: str) -> None:
    assert named(made.before[output]) == set(ALL), "this output would show nobody at all"
    assert named(made.after[output]) == allowed(output)
    assert "luzdelalba" in "".join(made.after[output].lower().split())


@pytest.mark.parametrize("output", GUIDES)
def test_a_run_printed_again_is_another_without_them(made: Made, output: str) -> None:
    assert named(made.again[output]) == set()
    assert "luzdelalba" in "".join(made.again[output].lower().split())
    assert output not in made.same, "whoever compares papers must see that it says less"


VERBS: list[list[Any]] = [
    ["list"], ["list", "--search", "zqx"], ["near", "--address", "Santa Fe, NM", "--miles", "90"],
    ["history"], ["duplicates"], ["preflight"], ["verify", "--due"], ["recall", "--run", "1"],
]  # fmt: skip


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: " ".join(map(str, verb)))
def test_what_staff_read_tells_nothing_of_who_withdrew(
    made: Made, capsys: pytest.CaptureFixture[str], verb: list[Any]
) -> None:
    """The others are told, with their answers: this is staff reading their own laptop."""
    event = ["--event", made.event] if verb == ["preflight"] else []
    capsys.readouterr()
    assert cli.run([verb[0], str(made.directory), *verb[1:], *event, "--json"]) == 0
    said = capsys.readouterr().out
    json.loads(said)
    assert GONE not in named(said)


def test_nor_does_any_byte_of_the_directory(made: Made) -> None:
    with Store.open(made.directory, write=True) as store:
        store.backups.write()
    data = (made.directory / "directory.db").read_bytes()
    assert REFUSED.encode() in data  # the way of looking sees names
    assert GONE.encode() not in data
    assert f"555{NUMBERS[GONE]}".encode() not in data
