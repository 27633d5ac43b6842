"""Who is calling, what they may do, and what they agreed to."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from vidya.core.db import Connection, visit
from vidya.core.errors import Denied, LimitReached
from vidya.core.ids import new_id
from vidya.core.security import Keys
from vidya.domains.accounts import queries, roster
from vidya.domains.accounts.models import (
    Guest,
    KnownContact,
    NewGuardian,
    NewLearner,
    Person,
    PersonKind,
    Purpose,
)

PIN_TRIES = 3
PIN_LOCK = timedelta(minutes=15)
GUEST_MEMORY = timedelta(hours=24)
NOTICE_VERSION = 1


class PinWrong(Denied):
    def __init__(self, tries_left: int) -> None:
        super().__init__(f"That PIN is not right; {tries_left} tries are left.")
        self.tries_left = tries_left


class PinLocked(LimitReached):
    def __init__(self, until: datetime) -> None:
        super().__init__(f"Too many wrong PINs; try again after {until:%H:%M} UTC.")
        self.until = until


async def identify(db: Connection, phone_hash: bytes) -> list[KnownContact]:
    """The schools that know this phone; read before any school is."""
    return await queries.contacts_by_phone(db, phone_hash=phone_hash)


async def people_on(db: Connection, contact: KnownContact) -> list[Person]:
    """Who uses this phone, in the order in which they are offered."""
    return await queries.people_on(
        db, school_id=contact.school_id, contact_id=contact.contact_id, purpose=Purpose.tutoring
    )


async def wards_of(db: Connection, *, school_id: UUID, guardian_id: UUID) -> list[Person]:
    return await queries.wards_of(
        db, school_id=school_id, guardian_id=guardian_id, purpose=Purpose.tutoring
    )


async def check_pin(
    db: Connection,
    keys: Keys,
    person: Person,
    *,
    school_id: UUID,
    pin: str,
    now: datetime,
) -> PinWrong | PinLocked | None:
    """None when the PIN is right. A refusal is returned, not raised: its count must be committed."""
    kind, person_id = person.kind, person.person_id
    row = await queries.lock_pin(db, school_id=school_id, kind=kind, person_id=person_id)
    if row.pin_locked_until is not None and now < row.pin_locked_until:
        return PinLocked(row.pin_locked_until)
    if row.pin_hash is not None and keys.pin_matches(pin, row.pin_hash, person_id=person_id):
        failures, locked_until = 0, None
    else:
        failures = row.pin_failures + 1
        locked_until = now + PIN_LOCK if failures >= PIN_TRIES else None
    await queries.set_pin_failures(
        db,
        school_id=school_id,
        kind=kind,
        person_id=person_id,
        failures=0 if locked_until else failures,
        locked_until=locked_until,
    )
    if locked_until is not None:
        return PinLocked(locked_until)
    return PinWrong(PIN_TRIES - failures) if failures else None


async def give_consent(
    db: Connection,
    *,
    school_id: UUID,
    learner_id: UUID,
    given_by: str,
    channel: str,
    now: datetime,
) -> None:
    """Tutoring is agreed to. A consent that is in force already stays as it is."""
    await queries.insert_consent(
        db,
        school_id=school_id,
        consent_id=new_id(now),
        learner_id=learner_id,
        purpose=Purpose.tutoring,
        notice_version=NOTICE_VERSION,
        given_by=given_by,
        channel=channel,
        now=now,
    )


async def withdraw_consent(
    db: Connection, *, school_id: UUID, learner_id: UUID, now: datetime
) -> None:
    await queries.withdraw_consent(
        db, school_id=school_id, learner_id=learner_id, purpose=Purpose.tutoring, now=now
    )


async def admit_guest(
    db: Connection, *, school_id: UUID, phone_hash: bytes, now: datetime
) -> Guest:
    """A caller whom no school knows; forgotten after a day."""
    return await queries.upsert_guest(
        db,
        school_id=school_id,
        guest_id=new_id(now),
        phone_hash=phone_hash,
        erase_at=now + GUEST_MEMORY,
    )


async def get_guest_count(db: Connection, *, school_id: UUID, guest_id: UUID) -> int:
    """How many questions the guest has asked; the row is held until the transaction ends."""
    guest = await queries.lock_guest(db, school_id=school_id, guest_id=guest_id)
    return guest.asked if guest else 0


async def request_to_join(
    db: Connection, keys: Keys, *, school_id: UUID, phone: str, now: datetime
) -> None:
    """The caller agreed that this school gets their number. Asking twice is asking once."""
    async with visit(db, school_id):
        await queries.insert_join_request(
            db,
            school_id=school_id,
            request_id=new_id(now),
            phone_hash=keys.lookup_hash(phone),
            phone_sealed=keys.seal(phone, context=school_id),
            now=now,
        )


async def add_learner(
    db: Connection, keys: Keys, learner: NewLearner, *, school_id: UUID, now: datetime
) -> None:
    classroom_id = await roster.ensure_classroom(
        db,
        school_id=school_id,
        classroom_id=new_id(now),
        grade=learner.grade,
        section=learner.section,
    )
    await roster.insert_learner(
        db,
        learner,
        school_id=school_id,
        classroom_id=classroom_id,
        pin_hash=_pin_hash(keys, learner.pin, learner.learner_id),
        now=now,
    )


async def add_guardian(
    db: Connection, keys: Keys, guardian: NewGuardian, *, school_id: UUID, now: datetime
) -> None:
    await roster.insert_guardian(
        db,
        guardian,
        school_id=school_id,
        pin_hash=_pin_hash(keys, guardian.pin, guardian.guardian_id),
        now=now,
    )


async def add_contact(
    db: Connection,
    keys: Keys,
    *,
    school_id: UUID,
    phone: str,
    people: Sequence[tuple[PersonKind, UUID]],
    now: datetime,
) -> UUID:
    """A phone number and who uses it, in the order in which they are offered."""
    contact_id = new_id(now)
    await roster.insert_contact(
        db,
        school_id=school_id,
        contact_id=contact_id,
        phone_hash=keys.lookup_hash(phone),
        phone_sealed=keys.seal(phone, context=contact_id),
        now=now,
    )
    await roster.insert_contact_people(
        db,
        school_id=school_id,
        contact_id=contact_id,
        people=[
            (person_id, None) if kind is PersonKind.learner else (None, person_id)
            for kind, person_id in people
        ],
    )
    return contact_id


def _pin_hash(keys: Keys, pin: str | None, person_id: UUID) -> bytes | None:
    return keys.pin_hash(pin, person_id=person_id) if pin else None
