"""The simulated phone's page, and what it shows beside: served on this machine only."""

from dataclasses import dataclass

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from vidya.channels.simulator.signing import sign
from vidya.channels.voice.conversation import CallNotFound
from vidya.channels.voice.queries import CallRow, find_call, find_call_row
from vidya.core.db import Database
from vidya.core.errors import BadInput, Denied, NotFound
from vidya.core.html import page
from vidya.core.origin import is_loopback
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import TracedQuestion

_LARGEST = 16 * 1024


class OnlyOnThisMachine(Denied): ...


class SignatureRequestNotUnderstood(BadInput): ...


@dataclass(frozen=True)
class Simulator:
    database: Database
    auth_token: str | None
    public_url: str | None
    numbers: list[dict[str, str]]

    def routes(self) -> list[Route]:
        return [
            Route("/simulator", self.phone),
            Route("/simulator/trace/{call_sid}", self.trace),
            Route("/simulator/sign", self.sign, methods=["POST"]),
        ]

    async def phone(self, request: Request) -> Response:
        _refuse_others(request)
        return page(
            "simulator.html", demo_numbers=self.numbers, signing=self.auth_token is not None
        )

    async def trace(self, request: Request) -> Response:
        """How the questions of a call were answered, stage by stage."""
        _refuse_others(request)
        call_sid = request.path_params["call_sid"]
        if not call_sid.isprintable():
            raise CallNotFound("There is no such call.")
        async with self.database.shared() as db:
            ref = await find_call(db, provider="twilio", call_sid=call_sid)
        if ref is None:
            raise CallNotFound("There is no such call.")
        async with self.database.school(ref.school_id) as db:
            call = await find_call_row(db, ref, call_sid=call_sid)
            if call is None:
                raise CallNotFound("There is no such call.")
            questions = await tutor.trace(
                db,
                school_id=ref.school_id,
                learner_id=call.dialogue.learner_id,
                guest_id=call.dialogue.guest_id,
                limit=5,
            )
        body = {
            "call": _call(call, call_sid),
            "questions": [_question(question) for question in questions],
        }
        return JSONResponse(body, headers={"Cache-Control": "no-store"})

    async def sign(self, request: Request) -> Response:
        """The signature that Twilio would send: the simulator goes through the same door."""
        _refuse_others(request)
        if self.auth_token is None:
            raise NotFound("Webhooks are not signed here: no token is set.")
        wanted = await _read(request)
        address = (self.public_url or str(request.base_url).rstrip("/")) + wanted.url
        return JSONResponse({"signature": sign(address, wanted.form, auth_token=self.auth_token)})


class _ToSign(msgspec.Struct, frozen=True):
    """A webhook that a simulated phone is about to send: its path, and its form."""

    url: str
    form: dict[str, str]


async def _read(request: Request) -> _ToSign:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST:
            raise SignatureRequestNotUnderstood(f"Send at most {_LARGEST} bytes.")
    try:
        return msgspec.json.decode(bytes(body), type=_ToSign)
    except (msgspec.DecodeError, UnicodeDecodeError) as failure:
        raise SignatureRequestNotUnderstood("Send an address and a form.") from failure


def _refuse_others(request: Request) -> None:
    if not is_loopback(request):
        raise OnlyOnThisMachine("The simulator is served on this machine only.")


def _call(call: CallRow, call_sid: str) -> dict[str, object]:
    dialogue = call.dialogue
    return {
        "sid": call_sid,
        "school": dialogue.school.name,
        "learner": dialogue.who.name if dialogue.who else "",
        "language": dialogue.language,
        "state": dialogue.at,
    }


def _question(question: TracedQuestion) -> dict[str, object]:
    return {
        "id": str(question.question_id),
        "text": question.text,
        "source": question.source,
        "status": question.status,
        "composer": question.composer,
        "asked_at": question.asked_at.isoformat(),
        "first_sentence_ms": question.ms_to(question.first_at),
        "complete_ms": question.ms_to(question.completed_at),
        "stages": question.stages,
        "sentences": question.sentences,
        "citations": [
            {"chapter": c.chapter, "heading": c.heading, "passage_id": c.passage_no}
            for c in question.citations
        ],
    }
