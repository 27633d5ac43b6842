"""A made-up school library of any size: words as frequent as a language's, chapters with topics."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import psycopg

from vidya.core.words import content_stems
from vidya.domains.curriculum.terms import term_number

LANGUAGE = "en"
GRADE = 8
"""Of the learners who ask; the books are of classes 6 to 10, all within their reach."""
BOARD = "LOAD"
SCHOOL_ID = UUID(int=0x10AD)
_VOCABULARY = 30_000
_ASKING = {"mean": 3, "explain": 8, "mani": 12, "differ": 20, "tell": 60}
"""Words that questions are asked with, which books use as well, by how many are more frequent."""
_TEMPLATES = (
    "What is {0}?",
    "Why does {0} {1} the {2}?",
    "Explain how the {0} of a {1} is {2}.",
    "What is the difference between {0} and {1}?",
    "How many {0} are in the {1} of a {2} {3}?",
    "Which {0} did {1} {2} in the {3} and why was it {4}?",
    "{0} {1} meaning",
    "Please tell me about {0} and {1} in {2}",
)


@dataclass(frozen=True)
class Shelf:
    """How much an owner has."""

    passages: int
    schema: str
    """What the names of its tables begin with."""
    key: str
    owner: str


def vocabulary() -> list[str]:
    """Words of syllables that stay as they are when they are stemmed."""
    chance = random.Random(7)
    starts = [
        "b",
        "c",
        "d",
        "f",
        "g",
        "h",
        "j",
        "k",
        "l",
        "m",
        "n",
        "p",
        "r",
        "t",
        "v",
        "br",
        "cr",
        "dr",
        "gr",
        "kr",
        "pl",
        "pr",
        "tr",
        "st",
    ]
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        word = "".join(
            chance.choice(starts) + chance.choice("aou") for _ in range(chance.randint(2, 4))
        )
        word += chance.choice("kmntp")
        if content_stems(word, language=LANGUAGE) == [word]:
            words[word] = None
    in_order = list(words)
    for word, rank in _ASKING.items():
        in_order.insert(rank, word)
    return in_order


def fill(superuser: psycopg.Connection, *, own: int, board: int) -> None:
    """A school with `own` passages of its own, and a board that shares `board` more."""
    superuser.execute(
        "CREATE TEMP TABLE vocabulary (rank integer PRIMARY KEY, word text, term bigint)"
    )
    with superuser.cursor().copy("COPY vocabulary FROM STDIN") as copy:
        for rank, word in enumerate(vocabulary(), start=1):
            copy.write_row((rank, word, term_number(word, LANGUAGE)))
    superuser.execute("SELECT setseed(0.5)")
    superuser.execute("SET session_replication_role = replica")
    for shelf in (
        Shelf(own, "", "school_id", f"'{SCHOOL_ID}'::uuid"),
        Shelf(board, "board_", "board", f"'{BOARD}'"),
    ):
        with _without_indexes(superuser, f"{shelf.schema}postings"):
            for statement in _STATEMENTS:
                superuser.execute(_of(shelf, statement).encode())
    superuser.execute("VACUUM ANALYZE")


def questions(superuser: psycopg.Connection, count: int) -> list[str]:
    """Of words that stand together in some passage; now and then one that stands nowhere."""
    bodies = superuser.execute(
        "SELECT body FROM passages ORDER BY md5(passage_no::text) LIMIT %s", [count]
    ).fetchall()
    chance = random.Random(11)
    return [_question(chance, body.split()) for (body,) in bodies]


def _question(chance: random.Random, words: list[str]) -> str:
    template = chance.choice(_TEMPLATES)
    picked = chance.sample(words, template.count("{"))
    if chance.random() < 0.1:
        picked[-1] = "unheardof"
    return template.format(*picked)


@contextmanager
def _without_indexes(superuser: psycopg.Connection, table: str) -> Iterator[None]:
    """Indexes are made faster at the end than with each row."""
    key = superuser.execute(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conrelid = %s::regclass AND contype = 'p'",
        [table],
    ).fetchone()
    index = superuser.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE indexname = %s", [f"{table}_passage"]
    ).fetchone()
    assert key is not None
    assert index is not None
    superuser.execute(f"ALTER TABLE {table} DROP CONSTRAINT {key[0]}".encode())
    superuser.execute(f"DROP INDEX {index[0]}".encode())
    yield
    superuser.execute(f"ALTER TABLE {table} ADD CONSTRAINT {key[0]} {key[1]}".encode())
    superuser.execute(index[1].encode())


def _of(shelf: Shelf, statement: str) -> str:
    for name, part in {
        "@shared": shelf.schema,
        "@key": shelf.key,
        "@owner": shelf.owner,
        "@passages": str(shelf.passages),
        "@words": str(_VOCABULARY),
        "@shift": "25.0",
    }.items():
        statement = statement.replace(name, part)
    return statement


# The nth word comes 1 / (n + 25) as often (Zipf, Mandelbrot), as without the stop words: the most
# frequent one stands in every eighth passage, where "water" or "example" stands in real ones.
# Forty passages are a chapter, and three words in ten are of its topic: 20 words of its own.
_STATEMENTS = (
    """
    INSERT INTO @sharedchapters (@key, chapter_id, slug, title, subject, grade, language, position,
                                 content_hash, published_at)
    SELECT @owner, md5('chapter' || n)::uuid, n, 'Chapter ' || n, 'subject ' || n % 5,
           6 + n / 5 % 5, 'en', n % 20, '', now()
      FROM generate_series(0, (@passages - 1) / 40) n
    """,
    "DROP TABLE IF EXISTS drawn",
    """
    CREATE TEMP TABLE drawn AS
    SELECT n AS passage_no, CASE
             WHEN random() < 0.3
             THEN 1 + (abs(hashint8((n / 40)::bigint * 20 + (random() * 19)::int))::bigint % 6000)
             ELSE ceil(@shift * (exp(random() * ln(@words / @shift + 1)) - 1))
           END::integer AS rank
      FROM generate_series(0, @passages - 1) n, generate_series(1, 26 + abs(hashint4(n)) % 21)
    """,
    """
    INSERT INTO @sharedpassages (@key, passage_no, chapter_id, position, heading, body,
                                 content_hash)
    OVERRIDING SYSTEM VALUE
    SELECT @owner, passage_no, md5('chapter' || passage_no / 40)::uuid, 1 + passage_no % 40,
           'Section ' || passage_no, string_agg(word, ' '), ''
      FROM drawn JOIN vocabulary USING (rank) GROUP BY passage_no
    """,
    """
    INSERT INTO @sharedpostings (@key, term, grade, passage_no, frequency, words, subject)
    SELECT @owner, term, 6 + passage_no / 200 % 5, passage_no, count(*),
           26 + abs(hashint4(passage_no)) % 21, passage_no / 40 % 5
      FROM drawn JOIN vocabulary USING (rank) GROUP BY term, passage_no
    """,
    """
    INSERT INTO @sharedterm_counts (@key, term, grade, passages)
    SELECT @owner, term, grade, count(*) FROM @sharedpostings WHERE @key = @owner
     GROUP BY term, grade
    """,
    """
    INSERT INTO @sharedcorpora (@key, language, grade, passages, words)
    SELECT @owner, 'en', grade, count(DISTINCT passage_no), sum(frequency)
      FROM @sharedpostings WHERE @key = @owner GROUP BY grade
    """,
)
