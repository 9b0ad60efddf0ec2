"""A no outlives its entry: what was deleted or merged away comes back with its refusals."""

from collections.abc import Mapping, Sequence

from directory_app.importing.words import problem
from directory_app.model.draft import Draft, DraftConsent, Verdict, VerdictKind
from directory_app.model.terms import Answer
from directory_app.store.matching import MatchDetail

#: The problem that tells of it.
CODE = "no_outlived"
_SETTLED = (VerdictKind.BLOCKED, VerdictKind.SKIP)


def hold(
    verdicts: Sequence[Verdict],
    refused: Sequence[Mapping[str, DraftConsent]],
    details: Mapping[str, MatchDetail],
) -> None:
    """Put earlier refusals (a mapping by channel for each verdict) in the place of a yes.

    Only where the directory has no answer of its own: an owner may have been asked again for
    an entry that is there. What a repeated line is known by holds for the line it repeats.
    """
    by_line = {verdict.draft.line: verdict for verdict in verdicts}
    for verdict, said in zip(verdicts, refused, strict=True):
        if not said or verdict.kind in _SETTLED:
            continue
        line = verdict.target_line
        first = verdict if line is None else by_line[line]
        stored = details.get(first.target or "")
        channels = set(said) if stored is None else _open(first.draft, stored)
        _take(first.draft, [one for channel, one in said.items() if channel in channels])


def _open(draft: Draft, stored: MatchDetail) -> set[str]:
    """The channels of a yes for which the entry has no answer."""
    yes = {one.channel for one in draft.consents if one.answer == Answer.YES}
    return yes - {
        channel for channel, one in stored.consents.items() if one.answer != Answer.NOT_ASKED
    }


def _take(draft: Draft, refusals: Sequence[DraftConsent]) -> None:
    """Let the draft say no where it does not itself; a withdrawal stands over its no as well."""
    for one in refusals:
        own = {each.answer for each in draft.consents if each.channel == one.channel}
        if Answer.WITHDRAWN in own or one.answer in own:
            continue
        others = [each for each in draft.consents if each.channel != one.channel]
        draft.consents = [*others, one]
        told = problem(draft.line, "ok_to_print", CODE)
        if told not in draft.problems:
            draft.problems.append(told)
