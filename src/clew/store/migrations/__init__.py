"""Steps from one layout of the journal to the next, run by Alembic."""
