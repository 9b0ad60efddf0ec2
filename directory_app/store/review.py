"""Second-person review: in force once a directory has two people."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from directory_app.errors import UserError
from directory_app.model.terms import ReviewState
from directory_app.store.dossier import Row, rows_by
from directory_app.store.step import Step
from directory_app.store.tables import BUSINESS, PERSON

#: The field of a Change that says who approved an entry as a second person.
REVIEWED = "reviewed"
#: (change id, a blank, person) of the last change of an entry's own words and phones.
#: Two looks into the index by row: an OR over both would make SQLite walk the whole history.
_LAST_EDIT = """
    (SELECT found.id || ' ' || found."by" FROM (
        SELECT edit.id, edit."by", edit.action_id FROM change AS edit
        WHERE edit."table" = 'business' AND edit."row" = {id}
        AND edit.field NOT IN ('review_state', 'reviewed', 'called', 'packet', 'assured_date',
            'assured_by', 'assured_method')
        UNION ALL
        SELECT edit.id, edit."by", edit.action_id FROM change AS edit
        WHERE edit."table" = 'phone' AND edit."row" > {id} || '/' AND edit."row" < {id} || '0'
    ) AS found CROSS JOIN action AS done ON done.id = found.action_id
    WHERE done.undone = 0
    AND done.kind IN ('add', 'edit', 'import', 'packet', 'merge', 'call', 'sheet',
        'revert')
    ORDER BY found.id DESC LIMIT 1)
"""
_APPROVALS = """
    SELECT change."row", change.id, change."by", {last}
    FROM action CROSS JOIN change ON change.action_id = action.id
    WHERE action.kind = 'approve' AND action.undone = 0 AND trim(change."by") <> ''
    AND change."table" = 'business' AND change.field IN ('review_state', 'reviewed')
""".format(last=_LAST_EDIT.format(id='change."row"'))  # noqa: S608 - our own words


def people_count(connection: Connection) -> int:
    """How many people work on this directory."""
    return int(connection.execute(select(func.count()).select_from(PERSON)).scalar() or 0)


def saved_state(connection: Connection) -> str:
    """What saving makes of an entry: approved with one person, submitted with more."""
    alone = people_count(connection) < 2
    return (ReviewState.APPROVED if alone else ReviewState.SUBMITTED).value


def approve(step: Step, ids: Sequence[str]) -> None:
    """Approve entries; with two people, a person of the list and not who changed them last."""
    two = people_count(step.connection) > 1
    for row in rows_by(step.connection, BUSINESS, "id", ids):
        if two:
            check_second_person(step, row)
        step.update("business", row, {"review_state": ReviewState.APPROVED.value})
        if two:
            # what one person alone had approved changes no column when it is approved again
            step.note("business", row, REVIEWED, step.by)


def check_second_person(step: Step, row: Row) -> None:
    """UserError unless whoever works now may approve this entry as a second person."""
    who = step.by.strip()
    if not who:
        raise UserError(
            "Nobody is chosen as the person at work.", "Choose who you are, then approve it."
        )
    if step.connection.execute(select(PERSON.c.id).where(PERSON.c.name == who)).first() is None:
        raise UserError(
            f"“{who}” is not one of the people of this directory.",
            "Choose who you are, or add the name to the people first.",
        )
    if last_editor(step.connection, row["id"]) == who:
        raise UserError(
            f"“{row['name']}” was last changed by you.",
            "Somebody else has to look at it and approve it.",
        )


def last_editor(connection: Connection, business_id: str) -> str | None:
    """Who last changed the entry or its phones (pins, answers and approvals aside)."""
    last = connection.exec_driver_sql(
        f"SELECT {_LAST_EDIT.format(id='?1')}",
        (business_id,),
    ).scalar()
    return None if last is None else str(last).partition(" ")[2]


def second_reviewed(connection: Connection) -> set[str]:
    """The ids of entries that a second person approved as they are now.

    An approval counts if somebody named gave it, who was not the last to change the entry,
    and if nobody changed it afterwards. With fewer than two people there is none.
    """
    if people_count(connection) < 2:
        return set()
    found = connection.exec_driver_sql(_APPROVALS).all()
    counted = set()
    for business_id, change_id, approver, last in found:
        edit_id, _, editor = str(last or "0 ").partition(" ")
        if editor != approver and change_id > int(edit_id):
            counted.add(business_id)
    return counted


def archive(step: Step, ids: Sequence[str]) -> None:
    """Take entries out of every list."""
    for row in rows_by(step.connection, BUSINESS, "id", ids):
        step.update("business", row, {"review_state": ReviewState.ARCHIVED.value})
