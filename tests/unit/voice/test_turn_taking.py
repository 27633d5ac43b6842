"""What a caller means by a key, a word or a silence."""

from uuid import UUID

import pytest

from tests.unit.voice.dialogues import make_dialogue, make_learner
from vidya.channels.voice.dialogue import At, Dialogue
from vidya.channels.voice.reply import Heard
from vidya.channels.voice.turn_taking import GUEST_KEYS, KEYS, Act, Move, decide, language_of

LISTENING = make_dialogue(At.listening)
HINDI = make_dialogue(At.listening, language="hi")
GUEST = make_dialogue(At.listening, who=None, guest_id=UUID(int=2))


def meant(dialogue: Dialogue, **heard: object) -> Move:
    return decide(dialogue, Heard(**heard), confirm_below=0.45)  # type: ignore[arg-type]


@pytest.mark.parametrize(("key", "act"), KEYS.items())
def test_every_key_does_what_it_is_read_out_for(key: str, act: Act) -> None:
    assert meant(LISTENING, digits=key) == Move(act)


@pytest.mark.parametrize("key", ["*", "#", "12", "99", "²", "५", "a", "1" * 5_000])
def test_a_key_that_is_none_is_a_wrong_key(key: str) -> None:
    assert meant(LISTENING, digits=key).act is Act.wrong_key


def test_zero_reads_the_keys_while_a_question_may_be_asked() -> None:
    assert meant(LISTENING, digits="0").act is Act.keys
    assert meant(GUEST, digits="0").act is Act.keys


@pytest.mark.parametrize("at", [At.confirming, At.unheard])
def test_zero_reads_the_two_keys_of_a_question_to_the_caller(at: At) -> None:
    assert meant(make_dialogue(at, heard_text="why"), digits="0").act is Act.prompt_again


@pytest.mark.parametrize(
    "at", [At.choose_person, At.consent, At.call_back, At.guardian, At.guest, At.guest_class]
)
def test_zero_reads_what_there_is_to_choose(at: At) -> None:
    assert meant(make_dialogue(at), digits="0").act is Act.next_page


@pytest.mark.parametrize(
    ("speech", "act"),
    [
        ("repeat", Act.repeat),
        ("Please, say that again!", Act.repeat),
        ("say that again about light", Act.ask),  # not word for word a command
        ("slower", Act.slower),
        ("tell me more", Act.detail),
        ("Give me an example.", Act.example),
        ("next question", Act.next_question),
        ("what did I ask?", Act.summary),
        ("change language", Act.choose_language),
        ("ask my teacher", Act.teacher),
        ("goodbye", Act.end),
    ],
)
def test_every_key_can_be_spoken_in_english(speech: str, act: Act) -> None:
    assert meant(LISTENING, speech=speech).act is act


@pytest.mark.parametrize(
    ("speech", "act"),
    [
        ("फिर से", Act.repeat),
        ("धीरे बोलिए", Act.slower),
        ("और बताइए।", Act.detail),
        ("उदाहरण", Act.example),
        ("अगला सवाल", Act.next_question),
        ("मैंने क्या पूछा?", Act.summary),
        ("भाषा बदलो", Act.choose_language),
        ("शिक्षक", Act.teacher),
        ("धन्यवाद", Act.end),
        ("phir se", Act.repeat),
        ("repeat", Act.repeat),
    ],
)
def test_every_key_can_be_spoken_in_hindi(speech: str, act: Act) -> None:
    assert meant(HINDI, speech=speech).act is act


def test_a_guest_has_the_keys_that_need_no_name() -> None:
    assert {key: meant(GUEST, digits=key).act for key in GUEST_KEYS} == GUEST_KEYS
    assert meant(GUEST, digits="6").act is Act.wrong_key
    assert meant(GUEST, speech="summary").act is Act.wrong_key


def test_what_was_heard_with_doubt_is_read_back() -> None:
    doubtful = meant(LISTENING, speech="why is the sky blue", confidence=0.2)

    assert doubtful == Move(Act.confirm, "why is the sky blue")


def test_a_command_heard_with_doubt_does_not_end_the_call() -> None:
    assert meant(LISTENING, speech="bye", confidence=0.1).act is Act.confirm


def test_a_transcript_without_a_confidence_is_taken_as_it_is() -> None:
    assert meant(LISTENING, speech="why is the sky blue").act is Act.ask


@pytest.mark.parametrize("yes", [{"digits": "1"}, {"speech": "Yes."}, {"speech": "जी हाँ"}])
def test_a_yes_asks_what_was_read_back(yes: dict[str, object]) -> None:
    confirming = make_dialogue(At.confirming, heard_text="why is the sky blue")

    assert meant(confirming, **yes) == Move(Act.ask, "why is the sky blue")


@pytest.mark.parametrize("no", [{"digits": "2"}, {"speech": "no"}, {"speech": "नहीं, नहीं"}])
def test_a_no_asks_to_hear_it_again(no: dict[str, object]) -> None:
    confirming = make_dialogue(At.confirming, heard_text="why is the sky blue")

    assert meant(confirming, **no) == Move(Act.say_again)


def test_a_yes_to_a_command_that_was_read_back_does_it() -> None:
    assert meant(make_dialogue(At.confirming, heard_text="bye"), digits="1").act is Act.end


def test_two_keys_at_once_are_no_answer_to_a_yes_or_no() -> None:
    assert meant(make_dialogue(At.confirming, heard_text="why"), digits="12").act is Act.wrong_key


@pytest.mark.parametrize(
    ("heard", "act"),
    [
        ({"digits": "1"}, Act.hear_unheard),
        ({"speech": "yes please"}, Act.hear_unheard),
        ({"digits": "2"}, Act.next_question),
        ({"speech": "no"}, Act.next_question),
        ({"speech": "What is a noun?"}, Act.ask),
    ],
)
def test_an_answer_that_waits_is_heard_or_left(heard: dict[str, object], act: Act) -> None:
    assert meant(make_dialogue(At.unheard), **heard).act is act


def test_distress_is_never_held_up_by_a_question_back() -> None:
    for at in (At.listening, At.confirming, At.unheard):
        move = meant(make_dialogue(at), speech="I want to die", confidence=0.05)
        assert move == Move(Act.ask, "I want to die")


@pytest.mark.parametrize(
    ("speech", "language"),
    [
        ("ஒளிச்சேர்க்கை என்றால் என்ன", "ta"),
        ("আলোকসংশ্লেষণ কি", "bn"),
        ("روشنی کیا ہے", "ur"),
        ("光合作用是什么", "other"),
    ],
)
def test_a_script_that_we_do_not_speak_is_not_taken_for_english(speech: str, language: str) -> None:
    assert meant(LISTENING, speech=speech) == Move(Act.foreign_language, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("E = mc²", "en"), ("why 42?", "en"), ("42", "en"), ("😀", "en"), ("pH क्या होता है", "hi")],
)
def test_the_script_of_most_letters_is_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_silence_is_met_kindly_and_waits_on_where_an_answer_is_awaited() -> None:
    assert meant(LISTENING).act is Act.silence
    assert meant(make_dialogue(At.enter_pin)).act is Act.silence
    assert meant(make_dialogue(At.waiting)).act is Act.go_on
    assert meant(make_dialogue(At.call_back)).act is Act.go_on


@pytest.mark.parametrize(
    ("digits", "act"),
    [
        ("2468", Act.pin),
        ("246", Act.pin_unfinished),
        ("²²²²", Act.wrong_key),
        ("२४६८", Act.wrong_key),
        ("*", Act.choose_again),
        ("24*8", Act.wrong_key),
    ],
)
def test_only_four_digits_are_a_try_at_a_pin(digits: str, act: Act) -> None:
    shared = make_dialogue(At.enter_pin, people=(make_learner("Ravi"), make_learner("Meena")))

    assert meant(shared, digits=digits).act is act


@pytest.mark.parametrize("digits", ["13", "00", "-1", "٣", "9" * 60_000, "2*"])
def test_a_class_is_one_to_twelve(digits: str) -> None:
    at_class = make_dialogue(At.guest_class, who=None)

    assert meant(at_class, digits=digits).act is Act.wrong_key
    assert meant(at_class, digits="08") == Move(Act.guest_class, "08")


@pytest.mark.parametrize("at", list(At))
@pytest.mark.parametrize("digits", ["", "0", "7", "12345", "*", "²", "x\x00", "९" * 9_000])
@pytest.mark.parametrize("speech", ["", "why", "😀", "क्या"])
def test_every_turn_means_something(at: At, digits: str, speech: str) -> None:
    dialogue = make_dialogue(at, heard_text="why", subjects=("science", "mathematics"))

    assert meant(dialogue, digits=digits, speech=speech).act in Act
