"""The keys that a stored answer is found by: the same words, and the same question."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from uuid import UUID

from vidya.domains.tutor.models import Asker
from vidya.domains.tutor.same_question.key import slot_key
from vidya.domains.tutor.same_question.languages import MATCHED_LANGUAGES
from vidya.domains.tutor.same_question.normal import normalise


@dataclass(frozen=True)
class AnswerKeys:
    exact: UUID
    same_question: UUID | None
    """None where the wording is not safe to compare with another."""

    def all(self) -> list[UUID]:
        return [self.exact, self.same_question] if self.same_question else [self.exact]

    def kinds(self) -> list[str]:
        return ["exact", "same_question"][: len(self.all())]


def answer_keys(text: str, asker: Asker) -> AnswerKeys:
    """Keys hold the class, the language and the teaching mode; the table holds school or board."""
    return _keys(text, asker.scope.language, asker.scope.grade, asker.mode)


@lru_cache(maxsize=20_000)
def _keys(text: str, language: str, grade: int, mode: str) -> AnswerKeys:
    """Cached: a syllabus has few questions, and children ask them again and again."""
    place = f"{language}|{grade}|{mode}|".encode()
    slots = slot_key(text, language=language) if language in MATCHED_LANGUAGES else None
    return AnswerKeys(
        exact=_digest(b"exact|" + place + normalise(text).encode()),
        same_question=_digest(b"slots|" + place + slots.digest) if slots else None,
    )


def _digest(content: bytes) -> UUID:
    return UUID(bytes=blake2b(content, digest_size=16).digest())
