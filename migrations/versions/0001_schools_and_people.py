"""Schools and people."""

from vidya.app.migrations import run_sql

revision = "0001"
down_revision = None


def upgrade() -> None:
    run_sql("0001_schools_and_people.sql")
