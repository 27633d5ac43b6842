"""The turns in which we learn who is calling, and what they agree to."""

from uuid import UUID

from vidya.channels.voice import phrases
from vidya.channels.voice.dialogue import At, Dialogue, Somebody, change
from vidya.channels.voice.phrases import say
from vidya.channels.voice.prompts import line, question_aloud
from vidya.channels.voice.reply import Line
from vidya.channels.voice.turn import Outcome, Turn, move_to
from vidya.channels.voice.turn_taking import Move
from vidya.domains.accounts import service as accounts
from vidya.domains.accounts.models import Person, PersonKind
from vidya.domains.accounts.service import PinLocked
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import QuestionStatus

_CHILD_QUESTIONS = 3


def somebody(person: Person) -> Somebody:
    return Somebody(
        kind=person.kind.value,
        person_id=person.person_id,
        name=person.name,
        language=person.language,
        grade=person.grade,
        has_pin=person.has_pin,
        has_consent=person.has_consent,
    )


async def choose_person(turn: Turn, move: Move) -> Outcome:
    return await meet(turn, turn.dialogue.people[int(move.text) - 1])


async def meet(turn: Turn, who: Somebody, *before: Line) -> Outcome:
    """Somebody is on the line: their PIN first, where they have one."""
    dialogue = change(turn.dialogue, who=who, grade=who.grade, strikes=0)
    if who.language in phrases.SPOKEN:
        dialogue = change(dialogue, language=who.language)
    if who.has_pin:
        return move_to(At.enter_pin, dialogue, *before)
    return await welcome(turn, dialogue, *before)


async def pin(turn: Turn, move: Move) -> Outcome:
    """Three tries, then a quarter of an hour's rest; others on the phone can still be chosen."""
    dialogue = turn.dialogue
    who = dialogue.who
    assert who is not None  # noqa: S101 - a PIN is asked of somebody
    refusal = await accounts.check_pin(
        turn.db,
        turn.keys,
        _person(who),
        school_id=turn.school_id,
        pin=move.text,
        now=turn.now,
    )
    if refusal is None:
        return await welcome(turn, dialogue)
    if isinstance(refusal, PinLocked):
        locked = line(dialogue, "pin_locked", name=who.name)
        if len(dialogue.people) > 1:
            return move_to(At.choose_person, dialogue, locked, who=None)
        return move_to(At.ended, dialogue, locked, who=None)
    return move_to(At.enter_pin, dialogue, line(dialogue, "pin_wrong"))


async def pin_unfinished(turn: Turn, _move: Move) -> Outcome:
    return move_to(At.enter_pin, turn.dialogue, line(turn.dialogue, "pin_unfinished"))


async def choose_again(turn: Turn, _move: Move) -> Outcome:
    """Whoever pressed the wrong name need not lock it."""
    return move_to(At.choose_person, turn.dialogue, who=None)


async def welcome(turn: Turn, dialogue: Dialogue, *before: Line) -> Outcome:
    """Greet by name; then consent, an answer that waits, or the first question."""
    who = dialogue.who
    assert who is not None  # noqa: S101 - somebody is being greeted
    if who.kind == "guardian":
        return await _welcome_guardian(turn, dialogue, who)
    key = "greeting_call_back" if dialogue.called_back else "greeting"
    greeting = line(dialogue, key, name=who.name, school=dialogue.school.name)
    if not who.has_consent:
        return move_to(At.consent, dialogue, *before, greeting)
    return await _begin_in_own_language(turn, dialogue, who, *before, greeting)


async def agree(turn: Turn, _move: Move) -> Outcome:
    """Consent, by the key that the notice named: on the child's call, or by the guardian."""
    dialogue = turn.dialogue
    if dialogue.at is At.guardian_consent:
        return await _set_consent(turn, given=True)
    who = dialogue.who
    assert who is not None  # noqa: S101 - consent is asked for somebody
    await _give(turn, who.person_id, given_by="guardian")
    dialogue = change(dialogue, who=_consenting(who, given=True))
    said = line(dialogue, "consent_given")
    return await _begin_in_own_language(turn, dialogue, who, said)


async def decline(turn: Turn, _move: Move) -> Outcome:
    """Nothing is kept. Where the school allows guests, the child may ask as one."""
    dialogue = turn.dialogue
    if dialogue.at is At.joining:
        return move_to(At.guest, dialogue, join_school=None)
    declined = line(dialogue, "consent_declined")
    if not dialogue.school.guests_allowed or not turn.phone:
        return move_to(At.ended, dialogue, declined, line(dialogue, "consent_declined_end"))
    guest = await accounts.admit_guest(
        turn.db,
        school_id=turn.school_id,
        phone_hash=turn.keys.lookup_hash(turn.phone),
        now=turn.now,
    )
    return move_to(At.listening, dialogue, declined, who=None, guest_id=guest.guest_id)


async def children_asked(turn: Turn, _move: Move) -> Outcome:
    """A guardian hears what each child asked lately."""
    dialogue = turn.dialogue
    lines: list[Line] = []
    for child in dialogue.people:
        past = await tutor.recent(
            turn.db,
            school_id=turn.school_id,
            learner_id=child.person_id,
            limit=_CHILD_QUESTIONS,
        )
        key = "guardian_asked" if past else "guardian_nothing"
        lines.append(line(dialogue, key, child=child.name))
        lines += [Line(question_aloud(dialogue, q.text), dialogue.language) for q in past]
    return move_to(At.guardian, dialogue, *lines)


async def guardian_consent(turn: Turn, _move: Move) -> Outcome:
    return move_to(At.guardian_consent, turn.dialogue)


async def withdraw(turn: Turn, _move: Move) -> Outcome:
    return await _set_consent(turn, given=False)


async def back(turn: Turn, _move: Move) -> Outcome:
    return move_to(At.guardian, turn.dialogue)


async def begin(turn: Turn, dialogue: Dialogue, *before: Line) -> Outcome:
    """The first question; an answer that came when the learner had gone is offered first."""
    learner_id = dialogue.learner_id
    assert learner_id is not None  # noqa: S101 - only a learner has answers that wait
    unheard = await tutor.find_unheard(
        turn.db, school_id=turn.school_id, learner_id=learner_id, now=turn.now
    )
    if unheard is not None:
        return move_to(
            At.unheard,
            dialogue,
            *before,
            question_id=unheard.question_id,
            question_text=unheard.text,
        )
    if dialogue.called_back:
        before = (*before, *await _what_became_of_it(turn, dialogue, learner_id))
    return move_to(At.listening, dialogue, *before)


async def _welcome_guardian(turn: Turn, dialogue: Dialogue, who: Somebody) -> Outcome:
    wards = await accounts.wards_of(turn.db, school_id=turn.school_id, guardian_id=who.person_id)
    greeting = line(dialogue, "guardian", name=who.name, school=dialogue.school.name)
    if not wards:
        return move_to(At.ended, dialogue, greeting, line(dialogue, "guardian_of_nobody"))
    people = tuple(somebody(ward) for ward in wards)
    return move_to(At.guardian, dialogue, greeting, people=people)


async def _begin_in_own_language(
    turn: Turn, dialogue: Dialogue, who: Somebody, *before: Line
) -> Outcome:
    """A language that we do not speak is said so, and another one offered."""
    if who.language not in phrases.SPOKEN:
        return move_to(At.choose_language, dialogue, *before, *not_spoken(who.language))
    return await begin(turn, dialogue, *before)


async def _what_became_of_it(turn: Turn, dialogue: Dialogue, learner_id: UUID) -> list[Line]:
    """We promised to call back, and our books had no answer: say so."""
    past = await tutor.recent(turn.db, school_id=turn.school_id, learner_id=learner_id, limit=1)
    if not past or past[0].status != QuestionStatus.handed_over:
        return []
    question = question_aloud(dialogue, past[0].text)
    return [line(dialogue, "call_back_no_answer", question=question)]


def not_spoken(language: str) -> list[Line]:
    """That a language is not spoken yet, in those that are."""
    return [
        Line(say("not_spoken", ours, language=phrases.word("languages", language, ours)), ours)
        for ours in phrases.SPOKEN
    ]


async def _set_consent(turn: Turn, *, given: bool) -> Outcome:
    dialogue = turn.dialogue
    for child in dialogue.people:
        if given:
            await _give(turn, child.person_id, given_by="guardian")
        else:
            await accounts.withdraw_consent(
                turn.db, school_id=turn.school_id, learner_id=child.person_id, now=turn.now
            )
    people = tuple(_consenting(child, given=given) for child in dialogue.people)
    said = line(dialogue, "consent_given" if given else "guardian_withdrawn")
    return move_to(At.guardian, dialogue, said, people=people)


async def _give(turn: Turn, learner_id: UUID, *, given_by: str) -> None:
    await accounts.give_consent(
        turn.db,
        school_id=turn.school_id,
        learner_id=learner_id,
        given_by=given_by,
        channel="voice",
        now=turn.now,
    )


def _consenting(who: Somebody, *, given: bool) -> Somebody:
    return Somebody(
        kind=who.kind,
        person_id=who.person_id,
        name=who.name,
        language=who.language,
        grade=who.grade,
        has_pin=who.has_pin,
        has_consent=given,
    )


def _person(who: Somebody) -> Person:
    return Person(
        kind=PersonKind(who.kind),
        person_id=who.person_id,
        name=who.name,
        language=who.language,
        grade=who.grade,
        has_pin=who.has_pin,
        has_consent=who.has_consent,
    )
