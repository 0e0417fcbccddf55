"""What the fact base tells of a name: where it is spoken of, and whether it could be right for a question."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from knowledge.base.rows import StoredRows
from knowledge.base.schema import EventPart, FactPart
from knowledge.models import Language
from knowledge.quiz.spoken import forms_of, plainly
from knowledge.understanding.lexicon import Lexicon, lexicon
from knowledge.understanding.words import words_only

COVERED = 0.8
"""Share of a question's words that a row may hold about a wrong answer before it might be right after all."""

MANY, ENOUGH = 500, 24
"""Names of a kind from which only those of the same articles stand in for each other, and how many these must be."""

PEOPLE = ("player", "assist", "by", "on", "off", "won_by", "fouled_by", "keeper")


class Stock:
    """The rows, seen from their names, in one language."""

    def __init__(self, rows: StoredRows, language: Language) -> None:
        self.rows = rows
        self.language = language
        self._lexicon: Lexicon = lexicon(language)

    @cached_property
    def events(self) -> Mapping[str, tuple[EventPart, ...]]:
        """Match -> its events, by id."""
        found: dict[str, list[EventPart]] = {m: [] for m in sorted(self.rows.matches)}
        for event in sorted(self.rows.events, key=lambda e: e.id):
            found.setdefault(event.match, []).append(event)
        return {m: tuple(events) for m, events in found.items()}

    @cached_property
    def facts(self) -> tuple[FactPart, ...]:
        """All facts, by id."""
        return tuple(sorted(self.rows.facts, key=lambda f: f.id))

    @cached_property
    def topic_values(self) -> Mapping[str, Counter[str]]:
        """Topic -> ids that are values of its facts, with how often."""
        found: dict[str, Counter[str]] = {}
        for fact in self.facts:
            found.setdefault(fact.topic, Counter()).update(value_ids(fact))
        return found

    @cached_property
    def mentions(self) -> Mapping[str, frozenset[str]]:
        """Name -> ids of the articles and matches that speak of it."""
        found: dict[str, set[str]] = {}
        for fact in self.facts:
            for id_ in (*fact.about, *value_ids(fact)):
                found.setdefault(id_, set()).update({self.rows.source_of[fact.id], *self._matches(fact)})
        for event in self.rows.events:
            for person in people_of(event):
                found.setdefault(person, set()).update({self.rows.source_of[event.id], event.match})
        for match in self.rows.matches.values():
            sides: tuple[str | None, ...] = (match.home, match.away, match.venue, match.competition)
            for around in (*sides, *match.coaches.values(), *match.goalkeepers.values()):
                found.setdefault(around or "", set()).update({self.rows.source_of[match.id], match.id})
        return {id_: frozenset(places) for id_, places in found.items()}

    def _matches(self, fact: FactPart) -> Iterable[str]:
        return (i for i in fact.about if i in self.rows.matches)

    def kind(self, id_: str) -> str:
        """Return the kind of a name; a place is a ground, a town, or (with an Italian article) a region."""
        name = self.rows.names[id_]
        if name.kind != "place":
            return name.kind
        if name.town or id_ in self._grounds:
            return "ground"
        return "region" if name.article.get("it") else "town"

    @cached_property
    def _grounds(self) -> frozenset[str]:
        return frozenset(n.stadium for n in self.rows.names.values() if n.stadium)

    @cached_property
    def _kin(self) -> Mapping[str, frozenset[str]]:
        """Kind -> its names."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for id_ in self.rows.names:
            found[self.kind(id_)].add(id_)
        return {kind: frozenset(ids) for kind, ids in found.items()}

    @cached_property
    def _around(self) -> Mapping[str, frozenset[str]]:
        """Article or match -> the names that it speaks of."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for id_, places in self.mentions.items():
            for place in places:
                found[place].add(id_)
        return {place: frozenset(ids) for place, ids in found.items()}

    def alike(self, id_: str, topic: str = "") -> list[str]:
        """Return the other names of the same kind, by id; of very many those of the same articles, or of a topic."""
        kin = self._kin[self.kind(id_)]
        if len(kin) > MANY:
            places = self.mentions.get(id_, frozenset())
            near = kin & frozenset().union(*(self._around[place] for place in places))
            kin = (
                near if len(near) > ENOUGH else near | (kin & self.topic_values.get(topic, Counter()).keys())
            )
        return sorted(kin - {id_})

    @cached_property
    def _forms(self) -> Mapping[str, list[tuple[str, str]]]:
        """First word -> the forms of names that begin with it, each with the name's id."""
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for id_, name in self.rows.names.items():
            for form in forms_of(name, self.language):
                found[form.split(" ")[0]].append((form, id_))
        return found

    def spoken(self, text: str) -> set[str]:
        """Return the ids of the names that `text` speaks of, by their own form or its last word."""
        plain = f" {plainly(text)} "
        forms = (form for word in set(plain.split()) for form in self._forms.get(word, ()))
        return {id_ for form, id_ in forms if f" {form} " in plain}

    @cached_property
    def _parts(self) -> Mapping[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for person, told in self.rows.roles.items():
            found[person].update(role for role, _, _ in told)
        for match in self.rows.matches.values():
            for part, people in (("coach", match.coaches), ("goalkeeper", match.goalkeepers)):
                for person in people.values():
                    found[person].add(part)
        return {person: frozenset(parts) for person, parts in found.items()}

    def parts(self, person: str) -> frozenset[str]:
        """Return what a person does (coach, goalkeeper, forward ...), as the base tells."""
        return self._parts.get(person, frozenset())

    def on_pitch(self, person: str) -> bool:
        """Whether somebody is told of as a player."""
        return bool(self.parts(person) & {"goalkeeper", "defender", "midfielder", "forward", "player"})

    @cached_property
    def _clubs(self) -> Mapping[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for person, told in self.rows.roles.items():
            found[person].update(club for _, club, _ in told if club)
        for event in self.rows.events:
            if event.player and event.team:
                found[event.player].add(event.team)
        return {person: frozenset(clubs) for person, clubs in found.items()}

    def clubs(self, person: str) -> frozenset[str]:
        """Return the clubs of a person, as the base tells."""
        return self._clubs.get(person, frozenset())

    def words(self, text: str) -> frozenset[str]:
        """Return the words of a text that mean something, as stems."""
        idle = self._lexicon.fillers
        return frozenset(self._lexicon.stem(w) for w in words_only(text) if w not in idle and len(w) > 1)

    @cached_property
    def _row_words(self) -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
        """Name -> (row, the words of all that the row says) for each row that it could be an answer to.

        A fact that answers with one club says of the other clubs it names that they are not the answer.
        """
        found: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for fact in self.facts:
            said = [fact.en if self.language == "en" else fact.it, *fact.ask.get(self.language)]
            words = self.words(" ".join(s for s in said if s))
            answers = [i for i in value_ids(fact) if i in self.rows.names]
            kinds = {self.kind(i) for i in answers}
            for id_ in {*fact.about, *answers}:
                if id_ in answers or (id_ in self.rows.names and self.kind(id_) not in kinds):
                    found.setdefault(id_, []).append((fact.id, words))
        for event in self.rows.events:
            words = self.words((event.en if self.language == "en" else event.it) or "")
            for person in people_of(event):
                found.setdefault(person, []).append((event.id, words))
        return {id_: tuple(rows) for id_, rows in found.items()}

    def might_be_right(self, id_: str, question: str, value: str, row: str) -> bool:
        """Whether some other row says of `id_` nearly everything that the question asks for.

        Words that belong to the names in the question count less than the rest: they must not decide alone.
        """
        asked = self.words(question)
        if not asked:
            return True
        for other, said in self._row_words.get(id_, ()):
            covered = len(asked & said) / len(asked)
            if other != row and covered >= COVERED and not self._answers(other, value, id_):
                return True
        return False

    @cached_property
    def _fact(self) -> Mapping[str, FactPart]:
        return {fact.id: fact for fact in self.facts}

    def _answers(self, row: str, value: str, id_: str) -> bool:
        """Whether the row gives the right value itself, and not the wrong one."""
        fact = self._fact.get(row)
        return fact is not None and value in value_ids(fact) and id_ not in value_ids(fact)


def value_ids(fact: FactPart) -> tuple[str, ...]:
    """Return the texts among a fact's values: ids of names, or seasons."""
    values = fact.value if isinstance(fact.value, list) else [fact.value]
    return tuple(v for v in values if isinstance(v, str))


def people_of(event: EventPart) -> tuple[str, ...]:
    """Return everybody whom an event names."""
    return tuple(p for p in (getattr(event, f) for f in PEOPLE) if p)
