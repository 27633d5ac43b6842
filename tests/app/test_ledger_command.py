"""`vidya ledger` in a terminal."""

import asyncio
from uuid import UUID

import pytest
from click.testing import CliRunner, Result

from vidya.app.cli import main
from vidya.app.database import DatabaseAddresses
from vidya.app.demo import BOARD, CODE
from vidya.core import clock
from vidya.core.db import Database
from vidya.domains.curriculum.models import Scope
from vidya.domains.ledger import service as ledger
from vidya.domains.ledger.models import Account, Purpose, Spending
from vidya.domains.ledger.prices import Kind, endpoint_prices, price_list
from vidya.domains.schools import service as schools
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import Asker, NewQuestion


@pytest.fixture(autouse=True)
def _beside_a_server(addresses: DatabaseAddresses, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIDYA_DATABASE_URL", addresses.app)
    monkeypatch.setenv("VIDYA_DATABASE_OWNER_URL", addresses.owner)
    monkeypatch.setenv("VIDYA_DATABASE_ACROSS_URL", addresses.across)


@pytest.fixture
async def school_id(demo: Database) -> UUID:
    async with demo.shared() as db:
        return await schools.get_school_id(db, CODE)


async def type_command(*words: str) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, main, ["ledger", *words])


async def test_a_month_without_a_model_costs_nothing_and_says_so(school_id: UUID) -> None:
    shown = (await type_command("show")).output

    assert "0 calls to models, 0 tokens" in shown
    assert "nothing that has a price" in shown
    assert "nothing yet" in shown


async def test_calls_to_a_model_stand_with_their_tokens(demo: Database, school_id: UUID) -> None:
    account = Account(school_id, "Asia/Kolkata", "voice", Purpose.answer)
    spending = Spending(Kind.model, "first", "a model", input_tokens=900, output_tokens=100)
    async with demo.school(school_id) as db:
        await ledger.record(
            db,
            account,
            [spending],
            prices=price_list(None, endpoint_prices([])),
            now=clock.now(),
        )

    shown = (await type_command("show")).output

    assert "1 calls to models, 1,000 tokens" in shown
    assert "1 calls have no price" in shown


async def test_answers_that_cost_nothing_are_counted_by_where_they_came_from(
    demo: Database, school_id: UUID
) -> None:
    asker = Asker(Scope(school_id, BOARD, 8, "en"), "explain")
    async with demo.school(school_id) as db:
        asked = await tutor.ask(
            db, asker, NewQuestion("Why?", "test"), questions_a_day=50, now=clock.now()
        )
        await db.execute(
            "UPDATE questions SET status = 'answered', source = 'alias' WHERE question_id = $1",
            asked.question_id,
        )

    shown = (await type_command("show")).output

    assert "1  other words that led there before" in shown


async def test_a_budget_is_set_shown_and_lifted(school_id: UUID) -> None:
    budget = ("budget", "school", "month", "money")
    is_set = await type_command(*budget, "512.50", "--currency", "inr")
    shown = (await type_command("show")).output
    lifted = await type_command(*budget, "--currency", "INR")

    assert is_set.output == "Set: the school may spend 512.50 INR a month.\n"
    assert "the school may spend 512.50 INR a month" in shown
    assert lifted.output == "The budget is lifted.\n"
    assert "none: vidya ledger budget" in (await type_command("show")).output


@pytest.mark.parametrize("most", ["many", "-1", "NaN", "0.0000001"])
async def test_an_amount_that_cannot_be_paid_is_refused(school_id: UUID, most: str) -> None:
    refused = await type_command(
        "budget", "learner", "day", "money", "--currency", "INR", "--", most
    )

    assert refused.exit_code == 2
    assert "MOST" in refused.output


async def test_money_without_a_currency_is_refused_in_words(school_id: UUID) -> None:
    refused = await type_command("budget", "school", "day", "money", "5")

    assert refused.exit_code == 1
    assert "names its currency" in refused.output
