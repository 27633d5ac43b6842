"""The models that the operator's settings name, ready to be asked."""

import aiohttp

from vidya.core.settings import EndpointSettings, LlmSettings
from vidya.providers.llm.breaker import BreakerRules
from vidya.providers.llm.endpoint import Endpoint
from vidya.providers.llm.first_word import OrderRules
from vidya.providers.llm.in_order import ModelsInOrder
from vidya.providers.llm.openai_compatible import OpenAiCompatibleLlm
from vidya.providers.llm.rates import Rate, Rates


def configured_llm(
    settings: LlmSettings, session: aiohttp.ClientSession, *, rates: Rates | None
) -> ModelsInOrder | None:
    """All endpoints in their order; None where none is set, and the passages speak for themselves."""
    endpoints = [_endpoint(one, settings, session) for one in settings.in_order()]
    if not endpoints:
        return None
    rules = OrderRules(
        hedge_after=settings.hedge_after_seconds, begin_within=settings.total_seconds
    )
    return ModelsInOrder(endpoints, rules=rules, rates=rates)


def _endpoint(
    one: EndpointSettings, settings: LlmSettings, session: aiohttp.ClientSession
) -> Endpoint:
    llm = OpenAiCompatibleLlm(
        session,
        base_url=one.base_url,
        model=one.model,
        endpoint=one.name,
        api_key=one.api_key.get_secret_value() if one.api_key else None,
        reasoning_effort=one.reasoning_effort,
        first_token_seconds=one.first_token_seconds or settings.first_token_seconds,
        total_seconds=one.total_seconds or settings.total_seconds,
    )
    is_limited = one.requests_a_minute or one.tokens_a_minute
    rate = Rate(one.requests_a_minute, one.tokens_a_minute, settings.callers_reserve)
    pauses = BreakerRules(settings.rest_after_failures, settings.rest_seconds)
    return Endpoint(one.name, llm, rate=rate if is_limited else None, rules=pauses)
