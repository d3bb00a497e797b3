"""The eighth layout: what a language model answered about doubtful sentences is kept, so that builds ask nobody."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the table; nobody was asked before."""
    op.create_table(
        "model_answers",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("model", sa.Text, primary_key=True),
        sa.Column("fact", sa.String(64)),
        sa.Column("is_check", sa.Boolean, nullable=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
    )
