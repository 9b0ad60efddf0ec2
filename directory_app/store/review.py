"""Second-person review: in force once a directory has two people."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from directory_app.errors import UserError
from directory_app.model.terms import ReviewState
from directory_app.store.dossier import rows_by
from directory_app.store.step import Step
from directory_app.store.tables import ACTION, BUSINESS, CHANGE, PERSON


def people_count(connection: Connection) -> int:
    """How many people work on this directory."""
    return int(connection.execute(select(func.count()).select_from(PERSON)).scalar() or 0)


def saved_state(connection: Connection) -> str:
    """What saving makes of an entry: approved with one person, submitted with more."""
    alone = people_count(connection) < 2
    return (ReviewState.APPROVED if alone else ReviewState.SUBMITTED).value


def approve(step: Step, ids: Sequence[str]) -> None:
    """Approve entries; with two people, only what somebody else changed last."""
    if people_count(step.connection) > 1:
        for row in rows_by(step.connection, BUSINESS, "id", ids):
            if last_editor(step.connection, row["id"]) == step.by:
                raise UserError(
                    f"“{row['name']}” was last changed by you.",
                    "Somebody else has to look at it and approve it.",
                )
    for row in rows_by(step.connection, BUSINESS, "id", ids):
        step.update("business", row, {"review_state": ReviewState.APPROVED.value})


def last_editor(connection: Connection, business_id: str) -> str | None:
    """Who last changed the entry or its phones (pins, answers and approvals aside)."""
    own = (CHANGE.c.row == business_id) | (
        (CHANGE.c.row > f"{business_id}/") & (CHANGE.c.row < f"{business_id}0")
    )
    return connection.execute(
        select(CHANGE.c.by)
        .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
        .where(
            CHANGE.c.table.in_(("business", "phone")),
            own,
            ACTION.c.undone.is_(False),
            ACTION.c.kind.in_(("add", "edit", "import", "merge")),
        )
        .order_by(CHANGE.c.id.desc())
        .limit(1)
    ).scalar()


def second_reviewed(connection: Connection) -> set[str]:
    """The ids of entries that a second person approved; empty with fewer than two people."""
    if people_count(connection) < 2:
        return set()
    rows = connection.execute(
        select(CHANGE.c.row)
        .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
        .where(
            CHANGE.c.table == "business",
            CHANGE.c.field == "review_state",
            ACTION.c.kind == "approve",
            ACTION.c.undone.is_(False),
        )
    )
    return set(rows.scalars())


def archive(step: Step, ids: Sequence[str]) -> None:
    """Take entries out of every list."""
    for row in rows_by(step.connection, BUSINESS, "id", ids):
        step.update("business", row, {"review_state": ReviewState.ARCHIVED.value})
