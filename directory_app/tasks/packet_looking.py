"""Looking over a packet that came: who is who, and what each difference asks of a person."""

import datetime as dt

from directory_app.model import compare
from directory_app.model.draft import Draft, DraftPhone, Verdict, VerdictKind
from directory_app.model.packet import Entry, Packet
from directory_app.model.packet_review import Choice, Review, Row, RowKind
from directory_app.progress import Progress, silent
from directory_app.store import Store
from directory_app.store.packets import Known, Met

_SOME = 1_000


def look_over(store: Store, packet: Packet, progress: Progress = silent) -> Review:
    """What the packet would change, a row a business that differs. Writes nothing."""
    today = store.today()
    packet = compare.not_ahead(packet, today)
    met = store.packets.match(packet)
    alike = _alike(store, packet, met, progress)
    review = Review(packet, older=sum(one.older for one in met.known.values()))
    ours = _ours(store, met, alike, progress)
    for entry in packet.entries:
        row = _row(entry, met.known[entry.id], alike.get(entry.id), ours, today)
        if row.kind is RowKind.SAME:
            review.same += 1
        else:
            review.rows.append(row)
    review.rows += _gone_rows(packet, met, ours, today)
    order = list(RowKind)
    review.rows.sort(key=lambda row: (not row.conflicts, order.index(row.kind)))
    review.recount_all()
    return review


def _alike(store: Store, packet: Packet, met: Met, progress: Progress) -> dict[str, Verdict]:
    """Of those that are new here, who is like one of ours, or withdrew."""
    from directory_app.importing import match

    new = [entry for entry in packet.entries if met.known[entry.id].kind is RowKind.NEW]
    drafts = [
        Draft(
            line,
            dict(entry.values),
            [DraftPhone(one["number"], one["extension"], one["type"]) for one in entry.phones],
        )
        for line, entry in enumerate(new, 1)
    ]
    verdicts = match(drafts, store, progress) if drafts else []
    return {entry.id: verdict for entry, verdict in zip(new, verdicts, strict=True)}


def _ours(
    store: Store, met: Met, alike: dict[str, Verdict], progress: Progress
) -> dict[str, Entry]:
    ids = [one.target for one in met.known.values() if one.target]
    ids += [verdict.target for verdict in alike.values() if verdict.target]
    ids += [one for one, _ in met.merged_there] + met.withdrew + met.gone
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Entry] = {}
    for start in range(0, len(wanted), _SOME):
        progress(start, len(wanted), "comparing")
        found |= {one.id: one for one in store.packets.entries(wanted[start : start + _SOME])}
    return found


def _row(
    entry: Entry,
    known: Known,
    verdict: Verdict | None,
    ours: dict[str, Entry],
    today: dt.date,
) -> Row:
    if verdict is not None and verdict.kind in (VerdictKind.ASK, VerdictKind.BLOCKED):
        asked = Choice.UNDECIDED if verdict.kind is VerdictKind.ASK else Choice.LEAVE
        held = compare.held_words(entry)
        return Row(RowKind.KNOWN, entry, name=entry.name, held=held, choice=asked)
    if verdict is not None and verdict.target in ours:
        return _like(entry, verdict, ours[str(verdict.target)], today)
    if known.kind is RowKind.NEW:
        held = compare.held_words(entry)
        return Row(RowKind.NEW, entry, name=entry.name, held=held, choice=Choice.TAKE)
    mine = ours.get(known.target)
    if mine is None:
        return Row(known.kind, entry, name=entry.name)
    lines = compare.compare(mine, entry, known.base, today)
    if known.kind is RowKind.MERGED:
        lines = _refusals(lines)
    kind = known.kind if lines or known.kind is RowKind.MERGED else RowKind.SAME
    if kind is RowKind.CHANGED and not any(line.take is not False or _asks(line) for line in lines):
        kind = RowKind.SAME  # only this laptop changed something: there is nothing to look at
    return Row(kind, entry, mine.id, mine.code, mine.name, lines)


def _asks(line: compare.Line) -> bool:
    return line.kind in (compare.Kind.HELD, compare.Kind.CONFLICT)


def _like(entry: Entry, verdict: Verdict, mine: Entry, today: dt.date) -> Row:
    lines = compare.compare(mine, entry, None, today)
    sure = verdict.kind in (VerdictKind.UPDATE, VerdictKind.SKIP)
    choice = Choice.SAME if sure else Choice.UNDECIDED
    held = compare.held_words(entry)
    return Row(
        RowKind.LIKE, entry, mine.id, mine.code, mine.name, lines, held, choice, verdict.reason
    )


def _gone_rows(packet: Packet, met: Met, ours: dict[str, Entry], today: dt.date) -> list[Row]:
    """Ours that are not in the packet, because they were merged, forgotten or deleted there."""
    entries = {entry.id: entry for entry in packet.entries}
    rows = []
    for one, kept in met.merged_there:
        if one in ours:
            lines = _refusals(compare.compare(ours[one], entries[kept], None, today))
            if lines:
                mine = ours[one]
                row = Row(RowKind.MERGED, entries[kept], one, mine.code, mine.name, lines)
                rows.append(row)
    for kind, ids in ((RowKind.WITHDREW, met.withdrew), (RowKind.GONE, met.gone)):
        rows += [
            _of_ours(kind, ours[one]) for one in ids if one in ours and _stands(kind, ours[one])
        ]
    return rows


def _stands(kind: RowKind, entry: Entry) -> bool:
    """Whether there is still something to do about one that is gone there."""
    if kind is RowKind.GONE:
        return not entry.archived
    return not entry.archived or any(one["answer"] != "withdrawn" for one in entry.answers)


def _of_ours(kind: RowKind, mine: Entry) -> Row:
    choice = Choice.LEAVE if kind is RowKind.GONE else Choice.UNDECIDED
    return Row(kind, None, mine.id, mine.code, mine.name, choice=choice)


def _refusals(lines: list[compare.Line]) -> list[compare.Line]:
    return [
        line
        for line in lines
        if line.unit.startswith(compare.CONSENT)
        and line.take
        and line.theirs is not None
        and line.theirs["answer"] in ("no", "withdrawn")
    ]
