"""When an endpoint is left alone and when it is tried again, by the clock alone."""

from hypothesis import given
from hypothesis import strategies as st

from vidya.providers.llm.breaker import Breaker, BreakerRules

RULES = BreakerRules(failures=3, seconds=10.0, longest=30.0)


def test_failures_in_a_row_open_it_and_an_answer_between_them_does_not_count() -> None:
    breaker = Breaker(RULES).failed(0).failed(1).answered().failed(2).failed(3)

    assert breaker.may_ask(3)
    assert not breaker.failed(4).may_ask(13.9)
    assert breaker.failed(4).may_ask(14)


def test_one_question_is_let_through_and_its_answer_closes_it() -> None:
    probed = _opened(at=0).asked()

    assert not probed.may_ask(11)
    assert probed.answered() == Breaker(RULES)


def test_each_trial_that_fails_doubles_the_pause_up_to_the_longest() -> None:
    breaker, now, pauses = _opened(at=0), 10.0, list[float]()
    for _ in range(4):
        breaker = breaker.asked().failed(now)
        assert breaker.open_until is not None
        pauses.append(breaker.open_until - now)
        now = breaker.open_until

    assert pauses == [20, 30, 30, 30]


def test_a_failure_of_a_question_asked_before_it_opened_changes_nothing() -> None:
    assert _opened(at=0).failed(9) == _opened(at=0)


def test_an_answer_begun_before_it_opened_does_not_cut_a_rest_short() -> None:
    assert Breaker(RULES).rests(5, 40).answered() == Breaker(RULES).rests(5, 40)


def test_a_rest_that_was_asked_for_is_given_in_full() -> None:
    breaker = Breaker(RULES).rests(5, 40)

    assert not breaker.may_ask(44.9)
    assert breaker.may_ask(45)
    assert breaker.rests(6, 1) == breaker  # a shorter one does not cut it


def test_a_trial_that_nobody_waited_for_is_made_again() -> None:
    assert _opened(at=0).asked().abandoned().may_ask(10)


@given(st.lists(st.sampled_from(["ask", "answer", "fail", "rest", "leave"]), max_size=60))
def test_whatever_happens_it_is_tried_again_within_the_longest_pause(events: list[str]) -> None:
    breaker, now = Breaker(RULES), 0.0
    for event in events:
        now += 1.0
        breaker = _after(breaker, event, now)

    assert breaker.is_probed or breaker.may_ask(now + RULES.longest)
    assert breaker.abandoned().may_ask(now + RULES.longest)


def _opened(*, at: float) -> Breaker:
    return Breaker(RULES).failed(at).failed(at).failed(at)


def _after(breaker: Breaker, event: str, now: float) -> Breaker:
    if event == "ask":
        return breaker.asked() if breaker.may_ask(now) else breaker
    if event == "answer":
        return breaker.answered()
    if event == "fail":
        return breaker.failed(now)
    return breaker.rests(now, None) if event == "rest" else breaker.abandoned()
