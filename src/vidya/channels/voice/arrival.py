"""A call that begins: whose line was dialled, who calls, and what they hear first."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from vidya.channels.voice import people, queries
from vidya.channels.voice.conversation import CallNotFound, Conversation, Rendered
from vidya.channels.voice.dialogue import At, Dialogue, SchoolFacts, Somebody, change
from vidya.channels.voice.phrases import SPOKEN
from vidya.channels.voice.prompts import line
from vidya.channels.voice.queries import CallRef, NewCall
from vidya.channels.voice.turn import Outcome, Turn, move_to
from vidya.core import clock
from vidya.core.db import Connection
from vidya.core.errors import NotFound
from vidya.core.ids import new_id
from vidya.domains.accounts import service as accounts
from vidya.domains.accounts.models import KnownContact
from vidya.domains.schools import service as schools
from vidya.domains.schools.models import School


class NobodyAnswersThisLine(NotFound):
    """No school owns the number that was dialled, and none takes in guests."""


@dataclass(frozen=True)
class Ringing:
    """A call as the provider announces it."""

    provider: str
    call_sid: str
    child: str
    """The number of the person on the phone, in E.164; empty when it is withheld."""
    line: str
    """The number of ours, in E.164; empty when it is none."""
    is_call_back: bool = False
    """We placed it."""
    school: UUID | None = None
    """Chosen by key, where a phone is known to several schools."""


@dataclass(frozen=True)
class SeveralSchools:
    """A phone that several schools know, on a line that is none of theirs."""

    names: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True)
class _Host:
    """Who takes the call."""

    school_id: UUID
    contact: KnownContact | None


async def answer_call(
    conversation: Conversation, ringing: Ringing, *, guest_school: str, render: Rendered
) -> str | SeveralSchools:
    """The first document of the call. A second delivery of the same call gets the same one."""
    now = clock.now()
    found = await _find_host(conversation, ringing, guest_school)
    if isinstance(found, SeveralSchools):
        return found
    call = NewCall(
        ref=CallRef(found.school_id, new_id(now), 0),
        provider=ringing.provider,
        call_sid=ringing.call_sid,
        contact_id=found.contact.contact_id if found.contact else None,
    )
    async with conversation.database.school(found.school_id) as db:
        other = await queries.claim_call(db, call, now=now)
        if other is None:
            return await _begin(conversation, db, call, ringing, host=found, render=render, now=now)
    return await _again(conversation, other, call_sid=ringing.call_sid)


async def _begin(
    conversation: Conversation,
    db: Connection,
    call: NewCall,
    ringing: Ringing,
    *,
    host: _Host,
    render: Rendered,
    now: datetime,
) -> str:
    school = await schools.get_school(db, host.school_id)
    dialogue = Dialogue(
        at=At.guest,
        language=_first_language(school),
        school=_facts(school),
        called_back=ringing.is_call_back,
    )
    turn = Turn(
        db, conversation.keys, conversation.rules, host.school_id, ringing.child, dialogue, now
    )
    outcome = await _greet(turn, host)
    response = await conversation.document(db, call.ref, outcome, render)
    await queries.insert_call(db, call, outcome.dialogue, response, now=now)
    return response


async def _greet(turn: Turn, host: _Host) -> Outcome:
    dialogue = turn.dialogue
    known = await accounts.people_on(turn.db, host.contact) if host.contact else []
    if not known:
        greeting = line(dialogue, "guest", school=dialogue.school.name)
        return move_to(At.guest, dialogue, greeting)
    somebody = tuple(people.somebody(person) for person in known)
    dialogue = _shared_by(dialogue, somebody)
    if len(somebody) == 1:
        return await people.meet(replace(turn, dialogue=dialogue), somebody[0])
    key = "greeting_shared_call_back" if dialogue.called_back else "greeting_shared"
    greeting = line(dialogue, key, school=dialogue.school.name)
    return move_to(At.choose_person, dialogue, greeting)


def _shared_by(dialogue: Dialogue, somebody: tuple[Somebody, ...]) -> Dialogue:
    """A shared phone is greeted in the language of the first child on it."""
    language = somebody[0].language
    spoken = language if language in SPOKEN else dialogue.language
    return change(dialogue, people=somebody, language=spoken)


async def _again(conversation: Conversation, ref: CallRef, *, call_sid: str) -> str:
    async with conversation.database.school(ref.school_id) as db:
        call = await queries.find_call_row(db, ref, call_sid=call_sid)
    if call is None:
        raise CallNotFound("This call was begun and is gone.")
    return call.response


async def _find_host(
    conversation: Conversation, ringing: Ringing, guest_school: str
) -> _Host | SeveralSchools:
    look_up = conversation.keys.lookup_hash
    async with conversation.database.shared() as db:
        contacts = await accounts.identify(db, look_up(ringing.child)) if ringing.child else []
        owner = await schools.find_school_by_number(db, look_up(ringing.line))
        if not contacts and owner is None:
            owner = await schools.find_school_by_code(db, guest_school)
    chosen = _choose(contacts, ringing.school or owner)
    if chosen is not None:
        return _Host(chosen.school_id, chosen)
    if contacts:
        return await _name_schools(conversation, contacts)
    if owner is None:
        raise NobodyAnswersThisLine("No school answers this number.")
    return _Host(owner, None)


def _choose(contacts: list[KnownContact], school_id: UUID | None) -> KnownContact | None:
    """The school that was dialled or chosen; or the only one that knows the phone."""
    for contact in contacts:
        if contact.school_id == school_id:
            return contact
    return contacts[0] if len(contacts) == 1 else None


async def _name_schools(conversation: Conversation, contacts: list[KnownContact]) -> SeveralSchools:
    names: list[tuple[UUID, str]] = []
    for contact in contacts[:9]:
        async with conversation.database.school(contact.school_id) as db:
            names.append(
                (contact.school_id, (await schools.get_school(db, contact.school_id)).name)
            )
    return SeveralSchools(tuple(names))


def _first_language(school: School) -> str:
    return school.language if school.language in SPOKEN else SPOKEN[0]


def _facts(school: School) -> SchoolFacts:
    return SchoolFacts(
        name=school.name,
        board=school.board,
        language=school.language,
        languages=tuple(school.languages),
        mode=school.teaching_mode,
        time_zone=school.time_zone,
        guests_allowed=school.guests_allowed,
        guest_questions=school.guest_questions,
    )
