"""Reading the input files: every mistake becomes a line with file, place and remedy, never a traceback."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from ..models import LANGUAGES, Mistake
from .schema import AmendmentsFile, ArticleFile, AskedFile, AskedPart, ClashPart, NameFile, NamePart, places_of

SHIPPED = Path(__file__).resolve().parent.parent / "data"
LARGEST = 4_000_000
"""Bytes; the longest article file we ship has under 200,000, so anything above 4 MB is no article file."""

FileModel = TypeVar("FileModel", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that the build reads: names, articles and amendments, each with the file it came from."""

    names: tuple[tuple[str, NamePart], ...] = ()
    clashes: tuple[tuple[str, ClashPart], ...] = ()
    articles: tuple[tuple[str, ArticleFile], ...] = ()
    amendments: AmendmentsFile = field(default_factory=AmendmentsFile)
    texts: dict[str, str] = field(default_factory=dict)
    asked: dict[str, dict[str, AskedPart]] = field(default_factory=dict)


def read_inputs(data_dir: Path | None) -> tuple[Inputs, list[Mistake]]:
    """Read the shipped files and those of `data_dir` (articles/, names/, amendments.toml), if given."""
    mistakes: list[Mistake] = []
    texts: dict[str, str] = {}
    names: list[tuple[str, NamePart]] = []
    clashes: list[tuple[str, ClashPart]] = []
    articles: list[tuple[str, ArticleFile]] = []
    roots = [SHIPPED] + ([data_dir] if data_dir and data_dir.is_dir() else [])
    for root in roots:
        for path in _files(root / "names"):
            shown = _shown(path, root)
            parsed = _read(path, shown, NameFile, texts, mistakes)
            if parsed:
                names += [(shown, part) for part in parsed.name]
                clashes += [(shown, part) for part in parsed.clash]
        for path in _files(root / "articles"):
            shown = _shown(path, root)
            article = _read(path, shown, ArticleFile, texts, mistakes)
            if article:
                articles.append((shown, article))
    asked = {language: _asked(language, texts, mistakes) for language in LANGUAGES}
    amendments = None
    if data_dir and (data_dir / "amendments.toml").exists():
        amendments = _read(data_dir / "amendments.toml", "amendments.toml", AmendmentsFile, texts, mistakes)
    inputs = Inputs(
        tuple(names), tuple(clashes), tuple(articles), amendments or AmendmentsFile(), dict(sorted(texts.items())), asked
    )
    return inputs, mistakes


def _asked(language: str, texts: dict[str, str], mistakes: list[Mistake]) -> dict[str, AskedPart]:
    """Read the further sample questions of `language`, by the id of their row."""
    found: dict[str, AskedPart] = {}
    for path in _files(SHIPPED / language / "asked"):
        parsed = _read(path, _shown(path, SHIPPED), AskedFile, texts, mistakes)
        found.update(parsed.root if parsed else {})
    return found


def parse_article(text: str, shown: str) -> tuple[ArticleFile | None, list[Mistake]]:
    """Check the text of one article file; `shown` is how mistakes name it."""
    mistakes: list[Mistake] = []
    return _validate(text, shown, ArticleFile, mistakes), mistakes


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def _shown(path: Path, root: Path) -> str:
    return str(path.relative_to(root)) if root == SHIPPED else f"{root.name}/{path.relative_to(root)}"


def _read(
    path: Path, shown: str, model: type[FileModel], texts: dict[str, str], mistakes: list[Mistake]
) -> FileModel | None:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            mistakes.append(Mistake(shown, "", f"is {size:,} bytes; split it, {LARGEST:,} is the most"))
            return None
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        mistakes.append(Mistake(shown, f"byte {error.start}", "is not UTF-8; save the file as UTF-8"))
        return None
    except IsADirectoryError:
        mistakes.append(Mistake(shown, "", "is a directory; write a file there or rename the directory"))
        return None
    except OSError as error:
        mistakes.append(Mistake(shown, "", f"cannot be read: {error.strerror}; check its permissions"))
        return None
    texts[shown] = text
    return _validate(text, shown, model, mistakes)


def _validate(text: str, shown: str, model: type[FileModel], mistakes: list[Mistake]) -> FileModel | None:
    if not text.strip():
        mistakes.append(Mistake(shown, "", "is empty; write a [source] and its facts, or delete the file"))
        return None
    try:
        raw = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        mistakes.append(Mistake(shown, "", f"is not valid TOML: {error}; correct the line it names"))
        return None
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        seen = set()
        for problem in error.errors(include_url=False):
            place = places_of(problem["loc"], raw)
            message = f"{problem['msg'][:1].lower()}{problem['msg'][1:]}"
            if problem["type"] == "extra_forbidden":
                message = "unknown key; correct its spelling or remove it"
            elif problem["type"] == "missing":
                message = "is missing; add it"
            else:
                message += f" (found {str(problem.get('input'))[:60]!r})"
            if (place, message) not in seen:
                seen.add((place, message))
                mistakes.append(Mistake(shown, place, message))
        return None
