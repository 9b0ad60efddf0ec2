"""A print run has a state: its number is reserved before anything leaves. All so far did leave.

The table is made anew, so that it reads as in a new directory; the entries stay where they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

COLUMNS = "id, number, event_id, event_name, made_at, use_by, copies, layout, languages, sha256"


def upgrade() -> None:
    op.execute("CREATE TEMP TABLE kept AS SELECT * FROM printrun")
    op.drop_table("printrun")
    op.create_table(
        "printrun",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=True),
        sa.Column("event_name", sa.String(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("use_by", sa.Date(), nullable=True),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("layout", sa.String(), nullable=False),
        sa.Column("languages", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    op.create_index(op.f("ix_printrun_event_id"), "printrun", ["event_id"], unique=False)
    op.execute(f"INSERT INTO printrun SELECT {COLUMNS}, 'complete' FROM kept")
    op.execute("DROP TABLE kept")
