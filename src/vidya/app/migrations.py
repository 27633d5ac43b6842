"""Brings a database to the schema of this release, by Alembic and hand-written SQL."""

from pathlib import Path

from alembic import command, op
from alembic.config import Config

FOLDER = Path(__file__).parents[3] / "migrations"


def migrate(owner_url: str) -> None:
    """Run what is missing, as vidya_owner. Safe to repeat and to start twice at once."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    url = owner_url.replace("postgresql://", "postgresql+psycopg://", 1)
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    command.upgrade(config, "head")


def run_sql(name: str) -> None:
    """Run one file of `migrations/sql` on the driver itself, which takes many statements."""
    driver = op.get_bind().connection.driver_connection
    assert driver is not None  # noqa: S101 - a migration always runs on a live connection
    driver.execute((FOLDER / "sql" / name).read_text(encoding="utf-8"))
