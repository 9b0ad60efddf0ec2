"""Whom to ask at a business. Private: in no output, ever."""

from sqlmodel import Field, SQLModel

from directory_app.model.ids import new_id


class Contact(SQLModel, table=True):
    """A person who answers for a business. Never printed, never exported publicly."""

    id: str = Field(default_factory=new_id, primary_key=True)
    business_id: str = Field(foreign_key="business.id", ondelete="CASCADE", index=True)
    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""


class Person(SQLModel, table=True):
    """Somebody who works on this directory. A record of who did what, not a proof."""

    id: str = Field(default_factory=new_id, primary_key=True)
    name: str = Field(unique=True)
