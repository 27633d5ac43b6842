"""The source as trees, for rules that read it."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
FILES = sorted((SOURCE / "vidya").rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).with_suffix("").as_posix().replace("/", ".")


TREES = {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module or name that the tree imports, dotted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
