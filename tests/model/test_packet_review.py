"""The counts of a packet under review always add up, whatever is chosen in which order."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.compare import Kind, Line
from directory_app.model.packet import Packet
from directory_app.model.packet_review import OFFERED, Choice, Review, Row, RowKind, choose, settle
from tests.model.test_packet_json import NOW, entry

#: The same ones are counted only.
kinds = st.sampled_from([kind for kind in RowKind if kind is not RowKind.SAME])
lines = st.builds(
    lambda kind, take, fixed, unit: Line(unit, {"a": 1}, {"a": 2}, kind, take, fixed),
    st.sampled_from(list(Kind)),
    st.sampled_from([True, False, None]),
    st.booleans(),
    st.sampled_from(["name", "email", "address", "pin", "consent:print"]),
)
rows = st.builds(
    lambda kind, some: Row(kind, entry(), "target", "KXQF", "El Nopal", some),
    kinds,
    st.lists(lines, max_size=4, unique_by=lambda line: line.unit),
)


def summed(review: Review) -> Counter[str]:
    found: Counter[str] = Counter(row.kind.value for row in review.rows)
    found["same"] = review.same
    found["changes"] = sum(row.changes for row in review.rows)
    found["conflicts"] = sum(row.conflicts for row in review.rows)
    found["refusals"] = sum(len(row.refusals) for row in review.rows)
    return found


@given(st.lists(rows, max_size=5), st.data())
def test_counts_follow_each_choice(some: list[Row], data: st.DataObject) -> None:
    review = Review(Packet("a" * 32, "b" * 32, NOW), some, same=3)
    assert +review.counts() == +summed(review)
    for _ in range(data.draw(st.integers(0, 6)) if some else 0):
        row = data.draw(st.sampled_from(some))
        if row.kind in OFFERED:
            row.choice = data.draw(st.sampled_from([*OFFERED[row.kind], Choice.UNDECIDED]))
        if row.lines:
            choose(row, data.draw(st.sampled_from(row.lines)), take=data.draw(st.booleans()))
        review.recount(row)
        assert +review.counts() == +summed(review)


@given(st.lists(rows, max_size=5), st.booleans())
def test_settling_leaves_no_choice_open_and_touches_nothing_fixed(
    some: list[Row], theirs: bool
) -> None:
    fixed = [(line, line.take) for row in some for line in row.lines if line.fixed]
    settle(some, theirs=theirs)
    assert all(line.take is take for line, take in fixed if line.unit != "pin")
    opened = [line for row in some for line in row.lines if line.kind is Kind.CONFLICT]
    assert all(line.take is theirs for line in opened if not line.fixed)


@given(st.lists(rows, max_size=4))
def test_a_second_look_takes_choices_over(some: list[Row]) -> None:
    packet = Packet("a" * 32, "b" * 32, NOW)
    before = Review(packet, some)
    again = Review(
        packet,
        [
            Row(row.kind, row.entry, row.target, row.code, row.name, [*map(copied, row.lines)])
            for row in some
        ],
    )
    before.recount_all()
    again.take_over(before)
    assert +again.counts() == +summed(again)


def copied(line: Line) -> Line:
    return Line(line.unit, line.ours, line.theirs, line.kind, None, line.fixed)
