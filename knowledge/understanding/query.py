"""What is looked for: a reading reduced to features, names, scope and kind, so that follow-ups can change parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from ..models import Entry
from .figures import Scope
from .names import NameHit
from .premises import Premise
from .reading import Reading


@dataclass(frozen=True)
class Query:
    """A question ready for ranking.

    `several` tells that more than one was asked for, `either` that names are alternatives, `asides` are features of a
    sentence before the one that asks. `matches` is an inherited scope, `near` are names that a follow-up leans on,
    `cups` the competitions among them, `rows` the rows of the answer before, `source` its article and match, `before`
    the features of the question before; `left` is the article and match of the answer before where the question is
    taken by itself, `told` are rows that cannot be meant because the turn before told them, `excepted` names that are
    not asked for; `of_two` tells that it is asked which of two matches it was; `premises` are results that are taken
    for granted, `paragraph` is that of the answer before; `spoken` is everybody of whom the turn before spoke,
    `within` are the events to which a question for the minute keeps, `pointed` the one at whom a pronoun points;
    `asked_before` are the kinds of value of the question before, where this one only puts a name in the place of
    another; `held` tells that it names none but those of the match before; `unit` and `demands` are what it demands
    beside its words (see `Demands`); `members` are the clubs one of whose players is asked for; `still` is the one of
    whom it is asked whether it was he again.
    """

    features: tuple[str, ...]
    names: tuple[NameHit, ...]
    scope: Scope
    kinds: frozenset[str]
    yes_no: bool
    several: bool
    either: bool
    unknown: frozenset[str]
    subject: frozenset[str]
    opponent: frozenset[str]
    language: str
    speakers: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    text: str = ""
    matches: frozenset[str] | None = None
    near: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    source: tuple[str, str | None] | None = None
    before: tuple[str, ...] = ()
    left: tuple[str, str | None] | None = None
    told: frozenset[str] = frozenset()
    excepted: frozenset[str] = frozenset()
    cups: frozenset[str] = frozenset()
    of_two: bool = False
    premises: tuple[Premise, ...] = ()
    paragraph: int | None = None
    unit: str = ""
    demands: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    pointed: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    asked_before: frozenset[str] = frozenset()
    held: bool = False
    still: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that a name of the query may mean."""
        return frozenset(i for hit in self.names for i in hit.ids)

    @cached_property
    def said(self) -> frozenset[str]:
        """Its features, for those who only ask whether one is there."""
        return frozenset(self.features)

    def without(self, others: frozenset[str]) -> Query:
        """Return the query where people are not asked for, whether it names them or not: "who else?"."""
        if not others:
            return self
        names = tuple(hit for hit in self.names if hit.ids.isdisjoint(others))
        return replace(
            self, names=names, subject=self.subject - others, excepted=self.excepted | others, yes_no=False
        )

    def paragraphs_to(self, entry: Entry) -> int | None:
        """Return how many paragraphs lie between the answer before and what a row tells, None in another article."""
        if self.paragraph and entry.paragraph and self.source and entry.source == self.source[0]:
            return abs(entry.paragraph - self.paragraph)
        return None


def query_of(reading: Reading) -> Query:
    """Reduce a reading to what is looked for."""
    return Query(
        features=reading.features,
        names=reading.names,
        scope=reading.scope,
        kinds=reading.kinds,
        yes_no=reading.yes_no,
        several=reading.several,
        either=reading.either,
        unknown=frozenset(reading.unknown),
        subject=reading.subject,
        opponent=reading.opponent,
        language=reading.language,
        speakers=reading.speakers,
        words=reading.words,
        asides=reading.asides,
        text=reading.wording,
        excepted=reading.excepted,
        of_two=reading.of_two,
        premises=reading.premises,
        unit=reading.demands.unit,
        demands=reading.demands.marks,
        members=reading.members,
    )
