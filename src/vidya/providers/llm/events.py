"""Server-sent events, cut out of the blocks in which they happen to arrive."""

from vidya.providers.llm.base import LlmUnavailable

_LONGEST = 256 * 1024
_BOM = b"\xef\xbb\xbf"


class EventReader:
    """Takes a stream block by block and gives the content of each event that is whole.

    As the HTML standard has it (section 9.2, "Server-sent events"): lines end with CR, LF or
    both, an empty line ends an event, several `data` lines are joined by a line feed, comments
    and other fields are left out, and so is an event that nothing ended.
    """

    def __init__(self) -> None:
        self._line = bytearray()
        self._data: list[bytes] = []
        self._length = 0
        self._after_cr = False
        self._at_start = True

    def feed(self, block: bytes) -> list[bytes]:
        """The events that this block completes; LlmUnavailable when one has no end."""
        events: list[bytes] = []
        for line in self._whole_lines(block):
            if line.startswith(b"data:"):
                self._data.append(line[5:].removeprefix(b" "))
                self._length += len(line)
            elif not line and self._length:
                if event := b"\n".join(self._data):
                    events.append(event)
                self._data.clear()
                self._length = 0
        if len(self._line) + self._length > _LONGEST:
            raise LlmUnavailable("The model sent an event without an end.")
        return events

    def _whole_lines(self, block: bytes) -> list[bytes]:
        """The lines that this block ends; what follows them waits for the next block."""
        if self._after_cr and block:
            block = block.removeprefix(b"\n")  # the second half of a torn CRLF
            self._after_cr = False
        self._after_cr = self._after_cr or block.endswith(b"\r")
        if b"\n" not in block and b"\r" not in block:
            self._line += block
            return []
        lines = block.splitlines()
        lines[0] = bytes(self._line) + lines[0]
        self._line.clear()
        if not block.endswith((b"\n", b"\r")):
            self._line += lines.pop()
        if self._at_start:
            lines[0] = lines[0].removeprefix(_BOM)
            self._at_start = False
        return lines
