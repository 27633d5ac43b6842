"""The step that asks a model, once, whether a question is answered already in other words."""

from dataclasses import dataclass

from vidya.core import clock
from vidya.core.db import Database
from vidya.core.errors import Unavailable
from vidya.domains.tutor import grey_zone, judging
from vidya.domains.tutor.grey_zone import Closeness
from vidya.domains.tutor.models import Writing
from vidya.providers.llm.base import Llm


@dataclass(frozen=True)
class GreyZone:
    """Reads, lets the connection go, asks the encoder and then the model, and keeps the verdict."""

    database: Database
    llm: Llm
    closeness: Closeness

    async def has_answered(self, writing: Writing) -> bool:
        """Whether a stored answer was given instead; where anything is in doubt, it is not."""
        if writing.follow_up is not None or writing.is_held or writing.said:
            return False
        async with self.database.school(writing.scope.school_id) as db:
            candidates = await grey_zone.find_candidates(db, writing)
        try:
            candidate = await grey_zone.closest(self.closeness, writing.question, candidates)
            if candidate is None:
                return False
            agree = await judging.same_answer_fits(self.llm, writing.question, candidate.question)
        except Unavailable:
            return False  # nothing was said, and so nothing is kept
        async with self.database.school(writing.scope.school_id) as db:
            if agree:
                return await grey_zone.accept(db, writing, candidate)
            await grey_zone.refuse(db, writing, candidate, now=clock.now())
        return False
