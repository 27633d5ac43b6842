"""Every setting of the product, read from the environment or a `.env` file.

Names start with `VIDYA_` and nest by two underscores: `VIDYA_LLM__BASE_URL`.
"""

import difflib
import json
import os
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from vidya.core.errors import BadInput

PREFIX = "VIDYA_"
ENV_FILE = ".env"

Port = Annotated[int, Field(ge=1, le=65535)]
Seconds = Annotated[float, Field(gt=0, le=600)]
Role = Literal["web", "worker"]
Effort = Literal["none", "minimal", "low", "medium", "high"]
Name = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[\w.:/@-]+$")]
Money = Annotated[Decimal, Field(ge=0, le=1_000_000, decimal_places=6)]


_SECRETS = ("KEY", "TOKEN", "URL", "SECRET", "ENDPOINTS")


class SettingsNotUnderstood(BadInput): ...


class PriceSettings(BaseModel):
    """What an endpoint's model costs from a day on, for a million tokens."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    input: Money
    output: Money
    valid_from: date = date.min


class EndpointSettings(BaseModel):
    """One endpoint that speaks OpenAI's chat completions; what is left out is as for all."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    name: Name
    base_url: str
    model: str
    api_key: SecretStr | None = None
    reasoning_effort: Effort | None = None
    first_token_seconds: Seconds | None = None
    total_seconds: Seconds | None = None
    requests_a_minute: Annotated[int, Field(ge=2, le=10_000_000)] | None = None
    tokens_a_minute: Annotated[int, Field(ge=1_000, le=10_000_000_000)] | None = None
    prices: tuple[PriceSettings, ...] = ()

    @field_validator("base_url")
    @classmethod
    def _base_url_is_an_address(cls, value: str) -> str:
        return _address(value)


class LlmSettings(BaseModel):
    """Any endpoint that speaks OpenAI's chat completions; without a base URL none is used."""

    model_config = ConfigDict(hide_input_in_errors=True)

    base_url: str | None = Field(None, description="such as http://localhost:11434/v1")
    api_key: SecretStr | None = Field(None, description="sent as a bearer token; never logged")
    model: str = Field("gpt-4o-mini", description="the model's name at that endpoint")
    reasoning_effort: Effort | None = Field(
        None, description="for models that think before they write; a caller cannot wait long"
    )
    first_token_seconds: Seconds = Field(
        8.0, description="give up when nothing was written for so long"
    )
    total_seconds: Seconds = Field(45.0, description="give up when the answer is not whole by then")
    endpoints: Annotated[tuple[EndpointSettings, ...], NoDecode] = Field(
        (), description="several in order of preference, as a JSON list: see docs/models.md"
    )
    hedge_after_seconds: Seconds | None = Field(
        None, description="ask the next one as well when nothing was written for so long"
    )
    rest_after_failures: Annotated[int, Field(ge=1, le=1_000)] = Field(
        5, description="so many failures in a row, and an endpoint is left alone"
    )
    rest_seconds: Seconds = Field(15.0, description="for so long; then one question tries it")
    callers_reserve: Annotated[float, Field(ge=0, le=0.9)] = Field(
        0.3, description="the share of a rate that work nobody waits for leaves to callers"
    )

    def in_order(self) -> tuple[EndpointSettings, ...]:
        """Every endpoint that is set, the preferred one first."""
        if self.base_url is None:
            return self.endpoints
        only = EndpointSettings(
            name="llm",
            base_url=self.base_url,
            model=self.model,
            api_key=self.api_key,
            reasoning_effort=self.reasoning_effort,
        )
        return (only,)

    @field_validator("base_url")
    @classmethod
    def _base_url_is_an_address(cls, value: str | None) -> str | None:
        return _address(value) if value else None

    @field_validator("endpoints", mode="before")
    @classmethod
    def _endpoints_are_json(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value or "[]", parse_float=Decimal)
        except ValueError:
            raise ValueError("must be a JSON list of endpoints") from None

    @model_validator(mode="after")
    def _endpoints_are_told_apart(self) -> Self:
        names = [endpoint.name for endpoint in self.endpoints]
        if len(set(names)) < len(names):
            raise ValueError("two endpoints in VIDYA_LLM__ENDPOINTS have the same name")
        if names and self.base_url:
            raise ValueError("either VIDYA_LLM__BASE_URL or VIDYA_LLM__ENDPOINTS, not both")
        return self


class TwilioSettings(BaseModel):
    account_sid: str | None = Field(None, description="AC…; needed to place calls")
    auth_token: SecretStr | None = Field(None, description="checks the signature of every webhook")
    number: str | None = Field(None, description="our own number, that calls back")
    api_url: str = Field("https://api.twilio.com", description="Twilio's REST address")


class VoiceSettings(BaseModel):
    hold_seconds: Annotated[float, Field(gt=0, le=12)] = Field(
        8.0, description="how long a webhook may wait for an answer; providers give up at 15"
    )
    offer_call_back_after_seconds: Seconds = Field(10.0, description="then a call back is offered")
    confirm_below: Annotated[float, Field(ge=0, le=1)] = Field(
        0.45, description="a transcript less sure than this is read back first"
    )
    guest_school: str = Field("DEMO", description="whose guests callers are, who are known nowhere")


class TutorSettings(BaseModel):
    questions_a_day: Annotated[int, Field(ge=1, le=10_000)] = Field(
        50, description="how many questions a learner may ask in a day"
    )
    answer_lifetime_days: Annotated[int, Field(ge=1, le=365)] = Field(
        7, description="how long a stored answer is served"
    )
    shadow_share: Annotated[float, Field(ge=0, le=1)] = Field(
        0.01, description="how much of what other words led to is written anew and compared"
    )


class LedgerSettings(BaseModel):
    prices: Path | None = Field(
        None, description="a price list in TOML: domains/ledger/prices.toml shows its form"
    )


class WorkerSettings(BaseModel):
    callers: Annotated[int, Field(ge=2, le=5_000)] = Field(
        400, description="callers' answers written at once by one process"
    )
    background: Annotated[int, Field(ge=2, le=500)] = Field(
        8, description="other jobs worked at once by one process"
    )


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        env_file=ENV_FILE,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    host: str = Field("127.0.0.1", description="the address to serve on")
    port: Port = Field(8000, description="the port to serve on")
    public_url: str | None = Field(
        None, description="how providers reach us, such as https://tutor.example.in"
    )
    roles: Annotated[frozenset[Role], Field(min_length=1), NoDecode] = Field(
        frozenset({"web", "worker"}), description="what this process does: web, worker, or both"
    )
    data_dir: Path = Field(Path("var"), description="the embedded database, keys and files")
    database_url: SecretStr | None = Field(
        None, description="PostgreSQL as vidya_app; turns the embedded database off"
    )
    database_owner_url: SecretStr | None = Field(
        None, description="the same database as vidya_owner, for migrations"
    )
    database_across_url: SecretStr | None = Field(
        None, description="the same database as vidya_across, for retention and reports"
    )
    database_direct_url: SecretStr | None = Field(
        None, description="past any pooler, for LISTEN; VIDYA_DATABASE_URL when empty"
    )
    database_pool: Annotated[int, Field(ge=2, le=500)] = Field(
        20, description="connections kept by one process"
    )
    statement_cache: Annotated[int, Field(ge=0, le=10_000)] = Field(
        200, description="prepared statements a connection; 0 behind PgBouncer before 1.21"
    )
    secret_key: SecretStr | None = Field(
        None, description="64 hexadecimal digits; made and kept in VIDYA_DATA_DIR when empty"
    )
    log_format: Literal["text", "json"] = Field(
        "text", description="text for people, json for machines"
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="the least that is logged"
    )
    log_personal: bool = Field(
        default=False, description="log fields named pii.*; for a developer's machine only"
    )
    simulator: bool = Field(
        default=True, description="the simulated phones, served on loopback only"
    )
    llm: LlmSettings = LlmSettings()
    twilio: TwilioSettings = TwilioSettings()
    voice: VoiceSettings = VoiceSettings()
    tutor: TutorSettings = TutorSettings()
    ledger: LedgerSettings = LedgerSettings()
    worker: WorkerSettings = WorkerSettings()

    @field_validator("roles", mode="before")
    @classmethod
    def _roles_are_listed(cls, value: object) -> object:
        """`web,worker`, and in brackets and quotes as well: both are written in the wild."""
        return re.findall(r"[^\s,\[\]\"']+", value) if isinstance(value, str) else value

    @field_validator("public_url")
    @classmethod
    def _public_url_is_an_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("https://", "http://")):
            raise ValueError("must start with https://")
        return value.rstrip("/") if value else None


def load_settings() -> Settings:
    """The settings in force; SettingsNotUnderstood names what is wrong and what it may be."""
    _refuse_unknown_names()
    try:
        return Settings()
    except ValidationError as failure:
        raise SettingsNotUnderstood(_explain(failure)) from failure


def setting_names(model: type[BaseModel] = Settings, prefix: str = PREFIX) -> dict[str, str]:
    """Every environment variable that is read, with what it means."""
    names: dict[str, str] = {}
    for name, field in model.model_fields.items():
        nested = field.annotation
        if isinstance(nested, type) and issubclass(nested, BaseModel):
            names |= setting_names(nested, f"{prefix}{name.upper()}__")
        else:
            names[prefix + name.upper()] = field.description or ""
    return names


def _refuse_unknown_names() -> None:
    known = setting_names()
    for given in sorted(_given_names()):
        if given.upper() in known:
            continue
        near = difflib.get_close_matches(given.upper(), known, n=1)
        hint = f" Did you mean {near[0]} ({known[near[0]]})?" if near else ""
        raise SettingsNotUnderstood(
            f"There is no setting {given}.{hint} Every setting stands in .env.example."
        )


def _given_names() -> set[str]:
    names = {name for name in os.environ if name.upper().startswith(PREFIX)}
    for line in _lines_of_the_file():
        name = line.partition("=")[0].strip().removeprefix("export ").strip()
        if name.upper().startswith(PREFIX):
            names.add(name)
    return names


def _lines_of_the_file() -> list[str]:
    file = Path(ENV_FILE)
    try:
        return file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    except (OSError, UnicodeDecodeError) as failure:
        raise SettingsNotUnderstood(
            f"{file.absolute()} cannot be read: {failure}. It is a text file in UTF-8."
        ) from failure


def _explain(failure: ValidationError) -> str:
    known = setting_names()
    lines = []
    for error in failure.errors():
        name, inside = _name_of(error["loc"], known)
        reason = error["msg"].removeprefix("Value error, ")
        told = f"{inside}: {reason}" if inside else reason
        lines.append(f"{name} ({known.get(name, '')}): {told}, not {_shown(name, error)}.")
    return "\n".join(lines)


def _name_of(place: tuple[int | str, ...], known: dict[str, str]) -> tuple[str, str]:
    """The setting in which the error lies, and where in it: an item of a list has no name."""
    ends = range(len(place), 0, -1)
    names = [PREFIX + "__".join(str(part).upper() for part in place[:end]) for end in ends]
    name = next((name for name in names if name in known), names[0])
    return name, ".".join(map(str, place[name.count("__") + 1 :]))


def _address(value: str) -> str:
    if not value.startswith(("https://", "http://")):
        raise ValueError("must start with https:// or http://")
    return value.rstrip("/")


def _shown(name: str, error: ErrorDetails) -> str:
    """The value; hidden where it is a secret, an address that may hold one, or many settings."""
    is_secret = "_SECONDS" not in name and any(word in name for word in _SECRETS)
    hidden = is_secret or name not in setting_names()
    return "what was given" if hidden else repr(error["input"])
