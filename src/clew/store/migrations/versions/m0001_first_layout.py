"""The first layout: imports, parts, quarantine, identity decisions, builds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, server_default="0")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("file_digest", sa.String(64), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("connector", sa.Text, nullable=False),
        sa.Column("table_name", sa.Text, nullable=False),
        sa.Column("mapping_digest", sa.String(64), nullable=False),
        sa.Column("mapping_text", sa.Text, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        *(
            _count(name)
            for name in (
                "rows_done",
                "received",
                "stored",
                "duplicate",
                "quarantined",
                "refused",
                "interactions",
                "records",
            )
        ),
        sa.Column("started_us", sa.BigInteger, nullable=False),
        sa.Column("finished_us", sa.BigInteger),
        sa.Column("reason", sa.Text, nullable=False, server_default=""),
        sa.Column("times", sa.Text, nullable=False, server_default="{}"),
    )
    op.create_index("imports_by_content", "imports", ["file_digest", "source", "table_name"])
    op.create_table(
        "parts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("import_id", sa.Integer, sa.ForeignKey("imports.id"), nullable=False),
        sa.Column("table_name", sa.String(64), nullable=False),
        sa.Column("file", sa.Text, nullable=False, unique=True),
        sa.Column("rows", sa.BigInteger, nullable=False),
        sa.Column("committed_us", sa.BigInteger, nullable=False),
        sa.Column("layout", sa.Integer, nullable=False),
    )
    op.create_table(
        "quarantine",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("import_id", sa.Integer, sa.ForeignKey("imports.id"), nullable=False),
        sa.Column("row", sa.BigInteger, nullable=False),
        sa.Column("column", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("raw", sa.Text, nullable=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
    )
    op.create_index("quarantine_by_import", "quarantine", ["import_id"])
    op.create_table(
        "identity_decisions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("identifier_a", sa.Text, nullable=False),
        sa.Column("identifier_b", sa.Text, nullable=False),
        sa.Column("asserted", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "builds",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("made_us", sa.BigInteger, nullable=False),
        sa.Column("input_digest", sa.String(64), nullable=False),
        sa.Column("folder", sa.Text, nullable=False),
        sa.Column("files", sa.Text, nullable=False),
    )
