"""Price lists: exact, dated, and refused where they cannot be read."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidya.core.settings import EndpointSettings
from vidya.domains.ledger.prices import (
    Cost,
    Kind,
    Price,
    PriceList,
    PriceNotUnderstood,
    endpoint_prices,
    micros,
    price_list,
    read_prices,
)

DAY = date(2026, 11, 20)


def test_no_price_is_shipped_and_the_example_is_one_that_can_be_read() -> None:
    shipped = Path("src/vidya/domains/ledger/prices.toml")
    text = (Path(__file__).parents[2] / shipped).read_text(encoding="utf-8")
    example = re.sub(r"^# ?(?=\[\[|\w+ = )", "", text, flags=re.MULTILINE)

    assert price_list() == PriceList()
    assert [price.kind for price in read_prices(example)] == [Kind.model, Kind.call_second]


def test_a_price_holds_from_its_day_until_the_next_one_begins() -> None:
    prices = PriceList((_price(1, "2026-01-01"), _price(2, "2026-11-20"), _price(9, "2026-11-21")))

    assert _cost(prices, day=date(2025, 12, 31)) is None
    assert _cost(prices, day=date(2026, 11, 19)) == Cost("INR", 1, date(2026, 1, 1))
    assert _cost(prices, day=DAY) == Cost("INR", 2, DAY)


def test_the_price_of_a_model_comes_before_that_of_all() -> None:
    prices = PriceList((_price(1, "2026-06-01"), _price(5, "2026-01-01", model="tiny")))

    assert _cost(prices) == Cost("INR", 5, date(2026, 1, 1))
    assert _cost(prices, model="big") == Cost("INR", 1, date(2026, 6, 1))


def test_each_page_message_and_second_has_its_price() -> None:
    prices = PriceList(
        tuple(
            read_prices("""
                [[price]]
                kind = "call_second"
                provider = "twilio"
                currency = "INR"
                valid_from = 2026-04-01
                each = 0.0135
            """)
        )
    )

    cost = prices.cost(
        Kind.call_second,
        provider="twilio",
        model="",
        input_tokens=0,
        output_tokens=0,
        units=61,
        day=DAY,
    )

    assert cost == Cost("INR", 823_500, date(2026, 4, 1))


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**12))
def test_a_cost_is_exact_and_rounded_up_by_less_than_a_millionth(
    tokens: int, more: int, price: int
) -> None:
    prices = PriceList((_price(price, "2026-01-01"),))

    cost = _cost(prices, tokens=tokens)
    dearer = _cost(prices, tokens=tokens + more)

    assert cost is not None
    assert dearer is not None
    assert 0 <= cost.micros * 1_000_000 - tokens * price < 1_000_000
    assert cost.micros <= dearer.micros


def test_an_amount_is_never_rounded() -> None:
    assert micros(Decimal("0.15")) == 150_000
    assert micros("0.000001") == 1
    with pytest.raises(PriceNotUnderstood, match="whole millionths"):
        micros("0.0000001")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("[[price]", "no TOML"),
        ('[[price]]\nkind = "model"', "Price 1 lacks 'provider'"),
        ('kind = "gold"', "'gold' is not a valid Kind"),
        ('currency = "rupees"', "no currency code"),
        ('valid_from = "soon"', "no date"),
        ("input = -1", "whole millionths"),
        ('input = "much"', "no amount of money"),
        ("input = nan", "no amount of money"),
        ("inputs = 1", "a field inputs, which is none"),
    ],
)
def test_a_price_list_that_cannot_be_read_says_where(written: str, told: str) -> None:
    fields = {
        "kind": 'kind = "model"',
        "provider": 'provider = "first"',
        "currency": 'currency = "INR"',
        "valid_from": "valid_from = 2026-04-01",
    }
    name = written.partition(" ")[0]
    whole = "[[price]]\n" + "\n".join([*({**fields, name: written}).values()])

    with pytest.raises(PriceNotUnderstood, match=told):
        read_prices(written if written.startswith("[[") else whole)


def test_a_price_list_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PriceNotUnderstood, match=r"none\.toml cannot be read"):
        price_list(tmp_path / "none.toml")


def test_prices_may_stand_with_the_endpoints() -> None:
    endpoint = EndpointSettings.model_validate(
        {
            "name": "first",
            "base_url": "https://models.example.in/v1",
            "model": "tiny",
            "prices": [{"currency": "USD", "input": "0.15", "output": "0.6"}],
        }
    )

    [price] = endpoint_prices([endpoint])

    assert (price.provider, price.currency) == ("first", "USD")
    assert (price.input_micros, price.output_micros) == (150_000, 600_000)


def _price(amount: int, since: str, *, model: str = "") -> Price:
    """So many millionths for a million tokens: for one token, that is a millionth part."""
    return Price(Kind.model, "first", model, "INR", date.fromisoformat(since), input_micros=amount)


def _cost(
    prices: PriceList, *, model: str = "tiny", tokens: int = 1_000_000, day: date = DAY
) -> Cost | None:
    return prices.cost(
        Kind.model,
        provider="first",
        model=model,
        input_tokens=tokens,
        output_tokens=0,
        units=0,
        day=day,
    )
