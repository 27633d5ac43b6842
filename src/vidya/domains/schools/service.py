"""What a school may do and how it is found."""

import re
from uuid import UUID

from vidya.core.db import Connection, visit
from vidya.core.errors import BadInput, NotFound
from vidya.domains.schools import queries
from vidya.domains.schools.models import School

_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_CODE = re.compile(r"[A-Z][A-Z0-9]{2,19}")


class SchoolCodeNotUsable(BadInput): ...


class SchoolNotFound(NotFound): ...


async def open_school(db: Connection, school: School) -> None:
    """Add a school; `db` is that school's own transaction."""
    await queries.insert_school(db, school)


async def get_school(db: Connection, school_id: UUID) -> School:
    return await queries.get_school(db, school_id=school_id)


async def find_school_by_code(db: Connection, code: str) -> UUID | None:
    return await queries.find_school_by_code(db, code=code.upper())


async def get_school_id(db: Connection, code: str) -> UUID:
    found = await find_school_by_code(db, code)
    if found is None:
        raise SchoolNotFound(f"There is no school with the code {code}.")
    return found


async def find_school_by_join_code(db: Connection, join_code: str) -> UUID | None:
    return await queries.find_school_by_join_code(db, join_code=join_code)


async def public_name(db: Connection, school_id: UUID) -> str:
    """The name of another school than the transaction's own, for who knows its code."""
    async with visit(db, school_id):
        return (await get_school(db, school_id)).name


async def find_school_by_number(db: Connection, number_hash: bytes) -> UUID | None:
    """Whose line was dialled."""
    return await queries.find_school_by_number(db, number_hash=number_hash)


async def add_number(db: Connection, *, number_hash: bytes, school_id: UUID) -> None:
    await queries.insert_number(db, number_hash=number_hash, school_id=school_id)


def keypad_code(code: str) -> str:
    """The digits under a code's letters on a phone: DEMO is 3366."""
    if not _CODE.fullmatch(code):
        raise SchoolCodeNotUsable(
            "A school's code has 3 to 20 capital letters and digits and begins with a letter."
        )
    return code.translate(_KEYPAD)
