"""The product put together: what each part is given, opened and closed in order."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import aiohttp

from vidya.app.database import DatabaseAddresses
from vidya.app.housekeeping import Housekeeping
from vidya.app.registry import all_jobs, subscribe_all
from vidya.app.worker import Worker
from vidya.channels.voice.conversation import Conversation
from vidya.channels.voice.hints import Hints
from vidya.channels.voice.jobs import VoiceJobs
from vidya.channels.voice.turn import CallRules
from vidya.core.db import Database
from vidya.core.http import open_session
from vidya.core.jobs import Job, Queue
from vidya.core.pubsub import Subscriber
from vidya.core.security import Keys
from vidya.core.settings import Settings
from vidya.domains.ledger.models import Purpose
from vidya.domains.ledger.prices import endpoint_prices, price_list
from vidya.domains.ledger.service import Bookkeeper
from vidya.domains.ledger.shared_rates import SharedRates
from vidya.domains.tutor.jobs import AnswerWriter
from vidya.domains.tutor.jobs_pregeneration import Pregenerator
from vidya.domains.tutor.jobs_shadow import ShadowChecker
from vidya.providers.llm.configured import configured_llm
from vidya.providers.llm.in_order import ModelsInOrder
from vidya.providers.telephony.base import Telephony
from vidya.providers.telephony.fake import FakeTelephony
from vidya.providers.telephony.twilio import TwilioTelephony


@dataclass(frozen=True)
class Product:
    settings: Settings
    database: Database
    across: Database
    keys: Keys
    news: Subscriber
    llm: ModelsInOrder | None
    telephony: Telephony
    conversation: Conversation
    writer: AnswerWriter
    jobs: list[Job]
    workers: list[Worker]

    @property
    def composer(self) -> str:
        """Who words the answers, for a person to read."""
        return self.llm.name if self.llm else "the passages themselves, word for word"


@asynccontextmanager
async def open_product(
    settings: Settings, addresses: DatabaseAddresses, keys: Keys
) -> AsyncIterator[Product]:
    """Everything connected; nothing runs yet."""
    subscribe_all()
    async with AsyncExitStack() as stack:
        database = await Database.connect(
            addresses.app,
            direct_url=addresses.direct,
            size=settings.database_pool,
            statement_cache=settings.statement_cache,
        )
        stack.push_async_callback(database.close)
        across = await Database.connect(addresses.across, size=2)
        stack.push_async_callback(across.close)
        session = await stack.enter_async_context(open_session())
        yield _assemble(settings, database, across, keys, session)


def _assemble(
    settings: Settings,
    database: Database,
    across: Database,
    keys: Keys,
    session: aiohttp.ClientSession,
) -> Product:
    llm = configured_llm(settings.llm, session, rates=SharedRates(database))
    telephony = _telephony(settings, session)
    news = Subscriber(database.direct_url)
    lifetime = timedelta(days=settings.tutor.answer_lifetime_days)
    prices = price_list(settings.ledger.prices, endpoint_prices(settings.llm.in_order()))
    bookkeeper = Bookkeeper(database, prices)
    writer = AnswerWriter(database, llm, lifetime, news, bookkeeper=bookkeeper)
    behind = replace(writer, llm=llm.for_background() if llm else None)
    ahead = replace(behind, purpose=Purpose.pregenerate)
    beside = replace(behind, purpose=Purpose.judge)
    voice = VoiceJobs(database, keys, telephony, _own_address(settings))
    jobs = all_jobs(writer, voice, Pregenerator(database, ahead), ShadowChecker(database, beside))
    return Product(
        settings=settings,
        database=database,
        across=across,
        keys=keys,
        news=news,
        llm=llm,
        telephony=telephony,
        conversation=_conversation(settings, database, keys, news),
        writer=writer,
        jobs=jobs,
        workers=_workers(settings, database, jobs, Housekeeping(across)),
    )


def _conversation(
    settings: Settings, database: Database, keys: Keys, news: Subscriber
) -> Conversation:
    rules = CallRules(
        questions_a_day=settings.tutor.questions_a_day,
        confirm_below=settings.voice.confirm_below,
        call_back_after_seconds=settings.voice.offer_call_back_after_seconds,
        shadow_share=settings.tutor.shadow_share,
        can_call_back=_places_calls(settings) or settings.simulator,
    )
    return Conversation(database, keys, rules, news, Hints(), settings.voice.hold_seconds)


def _workers(
    settings: Settings, database: Database, jobs: list[Job], housekeeping: Housekeeping
) -> list[Worker]:
    if "worker" not in settings.roles:
        return []
    return [
        Worker(
            Queue.callers,
            direct_url=database.direct_url,
            jobs=jobs,
            at_once=settings.worker.callers,
        ),
        Worker(
            Queue.background,
            direct_url=database.direct_url,
            jobs=jobs,
            schedules=housekeeping.schedules(),
            at_once=settings.worker.background,
        ),
    ]


def _places_calls(settings: Settings) -> bool:
    twilio = settings.twilio
    return bool(twilio.account_sid and twilio.auth_token and twilio.number and settings.public_url)


def _telephony(settings: Settings, session: aiohttp.ClientSession) -> Telephony:
    twilio = settings.twilio
    if not (_places_calls(settings) and twilio.account_sid and twilio.auth_token and twilio.number):
        return FakeTelephony()
    return TwilioTelephony(
        session,
        api_url=twilio.api_url,
        account_sid=twilio.account_sid,
        auth_token=twilio.auth_token.get_secret_value(),
        number=twilio.number,
    )


def _own_address(settings: Settings) -> str:
    return settings.public_url or f"http://{settings.host}:{settings.port}"
