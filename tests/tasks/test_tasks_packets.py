"""Two laptops of a coalition: a packet goes over, comes back, and a no always wins."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.model.business import Business
from directory_app.model.compare import Kind
from directory_app.model.contact import Contact
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.model.geo import Position
from directory_app.model.packet_review import Applied, Choice, Review, RowKind, choose, settle
from directory_app.progress import Cancelled
from directory_app.store import Filter, Store
from directory_app.store.keys import Cost
from directory_app.tasks.packets import (
    PacketOrder,
    apply_packet,
    contents,
    look_over,
    make_packet,
    new_passphrase,
    open_packet,
)

TODAY = dt.date(2026, 11, 24)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS = "acequia piñón adobe maíz horno lavanda"


def make_store(path: Path) -> Store:
    return Store.create(path, passphrase=None, today=lambda: TODAY)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path / "here.puertas") as made:
        yield made


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path / "there.puertas") as made:
        yield made


def yes(channel: str = "print", day: dt.date = dt.date(2026, 10, 12)) -> DraftConsent:
    return DraftConsent(channel, "yes", day, "Marisol")


def no(channel: str = "print") -> DraftConsent:
    return DraftConsent(channel, "no", dt.date(2026, 11, 2), "Marisol")


def add(store: Store, name: str = "Taquería El Nopal", last: str = "42", **values: object) -> str:
    usual: dict[str, object] = {
        "category": "restaurant",
        "languages": ["es", "en"],
        "address_1": f"{last} Cerrillos Rd",
        "city": "Santa Fe",
        "state_province": "NM",
        "opening_hours": "Tu-Su 08:00-15:00",
        "note": "ring the bell",
    }
    consents = values.pop("consents", [yes()])
    made = store.businesses.add(
        Business(code="", name=name, **(usual | values)),
        phones=[DraftPhone(f"+150555501{last}")],
        consents=consents,
        contacts=[Contact(name="Lupe", role="owner", business_id="")],
    )
    return str(made.business.id)


def send(store: Store, **order: object) -> Path:
    path = store.path.with_name(f"{store.path.stem}-{store.runs.next_number()}.puertas-packet")
    make_packet(store, PacketOrder(path, WORDS, cost=CHEAP, **order))
    return path


def look(store: Store, path: Path) -> Review:
    return look_over(store, open_packet(path, WORDS))


def bring(store: Store, path: Path, choose_: Callable[[Review], None] | None = None) -> Applied:
    review = look(store, path)
    if choose_:
        choose_(review)
    return apply_packet(store, review)


def answer(store: Store, one: str, channel: str = "print") -> str:
    found = store.businesses.get(one).consents.get(channel)
    return "not_asked" if found is None else str(found.answer)


def only(review: Review) -> object:
    assert len(review.rows) == 1, [row.kind for row in review.rows]
    return review.rows[0]


# -- there and back


def test_a_packet_brings_a_business_whole(here: Store, there: Store) -> None:
    one = add(here)
    applied = bring(there, send(here))
    assert (applied.added, applied.changed) == (1, 0)
    mine, other = here.businesses.get(one), there.businesses.get(one)
    assert other.business.code == mine.business.code
    kept = {"row_id", "last_modified", "version"}
    assert other.business.model_dump(exclude=kept) == mine.business.model_dump(exclude=kept)
    assert [one.number for one in other.phones] == ["+15055550142"]
    assert [(one.name, one.role) for one in other.contacts] == [("Lupe", "owner")]
    assert other.consents["print"].asked_by == "Marisol"


def test_what_came_back_unchanged_changes_nothing(here: Store, there: Store) -> None:
    add(here)
    bring(there, send(here))
    review = look(here, send(there))
    assert (review.rows, review.same) == ([], 1)


def test_only_theirs_is_offered_only_ours_stays_both_wait(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    there.businesses.update(
        one, {"website": "https://nopal.example", "name": "El Nopal", "note": "at the back"}
    )
    here.businesses.update(one, {"email": "nopal@example.org", "name": "Nopal Grill"})
    row = only(look(here, send(there)))
    kinds = {line.unit: (line.kind, line.take) for line in row.lines}
    assert kinds == {
        "website": (Kind.TAKE, True),
        "note": (Kind.TAKE, True),
        "email": (Kind.KEEP, False),
        "name": (Kind.CONFLICT, None),
    }
    assert row.conflicts == 1


def test_a_conflict_that_nobody_chose_stays_ours(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    there.businesses.update(one, {"name": "El Nopal", "website": "https://nopal.example"})
    here.businesses.update(one, {"name": "Nopal Grill"})
    path = send(there)
    applied = bring(here, path)
    assert applied.changed == 1
    assert here.businesses.get(one).business.name == "Nopal Grill"
    assert here.businesses.get(one).business.website == "https://nopal.example"
    # it was seen and left: the same packet says nothing new
    assert all(line.take is False for row in look(here, path).rows for line in row.lines)


def test_choosing_theirs_takes_it(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    there.businesses.update(one, {"name": "El Nopal"})
    here.businesses.update(one, {"name": "Nopal Grill"})
    bring(here, send(there), lambda review: settle(review.rows, theirs=True))
    assert here.businesses.get(one).business.name == "El Nopal"


def test_a_second_round_compares_with_the_first(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    there.businesses.update(one, {"name": "El Nopal"})
    bring(here, send(there))
    here.businesses.update(one, {"name": "El Nopal Rojo"})
    row = only(look(there, send(here)))
    assert [(line.unit, line.kind) for line in row.lines] == [("name", Kind.TAKE)]


def test_phones_are_merged_one_by_one(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    there.businesses.update(one, {}, phones=[DraftPhone("+15055550177")])
    here.businesses.update(one, {}, phones=[DraftPhone("+15055550142"), DraftPhone("+15055550188")])
    applied = bring(here, send(there))
    assert applied.changed == 1
    assert [phone.number for phone in here.businesses.get(one).phones] == [
        "+15055550188",
        "+15055550177",
    ]


@pytest.mark.parametrize(("theirs", "number"), [(True, "+15055550177"), (False, "+15055550188")])
def test_a_number_that_both_changed_is_chosen_and_comes_in_its_place(
    here: Store, there: Store, theirs: bool, number: str
) -> None:
    one = add(here)
    bring(there, send(here))
    there.businesses.update(one, {}, phones=[DraftPhone("+15055550177")])
    here.businesses.update(one, {}, phones=[DraftPhone("+15055550188")])
    assert only(look(here, send(there))).conflicts == 1
    bring(here, send(there), lambda review: settle(review.rows, theirs=theirs))
    assert [phone.number for phone in here.businesses.get(one).phones] == [number]


def test_a_number_that_one_keeps_confidential_stays_so(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    (known,) = there.businesses.get(one).phones
    known.confidential = True
    there.businesses.update(one, {}, phones=[known])
    bring(here, send(there))
    assert here.businesses.get(one).phones[0].confidential
    bring(there, send(here))
    assert there.businesses.get(one).phones[0].confidential


# -- consent


def test_their_no_takes_our_yes_whatever_is_chosen(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    there.consents.record(one, [no()])
    bring(here, send(there), lambda review: settle(review.rows, theirs=False))
    assert answer(here, one) == "no"


def test_our_no_stays_against_their_yes(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    here.consents.record(one, [no()])
    there.consents.record(one, [yes(day=dt.date(2026, 11, 20))])
    bring(here, send(there), lambda review: settle(review.rows, theirs=True))
    assert answer(here, one) == "no"


def test_a_yes_that_was_taken_back_there_goes_here(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    there.consents.record(one, [DraftConsent("print", "not_asked")])
    bring(here, send(there))
    assert answer(here, one) == "not_asked"


def test_a_new_yes_comes_if_a_person_wants_it(here: Store, there: Store) -> None:
    one = add(here, consents=[])
    bring(there, send(here))
    there.consents.record(one, [yes()])
    path = send(there)

    def leave(review: Review) -> None:
        (line,) = only(review).lines
        choose(review.rows[0], line, take=False)

    bring(here, path, leave)
    assert answer(here, one) == "not_asked"


def test_undo_of_a_packet_keeps_the_no(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    there.consents.record(one, [no()])
    there.businesses.update(one, {"name": "El Nopal"})
    bring(here, send(there))
    label = here.history.undo()
    assert label is not None and label.kind == "packet"
    assert here.businesses.get(one).business.name == "Taquería El Nopal"
    assert answer(here, one) == "no"


def test_one_undo_takes_the_whole_packet_back(here: Store, there: Store) -> None:
    for number in range(5):
        add(here, f"Tienda {number}", f"{number:02}")
    path = send(here)
    bring(there, path)
    assert there.browser.count(Filter()) == 5
    assert str(there.history.undo()) == "Packet from here"
    assert there.browser.count(Filter(view="everything")) == 0
    assert bring(there, path).left == 0  # taken back is not deleted: it may come again
    assert there.browser.count(Filter()) == 5


# -- who is gone


def test_who_withdrew_here_does_not_come_back(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    there.businesses.update(one, {"name": "Otro Nombre", "address_1": "1 Other St"}, phones=[])
    path = send(there)
    here.consents.withdraw(one)
    review = look(here, path)
    assert only(review).kind is RowKind.BLOCKED
    assert apply_packet(here, review).added == 0
    assert here.browser.count(Filter(view="everything")) == 0


def test_who_withdrew_there_is_used_no_more_here(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    add(there, "Otra", "51")
    there.consents.withdraw(one)
    applied = bring(here, send(there))
    assert applied.withdrew == (one,)
    kept = here.businesses.get(one)
    assert kept.business.review_state == "archived"
    assert {answer(here, one, channel) for channel in ("print", "map", "web", "share")} == {
        "withdrawn"
    }
    assert here.listings.public("print", TODAY) == [
        each for each in here.listings.public("print", TODAY) if each.name == "Otra"
    ]


def test_who_was_deleted_here_does_not_come_back(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    here.businesses.delete([one])
    there.businesses.update(one, {"name": "El Nopal"})
    review = look(here, send(there))
    assert only(review).kind is RowKind.DELETED
    apply_packet(here, review)
    assert here.browser.count(Filter(view="everything")) == 0


def test_who_was_deleted_there_is_archived_here_only_by_a_person(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    add(there, "Otra", "51")
    there.businesses.delete([one])
    path = send(there)
    row = next(row for row in look(here, path).rows if row.kind is RowKind.GONE)
    assert row.choice is Choice.LEAVE
    bring(here, path)
    assert here.businesses.get(one).business.review_state == "approved"

    def archive(review: Review) -> None:
        for row in review.rows:
            row.choice = Choice.ARCHIVE if row.kind is RowKind.GONE else row.choice

    assert bring(here, path, archive).archived == 1
    assert here.businesses.get(one).business.review_state == "archived"


def test_a_no_to_one_that_was_merged_here_holds_for_the_kept_one(here: Store, there: Store) -> None:
    keep, drop = add(here), add(here, "Tienda Dos", "43")
    bring(there, send(here))
    here.duplicates.merge(keep, drop)
    there.consents.record(drop, [no()])
    bring(here, send(there))
    assert answer(here, keep) == "no"


def test_a_no_to_one_that_was_merged_there_holds_for_both_here(here: Store, there: Store) -> None:
    keep, drop = add(here), add(here, "Tienda Dos", "43")
    bring(there, send(here))
    there.duplicates.merge(keep, drop)
    there.consents.record(keep, [no()])
    bring(here, send(there))
    assert (answer(here, keep), answer(here, drop)) == ("no", "no")


# -- who is like another


def test_the_same_business_with_another_id_is_found(here: Store, there: Store) -> None:
    mine, other = add(here), add(there, website="https://nopal.example")
    row = only(look(here, send(there)))
    assert (row.kind, row.choice, row.target) == (RowKind.LIKE, Choice.SAME, mine)
    bring(here, send(there))
    assert here.browser.count(Filter()) == 1
    assert here.businesses.get(mine).business.website == "https://nopal.example"
    # from now on the two laptops know them as one
    assert look(there, send(here)).rows == []
    assert there.businesses.get(other).business.website == "https://nopal.example"


def test_one_that_is_like_another_may_come_as_a_new_one(here: Store, there: Store) -> None:
    add(here)
    add(there)

    def as_new(review: Review) -> None:
        only(review).choice = Choice.NEW

    assert bring(here, send(there), as_new).added == 1
    assert here.browser.count(Filter()) == 2


# -- what a person put by hand


def test_a_pin_set_by_hand_waits_for_a_person(here: Store, there: Store) -> None:
    one = add(here)
    here.businesses.place(one, Position(35.66, -105.97), "manual", "", lock=True)
    bring(there, send(here))
    there.businesses.place(one, Position(35.67, -105.98), "manual", "", lock=True)
    path = send(there)
    (line,) = only(look(here, path)).lines
    assert (line.unit, line.kind, line.why) == ("pin", Kind.CONFLICT, "hand_pin")
    bring(here, path)
    assert here.businesses.get(one).business.latitude == 35.66
    bring(here, path, lambda review: settle(review.rows, theirs=True))
    assert here.businesses.get(one).business.latitude == 35.66  # it was looked at, and left


def test_what_is_a_home_on_one_laptop_is_one_on_both(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    there.businesses.update(one, {"address_type": "home"})
    bring(here, send(there), lambda review: settle(review.rows, theirs=False))
    kept = here.businesses.get(one).business
    assert (kept.address_type, kept.address_1) == ("home", "")
    bring(there, send(here))
    assert there.businesses.get(one).business.address_1 == ""


def test_what_hides_more_wins(here: Store, there: Store) -> None:
    one = add(here, location_visibility="town")
    bring(there, send(here))
    there.businesses.update(one, {"location_visibility": "exact"})
    bring(here, send(there), lambda review: settle(review.rows, theirs=True))
    assert here.businesses.get(one).business.location_visibility == "town"
    here.businesses.update(one, {"location_visibility": "none"})
    bring(there, send(here))
    assert there.businesses.get(one).business.location_visibility == "none"


# -- words, review, private


def test_words_that_are_never_kept_do_not_travel(here: Store, there: Store) -> None:
    one = add(here)
    words = "she is undocumented"  # kept by an earlier release, or let in
    here.businesses.update(one, {"note": words}, let_in=[words])
    made = make_packet(
        here, PacketOrder(here.path.with_name("a.puertas-packet"), WORDS, cost=CHEAP)
    )
    assert made.contents.words == 1
    bring(there, made.path)
    assert there.businesses.get(one).business.note == ""
    assert look(here, send(there)).rows == []  # a text that stayed here is not blanked


def test_without_private_things_notes_and_contacts_stay(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here, private=False))
    assert there.businesses.get(one).business.note == ""
    assert there.businesses.get(one).contacts == []
    assert look(here, send(there)).rows == []
    assert here.businesses.get(one).business.note == "ring the bell"


def test_with_two_people_what_a_packet_changed_is_looked_at_again(
    here: Store, there: Store
) -> None:
    one = add(here)
    bring(there, send(here))
    there.businesses.update(one, {"name": "El Nopal"})
    here.people.add("Ana")
    here.people.add("Ben")
    here.set_person("Ana")
    bring(here, send(there))
    assert here.businesses.get(one).business.review_state == "submitted"
    with pytest.raises(UserError, match="changed by you"):
        here.businesses.approve([one])


# -- making


def test_it_is_counted_as_a_run_that_stays_inside(here: Store) -> None:
    one = add(here)
    made = make_packet(
        here, PacketOrder(here.path.with_name("a.puertas-packet"), WORDS, cost=CHEAP)
    )
    (run,) = here.runs.all()
    assert (run.number, run.layout, run.copies) == (made.run, "packet", 1)
    assert [entry.name for entry in here.runs.entries(made.run)] == ["Taquería El Nopal"]
    assert [run.number for run in here.consents.recall_list(one).runs] == [made.run]
    assert made.path.stat().st_mode & 0o777 == 0o600


def test_a_packet_that_could_not_be_written_leaves_no_run(here: Store) -> None:
    add(here)
    path = here.path.with_name("no-such-folder") / "a.puertas-packet"
    with pytest.raises(UserError):
        make_packet(here, PacketOrder(path, WORDS, cost=CHEAP))
    assert here.runs.all() == []


def test_nothing_is_written_inside_a_directory(here: Store) -> None:
    add(here)
    with pytest.raises(UserError, match="inside a directory"):
        make_packet(here, PacketOrder(here.path / "a.puertas-packet", WORDS, cost=CHEAP))


def test_nobody_chosen_and_weak_words_are_said(here: Store) -> None:
    path = here.path.with_name("a.puertas-packet")
    with pytest.raises(UserError, match="guessed too easily"):
        make_packet(here, PacketOrder(path, "password1234", cost=CHEAP))
    with pytest.raises(UserError, match="Nobody is chosen"):
        make_packet(here, PacketOrder(path, WORDS, cost=CHEAP))


def test_a_filter_chooses(here: Store, there: Store) -> None:
    add(here)
    add(here, "Abarrotes", "51", city="Clovis")
    found = contents(here, PacketOrder(here.path, WORDS, wanted=Filter(text="town:clovis")))
    assert (found.businesses, found.contacts, found.notes) == (1, 1, 1)
    bring(there, send(here, wanted=Filter(text="town:clovis")))
    assert [row.name for row in there.browser.first_rows(Filter(), 9)] == ["Abarrotes"]


def test_the_offered_words_are_six_and_strong() -> None:
    for language in ("en", "es"):
        offered = new_passphrase(language)
        assert len(offered.split()) == 6
        assert offered != new_passphrase(language)


def test_a_home_keeps_no_digest_of_its_street(here: Store, there: Store) -> None:
    one = add(here)
    path = send(here)
    bring(there, path)
    for store in (here, there):
        store.businesses.update(one, {"address_type": "home"})
    kept = here.opened.connection.execute("SELECT printed FROM printrunentry").fetchall()
    noted = there.opened.connection.execute(
        "SELECT replacement_value FROM change WHERE field = 'packet'"
    ).fetchall()
    for (text,) in (*kept, *noted):
        assert '"address":' not in text
        assert '"name":' in text


# -- late and single


def test_an_older_packet_takes_nothing_back(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    there.businesses.update(one, {"name": "El Nopal"})
    there.consents.record(one, [no("web")])
    old = send(there)
    there.businesses.update(one, {"name": "El Nopal Rojo"})
    bring(here, send(there))
    again = DraftConsent("web", "yes", dt.date(2026, 11, 22), "Ana", asked_again=True)
    here.consents.record(one, [again])
    review = look(here, old)
    assert review.older == 1
    assert {line.unit: line.take for line in only(review).lines if line.take} == {
        "consent:web": True
    }
    bring(here, old, lambda review: settle(review.rows, theirs=True))
    assert here.businesses.get(one).business.name == "El Nopal Rojo"
    # an older no comes late: somebody asked again after it
    assert answer(here, one, "web") == "yes"


def test_a_packet_of_ones_own_is_no_news(here: Store) -> None:
    one = add(here)
    path = send(here)
    here.businesses.update(one, {"name": "El Nopal"})
    assert look(here, path).rows == []


def test_the_step_of_a_packet_can_be_taken_back_alone(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    there.businesses.update(one, {"name": "El Nopal", "website": "https://nopal.example"})
    applied = bring(here, send(there))
    here.businesses.update(one, {"email": "later@example.org"})
    assert applied.action_id is not None
    reverted = here.history.revert(applied.action_id)
    kept = here.businesses.get(one).business
    assert (kept.name, kept.website) == ("Taquería El Nopal", "")
    assert kept.email == "later@example.org"
    assert not reverted.conflicts


def test_the_history_tells_where_it_came_from(here: Store, there: Store) -> None:
    one = add(here)
    here.set_person("Ana")
    bring(there, send(here))
    (step,) = there.history.steps(one)
    assert str(step.label) == "Packet from Ana"
    assert [change.field for change in step.changes if change.table == "business"] == ["", "packet"]


def test_a_business_merged_here_is_known_by_both_its_ids(here: Store, there: Store) -> None:
    mine, theirs = add(here), add(there)
    bring(here, send(there))
    # they know ours under our id once it went over, and theirs stays the one they have
    bring(there, send(here))
    assert there.browser.count(Filter()) == 1
    here.businesses.update(mine, {"website": "https://nopal.example"})
    row = only(look(there, send(here)))
    assert (row.target, [line.unit for line in row.lines]) == (theirs, ["website"])
    assert row.lines[0].kind is Kind.TAKE


def test_withdrawing_forgets_what_packets_knew(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    for store in (here, there):
        store.consents.withdraw(one)
        connection = store.opened.connection
        said = connection.execute("SELECT group_concat(printed) FROM printrunentry").fetchone()[0]
        assert "base" not in (said or "")
        facts = connection.execute("SELECT count(*) FROM change WHERE field = 'packet'").fetchone()
        assert facts == (0,)
        ids = connection.execute("SELECT digest FROM tombstone WHERE kind = 'id'").fetchall()
        assert one not in str(ids) and len(ids) == 1


def test_a_wrong_clock_makes_no_yes_and_no_check(here: Store, there: Store) -> None:
    one = add(here)
    bring(there, send(here))
    ahead = TODAY + dt.timedelta(days=400)
    there.consents.record(one, [yes("web", TODAY)])
    there.businesses.update(one, {"assured_date": ahead, "assured_by": "Ana"})
    new = add(there, "Otra", "51", consents=[yes("print", TODAY)])
    as_before = "UPDATE consent SET date = ? WHERE date = ?"
    there.opened.connection.execute(as_before, (ahead.isoformat(), TODAY.isoformat()))
    bring(here, send(there))
    assert here.businesses.get(one).business.assured_date is None
    assert here.businesses.get(one).consents["web"].date is None
    assert here.businesses.get(new).consents["print"].date is None
    assert here.listings.public("web", TODAY) == []
    assert here.listings.public("web", ahead) == []


def test_signs_that_nobody_types_stay_here_and_blank_nothing(here: Store, there: Store) -> None:
    one = add(here, note="ring\x07 twice", name="El\x1b Nopal")
    bring(there, send(here))
    assert there.businesses.get(one).business.name == "El Nopal"
    assert look(here, send(there)).rows == []
    assert here.businesses.get(one).business.note == "ring\x07 twice"


def test_a_packet_that_was_stopped_leaves_nothing(here: Store) -> None:
    add(here)
    path = here.path.with_name("a.puertas-packet")
    for stopped_at in ("gathering", "sealing", "writing"):

        def stop(_done: int, _total: int, text: str, at: str = stopped_at) -> None:
            if text == at:
                raise Cancelled

        with pytest.raises(Cancelled):
            make_packet(here, PacketOrder(path, WORDS, cost=CHEAP), stop)
        assert here.runs.all() == []
        assert not path.exists()
