"""What the server wrote since it was last started."""

import os
from pathlib import Path
from typing import IO

from vidya.app.embedded_postgres.data_folder import DataFolder
from vidya.app.embedded_postgres.private_files import belongs_to_folder

FOLDER = "log"  # inside the cluster: the server may write nowhere else

_LAST_LINES = 12
_LAST_BYTES = 64 * 1024


class ServerLog:
    """The first words go to start.log, until the server has opened its own log."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._written_before: dict[Path, int] = {}

    def open_anew(self) -> IO[bytes]:
        """An empty start.log, for a server about to start."""
        self._written_before = {file: file.stat().st_size for file in self._files()}
        flags = os.O_CREAT | os.O_WRONLY | os.O_TRUNC | os.O_APPEND | os.O_NOFOLLOW
        opened = os.open(self._folder.start_log, flags, 0o600)
        belongs_to_folder(opened, self._folder.path)
        return os.fdopen(opened, "ab")

    def last_words(self) -> str:
        """The last lines of this start, those of earlier days left out."""
        before = self._written_before
        parts = [self._since(self._folder.start_log, 0)]
        parts.extend(self._since(file, before.get(file, 0)) for file in self._files())
        return "\n".join("".join(parts).splitlines()[-_LAST_LINES:])

    def _files(self) -> list[Path]:
        files = (self._folder.cluster / FOLDER).glob("*.log")
        return sorted(files, key=lambda file: file.stat().st_mtime)

    def _since(self, file: Path, start: int) -> str:
        if not file.exists():
            return ""
        size = file.stat().st_size
        begin = start if start <= size else 0  # it was begun anew meanwhile
        with file.open("rb") as opened:
            opened.seek(max(begin, size - _LAST_BYTES))
            return opened.read().decode(errors="replace")
