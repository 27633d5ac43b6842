"""The turns of silence, wrong keys, reading the keys, languages and goodbyes."""

from vidya.channels.voice import people, phrases
from vidya.channels.voice.dialogue import At, change
from vidya.channels.voice.phrases import say
from vidya.channels.voice.prompts import line, prompt, read_keys
from vidya.channels.voice.reply import Line, Listen, Reply
from vidya.channels.voice.turn import STRIKES, Outcome, Turn, move_to
from vidya.channels.voice.turn_taking import Move, spoken_languages
from vidya.domains.tutor.guardrails import clip


async def silence(turn: Turn, _move: Move) -> Outcome:
    """Met kindly twice; then the call ends politely, for the line may be dead."""
    dialogue = change(turn.dialogue, strikes=turn.dialogue.strikes + 1)
    if dialogue.strikes >= STRIKES:
        return move_to(At.ended, dialogue, line(dialogue, "goodbye_silence"))
    speaks = prompt(dialogue).listen is Listen.speech
    return move_to(dialogue.at, dialogue, line(dialogue, "silence" if speaks else "silence_keys"))


async def wrong_key(turn: Turn, _move: Move) -> Outcome:
    return move_to(turn.dialogue.at, turn.dialogue, line(turn.dialogue, "wrong_key"))


async def prompt_again(turn: Turn, _move: Move) -> Outcome:
    return move_to(turn.dialogue.at, turn.dialogue)


async def keys(turn: Turn, _move: Move) -> Outcome:
    dialogue, reply = read_keys(turn.dialogue)
    return Outcome(dialogue, reply)


async def next_page(turn: Turn, _move: Move) -> Outcome:
    """What there is to choose once more; where it is much, the next part of it."""
    return move_to(turn.dialogue.at, turn.dialogue, keys_page=turn.dialogue.keys_page + 1)


async def confirm(turn: Turn, move: Move) -> Outcome:
    """The recogniser was not sure: read it back rather than answer another question.

    What is heard again instead of a yes or a no may be the noise of a room.
    """
    dialogue = turn.dialogue
    strikes = dialogue.strikes + (dialogue.at is At.confirming)
    if strikes >= STRIKES:
        return move_to(At.ended, dialogue, line(dialogue, "goodbye_silence"))
    return move_to(At.confirming, dialogue, heard_text=clip(move.text), strikes=strikes)


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
    said = line(dialogue, "language_changed")
    if dialogue.learner_id is None:
        return move_to(At.listening, dialogue, said)
    return await people.begin(turn, dialogue, said)


async def end(turn: Turn, _move: Move) -> Outcome:
    dialogue = change(turn.dialogue, at=At.ended)
    if dialogue.who is None:
        return move_to(At.ended, dialogue)
    goodbye = line(dialogue, "goodbye", name=dialogue.who.name)
    return Outcome(dialogue, Reply((goodbye,), Listen.nothing))
