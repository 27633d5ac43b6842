"""The turns of silence, wrong keys, reading the keys, languages and goodbyes."""

from vidya.channels.voice import phrases
from vidya.channels.voice.dialogue import At, change
from vidya.channels.voice.phrases import say
from vidya.channels.voice.prompts import line, prompt, read_keys
from vidya.channels.voice.reply import Line, Listen
from vidya.channels.voice.turn import Outcome, Turn, move_to
from vidya.channels.voice.turn_taking import Move, spoken_languages

_STRIKES = 3


async def silence(turn: Turn, _move: Move) -> Outcome:
    """Met kindly twice; then the call ends politely, for the line may be dead."""
    dialogue = change(turn.dialogue, strikes=turn.dialogue.strikes + 1)
    if dialogue.strikes >= _STRIKES:
        return move_to(At.ended, dialogue, line(dialogue, "goodbye_silence"))
    again = prompt(dialogue)
    if dialogue.at is At.listening:
        return move_to(At.listening, dialogue, line(dialogue, "silence"))
    key = "silence" if again.listen is Listen.speech else "silence_keys"
    return move_to(dialogue.at, dialogue, line(dialogue, key))


async def wrong_key(turn: Turn, _move: Move) -> Outcome:
    return move_to(turn.dialogue.at, turn.dialogue, line(turn.dialogue, "wrong_key"))


async def prompt_again(turn: Turn, _move: Move) -> Outcome:
    return move_to(turn.dialogue.at, turn.dialogue)


async def keys(turn: Turn, _move: Move) -> Outcome:
    dialogue, reply = read_keys(turn.dialogue)
    return Outcome(dialogue, reply)


async def confirm(turn: Turn, move: Move) -> Outcome:
    """The recogniser was not sure: read it back rather than answer another question."""
    return move_to(At.confirming, turn.dialogue, heard_text=move.text)


async def say_again(turn: Turn, _move: Move) -> Outcome:
    dialogue = turn.dialogue
    return move_to(At.listening, dialogue, line(dialogue, "say_again"), heard_text="")


async def foreign_language(turn: Turn, move: Move) -> Outcome:
    """Said in every language that we speak: an answer in another would be no answer."""
    said = [
        Line(
            say(
                "not_understood_language",
                ours,
                language=phrases.word("languages", move.text, ours),
            ),
            ours,
        )
        for ours in phrases.SPOKEN
    ]
    return move_to(At.choose_language, turn.dialogue, *said)


async def choose_language(turn: Turn, _move: Move) -> Outcome:
    return move_to(At.choose_language, turn.dialogue)


async def language(turn: Turn, move: Move) -> Outcome:
    chosen = spoken_languages(turn.dialogue)[int(move.text) - 1]
    dialogue = change(turn.dialogue, language=chosen)
    return move_to(At.listening, dialogue, line(dialogue, "language_changed"))


async def end(turn: Turn, _move: Move) -> Outcome:
    dialogue = turn.dialogue
    if dialogue.who is None:
        return move_to(At.ended, dialogue)
    return _farewell(turn, dialogue.who.name)


def _farewell(turn: Turn, name: str) -> Outcome:
    ended = change(turn.dialogue, at=At.ended)
    reply = prompt(ended)
    goodbye = line(ended, "goodbye", name=name)
    return Outcome(ended, type(reply)((goodbye,), reply.listen))
