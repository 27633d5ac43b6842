"""What a model thinks aloud before it answers, which is not for the child's ear."""

_OPENS = "<think>"
_CLOSES = "</think>"


class ThoughtsLeftOut:
    """Takes an answer piece by piece and gives what is not between <think> and </think>.

    Reasoning models behind vLLM, Ollama and others send their thoughts so, ahead of the answer,
    when the server was not told how to part the two.
    """

    def __init__(self) -> None:
        self._held = ""
        self._thinking = False
        self._answering = False

    def feed(self, piece: str) -> str:
        """The part of the answer that is known with this piece; it may be empty."""
        if self._answering:
            return piece
        self._held += piece
        if not self._thinking:
            begin = self._held.lstrip()
            if len(begin) < len(_OPENS) and _OPENS.startswith(begin):
                return ""  # a thought, or not: the next pieces will tell
            if not begin.startswith(_OPENS):
                return self._answer(begin)
            self._thinking = True
        _, closed, answer = self._held.partition(_CLOSES)
        if closed:
            return self._answer(answer.lstrip())
        self._held = self._held[1 - len(_CLOSES) :]
        return ""

    def rest(self) -> str:
        """What was held back when the model ended: it began like a thought, and was none."""
        return "" if self._thinking else self._held

    def _answer(self, text: str) -> str:
        self._thinking = False
        self._answering = bool(text)
        self._held = ""
        return text
