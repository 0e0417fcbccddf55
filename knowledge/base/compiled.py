"""The rows of a base, worked out from the inputs, and an entry for all that can be asked of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from knowledge.models import LANGUAGES, Entry, Match, Name
from knowledge.understanding.index import index_of, keys_of
from knowledge.understanding.lexicon import all_lexicons, stems_of
from knowledge.understanding.names import Gazetteer, forms_of
from knowledge.understanding.reading import Reader

from .absent import absent_entries
from .catalogue import catalogue
from .entries import Compiler, match_record
from .event_entries import EventEntries
from .fact_entries import FactEntries
from .files import Inputs
from .match_entries import MatchEntries
from .match_labels import match_label
from .members import with_members
from .samples import SampleReader
from .schema import EventPart, FactPart, MatchPart, NamePart, Samples, in_both
from .score_checks import counts_as_goal, side_of_goal, told_in_part

Row = TypeVar("Row", EventPart, FactPart)


def name_record(part: NamePart) -> Name:
    """Make the record of a name; its own names are aliases too."""
    shown = in_both(part.name.en, part.name.it)
    aliases = dict.fromkeys([*shown.values(), *([part.full] if part.full else []), *part.alias])
    return Name(
        part.id,
        part.kind,
        shown,
        dict(part.article.items()),
        part.gender,
        part.number,
        part.town,
        part.stadium,
        part.nationality,
        tuple(aliases),
        {k: tuple(v) for k, v in part.demonym.items()},
    )


class Compiled:
    """Everything that goes into the file, worked out from the inputs."""

    def __init__(self, inputs: Inputs) -> None:
        self.names = {part.id: name_record(part) for _, part in inputs.names}
        self.full = {part.id: part.full for _, part in inputs.names}
        self.clashes: dict[str, frozenset[str]] = {}
        for _, clash in inputs.clashes:
            self.clashes[clash.alias] = self.clashes.get(clash.alias, frozenset()) | frozenset(clash.names)
        self.forms = forms_of(self.names.values(), self.clashes)
        gazetteer = Gazetteer(self.names.values(), self.clashes, self.forms)
        lexicons = all_lexicons()
        other = {"en": "it", "it": "en"}
        nothing: frozenset[str] = frozenset()  # stored questions are not mended
        readers: dict[str, Reader] = {
            lang: Reader(lexicons[lang], lexicons[other[lang]], gazetteer, nothing, stems=nothing)
            for lang in LANGUAGES
        }
        writers = {
            a.source.id: f"{a.source.author or ''}, {a.source.publisher or ''}" for _, a in inputs.articles
        }
        samples = SampleReader(readers)
        compiler = Compiler(self.names, samples, writers)
        forgotten = {part.id for part in inputs.amendments.forget}
        self.matches: dict[str, Match] = {}
        self.parts: dict[str, MatchPart] = {}
        self.events: list[tuple[str, EventPart]] = []
        self.facts: list[tuple[str, FactPart]] = []
        self.languages = {article.source.id: article.source.language for _, article in inputs.articles}
        rows_on = _rows_on(inputs)
        for _, article in inputs.articles:
            source = article.source.id
            self.events += [(source, _asked(e, inputs)) for e in article.event if e.id not in forgotten]
            self.facts += [(source, _asked(f, inputs)) for f in article.fact if f.id not in forgotten]
            self.parts |= {part.id: part for part in article.match}
            self.matches |= {
                part.id: match_record(part, source, self.names, rows_on[part.id]) for part in article.match
            }
        self.labels: dict[str, dict[str, str]] = {
            id_: {lang: match_label(part, self.names, lang) for lang in LANGUAGES}
            for id_, part in self.parts.items()
        }
        self.facts += [
            (f.source or "", _asked(f, inputs)) for f in inputs.amendments.fact if f.id not in forgotten
        ]
        own = with_members(list(self._entries(compiler)), (event for _, event in self.events))
        self.entries = own + absent_entries(samples)
        self.sources = [article.source for _, article in inputs.articles]
        self.seen = samples.seen
        self.stems = {lang: stems_of(lexicons[lang], self.seen[lang]) for lang in LANGUAGES}
        published = {s.id: s.published.isoformat() for s in self.sources if s.published}
        self.index, self.postings = index_of(
            self.entries,
            lambda e: keys_of(e, self.matches.get(e.match or ""), published.get(e.source)),
            catalogue().light,
        )

    def _entries(self, compiler: Compiler) -> Iterable[Entry]:
        own: defaultdict[str, list[EventPart]] = defaultdict(list)
        told: defaultdict[str, list[FactPart]] = defaultdict(list)
        linked: defaultdict[str, list[EventPart]] = defaultdict(list)
        by_id = {event.id: event for _, event in self.events}
        for _, event in self.events:
            own[event.match].append(event)
            if event.led_to in by_id:
                linked[event.led_to].append(event)
                linked[event.id].append(by_id[event.led_to])
        for _, fact in self.facts:
            for id_ in dict.fromkeys(fact.about):
                told[id_].append(fact)
        stood: dict[str, tuple[int, int]] = {}
        missing: dict[str, frozenset[str]] = {}
        for part in self.parts.values():
            stood |= _running(part, own[part.id])
            missing |= told_in_part(part, own[part.id])
            match_entries = MatchEntries(part, self.matches[part.id], own[part.id], self.names, told[part.id])
            yield from map(compiler.finish, match_entries.drafts())
        events = EventEntries(self.names, catalogue())
        for source, event in self.events:
            people = (p for e in linked[event.id] for p in (e.player, e.assist, e.by, e.won_by) if p)
            match = self.matches[event.match]
            untold = missing.get(event.id, frozenset())
            drafts = events.drafts(
                event,
                match,
                source,
                frozenset(people),
                stood.get(event.id),
                untold,
                self.languages.get(source),
            )
            yield from map(compiler.finish, drafts)
        facts = FactEntries(self.names, catalogue())
        for source, fact in self.facts:
            yield compiler.finish(facts.draft(fact, source, self.matches))


def _running(part: MatchPart, events: Sequence[EventPart]) -> dict[str, tuple[int, int]]:
    """Return the score after each goal of a match, by event; nothing where not every goal is told in its order."""
    goals = [event for event in events if counts_as_goal(event)]
    if goals and all(goal.after for goal in goals):
        goals.sort(key=lambda goal: sum(goal.after or ()))
    minutes = [goal.minute for goal in goals if goal.minute is not None]
    if part.score is None or sum(part.score) != len(goals) or minutes != sorted(minutes):
        return {}
    stood, found = [0, 0], {}
    for goal in goals:
        stood[side_of_goal(goal, part) == part.away] += 1
        found[goal.id] = (stood[0], stood[1])
    return found if (stood[0], stood[1]) == part.score else {}


def _rows_on(inputs: Inputs) -> Counter[str]:
    """Count what the articles tell of each match."""
    found: Counter[str] = Counter()
    for _, article in inputs.articles:
        found.update(event.match for event in article.event)
        found.update(id_ for fact in article.fact for id_ in set(fact.about))
    return found


def _asked(row: Row, inputs: Inputs) -> Row:
    """Add the samples that the files of further questions and the amendments give to a row."""
    asked = {
        "ask": _merged(row.ask, "ask", row.id, inputs),
        "yes": _merged(row.yes, "yes", row.id, inputs),
        "no": _merged(row.no, "no", row.id, inputs),
    }
    return row.model_copy(update=asked)


def _merged(stored: Samples, polarity: str, id_: str, inputs: Inputs) -> Samples:
    merged: dict[str, list[str]] = {}
    for language in LANGUAGES:
        more = inputs.asked.get(language, {}).get(id_)
        merged[language] = [*stored.get(language), *(getattr(more, polarity) if more else ())]
        if polarity == "ask":
            own = inputs.amendments.ask
            merged[language] += [p.question for p in own if p.id == id_ and p.language == language]
    return stored.model_copy(update=merged)
