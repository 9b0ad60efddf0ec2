"""Homes that were stored before keep their town only: street and pin go, in the history too.

Since then nothing gives a home a street (model/homes.py). Telephones and answers stay as they are.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WORDS = ("address_1", "address_2", "postal_code", "directions_en", "directions_es")
PIN = {
    "latitude": "NULL",
    "longitude": "NULL",
    "precision": "NULL",
    "geocode_source": "''",
    "geocoded_at": "NULL",
}
BLANK = {**dict.fromkeys(WORDS, "''"), **PIN}
HOME = "address_type = 'home'"
#: Changes that file a whole business, as it came or went.
WHOLE = "\"table\" = 'business' AND field = ''"


def upgrade() -> None:
    op.execute("CREATE TEMP TABLE at_home (id VARCHAR PRIMARY KEY)")
    op.execute(f"INSERT INTO at_home SELECT id FROM business WHERE {HOME}")
    for value in ("previous_value", "replacement_value"):
        # of those that are gone, so that taking the deletion back brings no street
        op.execute(
            f'INSERT OR IGNORE INTO at_home SELECT "row" FROM change WHERE {WHOLE} '
            f"AND json_extract({value}, '$.address_type') = 'home' "
            'AND "row" NOT IN (SELECT id FROM business)'
        )
    in_directory()
    in_history()
    beside()
    op.execute("DROP TABLE at_home")


def in_directory() -> None:
    """Blank their columns and their words in the search; a pin on the town itself may stay."""
    op.execute(
        "UPDATE search SET street = '' WHERE rowid IN "
        f"(SELECT row_id FROM business WHERE {HOME}) AND street <> ''"
    )
    op.execute(f"UPDATE business SET {_set(dict.fromkeys(WORDS, repr('')))} WHERE {HOME}")
    op.execute(
        f"UPDATE business SET {_set(PIN)} WHERE {HOME} "
        "AND (latitude IS NULL OR coalesce(precision, 'city') <> 'city')"
    )


def in_history() -> None:
    """Drop the changes of those fields, and blank them where a whole row is filed."""
    names = ", ".join(f"'{name}'" for name in BLANK)
    theirs = '"table" = \'business\' AND "row" IN (SELECT id FROM at_home)'
    op.execute(f"DELETE FROM change WHERE {theirs} AND field IN ({names})")
    blank = ", ".join(f"'$.{name}', {value}" for name, value in BLANK.items())
    for value in ("previous_value", "replacement_value"):
        op.execute(
            f"UPDATE change SET {value} = json_replace({value}, {blank}) "
            f"WHERE {theirs} AND field = '' AND {value} IS NOT NULL"
        )


def beside() -> None:
    """What a service was asked and answered of them, and what was typed and not applied yet.

    Answers are kept by address and not by business, and can be asked for again: all go.
    """
    theirs = "IN (SELECT id FROM at_home)"
    op.execute(f"UPDATE outboundrequest SET sent = '' WHERE business_id {theirs}")
    op.execute("DELETE FROM geocodecache WHERE EXISTS (SELECT 1 FROM at_home)")
    op.execute(f'DELETE FROM editdraft WHERE "row" {theirs}')
    # older backups have the street, this migration's own included: they go within 30 days
    op.execute(
        "INSERT OR REPLACE INTO setting (key, value) SELECT 'homes_forgotten_on', date('now') "
        "WHERE EXISTS (SELECT 1 FROM at_home)"
    )


def _set(values: dict[str, str]) -> str:
    return ", ".join(f"{name} = {value}" for name, value in values.items())
