"""Runs the migrations as vidya_owner, each file of SQL in one transaction."""

from alembic import context
from sqlalchemy import create_engine, pool, text

LOCK = 7_210_421  # one migration at a time, however many processes start together


def migrate() -> None:
    engine = create_engine(
        context.config.get_main_option("sqlalchemy.url", ""), poolclass=pool.NullPool
    )
    with engine.connect() as connection:
        context.configure(connection=connection, transactional_ddl=True)
        with context.begin_transaction():
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
            connection.execute(text("SET LOCAL lock_timeout = '10s'"))
            context.run_migrations()


migrate()
