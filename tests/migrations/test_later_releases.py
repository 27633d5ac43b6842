"""What a later release finds: roles and privileges as the migrations left them."""

from pathlib import Path

import psycopg

from tests.conftest import QUICK
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.app.migrations import migrate


def test_a_table_that_a_later_release_adds_is_closed_to_the_role_across_schools(
    tmp_path: Path,
) -> None:
    for _ in range(2):
        with EmbeddedPostgres(tmp_path / "data", settings=QUICK) as server:
            migrate(server.urls.owner)
    with (
        EmbeddedPostgres(tmp_path / "data", settings=QUICK) as server,
        psycopg.connect(server.urls.owner, autocommit=True) as owner,
    ):
        owner.execute("CREATE TABLE of_a_later_release (id int)")
        row = owner.execute(
            "SELECT has_table_privilege('vidya_across', 'of_a_later_release', 'SELECT, DELETE')"
        ).fetchone()

    assert row == (False,)
