"""PLACEHOLDER until the real one is written here."""


def normalise(question: str) -> str:
    return " ".join(question.casefold().strip(" ?.!।").split())
