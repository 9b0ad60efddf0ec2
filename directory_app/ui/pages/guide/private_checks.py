"""What to know before printing paper that stays inside the coalition."""

from typing import TYPE_CHECKING

from directory_app.guides.check_words import Severity
from directory_app.guides.checks import Finding

if TYPE_CHECKING:
    from directory_app.guides.visits import StaffPlan


def findings(plan: "StaffPlan") -> list[Finding]:
    """That it is private, and whether anybody is on it."""
    found = []
    if not plan.listings:
        found.append(
            Finding(
                Severity.STOP, "nobody_waits", "", "",
                "Nobody waits here: choose whom it is about.",
                "Aquí no hay nadie: elija de quiénes se trata.", "options",
            )
        )  # fmt: skip
    found.append(
        Finding(
            Severity.LOOK, "private", "", "",
            "Private: for your own people alone. Count the sheets, and shred them afterwards.",
            "Privado: solo para su propia gente. Cuente las hojas y destrúyalas después.", "",
        )
    )  # fmt: skip
    return found
