"""Every job, schedule and subscription of the product, in one list."""

from vidya.channels.voice.jobs import VoiceJobs
from vidya.core import events
from vidya.core.jobs import Job
from vidya.domains.curriculum.models import PassagesWithdrawn
from vidya.domains.tutor.jobs import AnswerWriter
from vidya.domains.tutor.writing import forget_withdrawn


def all_jobs(writer: AnswerWriter, voice: VoiceJobs) -> list[Job]:
    return [*writer.jobs(), *voice.jobs()]


def subscribe_all() -> None:
    events.subscribe(PassagesWithdrawn, forget_withdrawn)
