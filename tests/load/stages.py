"""The stages of a turn apart, each by itself in this process, on the product's own database."""

from collections.abc import Awaitable, Callable, Mapping
from itertools import cycle
from time import perf_counter
from urllib.parse import urlencode
from uuid import UUID

from tests.load.call import FORM
from tests.load.figures import Spread, spread
from tests.load.product import AUTH_TOKEN, SECRET_KEY
from tests.load.school import GRADE, Child
from vidya.app.demo import BOARD, CODE, LINE
from vidya.channels.voice import twiml
from vidya.channels.voice.reply import Line, Listen, Reply
from vidya.channels.voice.speakable.sentences import split_for_ear
from vidya.channels.voice.speakable.text import speakable
from vidya.channels.voice.twilio_form import parse_form, sign
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.security import Keys
from vidya.domains.accounts import service as accounts
from vidya.domains.curriculum import service as curriculum
from vidya.domains.curriculum.models import Scope
from vidya.domains.schools import service as schools
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import Asker, NewQuestion, QuestionStatus
from vidya.domains.tutor.same_question.key import slot_key

_TIMES = 400
_WARM = 20
IDENTIFY = "identify the caller: phone, line, school, people"
TWIML = "build the TwiML of a 60-word answer, written out for the ear"
ANSWERS = {
    "en": (
        "A prime number has exactly two factors, 1 and itself, such as 2, 3, 5, 7 and 11. "
        "The number 1 is not prime, because it has one factor only. "
        "To test 97, divide it by the primes up to √97, which is less than 10: "
        "2, 3, 5 and 7 leave a remainder each, so 97 is prime. "
        "Every other number above 1 is composite, such as 12 = 2² × 3."
    ),
    "hi": (
        "ध्वनि कंपन करने वाली वस्तुओं से पैदा होती है। हवा में ध्वनि की चाल लगभग 340 m/s होती है, "
        "और पानी में लगभग 1,500 m/s। तार को छेड़ने पर वह एक सेकंड में 440 बार कंपन करे, तो उसकी "
        "आवृत्ति 440 Hz होती है। मनुष्य का कान 20 Hz से 20,000 Hz तक की ध्वनि सुन सकता है। "
        "निर्वात में ध्वनि नहीं चलती, क्योंकि वहाँ कंपन को आगे बढ़ाने वाले कण नहीं होते।"
    ),
}


async def measure(
    database: Database, children: list[Child], stored: Mapping[str, list[str]]
) -> dict[str, Spread]:
    """Milliseconds of each stage, a few hundred times with changing input."""
    keys = Keys(bytes.fromhex(SECRET_KEY))
    async with database.shared() as db:
        school_id = await schools.get_school_id(db, CODE)
    desk = _Desk(database, keys, children, stored, school_id=school_id)
    timed: dict[str, Callable[[], Awaitable[object]]] = {
        "read the form, check its signature": desk.read_form,
        IDENTIFY: desk.identify,
        "slot key of a question": desk.slot_key,
        "ask what is stored: keys, look-up, record": desk.ask,
        "search the books (BM25)": desk.search,
        "write a 60-word answer out for the ear": desk.speakable,
        TWIML: desk.twiml,
    }
    return {name: spread(await _timed(stage)) for name, stage in timed.items()}


async def _timed(stage: Callable[[], Awaitable[object]]) -> list[float]:
    for _ in range(_WARM):
        await stage()
    taken: list[float] = []
    for _ in range(_TIMES):
        began = perf_counter()
        await stage()
        taken.append((perf_counter() - began) * 1000)
    return taken


class _Desk:
    """Each stage as the product runs it, on the next child or question in turn."""

    def __init__(
        self,
        database: Database,
        keys: Keys,
        children: list[Child],
        stored: Mapping[str, list[str]],
        *,
        school_id: UUID,
    ) -> None:
        self._database = database
        self._keys = keys
        self._school_id = school_id
        self._children = cycle(children)
        self._questions = cycle(
            (language, question) for language, all_of in stored.items() for question in all_of
        )
        self._form = urlencode({**FORM, "SpeechResult": ANSWERS["en"][:60]}).encode()
        self._answers = cycle(ANSWERS.items())
        self._addresses = twiml.Addresses(turn="/voice/twilio/turn/1", wait="/voice/twilio/wait/1")

    async def read_form(self) -> object:
        form = parse_form(self._form)
        return sign("http://127.0.0.1:8000/voice/twilio/turn/1", form.pairs, auth_token=AUTH_TOKEN)

    async def identify(self) -> object:
        phone = self._keys.lookup_hash(next(self._children).phone)
        async with self._database.shared() as db:
            contacts = await accounts.identify(db, phone)
            await schools.find_school_by_number(db, self._keys.lookup_hash(LINE))
        async with self._database.school(contacts[0].school_id) as db:
            await schools.get_school(db, contacts[0].school_id)
            return await accounts.people_on(db, contacts[0])

    async def slot_key(self) -> object:
        language, question = next(self._questions)
        return slot_key(question, language=language)

    async def ask(self) -> object:
        language, question = next(self._questions)
        asker = Asker(self._scope(language), "explain", next(self._children).learner_id)
        async with self._database.school(self._school_id) as db:
            asked = await tutor.ask(
                db,
                asker,
                NewQuestion(question, "voice"),
                questions_a_day=10_000,
                now=clock.now(),
            )
        assert asked.status is QuestionStatus.answered
        return asked

    async def search(self) -> object:
        language, question = next(self._questions)
        async with self._database.school(self._school_id) as db:
            return await curriculum.search(db, self._scope(language), question=question)

    async def speakable(self) -> str:
        language, answer = next(self._answers)
        parts = split_for_ear(answer, language=language)
        return " ".join(speakable(part, language=language) for part in parts)

    async def twiml(self) -> object:
        language, answer = next(self._answers)
        parts = split_for_ear(answer, language=language)
        text = " ".join(speakable(part, language=language) for part in parts)
        reply = Reply((Line(text, language),), Listen.speech)
        return twiml.render(reply, self._addresses, language=language, hints="sound,light,force")

    def _scope(self, language: str) -> Scope:
        return Scope(self._school_id, BOARD, GRADE, language)
