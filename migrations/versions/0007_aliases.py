"""Aliases and permanent no's."""

from vidya.app.migrations import run_sql

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    run_sql("0007_aliases.sql")
