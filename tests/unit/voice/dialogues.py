"""Calls that stand where a test wants them."""

from uuid import UUID

from vidya.channels.voice.dialogue import At, Dialogue, SchoolFacts, Somebody

SCHOOL = SchoolFacts(
    name="Vidya Demo School",
    board="VIDYA",
    language="en",
    languages=("en", "hi"),
    mode="explain",
    time_zone="Asia/Kolkata",
    guests_allowed=True,
    guest_questions=3,
)


def make_learner(name: str = "Asha", **facts: object) -> Somebody:
    known = {
        "kind": "learner",
        "person_id": UUID(int=1),
        "name": name,
        "language": "en",
        "grade": 8,
        "has_pin": False,
        "has_consent": True,
    }
    return Somebody(**(known | facts))  # type: ignore[arg-type]  # a test says what it needs


def make_dialogue(at: At, **facts: object) -> Dialogue:
    known: dict[str, object] = {"language": "en", "school": SCHOOL, "who": make_learner()}
    return Dialogue(at=at, **(known | facts))  # type: ignore[arg-type]  # a test says what it needs
