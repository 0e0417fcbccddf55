"""The records that travel between the steps, and to whoever calls `Knowledge`. All are frozen."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

Language = Literal["en", "it"]
LANGUAGES: tuple[Language, ...] = ("en", "it")

Kind = Literal["answer", "choice", "not_understood", "missing_detail", "unknown_name", "no_fact", "talk"]
"""What a reply is: an answer, a choice between readings, one of the four kinds of no, or small talk."""


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

    `spoken` are the people whom the answer named; `earlier` is the turn before
    another subject came up. `reply` is what was answered, "" after a no; `values`
    are the names that it was asked for, and `whole` tells that there are no others.

    `to_json` and `from_json` carry it through a database; unknown or broken text gives an empty context.
    """

    question: str = ""
    language: str | None = None
    match: str | None = None
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    source: str | None = None
    matches: tuple[str, ...] = ()
    paragraph: int | None = None
    spoken: tuple[str, ...] = ()
    reply: str = ""
    values: tuple[str, ...] = ()
    whole: bool = False
    earlier: Context | None = None

    def to_json(self) -> str:
        """Return the context as one line of JSON."""
        told = {name: getattr(self, name) for name in self.__slots__}
        if self.earlier:
            told["earlier"] = json.loads(replace(self.earlier, earlier=None).to_json())
        return json.dumps(told, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str | None) -> Context:
        """Read what `to_json` wrote; anything else gives `Context()`."""
        try:
            raw = json.loads(text or "{}")
            lists = {"people", "names", "entries", "matches", "spoken", "values"}
            before = raw.pop("earlier", None)
            found: dict[str, Any] = {k: tuple(map(str, v)) if k in lists else v for k, v in raw.items()}
            earlier = cls.from_json(json.dumps({**before, "earlier": None})) if before else None
            context = cls(**found, earlier=earlier)
        except (ValueError, TypeError, AttributeError):
            return cls()
        texts = (
            context.question,
            context.language or "",
            context.match or "",
            context.source or "",
            context.reply,
        )
        told_in = isinstance(context.paragraph, int | None)
        return context if told_in and all(isinstance(t, str) for t in texts) else cls()


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


@dataclass(frozen=True, slots=True)
class Name:
    """A person, club, competition, place, publisher or work, and how replies write it per language."""

    id: str
    kind: str
    display: dict[str, str]
    article: dict[str, str]
    gender: str
    number: str
    town: str | None
    stadium: str | None
    nationality: str | None
    aliases: tuple[str, ...]
    demonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Match:
    """A stored match: what a question's scope is compared with. `year` is set where only that is known.

    `coached` pairs each coach with his team, `kept` each goalkeeper.
    """

    id: str
    source: str
    home: str
    away: str
    date: str | None
    year: int | None
    season: str | None
    score: tuple[int, int] | None
    names: frozenset[str]
    coaches: frozenset[str]
    rows: int = 0
    stage: str | None = None
    coached: tuple[tuple[str, str], ...] = ()
    kept: tuple[tuple[str, str], ...] = ()

    @cached_property
    def month(self) -> int | None:
        """Month of play, 1-12."""
        return int(self.date[5:7]) if self.date else None

    @cached_property
    def years(self) -> frozenset[int]:
        """Calendar years that mean this match."""
        if self.date:
            return frozenset({int(self.date[:4])})
        return frozenset({self.year}) if self.year else frozenset()

    def goals_of(self, club: str) -> tuple[int, int]:
        """Return the goals of one of its sides and those of the other, none where the score is not told."""
        home, away = self.score or (0, 0)
        return (home, away) if club == self.home else (away, home)

    @cached_property
    def winner(self) -> str:
        """The side that scored more, "" for a draw or where the score is not told."""
        home, away = self.score or (0, 0)
        return self.home if home > away else self.away if away > home else ""

    @cached_property
    def loser(self) -> str:
        """The side that scored less, "" for a draw or where the score is not told."""
        return {self.home: self.away, self.away: self.home}.get(self.winner, "")

    @cached_property
    def posts(self) -> frozenset[str]:
        """Its coaches and goalkeepers."""
        return self.coaches | {keeper for keeper, _ in self.kept}


Polarity = Literal["open", "yes", "no", "signal"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A stored question, and whether the row answers it openly, with yes or with no.

    A "signal" is a word that by itself shows a subject no article tells of.
    """

    text: str
    language: str
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be answered: a field of a match or event, or a fact, with all its stored questions.

    `names` are all it speaks of; `core` those of which a question about people must name one; `values` are the
    ids, figures or words that answer. `kinds` are the kinds of question it can answer. `team` is the side that
    the value belongs to. `text` is the whole sentence and `item` the short form for lists, per language.
    `places` tells of each feature which of the `samples` hold it, none where only the sentence has it; `features` are
    those of questions that the row does not deny, `weak` all others. `tells` are rows whose questions the sentence
    answers, too; `paragraph` is that of the article, counted from 1.
    """

    id: str
    row: str
    intent: str
    source: str
    match: str | None
    kinds: frozenset[str]
    names: frozenset[str]
    core: frozenset[str]
    values: frozenset[str]
    team: str | None
    numbers: frozenset[int]
    tokens: frozenset[str]
    text: dict[str, str]
    item: dict[str, str]
    features: frozenset[str]
    weak: frozenset[str]
    samples: Sequence[Sample]
    places: Mapping[str, Sequence[int]]
    as_of: str | None = None
    many: bool = True
    absent: bool = False
    speaker: str | None = None
    own_kinds: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    tells: frozenset[str] = frozenset()
    paragraph: int | None = None
