from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from knowledge.base.rows import StoredRows, stored_rows
from knowledge.quiz.making import QuizMaker

ARTICLES = Path(__file__).resolve().parents[2] / "knowledge" / "data" / "articles"


@pytest.fixture(scope="session")
def rows(shipped_base: Path) -> StoredRows:
    """Read back the shipped articles from a real file."""
    return stored_rows(shipped_base)


@pytest.fixture(scope="session")
def makers(rows: StoredRows) -> dict[str, QuizMaker]:
    return {language: QuizMaker(rows, language) for language in ("en", "it")}


@pytest.fixture(scope="session")
def articles() -> dict[str, dict[str, dict[str, Any]]]:
    """Read the rows from the files without the program: part -> id -> row."""
    found: dict[str, dict[str, dict[str, Any]]] = {"match": {}, "event": {}, "fact": {}}
    for path in sorted(ARTICLES.glob("*.toml")):
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        for part, by_id in found.items():
            by_id.update({row["id"]: row for row in raw.get(part, [])})
    return found
