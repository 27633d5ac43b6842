"""What things cost, by the operator's own price list: whole numbers, a currency, and a first day."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from importlib import resources
from pathlib import Path
from typing import Any

from vidya.core.errors import BadInput
from vidya.core.settings import EndpointSettings

MILLION = 1_000_000


class PriceNotUnderstood(BadInput): ...


class Kind(StrEnum):
    """What is paid for, and in what it is counted."""

    model = "model"  # tokens
    embedding = "embedding"  # tokens
    ocr_page = "ocr_page"
    message = "message"
    call_second = "call_second"


@dataclass(frozen=True)
class Price:
    """Of one provider's model, or of its pages, messages or seconds, from a day on."""

    kind: Kind
    provider: str
    model: str
    """Empty for all of the provider's."""
    currency: str
    valid_from: date
    input_micros: int = 0
    """Millionths of the currency for a million tokens."""
    output_micros: int = 0
    unit_micros: int = 0
    """Millionths of the currency for a million units."""


@dataclass(frozen=True)
class Cost:
    currency: str
    micros: int
    priced_from: date


@dataclass(frozen=True)
class PriceList:
    prices: tuple[Price, ...] = ()

    def cost(
        self,
        kind: Kind,
        *,
        provider: str,
        model: str,
        input_tokens: int,
        output_tokens: int,
        units: int,
        day: date,
    ) -> Cost | None:
        """What it cost on that day, a part of a millionth rounded up; None without a price."""
        price = self._in_force(kind, provider, model, day)
        if price is None:
            return None
        whole = (
            input_tokens * price.input_micros
            + output_tokens * price.output_micros
            + units * price.unit_micros
        )
        return Cost(price.currency, -(-whole // MILLION), price.valid_from)

    def _in_force(self, kind: Kind, provider: str, model: str, day: date) -> Price | None:
        """The latest; one for the model before one for all of the provider's."""
        fitting = [
            price
            for price in self.prices
            if (price.kind, price.provider) == (kind, provider)
            and price.model in {model, ""}
            and price.valid_from <= day
        ]
        return max(fitting, key=lambda price: (price.model != "", price.valid_from), default=None)


def price_list(own: Path | None = None, further: Iterable[Price] = ()) -> PriceList:
    """The list that is shipped (empty: no vendor's price is ours to tell), the operator's, and more."""
    shipped = resources.files("vidya.domains.ledger").joinpath("prices.toml")
    prices = read_prices(shipped.read_text(encoding="utf-8"))
    if own is not None:
        try:
            prices += read_prices(own.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as failure:
            raise PriceNotUnderstood(f"{own} cannot be read: {failure}.") from failure
    return PriceList((*prices, *further))


def read_prices(text: str) -> list[Price]:
    """A price list in TOML, in the form that `prices.toml` describes."""
    try:
        written = tomllib.loads(text, parse_float=Decimal).get("price", [])
    except tomllib.TOMLDecodeError as failure:
        raise PriceNotUnderstood(f"The price list is no TOML: {failure}.") from failure
    return [_price(number, fields) for number, fields in enumerate(written, start=1)]


def endpoint_prices(endpoints: Iterable[EndpointSettings]) -> list[Price]:
    """Those that stand with the endpoints in the settings; they hold for whatever model it is."""
    return [
        Price(
            kind=Kind.model,
            provider=endpoint.name,
            model="",
            currency=price.currency,
            valid_from=price.valid_from,
            input_micros=micros(price.input),
            output_micros=micros(price.output),
        )
        for endpoint in endpoints
        for price in endpoint.prices
    ]


def micros(amount: Decimal | int | str) -> int:
    """An amount of money in millionths, exactly; floats are no money."""
    try:
        exact = Decimal(amount) * MILLION
        whole = int(exact)
    except (InvalidOperation, ValueError, OverflowError, TypeError) as failure:
        raise PriceNotUnderstood(f"{amount!r} is no amount of money.") from failure
    if whole != exact or whole < 0:
        raise PriceNotUnderstood(f"{amount!r} is not an amount in whole millionths.")
    return whole


_AMOUNTS = {"input": "input_micros", "output": "output_micros", "each": "unit_micros"}
_NAMES = frozenset({"kind", "provider", "model", "currency", "valid_from", *_AMOUNTS})


def _price(number: int, fields: dict[str, Any]) -> Price:
    if unknown := sorted(set(fields) - _NAMES):
        raise PriceNotUnderstood(f"Price {number} has a field {unknown[0]}, which is none.")
    try:
        return Price(
            kind=Kind(fields["kind"]),
            provider=fields["provider"],
            model=fields.get("model", ""),
            currency=_currency(fields["currency"]),
            valid_from=_day(fields["valid_from"]),
            input_micros=micros(fields.get("input", 0)),
            output_micros=micros(fields.get("output", 0)),
            unit_micros=micros(fields.get("each", 0)) * MILLION,
        )
    except KeyError as missing:
        raise PriceNotUnderstood(f"Price {number} lacks {missing}.") from missing
    except ValueError as failure:
        raise PriceNotUnderstood(f"Price {number}: {failure}.") from failure


def _currency(code: str) -> str:
    if not (len(code) == 3 and code.isascii() and code.isupper()):
        raise ValueError(f"{code!r} is no currency code such as INR")
    return code


def _day(written: object) -> date:
    if type(written) is not date:
        raise ValueError(f"{written!r} is no date such as 2026-04-01")
    return written
