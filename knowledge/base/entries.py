"""Rows to entries: every field of a match or event and every fact, each with its stored questions.

An intent is a family of stored questions: its phrases are filled from each row, so that rows and facts are
matched by the same code, and a fact can be answered the moment it stands in a file.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.answers.wording import fill, word
from knowledge.models import LANGUAGES, Entry, Match, Name, Polarity, Sample
from knowledge.understanding.lexicon import DATA
from knowledge.understanding.names import Gazetteer
from knowledge.understanding.reading import SPEECH, Reader, Reading

from .catalogue import Catalogue
from .schema import Both, EventPart, FactPart, MatchPart, Scalar

PEOPLE = ("player", "assist", "by", "on", "off", "won_by", "fouled_by", "keeper")
BOTH_SIDES = {
    ("save", "by"),
    ("error", "player"),
    ("error", "by"),
    ("penalty", "won_by"),
    ("penalty", "fouled_by"),
    ("foul", "on"),
    ("foul", "player"),
}
"""(event kind, field) that are told of either side, so that a team in the question does not decide."""

Texts = dict[str, list[tuple[str, Polarity]]]


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before its questions are read."""

    id: str
    row: str
    intent: str
    source: str
    match: str | None
    kinds: frozenset[str]
    names: frozenset[str]
    core: frozenset[str]
    values: tuple[Any, ...]
    team: str | None
    text: dict[str, str]
    item: dict[str, str]
    questions: Texts
    minute: int | None = None
    as_of: str | None = None
    many: bool = True
    tokens: frozenset[str] = frozenset()


@cache
def phrases(language: str) -> dict[str, Any]:
    """Read the phrases of `language`: how people ask for each field."""
    loaded: dict[str, Any] = tomllib.loads((DATA / language / "phrases.toml").read_text(encoding="utf-8"))
    return loaded


def questions_of(
    family: str, field: str, slots: Mapping[str, Mapping[str, Any]], needs: str | None = None
) -> Texts:
    """Fill the phrases of an intent from a row; `slots` holds the row's values per language.

    Phrases without the slot `needs` are passed over: "who scored" does not ask for one side's scorers.
    """
    found: Texts = {}
    for language in LANGUAGES:
        group = phrases(language).get(family, {}).get(field, {})
        out: list[tuple[str, Polarity]] = []
        for key, polarity in (("phrases", "open"), ("yes", "yes"), ("no", "no")):
            for phrase in group.get(key, ()):
                if needs and not any(f"{{{needs}{end}" in phrase for end in "}:"):
                    continue
                given = {k: v for k, v in slots[language].items() if k != field}
                text = fill(phrase, given, language)
                if key != "phrases":
                    text = text or fill(phrase, slots[language], language)
                if text:
                    out.append((text, polarity))  # type: ignore[arg-type]
        found[language] = out
    return found


class Compiler:
    """Turns validated rows into entries, with the names and readers of the base that is being built."""

    def __init__(
        self,
        names: Mapping[str, Name],
        readers: Mapping[str, Reader],
        known: Catalogue,
        writers: Mapping[str, str] | None = None,
    ) -> None:
        self.names = names
        self.writers = {
            source: readers["en"].read(written, mend=False).ids for source, written in (writers or {}).items()
        }
        self.readers = readers
        self.catalogue = known
        self.gazetteer = Gazetteer(names.values(), {})

    def finish(self, draft: Draft) -> Entry:
        """Read the draft's questions and sentence, and collect its features, figures and scope tokens."""
        samples: list[Sample] = []
        kinds = set(draft.kinds)
        features: set[str] = set()
        denied: set[str] = set()
        tokens: set[str] = set(draft.tokens)
        numbers: set[int] = {draft.minute} if draft.minute else set()
        names = set(draft.names) | self.writers.get(draft.source, frozenset())
        for language, texts in draft.questions.items():
            for text, polarity in texts:
                reading = self.readers[language].read(text, mend=False)
                found = sample_features(reading)
                samples.append(Sample(text, language, polarity, found))
                if polarity == "no":
                    denied |= found
                else:
                    features |= found
                if polarity == "open":
                    kinds |= reading.kinds
                _collect(reading, tokens, numbers)
                names |= _certain(reading) if draft.intent.startswith("fact.") else set()
        weak = set(denied)
        for language, text in draft.text.items():
            if draft.intent == "match.summary":  # it touches on everything: only its questions reach it
                break
            reading = self.readers[language].read(text, mend=False)
            weak |= sample_features(reading)
            _collect(reading, tokens, numbers)
            names |= _certain(reading) if draft.intent.startswith("fact.") else set()
        values = {_value_key(v) for v in draft.values}
        for value in draft.values:
            if isinstance(value, int):
                numbers.add(value)
        names |= {v for v in values if v in self.names}
        for name in list(names):
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
            as_of=draft.as_of,
            many=draft.many,
            speaker=self._speaker(draft),
            own_kinds=draft.kinds,
        )

    def _speaker(self, draft: Draft) -> str | None:
        """Return who speaks in a statement: the first person that its English sentence names."""
        reading = self.readers["en"].read(draft.text.get("en", ""), mend=False)
        if "statement" not in draft.kinds and not SPEECH & set(reading.features):
            return None
        people = [p for hit in reading.names for p in self.gazetteer.people(hit.ids)]
        return people[0] if people else None

    def fact(self, fact: FactPart, source: str, matches: Mapping[str, Match]) -> Draft:
        """Draft the entry of a fact."""
        match = next((i for i in fact.about if i in matches), None)
        values = (
            fact.value if isinstance(fact.value, list) else [fact.value] if fact.value is not None else []
        )
        kinds = {self._kind(v, fact.topic) for v in values} or {self.catalogue.topics.get(fact.topic, "name")}
        questions: Texts = {}
        for language in LANGUAGES:
            rows = [(t, "open") for t in fact.ask.get(language)]
            rows += [(t, "yes") for t in fact.yes.get(language)] + [(t, "no") for t in fact.no.get(language)]
            questions[language] = rows  # type: ignore[assignment]
        names = {i for i in fact.about if i not in matches}
        if match:
            names |= matches[match].names
        text = {k: v for k, v in (("en", fact.en or fact.it), ("it", fact.it or fact.en)) if v}
        return Draft(
            id=fact.id,
            row=fact.id,
            intent=f"fact.{fact.topic}",
            source=fact.source or source,
            match=match,
            kinds=frozenset(kinds),
            names=frozenset(names),
            core=frozenset(),
            values=tuple(values),
            team=fact.team,
            text=text,
            item={lang: self._item(values, lang) or text.get(lang, "") for lang in LANGUAGES},
            questions=questions,
            as_of=fact.as_of.isoformat() if fact.as_of else None,
            many=fact.topic in self.catalogue.many,
        )

    def _kind(self, value: Scalar, topic: str) -> str:
        """Return the kind of a fact's value: by its type, and by its topic where the type leaves it open."""
        expected = self.catalogue.topics.get(topic, "name")
        if isinstance(value, bool):
            return "yes_no"
        if isinstance(value, dt.date):
            return "date"
        if isinstance(value, int | float):
            return (
                expected if expected in ("minute", "year") else "year" if 1900 <= value <= 2100 else "count"
            )
        if isinstance(value, str):
            return (
                self.names[value].kind if value in self.names else "year" if value[:4].isdigit() else "name"
            )
        return expected if expected in ("statement", "reason", "manner", "name") else "manner"

    def _item(self, values: Iterable[Scalar], language: str) -> str:
        from knowledge.answers.grammar import say
        from knowledge.answers.wording import join

        shown = []
        for value in values:
            if isinstance(value, Both):
                shown.append(value.get(language) or "")
            else:
                shown.append(say(self.names.get(str(value), value), "", language))
        return join([s for s in shown if s], language)

    def event(
        self,
        event: EventPart,
        match: Match,
        source: str,
        bystanders: frozenset[str] = frozenset(),
        stood: tuple[int, int] | None = None,
    ) -> Iterator[Draft]:
        """Draft an entry for each field of `event` that is stored, and one for what happened.

        `bystanders` are the people of the events that it led to or came from: a question may name them. `stood` is
        the score that the event made, home goals first.
        """
        fields = self.catalogue.events.get(event.kind, {})
        people = {p for p in (getattr(event, f) for f in PEOPLE) if p}
        team = event.team
        tokens = _half_of(event) | ({"made:" + "-".join(map(str, sorted(stood)))} if stood else set())
        slots: dict[str, dict[str, Any]] = {lang: self._slots(event, match, lang) for lang in LANGUAGES}
        sentence = {k: v for k, v in (("en", event.en or event.it), ("it", event.it or event.en)) if v}
        for field, kind in fields.items():
            value = getattr(event, field, None)
            if field == "how":
                value = value or event.kind
            if value is None:
                continue
            text: dict[str, str] = {
                lang: self._text(event, field, slots[lang], lang) or sentence[lang] for lang in LANGUAGES
            }
            core = people - {value} | bystanders if field == "player" else {event.player or ""} - {""}
            shown: dict[str, str] = {lang: self._shown(event, field, value, lang) for lang in LANGUAGES}
            yield Draft(
                id=f"{event.id}:{field}",
                row=event.id,
                intent=f"{event.kind}.{field}",
                source=source,
                match=event.match,
                kinds=frozenset({kind}),
                names=frozenset(people | match.names | bystanders),
                core=frozenset(core),
                values=(value,),
                text=text,
                item=shown,
                minute=event.minute,
                team=None if (event.kind, field) in BOTH_SIDES else team,
                questions=questions_of(event.kind, field, slots),
                tokens=frozenset(tokens),
            )
        questions: Texts = {}
        for language in LANGUAGES:
            extra: list[tuple[str, Polarity]] = [(t, "open") for t in event.ask.get(language)]
            extra += [(t, "yes") for t in event.yes.get(language)] + [
                (t, "no") for t in event.no.get(language)
            ]
            questions[language] = extra + questions_of("event", "what", slots)[language]
        yield Draft(
            id=f"{event.id}:what",
            row=event.id,
            intent=f"{event.kind}.what",
            source=source,
            match=event.match,
            kinds=frozenset({"manner"}),
            names=frozenset(people | match.names | bystanders),
            core=frozenset(),
            values=(event.id,),
            team=None,
            text=sentence,
            item=sentence,
            questions=questions,
            minute=event.minute,
            tokens=frozenset(tokens),
        )

    def _slots(self, event: EventPart, match: Match, language: str) -> dict[str, Any]:
        slots: dict[str, Any] = {f: self.names.get(getattr(event, f) or "") for f in (*PEOPLE, "team")}
        slots["opponent"] = self.names.get(_other(match, event.team) or "")
        slots["minute"] = event.minute
        slots["formation"] = event.formation
        slots["outcome"] = word(language, "outcome", event.outcome, {}) if event.outcome else None
        return slots

    def _text(self, event: EventPart, field: str, slots: Mapping[str, Any], language: str) -> str | None:
        if field in ("how", "why", "part") or (event.kind == "penalty" and not event.outcome):
            return None
        return word(language, event.kind, field, slots)

    def _shown(self, event: EventPart, field: str, value: Any, language: str) -> str:
        from knowledge.answers.grammar import say

        if isinstance(value, Both):
            return value.get(language) or ""
        shown = say(self.names.get(str(value), value), "th" if field == "minute" else "", language)
        if field == "player" and event.minute:
            key = "item_penalty" if event.kind == "penalty" else "item_minute"
            return word(language, "list", key, {"value": shown, "minute": event.minute}) or shown
        if field == "player" and event.kind == "penalty":
            return word(language, "list", "item_penalty_only", {"value": shown}) or shown
        return shown


def _half_of(event: EventPart) -> set[str]:
    """Return the half of an event as a token, none where it is not told."""
    if event.minute is not None:
        return {"first_half" if event.minute <= 45 else "second_half"} if event.minute <= 90 else set()
    return {event.period} if event.period else set()


def _other(match: Match, team: str | None) -> str | None:
    return None if team is None else match.away if team == match.home else match.home


def _certain(reading: Reading) -> frozenset[str]:
    """Return the names that can mean one only: "nerazzurri" in a question does not make a row tell of both sides."""
    return frozenset(i for hit in reading.names if len(hit.ids) == 1 for i in hit.ids)


def sample_features(reading: Reading) -> frozenset[str]:
    """Return concepts, stems and figures of a stored question, its names as `@id`, its kind as `?kind`."""
    return (
        frozenset(reading.features)
        | {f"@{i}" for i in reading.ids}
        | {f"?{k}" for k in reading.kinds}
        | ({"?yes_no"} if reading.yes_no and reading.language == "en" else set())
    )


def _collect(reading: Reading, tokens: set[str], numbers: set[int]) -> None:
    scope = reading.scope
    numbers.update(scope.numbers, scope.minutes)
    tokens.update(scope_tokens(reading))


def scope_tokens(reading: Reading) -> set[str]:
    """Return the scope words of a text as tokens: years y2019, seasons s2015, months m4, scores 2-1."""
    scope = reading.scope
    tokens = (
        {f"y{y}" for y in scope.years} | {f"s{s}" for s in scope.seasons} | {f"m{m}" for m in scope.months}
    )
    tokens |= {f"y{s}" for s in scope.seasons} | {f"y{s + 1}" for s in scope.seasons}
    tokens |= {"-".join(map(str, sorted(s))) for s in scope.scores}
    return tokens | {f"y{d[0]}" for d in scope.dates} | {f"m{d[1]}" for d in scope.dates}


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
    )
