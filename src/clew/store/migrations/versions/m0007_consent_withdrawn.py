"""The seventh layout: a written statement about consent can be taken back, which is written down as well."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column; nothing was taken back before."""
    op.add_column("consent_statements", sa.Column("withdrawn", sa.Boolean, nullable=False, server_default=sa.false()))
