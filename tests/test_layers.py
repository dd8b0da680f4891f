"""Sizes stay small and names say something. The layers themselves are held by the import contract (`make check`)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "src" / "didar").rglob("*.py"))
BANNED = {"utils", "util", "helpers", "common", "misc", "core", "manager"}
PERSIAN = re.compile(r"[\u0600-\u06ff]")


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT / "src").as_posix())
def test_module(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 400, "a module of more than 400 lines"
    assert path.stem not in BANNED
    tree = ast.parse(source)
    if source.strip():
        assert ast.get_docstring(tree), "a module without a docstring"
    long = [f.name for f in functions(tree) if f.end_lineno is not None and f.end_lineno - f.lineno >= 60]
    assert long == [], "functions of more than 60 lines"
    bare = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) and _is_broad(node)]
    assert bare == [] or path.parent.name == "cli", "a broad except outside the command line's top"


def _is_broad(handler: ast.ExceptHandler) -> bool:
    """`except:`, `except Exception`; not one that cleans up and raises again."""
    if any(isinstance(node, ast.Raise) and node.exc is None for node in handler.body):
        return False
    return handler.type is None or (isinstance(handler.type, ast.Name) and handler.type.id in ("Exception", "BaseException"))


def test_the_pack_is_data_only() -> None:
    assert list((ROOT / "src" / "didar" / "packs").rglob("*.py")) == []


def test_the_pipeline_is_short() -> None:
    lines = (ROOT / "src" / "didar" / "pipeline.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 150


def test_no_clock_and_no_chance_below_the_store() -> None:
    """A reading is a pure function of article and pack."""
    rooms = ("clean", "analyse", "mention", "frame", "refer", "assemble")
    wrong = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in MODULES
        if path.parent.name in rooms or path.stem == "pipeline"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(r"\b(today\(|now\(|time\.time|import random|urlopen|open\()", line)
    ]
    assert wrong == []
