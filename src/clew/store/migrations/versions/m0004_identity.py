"""The fourth layout: a person's word about two identifiers is one of four verdicts, and says on what ground."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns; what was asserted before means "same", what was retracted "retracted"."""
    op.add_column("identity_decisions", sa.Column("verdict", sa.String(16), nullable=False, server_default="same"))
    op.add_column("identity_decisions", sa.Column("basis", sa.Text, nullable=False, server_default=""))
    op.execute("UPDATE identity_decisions SET verdict = 'retracted' WHERE NOT asserted")
