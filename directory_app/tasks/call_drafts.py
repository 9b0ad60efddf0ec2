"""What was said of a sheet or in a call and is not kept yet: drafts, over a lock or a crash.

They lie in the directory under the id of the business and go with it
(``store.keeping.draft_rows``). A street that was typed has the name of the field, so that it
goes too where the business becomes a home (``store.homes``).
"""

from typing import Any

#: The row of the fields above the sheets, which are of no business.
HEAD = "sheets"
_STREET = {"address": "address_1"}
_BACK = {field: name for name, field in _STREET.items()}


def sheet_row(business_id: str) -> str:
    """The row of the drafts of its sheet."""
    return f"{business_id}/sheet"


def call_row(business_id: str) -> str:
    """The row of the drafts of its call."""
    return f"{business_id}/call"


def sheet(
    answers: dict[str, str], typed: dict[str, str], at: int, typing: tuple[str, str]
) -> dict[str, Any] | None:
    """A sheet as plain values; ``typing``: the field that is corrected, and so far what.

    None where nothing was said.
    """
    name, text = typing
    if not (answers or name):
        return None
    named = {_STREET.get(field, field): said for field, said in typed.items() if said}
    return {
        "answers": dict(answers),
        "typed": named,
        "at": at,
        "typing": {_STREET.get(name, name): text} if name else {},
    }


def sheet_again(
    draft: dict[str, Any],
) -> tuple[dict[str, str], dict[str, str], int, tuple[str, str]]:
    """What ``sheet`` was given. A correction whose words are gone is to be answered again."""
    typed = {_BACK.get(field, field): said for field, said in draft["typed"].items()}
    answers = {
        name: answer
        for name, answer in draft["answers"].items()
        if answer != "changed" or name in typed
    }
    name, text = next(iter(draft["typing"].items()), ("", ""))
    return answers, typed, draft["at"], (_BACK.get(name, name), text)


def call(name: str, text: str) -> dict[str, Any]:
    """A correction that is being typed in a call."""
    return {"typing": {_STREET.get(name, name): text}}


def call_again(draft: dict[str, Any]) -> tuple[str, str]:
    """What ``call`` was given; ("", "") where it is gone."""
    name, text = next(iter(draft["typing"].items()), ("", ""))
    return _BACK.get(name, name), text
