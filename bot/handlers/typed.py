"""What administrators type as the value of a field, turned into what a file holds; or why it cannot be."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.articles import LINKED, PEOPLE
from bot.texts import Texts
from knowledge import LANGUAGES, Knowledge, nearest_of, resolve, topics

NOTHING = ("-", "–", "—")
"""What empties a field."""
KINDS = ("person", "club", "place", "competition")
LONGEST = 600
NEW = re.compile(r"\s*([^\W\d_]+)\s*:\s*(.{2,80})", re.DOTALL)
LISTS = ("about", "ask.en", "ask.it")
_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


class MistypedError(Exception):
    """A value that cannot stand: `key` of the sentence that says why, and the values it names."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class NewName:
    """A name that was typed with its kind because nobody knew it yet."""

    id: str
    kind: str
    shown: str


@dataclass(slots=True)
class Reader:
    """Reads typed values; `more` are names beside the stored ones (display -> id), new ones are collected."""

    knowledge: Knowledge
    texts: Texts
    more: dict[str, str] = field(default_factory=dict)
    new: list[NewName] = field(default_factory=list)

    def read(self, name: str, text: str) -> Any:
        """Return the value of the field `name`, None where it is emptied. Raises MistypedError."""
        text = text.strip()
        if text in NOTHING:
            if name in ("id", "home", "away", "title", "kind", "topic"):
                raise MistypedError("typed.needed")
            return None
        reader = _READERS.get(name)
        if reader:
            return reader(self, text)
        if name in LINKED:
            return self.name(text, "person" if name in PEOPLE else None)
        return self.words(text)

    def words(self, text: str) -> str:
        """Return one line of text."""
        text = " ".join(text.split())
        if not 2 <= len(text) <= LONGEST:
            raise MistypedError("typed.length", most=LONGEST, found=len(text))
        return text

    def name(self, text: str, kind: str | None = None) -> str:
        """Return the id of a name: stored, of the draft, or a new one typed as "person: Anna Bianchi"."""
        made = self._made(text)
        if made:
            return made
        ids, near = resolve(self.knowledge, text, self.more)
        if len(ids) > 1:
            raise MistypedError("typed.ambiguous", name=text[:80], ids=", ".join(ids))
        if not ids:
            raise MistypedError("typed.near" if near else "typed.unknown", name=text[:80], near=near or "")
        return ids[0]

    def _made(self, text: str) -> str | None:
        found = NEW.fullmatch(text)
        words = {self.texts.plain(lang, f"kinds.{kind}"): kind for kind in KINDS for lang in LANGUAGES}
        kind = words.get(found[1].lower()) if found else None
        if found is None or kind is None:
            return None
        shown = self.words(found[2])
        id_ = slug(shown)
        taken = {*self.more.values(), *(name.id for name in self.new)}
        if resolve(self.knowledge, id_)[0] or id_ in taken:
            raise MistypedError("typed.known", name=shown, id=id_)
        self.new.append(NewName(id_, kind, shown))
        return id_

    def names(self, text: str) -> list[str]:
        """Return the ids of names separated by commas."""
        parts = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
        if not parts:
            raise MistypedError("typed.needed")
        return list(dict.fromkeys(self.name(part) for part in parts))

    def topic(self, text: str) -> str:
        """Return a topic of the catalogue."""
        known = topics()
        wanted = text.lower().replace(" ", "_").replace("-", "_")
        if wanted in known:
            return wanted
        raise MistypedError("typed.topic", near=nearest_of(wanted, known) or known[0])

    def date(self, text: str) -> dt.date:
        """Return a date written as 2025-12-28 or 28/12/2025."""
        day = _DAY.fullmatch(text)
        try:
            return dt.date(int(day[3]), int(day[2]), int(day[1])) if day else dt.date.fromisoformat(text)
        except ValueError:
            raise MistypedError("typed.date") from None

    def minute(self, text: str) -> int:
        """Return a minute of play, 1-125."""
        if not text.isdigit() or not 1 <= int(text) <= 125:
            raise MistypedError("typed.minute")
        return int(text)

    def score(self, text: str) -> list[int]:
        """Return a score written as 2-1."""
        found = re.fullmatch(r"(\d{1,2})\s*[-–:]\s*(\d{1,2})", text)
        if not found:
            raise MistypedError("typed.score")
        return [int(found[1]), int(found[2])]

    def value(self, text: str) -> Any:
        """Return the value of a fact: a figure, a date, a name's id, or words in both languages."""
        if re.fullmatch(r"-?\d{1,12}", text):
            return int(text)
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) or _DAY.fullmatch(text):
            return self.date(text)
        ids, _ = resolve(self.knowledge, text, self.more)
        if len(ids) == 1:
            return ids[0]
        english, bar, italian = (part.strip() for part in text.partition("|"))
        return {"en": self.words(english), "it": self.words(italian if bar else english)}

    def questions(self, text: str) -> list[str]:
        """Return sample questions, one a line."""
        found = [self.words(line) for line in text.splitlines() if line.strip()]
        if not found or len(found) > 6:
            raise MistypedError("typed.questions")
        return found


_READERS: dict[str, Callable[[Reader, str], Any]] = {
    "about": Reader.names, "topic": Reader.topic, "date": Reader.date, "published": Reader.date,
    "minute": Reader.minute, "score": Reader.score, "half_time": Reader.score, "value": Reader.value,
    "ask.en": Reader.questions, "ask.it": Reader.questions,
}  # fmt: skip


def slug(name: str) -> str:
    """Return a name as an id: small letters and figures joined by hyphens. Raises MistypedError for none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:70].strip("-")
    if not found:
        raise MistypedError("typed.unknown", name=name[:80], near="")
    return found
