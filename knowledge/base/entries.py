"""Rows to entries: every field of a match or event and every fact, each with its stored questions.

An intent is a family of stored questions: its phrases are filled from each row, so that rows and facts are
matched by the same code, and a fact can be answered the moment it stands in a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from knowledge.models import Entry, Match, Name, Sample
from knowledge.understanding.index import SENTENCE
from knowledge.understanding.names import Gazetteer
from knowledge.understanding.prepared_row import TOLD_IN_TEXT
from knowledge.understanding.reading import SPEECH, Reading

from .drafts import Draft
from .samples import SampleReader, sample_features, scope_tokens
from .schema import Both, MatchPart


class Compiler:
    """Turns drafts into entries, with the names of the base that is being built; `samples` reads their questions."""

    def __init__(
        self, names: Mapping[str, Name], samples: SampleReader, writers: Mapping[str, str] | None = None
    ) -> None:
        """`writers` are author and publisher of each article, who may be named in questions about its rows."""
        self.names = names
        self.samples = samples
        self.readers = samples.readers
        self.writers = {
            source: self.readers["en"].read(written, mend=False).ids
            for source, written in (writers or {}).items()
        }
        self.gazetteer = Gazetteer(names.values(), {}, {})

    def finish(self, draft: Draft) -> Entry:
        """Read the draft's questions and sentence, and collect its features, figures and scope tokens."""
        samples: list[Sample] = []
        places: dict[str, list[int]] = {}
        kinds = set(draft.kinds)
        features: set[str] = set()
        denied: set[str] = set()
        tokens: set[str] = set(draft.tokens)
        numbers: set[int] = {draft.minute} if draft.minute else set()
        names = set(draft.names) | self.writers.get(draft.source, frozenset())
        refused: set[str] = set()
        for language, texts in draft.questions.items():
            for text, polarity in texts:
                reading, found = self.samples.add(text, language, polarity, samples, places)
                if polarity == "no":
                    denied |= found
                    _collect(reading, refused, numbers)
                    refused |= _certain(reading)
                    continue
                features |= found
                if polarity == "open":
                    kinds |= reading.kinds - ({"statement"} if SENTENCE in draft.tokens else set())
                _collect(reading, tokens, numbers)
                names |= _certain(reading) if draft.intent.startswith("fact.") else set()
        weak = set(denied)
        told: set[str] = set()
        english: Reading | None = None
        for language, text in draft.text.items():
            if draft.intent == "match.summary":  # it touches on everything: only its questions reach it
                break
            reading = self.readers[language].read(text, mend=False)
            english = reading if language == "en" else english
            told |= sample_features(reading)
            _collect(reading, tokens, numbers)
            names |= _certain(reading) if draft.intent.startswith("fact.") else set()
        values = {_value_key(v) for v in draft.values}
        for value in draft.values:
            if isinstance(value, int):
                numbers.add(value)
        names |= {v for v in values if v in self.names}
        weak |= told
        for feature in sorted(weak - places.keys()):
            places[feature] = []
        for feature in sorted(denied & told - features):
            places[TOLD_IN_TEXT + feature] = []
        refused -= names | tokens
        if draft.intent.startswith("fact."):
            names |= refused & self.names.keys()
            tokens |= refused - self.names.keys()
        else:
            refused.clear()
        for name in list(names) if draft.intent.startswith("fact.") else ():
            if name in self.names and self.names[name].town:
                names.add(self.names[name].town or "")
        return Entry(
            id=draft.id,
            row=draft.row,
            intent=draft.intent,
            source=draft.source,
            match=draft.match,
            kinds=frozenset(kinds),
            names=frozenset(names),
            core=draft.core,
            values=frozenset(values),
            team=draft.team,
            numbers=frozenset(numbers),
            tokens=frozenset(tokens),
            text=draft.text,
            item=draft.item,
            features=frozenset(features),
            weak=frozenset(weak - features),
            samples=tuple(samples),
            places=places,
            as_of=draft.as_of,
            many=draft.many,
            speaker=draft.speaker or self._speaker(draft, english),
            own_kinds=draft.kinds,
            denied=frozenset(refused),
            tells=draft.tells,
            paragraph=draft.paragraph,
        )

    def _speaker(self, draft: Draft, reading: Reading | None) -> str | None:
        """Return who speaks in a statement: the first person that its English sentence, as read, names."""
        if reading is None:
            return None
        if "statement" not in draft.kinds and not SPEECH & set(reading.features):
            return None
        people = [p for hit in reading.names for p in self.gazetteer.people(hit.ids)]
        return people[0] if people else None


def _certain(reading: Reading) -> frozenset[str]:
    """Return the names that can mean one only: "nerazzurri" in a question does not make a row tell of both sides."""
    return frozenset(i for hit in reading.names if len(hit.ids) == 1 for i in hit.ids)


def _collect(reading: Reading, tokens: set[str], numbers: set[int]) -> None:
    scope = reading.scope
    numbers.update(scope.numbers, scope.minutes)
    tokens.update(scope_tokens(reading))


def _value_key(value: Any) -> str:
    if isinstance(value, Both):
        return (value.en or value.it or "").casefold()
    return str(value)


def match_record(part: MatchPart, source: str, names: Mapping[str, Name], rows: int) -> Match:
    """Make the record that scopes are compared with; `names` closes it over venue, town and coaches."""
    closure = {part.home, part.away, *part.coaches.values(), *part.goalkeepers.values()}
    closure |= {i for i in (part.competition, part.venue) if i}
    towns = {names[i].town for i in closure if i in names and names[i].kind == "place"}
    home = names.get(part.home)
    if part.venue is None and home and home.town and part.stage != "final":
        towns.add(home.town)
    if part.venue and home and home.stadium == part.venue and home.town:
        towns.add(home.town)
    date = part.date.isoformat() if part.date else None
    return Match(
        part.id,
        source,
        part.home,
        part.away,
        date,
        part.year,
        part.season,
        part.score,
        frozenset(closure | {t for t in towns if t}),
        frozenset(part.coaches.values()),
        rows,
        part.stage,
        tuple((coach, team) for team, coach in part.coaches.items()),
        tuple((keeper, team) for team, keeper in part.goalkeepers.items()),
    )
