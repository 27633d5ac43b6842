"""One running product for a whole file of tests that do not get into each other's way."""

import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
import pytest_asyncio

from tests.demo_school import Look, demo_keys, find_free_port, onlooker, own_database
from tests.patient_model import serving_model
from tests.running import Running, run_product
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.core.http import open_session
from vidya.core.settings import LlmSettings, Settings

Standing = tuple[Running, Look]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def standing(
    postgres: EmbeddedPostgres, stocked: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Standing]:
    """The product with the demo school and a model, and a look at its database."""
    async with AsyncExitStack() as stack:
        addresses = stack.enter_context(own_database(postgres, stocked))
        look = stack.enter_context(onlooker(postgres, addresses))
        model = await stack.enter_async_context(serving_model())
        session = await stack.enter_async_context(open_session())
        settings = _settings(tmp_path_factory, model_url=model.url)
        product = run_product(settings, addresses, demo_keys(), session)
        yield await stack.enter_async_context(product), look


def _settings(tmp_path_factory: pytest.TempPathFactory, *, model_url: str) -> Settings:
    with pytest.MonkeyPatch.context() as outside:
        for name in [name for name in os.environ if name.startswith("VIDYA_")]:
            outside.delenv(name)
        return Settings(
            data_dir=tmp_path_factory.mktemp("standing"),
            port=find_free_port(),
            llm=LlmSettings(base_url=model_url, model="patient"),
            _env_file=None,
        )
