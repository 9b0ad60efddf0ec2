"""Drafts get verdicts: compared with the directory, and with the lines before them.

Candidates come from three indexes (phone, folded name, street) and, for rows that lack a
phone or a street, from names of the same town that begin alike; so ten thousand rows against
ten thousand businesses compare a few pairs each.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from directory_app.bulk import no_cycle_search
from directory_app.importing import changes as compare
from directory_app.importing import outlived
from directory_app.importing.keys import (
    LIKE_NAME,
    SAME_NAME,
    Entry,
    contained,
    entry,
    likeness,
    other_address,
    same_place,
    same_town,
)
from directory_app.importing.words import problem
from directory_app.model.draft import (
    Draft,
    DraftConsent,
    FieldChange,
    Severity,
    Verdict,
    VerdictKind,
)
from directory_app.model.terms import Answer, Channel, Match
from directory_app.model.text import fold
from directory_app.progress import Progress, silent
from directory_app.store import Store
from directory_app.store.matching import MatchDetail, MatchKey

_TELL_EVERY = 200
#: Look at no more than this many of one index, so that a chain of 5,000 stays fast.
_ENOUGH = 60
_REFUSALS = (Answer.NO, Answer.WITHDRAWN)

#: Hits in which the place has no part.
_ELSEWHERE = frozenset({"same_name_phone", "same_name_town"})

_CREATE = (VerdictKind.CREATE, VerdictKind.SKIP)
_UPDATE = (VerdictKind.UPDATE, VerdictKind.CREATE, VerdictKind.SKIP)
_REPEAT = (VerdictKind.DUPLICATE, VerdictKind.CREATE, VerdictKind.SKIP)
_NEAR = (VerdictKind.DUPLICATE, VerdictKind.UPDATE, VerdictKind.CREATE, VerdictKind.SKIP)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a row was found to be like. ``rank`` orders hits; ``same`` says the same business."""

    at: int
    rank: int
    code: str
    same: bool = False
    near: bool = True


@dataclass(slots=True)
class Index:
    """Entries to compare with, findable by what they share."""

    entries: list[Entry] = field(default_factory=list)
    phones: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    streets: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    begins: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    vague: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, one: Entry) -> None:
        """Put an entry in; its ``at`` is the caller's own."""
        place = len(self.entries)
        self.entries.append(one)
        for phone in one.phones:
            self.phones[phone].append(place)
        self.names[one.name].append(place)
        if one.street:
            self.streets[one.street].append(place)
        self.begins[one.core[:4]].append(place)
        if one.vague:
            self.vague[one.core[:4]].append(place)

    def best(self, one: Entry) -> Hit | None:
        """The entry that is most like this one, None if none is near."""
        places = [place for phone in one.phones for place in self.phones.get(phone, ())[:_ENOUGH]]
        if one.street:
            places += self.streets.get(one.street, ())[:_ENOUGH]
        places += self.names.get(one.name, ())[:_ENOUGH]
        by_name = self.begins if one.vague else self.vague
        places += by_name.get(one.core[:4], ())[:_ENOUGH]
        best: Hit | None = None
        best_place = -1
        for place in dict.fromkeys(places):
            hit = judge(one, self.entries[place])
            if hit is not None and (
                best is None or self._closer(one, (hit, place), (best, best_place))
            ):
                best, best_place = hit, place
        return best

    def _closer(self, one: Entry, new: tuple[Hit, int], old: tuple[Hit, int]) -> bool:
        """Whether a hit beats another; of equals the likest name, as two may share a counter."""
        if new[0].rank != old[0].rank:
            return new[0].rank > old[0].rank
        names = likeness(one, self.entries[new[1]]), likeness(one, self.entries[old[1]])
        return names[0] > names[1]


def judge(one: Entry, other: Entry) -> Hit | None:
    """How a row and an entry are alike, if they are."""
    phone = not one.phones.isdisjoint(other.phones)
    place = same_place(one, other)
    score = likeness(one, other)
    named = score >= SAME_NAME
    at = other.at
    if named and phone:
        if place:
            return Hit(at, 100, "same_name_phone_place", same=True)
        return Hit(at, 95, "same_name_phone", same=True)
    if named and place:
        return Hit(at, 90, "same_name_place", same=True)
    if phone or place:
        return _judge_unnamed(one, other, score, phone=phone, place=place)
    return _judge_by_name(one, other, score)


def _judge_unnamed(
    one: Entry, other: Entry, score: float, *, phone: bool, place: bool
) -> Hit | None:
    """Phone or place agree, the names do not quite."""
    alike = score >= LIKE_NAME or contained(one, other)
    if phone and place:
        return Hit(other.at, 85, "like_name_phone" if alike else "same_phone_place")
    if alike:
        return Hit(other.at, 80, "like_name_phone" if phone else "like_name_place")
    return Hit(other.at, 10, "phone_shared", near=False) if phone else None


def _judge_by_name(one: Entry, other: Entry, score: float) -> Hit | None:
    """Only the name can tell, because a phone or a street is missing or differs."""
    if score < SAME_NAME or not same_town(one, other):
        return None
    town = bool(one.city) and one.city == other.city
    apart = (bool(one.street and other.street), bool(one.phones and other.phones))
    if any(apart):
        if score < 99:
            return None
        if town and not all(apart):
            return Hit(other.at, 50, "same_name_town")
        # one more shop of that name, or one that moved: a person can tell
        return Hit(other.at, 20, "same_name_elsewhere", near=False)
    nothing_else = not (one.street or other.street or one.phones or other.phones)
    same = score >= 99 and nothing_else and one.city == other.city
    return Hit(other.at, 70 if same else 60, "same_name_town" if town else "same_name", same=same)


def match(drafts: Sequence[Draft], store: Store, progress: Progress = silent) -> list[Verdict]:
    """Give every draft its verdict, in order. Writes nothing.

    Against the directory: the same business is an update (or a skip, when nothing would
    change), a near one a duplicate, one like a withdrawn one is held back. Against earlier
    lines of the same list: a duplicate of that line. A stored no is never turned into a yes.
    """
    with no_cycle_search():
        return _match(drafts, store, progress)


def _match(drafts: Sequence[Draft], store: Store, progress: Progress) -> list[Verdict]:
    matcher = _Matcher(drafts, store.imports.match_keys(), store.duplicates.kept_apart())
    verdicts: list[Verdict] = []
    for at, draft in enumerate(drafts):
        if at % _TELL_EVERY == 0:
            progress(at, len(drafts), "comparing")
        verdicts.append(_set_aside(draft) if draft.skip else matcher.verdict(at, draft))
    targets = [verdict.target for verdict in verdicts if verdict.target]
    details = store.imports.match_details(targets) if targets else {}
    outlived.hold(verdicts, store.imports.refused_before(drafts), details)
    _keep_refusals(verdicts)
    _compare(verdicts, details)
    for verdict in verdicts:
        if verdict.kind is VerdictKind.CREATE and verdict.reason == "new":
            verdict.reason = why_created(verdict.draft)
    _hold_forgotten(verdicts, store)
    progress(len(drafts), len(drafts), "comparing")
    return verdicts


def _set_aside(draft: Draft) -> Verdict:
    """The verdict on what is no business."""
    offered = (VerdictKind.SKIP, VerdictKind.CREATE) if draft.name else (VerdictKind.SKIP,)
    return Verdict(draft, VerdictKind.SKIP, draft.skip, offered=offered)


def _hold_forgotten(verdicts: Sequence[Verdict], store: Store) -> None:
    """Hold back what is like a business that asked to be forgotten, until a person says."""
    known = store.imports.forgotten(
        [one.draft for one in verdicts], [one.target for one in verdicts]
    )
    for verdict, match in zip(verdicts, known, strict=True):
        verdict.known = match
        if match is Match.NONE or verdict.kind is VerdictKind.SKIP:
            continue
        held = VerdictKind.BLOCKED if match is Match.SAME else VerdictKind.ASK
        verdict.offered = (held, *(one for one in verdict.offered if one is not held))
        verdict.kind, verdict.reason = held, held.value


class _Matcher:
    """Compares drafts, one after the other, with the directory and with earlier lines."""

    def __init__(
        self, drafts: Sequence[Draft], known: Sequence[MatchKey], apart: set[frozenset[str]]
    ) -> None:
        self._drafts, self._known, self._apart = drafts, known, apart
        self._found: dict[int, str] = {}
        self._directory, self._earlier = Index(), Index()
        for at, key in enumerate(known):
            self._directory.add(_stored(at, key))

    def verdict(self, at: int, draft: Draft) -> Verdict:
        """The verdict on one draft; it is an earlier line for those that follow."""
        one = _drafted(at, draft)
        repeated, stored = self._earlier.best(one), self._directory.best(one)
        if repeated is not None and self._is_branch(one, draft, repeated):
            repeated = Hit(repeated.at, 20, "same_name_elsewhere", near=False)
        if repeated is not None and self._are_two(stored, repeated):
            repeated = None
        if repeated is not None and repeated.near and not _beats(stored, repeated):
            return self._repeat(draft, repeated)
        self._earlier.add(one)
        if stored is None or not stored.near:
            like = stored or repeated
            return Verdict(draft, VerdictKind.CREATE, like.code if like else "new", offered=_CREATE)
        target = self._known[stored.at]
        self._found[at] = target.id
        return Verdict(
            draft,
            VerdictKind.UPDATE if stored.same else VerdictKind.DUPLICATE,
            stored.code,
            target=target.id,
            target_code=target.code,
            target_name=target.name,
            offered=_UPDATE if stored.same else _NEAR,
        )

    def _are_two(self, stored: Hit | None, repeated: Hit) -> bool:
        """Whether a person said that this row's business and the earlier line's are two."""
        if stored is None or not stored.near:
            return False
        earlier = self._found.get(repeated.at, "")
        return frozenset((earlier, self._known[stored.at].id)) in self._apart

    def _is_branch(self, one: Entry, draft: Draft, hit: Hit) -> bool:
        """Whether one list names a business at two addresses: two branches, if neither said no."""
        other = _drafted(hit.at, self._drafts[hit.at])
        if hit.code not in _ELSEWHERE or not other_address(one, other):
            return False
        answers = [*draft.consents, *self._drafts[hit.at].consents]
        return not any(consent.answer in _REFUSALS for consent in answers)

    def _repeat(self, draft: Draft, hit: Hit) -> Verdict:
        first = self._drafts[hit.at]
        return Verdict(
            draft,
            VerdictKind.DUPLICATE,
            hit.code,
            target_name=first.name,
            target_line=first.line,
            offered=_REPEAT,
        )


def _beats(stored: Hit | None, repeated: Hit) -> bool:
    """Whether the directory holds a likelier business than an earlier line does."""
    return stored is not None and stored.near and stored.rank > repeated.rank


def _stored(at: int, key: MatchKey) -> Entry:
    return entry(
        at,
        name_folded=key.name_folded,
        address=(key.address_1 or key.directions, key.address_2),
        city=key.city,
        postal_code=key.postal_code,
        phones=key.phones,
    )


def _drafted(at: int, draft: Draft) -> Entry:
    values = draft.values
    first = values.get("address_1") or values.get("directions_en") or values.get("directions_es")
    return entry(
        at,
        name_folded=fold(draft.name),
        address=(str(first or ""), str(values.get("address_2", ""))),
        city=str(values.get("city", "")),
        postal_code=str(values.get("postal_code", "")),
        phones=tuple(phone.number for phone in draft.phones),
    )


def _compare(verdicts: Sequence[Verdict], details: Mapping[str, MatchDetail]) -> None:
    """Work out what an update would change; one that changes nothing is a skip."""
    for verdict in verdicts:
        detail = details.get(verdict.target or "")
        if detail is None:
            continue
        verdict.changes = compare.changes(verdict.draft, detail)
        _tell_taken_back(verdict)
        if any(_stands(change) for change in verdict.changes):
            kept = problem(verdict.draft.line, "ok_to_print", "no_stands")
            if kept not in verdict.draft.problems:
                verdict.draft.problems.append(kept)
        if verdict.kind is VerdictKind.UPDATE and not any(c.accepted for c in verdict.changes):
            verdict.kind = VerdictKind.SKIP
            verdict.reason = "nothing_to_change"
            if any(c.field.startswith("consent.") for c in verdict.changes):
                verdict.reason = "kept_no"


def _tell_taken_back(verdict: Verdict) -> None:
    """Say why a stored yes goes, where the row's own reading did not."""
    told = {one.code for one in verdict.draft.problems}
    for change in verdict.changes:
        own = change.after in verdict.draft.consents
        if own or getattr(change.before, "answer", "") != Answer.YES:
            continue
        code = _TAKEN_BACK.get(getattr(change.after, "answer", ""))
        if code and code not in told:
            told.add(code)
            row = verdict.draft.line
            verdict.draft.problems.append(problem(row, "ok_to_print", code, Severity.STOP))


_TAKEN_BACK: dict[str, str] = {Answer.NO: "refusal_in_note", Answer.NOT_ASKED: "limit_in_note"}


def _stands(change: FieldChange) -> bool:
    """Whether a stored no stays against what the list says."""
    answer = getattr(change.before, "answer", None)
    return change.field.startswith("consent.") and not change.accepted and answer in _REFUSALS


def _keep_refusals(verdicts: Sequence[Verdict]) -> None:
    """A no in a repeated line is an answer too: it beats a yes in the line that it repeats."""
    by_line = {verdict.draft.line: verdict.draft for verdict in verdicts}
    for verdict in verdicts:
        if verdict.kind is not VerdictKind.DUPLICATE or verdict.target_line is None:
            continue
        first = by_line[verdict.target_line]
        for consent in _refusals_of(verdict.draft, first):
            kept = [one for one in first.consents if one.channel != consent.channel]
            if len(kept) < len(first.consents) or consent not in first.consents:
                first.consents = [*kept, consent]
                first.problems.append(
                    problem(first.line, "ok_to_print", "refusal_repeated", Severity.LOOK)
                )
        if compare.taken_back(verdict.draft) == Answer.NOT_ASKED:
            first.consents = [one for one in first.consents if one.answer != Answer.YES]
            first.problems.append(problem(first.line, "ok_to_print", "limit_in_note"))


def _refusals_of(draft: Draft, first: Draft) -> list[DraftConsent]:
    """The refusals of a repeated line; what it refuses in its words goes for all that it may."""
    said = [one for one in draft.consents if one.answer in _REFUSALS]
    if said or compare.taken_back(draft) != Answer.NO:
        return said
    channels = {Channel.PRINT.value, *(one.channel for one in first.consents)}
    return [DraftConsent(channel, Answer.NO) for channel in sorted(channels)]


def why_created(draft: Draft) -> str:
    """The most telling thing about a new row, as a reason's code."""
    codes = {one.code for one in draft.problems}
    for code, reason in _TELLING:
        if code in codes:
            return reason
    answers = {consent.answer for consent in draft.consents}
    if answers & set(_REFUSALS):
        return "said_no"
    for code, reason in _LESS_TELLING:
        if code in codes:
            return reason
    if not draft.consents:
        return "to_ask"
    looks = any(one.severity != Severity.NOTE for one in draft.problems)
    return "to_look_at" if looks else "plain_text" if "formula_kept" in codes else "new"


_TELLING = (
    ("never_collect", "words_stopped"),
    ("refusal_in_note", "refusal_in_note"),
    (outlived.CODE, "kept_no"),
)
_LESS_TELLING = (
    ("address_postal", "mail_only"),
    ("hours_unread", "hours_as_note"),
    ("hours_partly", "hours_as_note"),
    ("address_corner", "corner"),
)
