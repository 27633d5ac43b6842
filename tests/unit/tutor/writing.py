"""Passages and answers that are to be written from them, for tests of composing and checking."""

from uuid import UUID

from vidya.domains.curriculum.models import Passage, Scope
from vidya.domains.tutor.models import FollowUp, Writing

LEAVES = (
    "Green plants make their own food in their leaves. They take in carbon dioxide (CO₂) from the "
    "air and water from the soil. Chlorophyll catches the sunlight. A leaf has about 250 tiny "
    "openings on each square millimetre, called stomata."
)
AREA = (
    "The area of a rectangle is its length times its breadth. A field that is 3 m long and 4 m "
    "broad has an area of 12 square metres. Ice melts at 0 °C and this ice is at −4 °C."
)
HINDI = (
    "पौधे अपना भोजन पत्तियों में बनाते हैं। एक पत्ती में लगभग २५० रंध्र होते हैं। सूर्य का प्रकाश क्लोरोफिल सोखता है।"
)


def make_passage(body: str = LEAVES, *, number: int = 1, heading: str = "Leaves") -> Passage:
    return Passage(
        board="DEMO",
        passage_no=number,
        heading=heading,
        body=body,
        chapter="Photosynthesis",
        subject="science",
        grade=8,
        content_hash=b"",
        score=1.0,
    )


def make_writing(
    question: str = "How do plants make food?",
    *passages: Passage,
    language: str = "en",
    mode: str = "explain",
    follow_up: FollowUp | None = None,
    said: tuple[str, ...] = (),
    before: tuple[str, ...] = (),
) -> Writing:
    given = passages or (make_passage(LEAVES), make_passage(AREA, number=2, heading="Area"))
    return Writing(
        answer_id=UUID(int=1),
        question=question,
        scope=Scope(UUID(int=2), "DEMO", 8, language),
        mode=mode,
        follow_up=follow_up,
        said=said,
        before=before,
        passages=given,
        waited_ms=0.0,
        search_ms=0.0,
    )
