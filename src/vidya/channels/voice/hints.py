"""Words that the speech recogniser should expect: those of the curriculum's headings."""

from time import monotonic
from uuid import UUID

from vidya.channels.voice.dialogue import Dialogue
from vidya.core.db import Connection
from vidya.core.words import STOP_WORDS, tokens
from vidya.domains.curriculum import service as curriculum
from vidya.domains.curriculum.models import Scope

# Twilio reads up to 500 hints of up to 100 characters (13330); the first ones weigh most, and
# each costs bytes.
_MOST_WORDS = 60
_SHORTEST = 4
_LONGEST = 100
_KEPT_SECONDS = 600.0
_MOST_SCOPES = 5_000


class Hints:
    """Kept in memory for a while, for each school, class and language: chapters come and go."""

    def __init__(self) -> None:
        self._known: dict[tuple[UUID, int, str], tuple[float, str]] = {}

    async def of(self, db: Connection, school_id: UUID, dialogue: Dialogue) -> str:
        key = (school_id, dialogue.grade, dialogue.language)
        read_at, known = self._known.get(key, (0.0, ""))
        if read_at and monotonic() - read_at < _KEPT_SECONDS:
            return known
        scope = Scope(school_id, dialogue.school.board, dialogue.grade, dialogue.language)
        known = pick_hints(await curriculum.headings(db, scope), language=dialogue.language)
        if len(self._known) >= _MOST_SCOPES:
            self._known.clear()
        self._known[key] = (monotonic(), known)
        return known


def pick_hints(lines: list[str], *, language: str) -> str:
    """The first words that carry meaning, in the order of the chapters, with commas."""
    stop_words = STOP_WORDS.get(language, frozenset())
    words: dict[str, None] = {}
    for text in lines:
        for token in tokens(text):
            if (
                _SHORTEST <= len(token) <= _LONGEST
                and token not in stop_words
                and not token.isdecimal()
            ):
                words[token] = None
    return ",".join(list(words)[:_MOST_WORDS])
