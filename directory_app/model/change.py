"""History: who changed what, in undo steps."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from directory_app.model.columns import UtcDateTime, utc_now


class Action(SQLModel, table=True):
    """One undo step: everything that one deed of a person changed."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    by: str = ""
    kind: str = ""
    label: str = ""
    undone: bool = False
    undoable: bool = True


class Change(SQLModel, table=True):
    """One field that changed; a create or a delete is one row with the whole as JSON.

    ``field`` is empty for those two. Values are JSON text; None means that there was no row.
    """

    __table_args__ = (
        Index("ix_change_action", "action_id"),
        Index("ix_change_row", "table", "row"),
    )

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    by: str = ""
    action_id: int = Field(foreign_key="action.id", ondelete="CASCADE")
    table: str
    row: str
    field: str = ""
    previous_value: str | None = None
    replacement_value: str | None = None
