"""The journal's tables: what was imported, what was committed, what waits in quarantine, what people decided."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

metadata = MetaData()

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_name", Text, nullable=False),
    Column("file_digest", String(64), nullable=False),
    Column("source", Text, nullable=False),
    Column("connector", Text, nullable=False),
    Column("table_name", Text, nullable=False),
    Column("mapping_digest", String(64), nullable=False),
    Column("mapping_text", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("rows_done", BigInteger, nullable=False, default=0),
    Column("received", BigInteger, nullable=False, default=0),
    Column("stored", BigInteger, nullable=False, default=0),
    Column("duplicate", BigInteger, nullable=False, default=0),
    Column("quarantined", BigInteger, nullable=False, default=0),
    Column("refused", BigInteger, nullable=False, default=0),
    Column("erased", BigInteger, nullable=False, default=0, server_default="0"),
    Column("interactions", BigInteger, nullable=False, default=0),
    Column("records", BigInteger, nullable=False, default=0),
    Column("started_us", BigInteger, nullable=False),
    Column("finished_us", BigInteger),
    Column("reason", Text, nullable=False, default=""),
    Column("times", Text, nullable=False, default="{}"),
    Index("imports_by_content", "file_digest", "source", "table_name"),
)

parts = Table(
    "parts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("import_id", Integer, ForeignKey("imports.id"), nullable=False),
    Column("table_name", String(64), nullable=False),
    Column("file", Text, nullable=False, unique=True),
    Column("rows", BigInteger, nullable=False),
    Column("committed_us", BigInteger, nullable=False),
    Column("layout", Integer, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("import_id", Integer, ForeignKey("imports.id"), nullable=False),
    Column("row", BigInteger, nullable=False),
    Column("column", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("raw", Text, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Index("quarantine_by_import", "import_id"),
)

identity_decisions = Table(
    "identity_decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("identifier_a", Text, nullable=False),
    Column("identifier_b", Text, nullable=False),
    Column("asserted", Boolean, nullable=False),
    Column("verdict", String(16), nullable=False, server_default="same"),
    Column("reason", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("basis", Text, nullable=False, server_default=""),
    Column("at_us", BigInteger, nullable=False),
)

builds = Table(
    "builds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made_us", BigInteger, nullable=False),
    Column("input_digest", String(64), nullable=False),
    Column("folder", Text, nullable=False),
    Column("files", Text, nullable=False),
    Column("parts", Text, nullable=False, server_default="{}"),
    Column("settings", Text, nullable=False, server_default=""),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("order", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("progress", Text, nullable=False, default="{}"),
    Column("result", Text, nullable=False, default="{}"),
    Column("problem", Text, nullable=False, default=""),
    Column("author", Text, nullable=False, default=""),
    Column("attempts", Integer, nullable=False, default=0),
    Column("process", Integer),
    Column("created_us", BigInteger, nullable=False),
    Column("started_us", BigInteger),
    Column("finished_us", BigInteger),
    Index("jobs_by_state", "state", "created_us"),
)

web_sessions = Table(
    "web_sessions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("csrf", String(64), nullable=False),
    Column("name", Text, nullable=False, default=""),
    Column("created_us", BigInteger, nullable=False),
    Column("expires_us", BigInteger, nullable=False),
    Column("last_seen_us", BigInteger, nullable=False),
)

visits = Table(
    "visits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("author", Text, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("build_digest", String(64), nullable=False),
    Column("seen", Text, nullable=False),
)

#: What is known of the workspace as a whole, such as that it holds a simulated company.
facts = Table(
    "facts",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
    Column("at_us", BigInteger, nullable=False),
)

#: Who was erased, when and why; ``finished_us`` stays empty until no file holds anything of them any more.
erasures = Table(
    "erasures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at_us", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("finished_us", BigInteger),
)

#: What recognises the erased when they come again: keyed digests, never what was erased itself.
tombstones = Table(
    "tombstones",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("erasure_id", Integer, ForeignKey("erasures.id"), nullable=False),
)

#: Pairs that likeness takes for one person or leaves to somebody's eye; texts are sorted, so that a pair stands once.
identity_proposals = Table(
    "identity_proposals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("identifier_a", Text, nullable=False),
    Column("identifier_b", Text, nullable=False),
    Column("weight", Float, nullable=False),
    Column("probability", Float, nullable=False),
    Column("band", String(16), nullable=False),
    Column("evidence", Text, nullable=False),
    Column("model_digest", String(64), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    UniqueConstraint("identifier_a", "identifier_b"),
)

#: What people wrote down about consent, beside what the sources tell; ``withdrawn`` takes back what was written before.
consent_statements = Table(
    "consent_statements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("identifier", Text, nullable=False),
    Column("purpose", String(64), nullable=False),
    Column("granted", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("withdrawn", Boolean, nullable=False, server_default=false()),
)

#: What a language model said that a masked sentence asks for, by a keyed digest of the sentence, which itself is kept nowhere;
#: ``fact`` is "" where it asks for none, and NULL where the answer couldn't be used.
model_answers = Table(
    "model_answers",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("model", Text, primary_key=True),
    Column("fact", String(64)),
    Column("is_check", Boolean, nullable=False),
    Column("at_us", BigInteger, nullable=False),
)
