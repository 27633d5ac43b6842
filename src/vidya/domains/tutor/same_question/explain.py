"""PLACEHOLDER until the real one is written here."""


def compare(a: str, b: str, *, language: str, vocabulary: frozenset[str] = frozenset()) -> str:  # noqa: ARG001
    return "not yet"
