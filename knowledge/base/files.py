"""Reading the input files: every mistake becomes a line with file, place and remedy, never a traceback."""

from __future__ import annotations

import re
import stat
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ValidationError

from knowledge.models import LANGUAGES, Mistake

from .problems import problems_of
from .schema import AmendmentsFile, ArticleFile, AskedFile, AskedPart, ClashPart, NameFile, NamePart

SHIPPED = Path(__file__).resolve().parent.parent / "data"
LARGEST = 4_000_000
"""Bytes; the longest article file we ship has under 300,000, so anything above 4 MB is no article file."""

AMENDMENTS = "amendments.toml"
FileModel = TypeVar("FileModel", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file that was read: how mistakes name it, whose it is, its path under that root, and its text."""

    shown: str
    origin: Literal["shipped", "added"]
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that the build reads: names, articles and amendments, each with the file it came from."""

    names: tuple[tuple[str, NamePart], ...] = ()
    clashes: tuple[tuple[str, ClashPart], ...] = ()
    articles: tuple[tuple[str, ArticleFile], ...] = ()
    amendments: AmendmentsFile = field(default_factory=AmendmentsFile)
    files: tuple[InputFile, ...] = ()
    asked: dict[str, dict[str, AskedPart]] = field(default_factory=dict)
    asked_in: dict[tuple[str, str], str] = field(default_factory=dict)


def read_inputs(data_dir: Path | None, shipped: Path = SHIPPED) -> tuple[Inputs, list[Mistake]]:
    """Read the files of `shipped` and those of `data_dir` (articles/, names/, amendments.toml), if given."""
    reader = _FolderReader()
    reader.read(shipped, "shipped")
    if data_dir and data_dir.is_dir():
        reader.read(data_dir, "added")
    elif data_dir and data_dir.exists():
        reader.mistakes.append(Mistake(data_dir.name, "", "is a file; name the folder that holds articles/"))
    return reader.inputs(), reader.mistakes


def parse_article(text: str, shown: str) -> tuple[ArticleFile | None, list[Mistake]]:
    """Check the text of one article file; `shown` is how mistakes name it."""
    mistakes: list[Mistake] = []
    return validated(text, shown, ArticleFile, mistakes), mistakes


class _FolderReader:
    """Collects the files of one folder after the other, and what is wrong with them."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []
        self._files: list[InputFile] = []
        self._names: list[tuple[str, NamePart]] = []
        self._clashes: list[tuple[str, ClashPart]] = []
        self._articles: list[tuple[str, ArticleFile]] = []
        self._amendments = AmendmentsFile()
        self._asked: dict[str, dict[str, AskedPart]] = {language: {} for language in LANGUAGES}
        self._asked_in: dict[tuple[str, str], str] = {}

    def inputs(self) -> Inputs:
        """Return all that was read."""
        return Inputs(
            tuple(self._names),
            tuple(self._clashes),
            tuple(self._articles),
            self._amendments,
            tuple(sorted(self._files, key=lambda f: f.shown)),
            self._asked,
            self._asked_in,
        )

    def read(self, root: Path, origin: Literal["shipped", "added"]) -> None:
        """Read the input files of `root`."""
        for path in self._toml_files(root, root / "names", origin):
            if parsed := self._parsed(root, path, origin, NameFile):
                self._names += [(_shown(root, path, origin), part) for part in parsed.name]
                self._clashes += [(_shown(root, path, origin), part) for part in parsed.clash]
        for path in self._toml_files(root, root / "articles", origin):
            if article := self._parsed(root, path, origin, ArticleFile):
                self._articles.append((_shown(root, path, origin), article))
        if origin == "shipped":
            self._read_asked(root)
        elif (root / AMENDMENTS).exists():
            self._amendments = (
                self._parsed(root, root / AMENDMENTS, origin, AmendmentsFile) or self._amendments
            )

    def _read_asked(self, root: Path) -> None:
        """Read the further sample questions of each language, by the id of their row."""
        for language in LANGUAGES:
            for path in self._toml_files(root, root / language / "asked", "shipped"):
                parsed = self._parsed(root, path, "shipped", AskedFile)
                shown = _shown(root, path, "shipped")
                for id_, part in (parsed.root if parsed else {}).items():
                    self._asked_in.setdefault((language, id_), shown)
                    before = self._asked[language].get(id_, AskedPart())
                    self._asked[language][id_] = AskedPart(
                        ask=[*before.ask, *part.ask], yes=[*before.yes, *part.yes], no=[*before.no, *part.no]
                    )

    def _toml_files(self, root: Path, folder: Path, origin: str) -> list[Path]:
        """Return the TOML files of `folder` in the order of their names; none where it does not exist."""
        try:
            return sorted(path for path in folder.iterdir() if path.name.endswith(".toml"))
        except FileNotFoundError:
            return []
        except NotADirectoryError:
            message = "is a file; make it a folder of .toml files"
        except OSError as error:
            message = f"cannot be listed: {error.strerror}; check its permissions"
        self.mistakes.append(Mistake(_shown(root, folder, origin), "", message))
        return []

    def _parsed(
        self, root: Path, path: Path, origin: Literal["shipped", "added"], model: type[FileModel]
    ) -> FileModel | None:
        shown = _shown(root, path, origin)
        text = read_text(path, shown, self.mistakes)
        if text is None:
            return None
        self._files.append(InputFile(shown, origin, path.relative_to(root).as_posix(), text))
        return validated(text, shown, model, self.mistakes)


def _shown(root: Path, path: Path, origin: str) -> str:
    """Return how mistakes name a file, on one line; added ones stand below the data folder's name."""
    inside = path.relative_to(root).as_posix()
    shown = inside if origin == "shipped" or inside == AMENDMENTS else f"{root.resolve().name}/{inside}"
    return shown if shown.isprintable() else ascii(shown)


def read_text(path: Path, shown: str, mistakes: list[Mistake]) -> str | None:
    """Return the text of `path` without a byte order mark, or None with a line added to `mistakes`."""
    message, place = "", ""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            message = "is a directory; write a file there or rename the directory"
        elif not stat.S_ISREG(status.st_mode):
            message = "is no ordinary file; write a file there"
        elif status.st_size > LARGEST:
            message = f"has {status.st_size:,} bytes; split it, {LARGEST:,} is the most"
        elif not path.name.isprintable():
            message = "has characters in its name that cannot be shown; rename it"
        else:
            return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place, message = f"byte {error.start + 1}", "is not UTF-8; save the file as UTF-8"
    except OSError as error:
        message = f"cannot be read: {error.strerror}; check its permissions"
    mistakes.append(Mistake(shown, place, message))
    return None


_TOML_PLACE = re.compile(r" \(at (line \d+, column \d+|end of document)\)$")


def parsed_toml(text: str, shown: str, mistakes: list[Mistake]) -> dict[str, object] | None:
    """Parse TOML, or return None with a line added to `mistakes`."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        mistakes.append(Mistake(shown, "", "is nested too deeply; write plain keys and lists"))
    except ValueError as error:  # beside TOMLDecodeError: whole numbers of more than 4,300 digits
        found = _TOML_PLACE.search(str(error))
        what = _TOML_PLACE.sub("", str(error)).splitlines()[0][:120]
        place = found.group(1) if found else ""
        mistakes.append(Mistake(shown, place, f"is not valid TOML: {what}; correct it there"))
    return None


def validated(text: str, shown: str, model: type[FileModel], mistakes: list[Mistake]) -> FileModel | None:
    """Check a file's text against its form, or return None with a line for each mistake."""
    if not text.strip():
        mistakes.append(Mistake(shown, "", "is empty; write its tables, or delete the file"))
        return None
    raw = parsed_toml(text, shown, mistakes)
    if raw is None:
        return None
    try:
        return model.model_validate(raw, strict=True)
    except ValidationError as error:
        mistakes += problems_of(error, raw, shown)
        return None
