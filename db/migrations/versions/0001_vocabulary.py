"""The whole vocabulary: businesses, consent, events, print runs, history, and what is kept.

Plain column types on purpose: a migration must not change when the models do.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(name, alternate_name, street, town, category, cuisine, "
    "languages, description, phones, code, "
    "tokenize='ascii', prefix='2 3', detail='column', columnsize=0)",
    "INSERT INTO search(search, rank) VALUES('secure-delete', 1)",
)


def upgrade() -> None:
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("undoable", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "business",
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_folded", sa.String(), nullable=False),
        sa.Column("alternate_name", sa.String(), nullable=False),
        sa.Column("description_en", sa.String(), nullable=False),
        sa.Column("description_es", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("cuisine", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("address_1", sa.String(), nullable=False),
        sa.Column("address_2", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("county", sa.String(), nullable=False),
        sa.Column("state_province", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("address_type", sa.String(), nullable=False),
        sa.Column("directions_en", sa.String(), nullable=False),
        sa.Column("directions_es", sa.String(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("precision", sa.String(), nullable=True),
        sa.Column("geocode_source", sa.String(), nullable=False),
        sa.Column("geocoded_at", sa.Text(), nullable=True),
        sa.Column("pin_locked", sa.Boolean(), nullable=False),
        sa.Column("location_visibility", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("same_as", sa.Text(), nullable=False),
        sa.Column("opening_hours", sa.String(), nullable=False),
        sa.Column("opening_hours_assumed", sa.Boolean(), nullable=False),
        sa.Column("hours_note_en", sa.String(), nullable=False),
        sa.Column("hours_note_es", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("payment_accepted", sa.Text(), nullable=False),
        sa.Column("price_range", sa.String(), nullable=False),
        sa.Column("takeaway", sa.Boolean(), nullable=True),
        sa.Column("delivery", sa.Boolean(), nullable=True),
        sa.Column("catering", sa.Boolean(), nullable=True),
        sa.Column("wheelchair", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("review_state", sa.String(), nullable=False),
        sa.Column("assured_date", sa.Date(), nullable=True),
        sa.Column("assured_by", sa.String(), nullable=False),
        sa.Column("assured_method", sa.String(), nullable=False),
        sa.Column("last_modified", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row_id"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    op.create_index(
        "ix_business_by_assured",
        "business",
        ["assured_date", "name_folded", "row_id", "review_state"],
        unique=False,
    )
    op.create_index(
        "ix_business_by_category",
        "business",
        ["category", "name_folded", "row_id", "review_state"],
        unique=False,
    )
    op.create_index(
        "ix_business_by_city",
        "business",
        ["city", "name_folded", "row_id", "review_state"],
        unique=False,
    )
    op.create_index(
        "ix_business_by_code", "business", ["code", "row_id", "review_state"], unique=False
    )
    op.create_index(
        "ix_business_by_modified",
        "business",
        ["last_modified", "row_id", "review_state"],
        unique=False,
    )
    op.create_index(
        "ix_business_by_name", "business", ["name_folded", "row_id", "review_state"], unique=False
    )
    op.create_index("ix_business_by_place", "business", ["latitude", "longitude"], unique=False)
    op.create_index(
        "ix_business_by_precision",
        "business",
        ["precision", "name_folded", "row_id", "review_state"],
        unique=False,
    )
    op.create_index(
        "ix_business_by_review", "business", ["review_state", "name_folded", "row_id"], unique=False
    )
    op.create_index(
        "ix_business_in_order", "business", ["row_id", "name_folded", "review_state"], unique=False
    )
    op.create_table(
        "editdraft",
        sa.Column("row", sa.String(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("values", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("name_es", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=True),
        sa.Column("ends_at", sa.Text(), nullable=True),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("address_1", sa.String(), nullable=False),
        sa.Column("address_2", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("state_province", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("precision", sa.String(), nullable=True),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("intro_en", sa.String(), nullable=False),
        sa.Column("intro_es", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("radius_miles", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "geocodecache",
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("query", "source"),
    )
    op.create_table(
        "importmapping",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint"),
    )
    op.create_table(
        "outboundrequest",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("business_id", sa.String(), nullable=True),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("sent", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_outboundrequest_business_id"), "outboundrequest", ["business_id"], unique=False
    )
    op.create_table(
        "person",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
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
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    op.create_index(op.f("ix_printrun_event_id"), "printrun", ["event_id"], unique=False)
    op.create_table(
        "savedlist",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "tombstone",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("purged_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_tombstone_digest"), "tombstone", ["digest"], unique=False)
    op.create_index(op.f("ix_tombstone_group"), "tombstone", ["group"], unique=False)
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("table", sa.String(), nullable=False),
        sa.Column("row", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("previous_value", sa.String(), nullable=True),
        sa.Column("replacement_value", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_change_action", "change", ["action_id"], unique=False)
    op.create_index("ix_change_row", "change", ["table", "row"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("business_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("given_by_role", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("wording_version", sa.String(), nullable=False),
        sa.Column("review_by", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["business_id"], ["business.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_consent_by_answer", "consent", ["channel", "answer", "business_id"], unique=False
    )
    op.create_index("ix_consent_of_business", "consent", ["business_id", "channel"], unique=True)
    op.create_table(
        "contact",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("business_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["business_id"], ["business.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_contact_business_id"), "contact", ["business_id"], unique=False)
    op.create_table(
        "evententry",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("business_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("included", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["business_id"], ["business.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_event_entry", "evententry", ["event_id", "business_id"], unique=True)
    op.create_index("ix_event_entry_business", "evententry", ["business_id"], unique=False)
    op.create_table(
        "notduplicate",
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("second", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["first"], ["business.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["second"], ["business.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("first", "second"),
    )
    op.create_table(
        "phone",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("business_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("extension", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["business_id"], ["business.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_phone_business_id"), "phone", ["business_id"], unique=False)
    op.create_index(op.f("ix_phone_number"), "phone", ["number"], unique=False)
    op.create_table(
        "printrunentry",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("business_id", sa.String(), nullable=True),
        sa.Column("printed", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["printrun.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_print_run_entry", "printrunentry", ["run_id", "position"], unique=True)
    op.create_index(
        op.f("ix_printrunentry_business_id"), "printrunentry", ["business_id"], unique=False
    )
    for statement in SEARCH:
        op.execute(statement)
    op.execute("PRAGMA application_id = 1347765586")
