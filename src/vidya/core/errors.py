"""What can go wrong, in words that a caller can act on.

VidyaError
├── BadInput        422   we cannot read it; the message says what to send
├── Unauthenticated 401   we do not know who you are
├── NotFound        404   it is not there, or not yours to see
├── Conflict        409   it is there, but in the wrong state
├── Denied          403   we know you, and you may not
├── LimitReached    429   later, or less
└── Unavailable     503   something that we lean on is down

The class name is the error code that clients see.
"""

from typing import ClassVar


class VidyaError(Exception):
    """Everything that we raise on purpose; the message is written for the reader."""

    status: ClassVar[int] = 500

    @property
    def code(self) -> str:
        return type(self).__name__


class BadInput(VidyaError):
    status = 422


class Unauthenticated(VidyaError):
    status = 401


class NotFound(VidyaError):
    status = 404


class Conflict(VidyaError):
    status = 409


class Denied(VidyaError):
    status = 403


class LimitReached(VidyaError):
    status = 429


class Unavailable(VidyaError):
    status = 503
