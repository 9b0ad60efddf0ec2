"""Stones of who withdrew become deniable: 17 bits a mark, no group, the month for the day.

The whole hashes under the directory's key go: whoever had the file found the telephones by them.
A mark is made from the old hash, so each refusal stays. Ids that held the time go, too.
"""

import sqlalchemy as sa
from alembic import op

from directory_app.store.tombstones import ID_KIND, KEY_SETTING, blurred

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

DAYS = "homes_forgotten_on"


def upgrade() -> None:
    kept = marks()
    op.drop_table("tombstone")
    op.create_table(
        "tombstone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("source", "kind", "digest"),
    )
    for row in sorted(kept.items()):
        (kind, digest), month = row
        op.get_bind().exec_driver_sql(
            "INSERT INTO tombstone (source, kind, digest, month) VALUES ('', ?, ?, ?)",
            (kind, digest, month),
        )
    expire(bool(kept))


def marks() -> dict[tuple[str, str], str]:
    """Kind and mark of each stone, and the earliest month in which it was set."""
    run = op.get_bind().exec_driver_sql
    secret = run("SELECT value FROM setting WHERE key = ?", (KEY_SETTING,)).scalar()
    rows = run("SELECT kind, digest, purged_on FROM tombstone").all()
    found: dict[tuple[str, str], str] = {}
    for kind, digest, day in rows:
        known = digest if kind == ID_KIND else blurred(digest, secret)
        month = f"{day[:7]}-01"
        found[kind, known] = min(month, found.get((kind, known), month))
    return found


def expire(had_stones: bool) -> None:
    """Older backups have the whole hashes, this migration's own included: they go in 30 days.

    What was kept as days is kept as months from now on (store/expiry.py).
    """
    run = op.get_bind().exec_driver_sql
    days = (run("SELECT value FROM setting WHERE key = ?", (DAYS,)).scalar() or "").split()
    if had_stones:
        days.append(run("SELECT date('now')").scalar())
    if days:
        months = " ".join(sorted({f"{day[:7]}-01" for day in days}))
        run("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (DAYS, months))
