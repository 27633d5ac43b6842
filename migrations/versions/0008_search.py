"""Search: how often each term occurs, and postings that hold all that a score needs."""

from vidya.app.migrations import run_sql

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    run_sql("0008_search.sql")
