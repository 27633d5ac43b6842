"""The product running inside a test: the real server on a real port, workers included."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp

from vidya.app.database import DatabaseAddresses
from vidya.app.demo import LINE
from vidya.app.serve import bind, run_until
from vidya.app.wiring import Product
from vidya.channels.simulator.phone import Phone
from vidya.core.security import Keys
from vidya.core.settings import Settings

ASHA = "+919000000001"
SHARED = "+919000000002"
GUARDIAN = "+919000000003"
STRANGER = "+919812345678"


@dataclass
class Running:
    """The product, and phones that call it."""

    product: Product
    url: str
    session: aiohttp.ClientSession
    phones: list[Phone] = field(default_factory=list)

    def phone(self, number: str, *, to: str = LINE) -> Phone:
        token = self.product.settings.twilio.auth_token
        phone = Phone(
            self.url,
            number,
            to,
            auth_token=token.get_secret_value() if token else None,
            session=self.session,
        )
        self.phones.append(phone)
        return phone


@asynccontextmanager
async def run_product(
    settings: Settings, addresses: DatabaseAddresses, keys: Keys, session: aiohttp.ClientSession
) -> AsyncIterator[Running]:
    """Serve until the block ends, then drain."""
    stopping = asyncio.Event()
    ready: asyncio.Future[Product] = asyncio.get_running_loop().create_future()
    with bind(settings) as listener:
        async with asyncio.TaskGroup() as group:
            group.create_task(
                run_until(
                    stopping,
                    settings,
                    addresses,
                    keys,
                    listener=listener,
                    ready=ready.set_result,
                )
            )
            product = await ready
            try:
                yield Running(product, f"http://127.0.0.1:{settings.port}", session)
            finally:
                stopping.set()


def heard(phone: Phone) -> str:
    """All that the caller heard so far, as one text."""
    return " ".join(part.text for part in phone.heard)
