"""A call held in a terminal: what is printed, and what each typed line does."""

from dataclasses import dataclass, field

import aiohttp

from tests.unit.simulator.line import CALLER, LINE, calling, response
from vidya.channels.simulator.phone import Phone
from vidya.channels.simulator.terminal import converse

ASK = (
    '<Response><Gather input="dtmf speech" action="/turn" finishOnKey="">'
    '<Say language="en-IN">Ask your question.</Say></Gather>'
    '<Say language="hi-IN">कुछ सुनाई नहीं दिया।</Say></Response>'
)
KEYS_ONLY = (
    '<Response><Gather action="/turn" numDigits="4"><Say>Your PIN?</Say></Gather></Response>'
)
ANSWER = '<Response><Say language="en-IN">Light scatters in the air.</Say></Response>'


@dataclass(slots=True)
class Terminal:
    """Types the given lines, then Ctrl-D, and keeps what it is shown."""

    lines: list[str]
    prompts: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)

    async def read_line(self, prompt: str) -> str | None:
        self.prompts.append(prompt)
        return self.lines.pop(0) if self.lines else None

    @property
    def text(self) -> str:
        return "\n".join(self.shown)

    async def hold(self, phone: Phone) -> None:
        await converse(phone, self.read_line, self.shown.append)


async def test_a_typed_question_is_spoken_and_its_answer_is_printed_with_its_language() -> None:
    terminal = Terminal(["why is the sky blue"])
    async with calling(ASK, turn=ANSWER) as (phone, line):
        await terminal.hold(phone)

        assert line.forms("/turn")[0]["SpeechResult"] == "why is the sky blue"
    assert "[en-US]" not in terminal.text
    assert "[en-IN]  Ask your question." in terminal.shown
    assert "[en-IN]  Light scatters in the air." in terminal.shown
    assert "The line said goodbye after 1 s." in terminal.text


async def test_a_line_of_digits_is_pressed() -> None:
    terminal = Terminal(["#12"])
    async with calling(ASK, turn=ANSWER) as (phone, line):
        await terminal.hold(phone)

        assert line.forms("/turn")[0]["Digits"] == "#12"


async def test_an_empty_line_is_silence() -> None:
    terminal = Terminal([""])
    async with calling(ASK) as (phone, line):
        await terminal.hold(phone)

        assert line.forms("/turn") == []
    assert "[hi-IN]  कुछ सुनाई नहीं दिया।" in terminal.shown


async def test_the_prompt_says_what_the_line_listens_to() -> None:
    terminal = Terminal(["words", "2468"])
    async with calling(KEYS_ONLY, turn=ANSWER) as (phone, line):
        await terminal.hold(phone)

        assert [form["Digits"] for form in line.forms("/turn")] == ["2468"]
    assert terminal.prompts[0].startswith("Keys")
    assert "The line listens to keys only now." in terminal.text


async def test_slash_h_and_the_end_of_the_input_hang_up() -> None:
    for lines in (["/h"], []):
        terminal = Terminal(list(lines))
        async with calling(ASK) as (phone, line):
            await terminal.hold(phone)

            assert line.forms("/voice/twilio/status")[0]["CallStatus"] == "completed"
        assert "You hung up after 1 s." in terminal.text


async def test_an_unknown_command_is_explained_and_costs_nothing() -> None:
    terminal = Terminal(["/help", "/h"])
    async with calling(ASK) as (phone, line):
        await terminal.hold(phone)

        assert line.forms("/turn") == []
    assert "There is only /h, which hangs up." in terminal.text


async def test_a_server_that_is_not_running_is_named_with_the_way_out() -> None:
    terminal = Terminal([])
    async with aiohttp.ClientSession() as session:
        await terminal.hold(Phone("http://127.0.0.1:1", CALLER, LINE, session=session))

    assert "Nobody answers at http://127.0.0.1:1." in terminal.text
    assert "Start Vidya with `make run`" in terminal.text


async def test_a_broken_call_says_what_happened_and_what_to_do() -> None:
    terminal = Terminal([])
    async with calling(response(status=500)) as (phone, _line):
        await terminal.hold(phone)

    assert "The call broke off: The server answered 500." in terminal.text
    assert "Call again" in terminal.text


async def test_a_long_answer_is_wrapped_under_its_language() -> None:
    terminal = Terminal([])
    sentence = "Blue light is scattered more than red light by the tiny molecules of the air."
    async with calling(f"<Response><Say>{sentence} {sentence}</Say></Response>") as (phone, _line):
        await terminal.hold(phone)

    heard = next(line for line in terminal.shown if line.startswith("[en-US]"))
    assert all(len(line) <= 78 for line in heard.splitlines())
    assert heard.splitlines()[1].startswith(" " * 9)
