"""The third layout: a build says which part files and which settings it was made from, so that readers of it keep both."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns; builds from before don't know."""
    op.add_column("builds", sa.Column("parts", sa.Text, nullable=False, server_default="{}"))
    op.add_column("builds", sa.Column("settings", sa.Text, nullable=False, server_default=""))
