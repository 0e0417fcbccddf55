"""Who may depend on whom, read from the source: the rules that keep the parts apart."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from click import Command, Group

from bot.settings import Settings
from knowledge.__main__ import main as knowledge_command

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(path for package in ("knowledge", "bot") for path in (ROOT / package).rglob("*.py"))
SQL = re.compile(
    r"\b(SELECT\b.+\bFROM|INSERT (OR \w+ )?INTO|UPDATE \S+ SET|DELETE FROM"
    r"|CREATE (TABLE|INDEX)|ALTER TABLE|PRAGMA)\b",
    re.DOTALL,
)


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> tuple[tuple[str, str], ...]:
    """Return (module, name) for each import, relative ones made whole; name is "" for a plain import."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[str, str]]:
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((module, alias.name) for alias in node.names)


def importers(wanted: str) -> set[str]:
    """Return the modules that import the package `wanted` or something in it."""
    return {
        where(path)
        for path in MODULES
        for module, _ in imports(path)
        if f"{module}.".startswith(f"{wanted}.")
    }


def test_knowledge_knows_no_bot_and_no_telegram() -> None:
    for package in ("bot", "telegram", "tornado", "aiohttp", "pydantic_settings"):
        assert [path for path in importers(package) if path.startswith("knowledge/")] == []


def test_knowledge_has_no_network_clock_or_environment() -> None:
    for package in ("socket", "http", "urllib", "asyncio", "time"):
        assert [path for path in importers(package) if path.startswith("knowledge/")] == []
    clock = re.compile(r"\b(datetime|date|dt\.datetime|dt\.date)\.(now|today|utcnow)\(")
    assert [
        where(p) for p in MODULES if where(p).startswith("knowledge/") and clock.search(p.read_text())
    ] == []


def test_chance_is_an_argument_in_knowledge() -> None:
    """A module may use `random.Random(seed)`, never the shared generator."""
    for path in MODULES:
        if where(path).startswith("knowledge/"):
            names = {name for module, name in imports(path) if module in ("random", "secrets", "uuid")}
            assert names <= {"", "Random"}, where(path)
            assert not re.search(r"\brandom\.(?!Random\b)\w+\(", path.read_text()), where(path)


def test_the_bot_uses_only_the_surface_of_knowledge() -> None:
    inner = {
        (where(path), module)
        for path in MODULES
        if where(path).startswith("bot/")
        for module, _ in imports(path)
        if module.startswith("knowledge.")
    }
    assert inner == set()


def test_telegram_is_imported_only_in_the_bot() -> None:
    assert all(path.startswith("bot/") for path in importers("telegram"))


def test_the_playground_imports_none_of_the_bots_handlers() -> None:
    for path in MODULES:
        if where(path).startswith("bot/playground/"):
            assert not any(f"{module}.{name}".startswith("bot.handlers") for module, name in imports(path)), (
                path
            )


def test_rapidfuzz_is_imported_in_one_module() -> None:
    assert importers("rapidfuzz") == {"knowledge/understanding/fuzzy.py"}


def test_sql_stands_in_two_folders() -> None:
    found = set()
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value):
                found.add(where(path))
    assert {path for path in found if not path.startswith(("knowledge/base/", "bot/state/"))} == set()


def test_the_environment_is_read_in_one_module() -> None:
    found = set()
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv", "environb"):
                found.add(where(path))
        found |= {where(path) for _, name in imports(path) if name in ("environ", "getenv")}
    assert found <= {"bot/settings.py"}


def test_understanding_reads_no_rows_and_writes_no_answers() -> None:
    """The steps before the rows know nothing of the steps after them."""
    for path in MODULES:
        if where(path).startswith("knowledge/understanding/"):
            for module, _ in imports(path):
                assert not module.startswith(("knowledge.answers", "knowledge.quiz", "knowledge.base")), (
                    where(path)
                )


def test_every_module_says_what_it_is_for() -> None:
    assert [where(p) for p in MODULES if p.read_text().strip() and not ast.get_docstring(tree(p))] == []


def test_every_setting_stands_in_the_example_with_its_comment() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    shown = {line.partition("=")[0]: at for at, line in enumerate(lines) if re.match(r"[A-Z_]+=", line)}
    assert set(shown) == {name.upper() for name in Settings.model_fields}
    assert [name for name, at in shown.items() if not lines[at - 1].startswith("#")] == []


def readme() -> str:
    path = ROOT / "README.md"
    if not path.exists():
        pytest.skip("README.md is not written yet")
    return path.read_text(encoding="utf-8")


def targets() -> list[str]:
    return re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("target", targets())
def test_every_make_target_is_in_the_readme(target: str) -> None:
    assert f"make {target}" in readme()


def commands(command: Command, path: str) -> Iterator[str]:
    if isinstance(command, Group):
        for name, inner in command.commands.items():
            yield from commands(inner, f"{path} {name}")
    else:
        yield path


@pytest.mark.parametrize("command", list(commands(knowledge_command, "python -m knowledge")))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert command.removeprefix("python -m ") in readme()


def test_every_command_has_help() -> None:
    assert isinstance(knowledge_command, Group)
    assert [name for name, command in knowledge_command.commands.items() if not command.help] == []


def test_shipped_words_are_no_python() -> None:
    """The data folders hold no code, so that nobody who writes words can run a program."""
    assert [p for p in (ROOT / "knowledge" / "data").rglob("*") if p.is_file() and p.suffix != ".toml"] == []
