"""Speech put together from text kept as it is and words put in its place."""

_NO_SPACE_AFTER = frozenset(" \t\n([\"'“‘-–—/")
_NO_SPACE_BEFORE = frozenset(",.;:?!।)]")


class Spoken:
    """Pieces of speech, with a space wherever words would otherwise run together."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._last = "\n"
        self._after_words = False
        self._after_gap = False

    def add_text(self, text: str) -> None:
        """Text that is speech already."""
        if not text:
            return
        if self._after_gap:
            text = self._closed_up(text)
        elif self._after_words and (text[0].isalnum() or text[0] == "("):
            text = " " + text
        self._append(text)
        self._after_words = False

    def add_words(self, words: str) -> None:
        """Words in place of signs; no words leave a gap, which closes up."""
        if not words:
            self._after_gap = True
            return
        if self._last not in _NO_SPACE_AFTER:
            words = " " + words
        self._append(words)
        self._after_words = True

    def _closed_up(self, text: str) -> str:
        if self._last in " \n\t":
            text = text.lstrip(" ")
            if text[:1] in _NO_SPACE_BEFORE and self._pieces:
                self._pieces[-1] = self._pieces[-1].rstrip(" ")
        elif text[0].isalnum():
            text = " " + text
        return text

    def _append(self, text: str) -> None:
        self._after_gap = False
        if text:
            self._pieces.append(text)
            self._last = text[-1]

    def text(self) -> str:
        """All of it, in order."""
        return "".join(self._pieces)
