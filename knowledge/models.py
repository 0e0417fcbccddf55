"""The records that travel between the steps, and to whoever calls `Knowledge`. All are frozen."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Literal

Language = Literal["en", "it"]
LANGUAGES: tuple[Language, ...] = ("en", "it")

Kind = Literal["answer", "choice", "not_understood", "missing_detail", "unknown_name", "no_fact"]
"""What a reply is: an answer, a choice between readings, or one of the four kinds of no."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article that was read: `label` is how a reply names it, per language."""

    id: str
    title: str
    label: dict[str, str]
    published: str | None
    publisher: str | None
    author: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to tap: `label` is shown, `question` is what is asked when it is tapped."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Context:
    """What a follow-up needs of the turn before. The caller keeps it; `Context()` starts anew.

    `to_json` and `from_json` carry it through a database; unknown or broken text gives an empty context.
    """

    question: str = ""
    language: str | None = None
    match: str | None = None
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the context as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str | None) -> Context:
        """Read what `to_json` wrote; anything else gives `Context()`."""
        try:
            raw = json.loads(text or "{}")
            return cls(**{k: tuple(v) if isinstance(v, list) else v for k, v in raw.items()})
        except (ValueError, TypeError, AttributeError):
            return cls()


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply: plain text without markup, in `language`.

    `source_line` is the small last line ("" for a no). `suggestions` are near questions, the choices of a
    choice, or the other match. `picture` names what suits the answer ("match:<id>", "run:<id>") or is None.
    `rows` are the ids of the stored rows that the text stands on.
    """

    kind: Kind
    text: str
    language: Language
    source_line: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    picture: str | None = None
    rows: tuple[str, ...] = ()
    reason: str = ""
    context: Context = field(default_factory=Context)


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong in a file: where, what, and what to write instead. `warning` does not stop a build."""

    file: str
    place: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        place = f", {self.place}" if self.place else ""
        return f"{self.file}{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of `build` or `check`: mistakes, counts, and the ids that came, changed and went."""

    mistakes: tuple[Mistake, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing but warnings was found."""
        return all(m.warning for m in self.mistakes)


@dataclass(frozen=True, slots=True)
class MatchSummary:
    """One stored match for a list: `label` such as "Atalanta 0-1 Inter, 28 December 2025"."""

    id: str
    label: str
    question: str
