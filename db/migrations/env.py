"""Runs the migrations on the connection that the store hands over, in its transaction."""

from alembic import context
from sqlmodel import SQLModel

from directory_app.store import tables  # noqa: F401 - registers every table

connection = context.config.attributes["connection"]


def include_name(name, kind, parents):  # noqa: ANN001, ANN201
    """Leave the search table's own tables alone: the models do not know them."""
    return kind != "table" or not (name or "").startswith("search")


context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    include_name=include_name,
    # one transaction for all, and it is the store's
    transactional_ddl=False,
)
context.run_migrations()
