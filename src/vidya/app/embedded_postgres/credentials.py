"""The passwords of the database's roles, and the addresses made from them."""

import json
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Self

from vidya.app.embedded_postgres.private_files import write_private

SUPERUSER, OWNER, APP, ACROSS = "postgres", "vidya_owner", "vidya_app", "vidya_across"
DATABASE = "vidya"


@dataclass(frozen=True)
class DatabaseUrls:
    """postgresql:// addresses of the database over loopback, one for each role."""

    superuser: str
    owner: str
    app: str
    across: str


@dataclass(frozen=True)
class Credentials:
    """One password for each role, of characters that need no quoting in SQL or in a URL."""

    superuser: str
    owner: str
    app: str
    across: str

    @classmethod
    def fresh(cls) -> Self:
        return cls(**{field.name: secrets.token_urlsafe(24) for field in fields(cls)})

    def urls(self, *, port: int) -> DatabaseUrls:
        place = f"127.0.0.1:{port}/{DATABASE}"
        return DatabaseUrls(
            superuser=f"postgresql://{SUPERUSER}:{self.superuser}@{place}",
            owner=f"postgresql://{OWNER}:{self.owner}@{place}",
            app=f"postgresql://{APP}:{self.app}@{place}",
            across=f"postgresql://{ACROSS}:{self.across}@{place}",
        )


def find_credentials(file: Path) -> Credentials | None:
    """The passwords kept in `file`; None when there is none, or it was only half written."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        names = [field.name for field in fields(Credentials)]
        passwords = {name: kept[name] for name in names}
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None  # the server then gets new passwords
    if not all(isinstance(password, str) and password for password in passwords.values()):
        return None
    return Credentials(**passwords)


def keep_credentials(file: Path, credentials: Credentials) -> None:
    write_private(file, json.dumps(asdict(credentials), indent=2) + "\n")
