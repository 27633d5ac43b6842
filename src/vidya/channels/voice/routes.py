"""Twilio's webhooks for calls: plain routes, for nothing here may cost more than it must."""

import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from urllib.parse import urlencode
from uuid import UUID

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from vidya.channels.voice import queries, twiml
from vidya.channels.voice.arrival import (
    NobodyAnswersThisLine,
    Ringing,
    SeveralSchools,
    answer_call,
)
from vidya.channels.voice.conversation import CallNotFound, Conversation, Following
from vidya.channels.voice.phrases import SPOKEN, say
from vidya.channels.voice.queries import FINAL, CallRef
from vidya.channels.voice.reply import Line, Reply
from vidya.channels.voice.turn import STRIKES
from vidya.channels.voice.twilio_form import TwilioForm, check_sender, read_form
from vidya.core.errors import BadInput, Denied, NotFound, Unavailable
from vidya.core.metrics import WEBHOOK_SECONDS
from vidya.core.phone_number import normalise_phone_number
from vidya.domains.schools import service as schools

PROVIDER = "twilio"
INCOMING = "/voice/twilio/incoming"
_STEP = re.compile("[0-9]{1,9}")
_PAUSE_SECONDS = 2
_MOST_TRIES = 5
_SMALL_NUMBERS = frozenset("123456789")
_STATUSES = FINAL | {"queued", "initiated", "ringing", "in-progress"}
_log = logging.getLogger(__name__)

Handler = Callable[[Request, TwilioForm], Awaitable[Response]]


@dataclass(frozen=True)
class TwilioVoice:
    """The addresses that Twilio calls, and what each of them does."""

    conversation: Conversation
    auth_token: str | None
    public_url: str | None
    guest_school: str

    def routes(self) -> list[Route]:
        return [
            self._route(INCOMING, self.incoming),
            self._route("/voice/twilio/status", self.status),
            self._route("/voice/twilio/alert/{school}", self.alert),
            self._route("/voice/twilio/turn/{school}/{call}/{step}", self.turn),
            self._route("/voice/twilio/wait/{school}/{call}/{step}", self.wait),
        ]

    async def incoming(self, request: Request, form: TwilioForm) -> Response:
        """A call begins."""
        call_sid = form.get("CallSid")
        if not call_sid or len(call_sid) > 64:
            return _spoken("lost")
        answered = await answer_call(
            self.conversation,
            Ringing(
                provider=PROVIDER,
                call_sid=call_sid,
                child=form.child,
                line=form.line,
                is_call_back=form.is_call_back,
                school=_chosen_school(request, form),
            ),
            guest_school=self.guest_school,
            render=_render,
        )
        if isinstance(answered, SeveralSchools):
            return _which_school(request, answered)
        return _xml(answered)

    async def turn(self, request: Request, form: TwilioForm) -> Response:
        """The caller spoke, pressed a key, or was silent."""
        ref = _ref(request)
        response = await self.conversation.take_turn(
            ref,
            form.heard,
            call_sid=form.get("CallSid"),
            phone=form.child,
            render=_render,
        )
        return _xml(response)

    async def wait(self, request: Request, form: TwilioForm) -> Response:
        """The rest of the answer: held until there is more, within a webhook's time."""
        await self.conversation.wait(_following(request), call_sid=form.get("CallSid"))
        return await self.turn(request, form)

    async def alert(self, request: Request, form: TwilioForm) -> Response:
        """What a named adult hears when we call about a child in distress; nobody else does."""
        try:
            school_id = UUID(request.path_params["school"])
        except ValueError:
            return _spoken("lost")
        async with self.conversation.database.school(school_id) as db:
            school = await schools.get_school(db, school_id)
        if not form.is_call_back or form.child != normalise_phone_number(school.named_adult):
            return _spoken("lost")
        spoken = [(code, say("alert", code, school=school.name)) for code in SPOKEN]
        return _xml(twiml.announce([Line(text, code) for code, text in spoken]))

    async def status(self, _request: Request, form: TwilioForm) -> Response:
        """How the call went. An unknown call or status is noted, and is nobody's error."""
        status = form.get("CallStatus")
        async with self.conversation.database.shared() as db:
            ref = await queries.find_call(db, provider=PROVIDER, call_sid=form.get("CallSid")[:64])
        if ref is None or status not in _STATUSES:
            _log.info("A status was not understood.", extra={"status": status[:40]})
            return Response(status_code=204)
        seconds = form.get("CallDuration")
        async with self.conversation.database.school(ref.school_id) as db:
            await queries.save_status(
                db,
                ref,
                status=status,
                seconds=int(seconds[:6]) if seconds.isdecimal() and seconds.isascii() else None,
                final=status in FINAL,
            )
        return Response(status_code=204)

    def _route(self, path: str, handler: Handler) -> Route:
        return Route(path, partial(self._serve, handler), methods=["POST"])

    async def _serve(self, handler: Handler, request: Request) -> Response:
        """Check who sends, then answer; whatever breaks, the caller hears a sentence."""
        began = perf_counter()
        try:
            form = await read_form(request)
            check_sender(request, form, auth_token=self.auth_token, public_url=self.public_url)
            response = await handler(request, form)
        except (Denied, BadInput) as refusal:
            response = PlainTextResponse(str(refusal), status_code=refusal.status)
        except ClientDisconnect:
            response = PlainTextResponse("The form did not come to its end.", status_code=400)
        except NobodyAnswersThisLine:
            response = _spoken("nobody")
        except NotFound:
            response = _spoken("lost")
        except Unavailable as failure:
            _log.warning("A call waits for what is down.", extra={"reason": repr(failure)})
            response = _one_moment(request)
        except Exception:  # noqa: BLE001 - whatever breaks, the caller hears a sentence
            _log.exception("A call could not go on.")
            response = _spoken("trouble")
        WEBHOOK_SECONDS.labels(handler.__name__).observe(perf_counter() - began)
        return response


def _render(reply: Reply, following: Following, language: str, hints: str) -> str:
    ref = following.ref
    place = f"{ref.school_id}/{ref.call_id}/{ref.step}"
    waits_for = f"?answer={following.answer_id}&heard={following.heard}"
    addresses = twiml.Addresses(
        turn=f"/voice/twilio/turn/{place}",
        wait=f"/voice/twilio/wait/{place}{waits_for if following.answer_id else ''}",
    )
    return twiml.render(reply, addresses, language=language, hints=hints)


def _which_school(request: Request, several: SeveralSchools) -> Response:
    """Nothing is kept of this step: the choice comes back with the same call."""
    asked = _count(request, "asked")
    if asked >= STRIKES:
        return _spoken("goodbye_silence")
    lines = [
        Line(say("choose_person", SPOKEN[0], name=name, key=number), SPOKEN[0])
        for number, (_, name) in enumerate(several.names, start=1)
    ]
    choices = ",".join(str(school_id) for school_id, _ in several.names)
    action = f"{INCOMING}?schools={choices}&asked={asked + 1}"
    return _xml(twiml.ask_for_key(lines, action=action, otherwise=action))


def _chosen_school(request: Request, form: TwilioForm) -> UUID | None:
    offered = request.query_params.get("schools", "").split(",")
    digits = form.get("Digits")
    if not (digits.isascii() and digits.isdecimal() and 1 <= int(digits[:2]) <= len(offered)):
        return None
    try:
        return UUID(offered[int(digits[:2]) - 1])
    except ValueError:
        return None


def _ref(request: Request) -> CallRef:
    """Which step of which call; an address that we never gave is a call that is not there."""
    parts = request.path_params
    if not _STEP.fullmatch(parts["step"]):
        raise CallNotFound("There is no such step of a call.")
    try:
        return CallRef(UUID(parts["school"]), UUID(parts["call"]), int(parts["step"]))
    except ValueError as failure:
        raise CallNotFound("There is no such call.") from failure


def _following(request: Request) -> Following:
    """The step to take once there is more; without what we wrote into its address, by a look."""
    query = request.query_params
    heard = query.get("heard", "")
    try:
        answer_id = UUID(query.get("answer", "")) if _STEP.fullmatch(heard) else None
    except ValueError:
        answer_id = None
    return Following(_ref(request), answer_id, int(heard) if answer_id else 0)


def _one_moment(request: Request) -> Response:
    """The same step once more, a little later: what was done already is not done again."""
    tries = _count(request, "again")
    if tries >= _MOST_TRIES:
        return _spoken("trouble")
    kept = [item for item in request.query_params.multi_items() if item[0] != "again"]
    query = urlencode([*kept, ("again", str(tries + 1))])
    return _xml(
        twiml.try_again(
            "" if tries else say("moment", SPOKEN[0]),
            f"{request.scope['path']}?{query}",
            language=SPOKEN[0],
            seconds=_PAUSE_SECONDS,
        )
    )


def _count(request: Request, name: str) -> int:
    """A small number that we wrote into an address of ours; 0 where there is none."""
    written = request.query_params.get(name, "")
    return int(written) if written in _SMALL_NUMBERS else 0


def _spoken(key: str) -> Response:
    return _xml(twiml.hang_up(say(key, SPOKEN[0]), language=SPOKEN[0]))


def _xml(document: str) -> Response:
    return Response(document, media_type="text/xml")
