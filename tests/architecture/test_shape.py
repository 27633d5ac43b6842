"""What no linter checks: the shape of the whole."""

import ast
import re

from tests.architecture.source import FILES, ROOT, TREES, imports

FRONT_DOORS = {"service", "models", "auth", "pipeline", "guardrails", "turns", "pages", "routes"}
LONGEST_FILE = 400
# Read by the simulator and the voice channel: rules and topics that are no part of a service.
ENTERED_FROM_OUTSIDE = {
    "vidya.domains.curriculum.markdown.read_chapter",  # the reader of chapters, for the demo
    "vidya.domains.tutor.writing.topic",  # what to listen to while an answer is written
    "vidya.domains.accounts.service.PinLocked",
}
POOL_BANS = {
    "a session-level SET": re.compile(r"^\s*SET\s+(?!LOCAL)", re.IGNORECASE | re.MULTILINE),
    "LISTEN": re.compile(r"^\s*LISTEN\b", re.IGNORECASE | re.MULTILINE),
    "a session-level advisory lock": re.compile(r"pg_(try_)?advisory_lock", re.IGNORECASE),
}


def test_every_module_says_in_one_sentence_what_it_holds() -> None:
    silent = [
        name
        for name, tree in TREES.items()
        if tree.body and not name.endswith("__init__") and not ast.get_docstring(tree)
    ]
    assert not silent
    assert TREES


def test_no_file_outgrows_a_reader() -> None:
    long = [path.name for path in FILES if len(path.read_text().splitlines()) > LONGEST_FILE]
    long += [
        str(path.relative_to(ROOT))
        for path in (ROOT / "tests").rglob("*.py")
        if len(path.read_text().splitlines()) > LONGEST_FILE
    ]
    assert not long


def test_a_domain_is_entered_by_its_front_doors() -> None:
    intruders = {
        f"{importer} -> {imported}"
        for importer, tree in TREES.items()
        for imported in imports(tree)
        if imported.startswith("vidya.domains.")
        and not importer.startswith(("vidya.app.", _domain(imported) + "."))
        and imported not in ENTERED_FROM_OUTSIDE
        and imported.split(".")[3] not in FRONT_DOORS
    }
    assert not intruders


def test_sql_stands_in_queries_alone() -> None:
    """Statements that read or change rows; pub/sub, look-alikes and migrations aside."""
    statement = re.compile(r"^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\b", re.MULTILINE)
    elsewhere = {
        name
        for name, tree in TREES.items()
        for text in _texts(tree)
        if statement.match(text) and not _may_hold_sql(name)
    }
    assert not elsewhere


def test_no_module_both_reads_rows_and_calls_a_provider() -> None:
    both = {
        name
        for name, tree in TREES.items()
        if any(i.startswith("vidya.providers.") for i in imports(tree))
        and any(".queries" in i for i in imports(tree))
        and name != "vidya.channels.voice.jobs"  # reads, lets go, and then rings
    }
    assert not both


def test_no_provider_is_called_while_a_connection_is_held() -> None:
    """Inside `async with database.school(...)` nothing of a provider is awaited."""
    held = {
        f"{name}:{call.lineno}"
        for name, tree in TREES.items()
        for block in ast.walk(tree)
        if isinstance(block, ast.AsyncWith) and _opens_a_transaction(block)
        for call in ast.walk(block)
        if isinstance(call, ast.Call) and _calls_a_provider(call)
    }
    assert not held


def test_nothing_outlives_a_transaction_on_the_pool() -> None:
    broken = {
        f"{name}: {what}"
        for name, tree in TREES.items()
        if not name.startswith("vidya.app.embedded_postgres")
        for text in _texts(tree)
        for what, pattern in POOL_BANS.items()
        if pattern.search(text)
    }
    assert not broken


def test_every_job_that_is_enqueued_exists() -> None:
    constants = {
        f"{name.rsplit('.', 1)[-1]}.{target.id}": node.value.value
        for name, tree in TREES.items()
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id.endswith("_JOB")
    }
    made = {
        ast.unparse(call.args[0]).rsplit(".", 1)[-1]
        for tree in TREES.values()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "Job" and call.args
    }
    enqueued = {
        ast.unparse(call.args[1]).rsplit(".", 1)[-1]
        for tree in TREES.values()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "jobs.enqueue"
    }
    assert enqueued
    assert enqueued <= made
    assert enqueued <= {name.rsplit(".", 1)[-1] for name in constants}


def test_the_repository_names_no_machine_and_no_index() -> None:
    marks = re.compile(r"/wo" + r"rk/|pytho" + r"nhosted|pyp" + r"i\.org|registr" + r"y\.npmjs")
    named = [
        str(path.relative_to(ROOT))
        for folder in ("src", "tests", "docs", "scripts", "migrations", "deploy")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
        and path.suffix in {".py", ".md", ".sh", ".sql", ".toml", ".html", ".js", ".css", ".lock"}
        and marks.search(path.read_text(encoding="utf-8"))
    ]
    assert not named


def _domain(module: str) -> str:
    return ".".join(module.split(".")[:3])


def _texts(tree: ast.Module) -> list[str]:
    """Every string of the code, docstrings aside; an f-string as one, its blanks as a name."""
    nodes = list(ast.walk(tree))
    skipped = {
        id(node.body[0].value)
        for node in nodes
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    joined = [node for node in nodes if isinstance(node, ast.JoinedStr)]
    skipped |= {id(part) for node in joined for part in node.values}
    plain = [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in skipped
    ]
    return plain + ["".join(_piece(part) for part in node.values) for node in joined]


def _piece(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "blank"


def _may_hold_sql(name: str) -> bool:
    last = name.rsplit(".", 1)[-1]
    return (
        "queries" in last
        or name
        in {
            "vidya.core.db",
            "vidya.core.pubsub",
            "vidya.domains.accounts.roster",
        }
        or name.startswith("vidya.app.embedded_postgres")
    )


def _opens_a_transaction(block: ast.AsyncWith) -> bool:
    return any(
        isinstance(item.context_expr, ast.Call)
        and isinstance(item.context_expr.func, ast.Attribute)
        and item.context_expr.func.attr in {"school", "shared", "_transaction"}
        for item in block.items
    )


def _calls_a_provider(call: ast.Call) -> bool:
    called = ast.unparse(call.func)
    return any(part in called for part in ("telephony.", "llm.", "compose(", "_ring", "session."))
