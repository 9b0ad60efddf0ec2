"""What a person is shown before a business is forgotten: the texts in which others name it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from directory_app.errors import UserError


@dataclass(frozen=True, slots=True)
class MentionPlace:
    """Where a text stands: the table, its field, and whose it is, where it is somebody's.

    ``history`` says that it is what stood there once.
    """

    table: str
    field: str
    code: str = ""
    name: str = ""
    history: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence that names the business, or may: ``before``, ``said``, ``after``.

    ``key`` is the same whenever the same words are found, so that an answer given in a dialog
    holds when it is done. ``places`` are the first few of ``count`` in which it stands.
    """

    key: str
    kind: str
    certain: bool
    before: str
    said: str
    after: str
    places: tuple[MentionPlace, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Twin:
    """Another entry with the same name, telephone, e-mail or page (``shares``: those words).

    ``same``: two signs say that it is the same owner's, and nobody said that it is another; what
    it agreed to does not count any more.
    """

    code: str
    name: str
    shares: tuple[str, ...]
    same: bool = False


@dataclass(frozen=True, slots=True)
class Mentions:
    """What forgetting takes out of the texts of others.

    The program takes out what is ``certain``; a person says of each that is ``likely`` whether it
    is taken out. Of ``twins`` nothing is taken out: they are others, or the same entered twice.
    """

    certain: tuple[Mention, ...] = ()
    likely: tuple[Mention, ...] = ()
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person said of what is only likely: by key, whether it is taken out.

    ``rest`` is for all others: None leaves them open, so that nothing is forgotten yet.
    """

    answers: Mapping[str, bool] = field(default_factory=dict)
    rest: bool | None = None

    def says(self, mention: Mention) -> bool | None:
        """Whether it is taken out; None where nobody said so yet."""
        return True if mention.certain else self.answers.get(mention.key, self.rest)


class UnsettledError(UserError):
    """Some texts may name the business, and nobody said yet whether they do."""

    def __init__(self, likely: tuple[Mention, ...]) -> None:
        """``likely`` are those that are open."""
        count = len(likely)
        super().__init__(
            "1 text may name it." if count == 1 else f"{count} texts may name it.",
            "Look at each and say whether it is taken out (--redact-like) or stays (--keep-like).",
        )
        self.likely = likely
