"""Questions that set rows against each other: the odd one out, what came first, who did it in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from knowledge.base.schema import EventPart, MatchPart
from knowledge.base.score_checks import counts_as_goal
from knowledge.quiz import ranking
from knowledge.quiz.from_matches import before
from knowledge.quiz.records import Form
from knowledge.quiz.stock import Stock
from knowledge.quiz.wording import Wording, tidy


class PairForms:
    """Makes the forms that need several rows, in one language."""

    def __init__(self, stock: Stock, wording: Wording) -> None:
        self.stock, self.wording = stock, wording
        self.rows = stock.rows

    def forms(self) -> Iterator[Form]:
        """Yield sides, orders and people of two matches."""
        for id_ in sorted(self.rows.matches):
            match = self.rows.matches[id_]
            fixture = self.wording.fixture(match)
            if fixture:
                yield from self._sides(match, fixture)
                yield from self._orders(match, fixture)
        for one, other in combinations([self.rows.matches[i] for i in sorted(self.rows.matches)], 2):
            if {one.home, one.away} == {other.home, other.away}:
                yield from self._both(one, other)

    def _sides(self, match: MatchPart, fixture: str) -> Iterator[Form]:
        """Yield who played for the other side, where three of one side and one of the other are told of."""
        for team, other in ((match.home, match.away), (match.away, match.home)):
            mates, guests = self._players(match, team), self._players(match, other)
            if len(mates) < 3 or not guests:
                continue
            slots = self._slots(fixture, team=team, opponent=other)
            asked = self._asked("sides", slots)
            for guest in guests[:2]:
                said = slots | {"player": self.rows.names[guest]}
                sentence = self.wording.word("statement", "side", said)
                if asked and sentence:
                    yield self._form(
                        match,
                        f"side-{guest}",
                        "odd_one_out",
                        asked,
                        self.wording.name(guest),
                        [self.wording.name(m) for m in mates],
                        sentence,
                        guest,
                    )

    def _players(self, match: MatchPart, team: str) -> list[str]:
        """Return the players told of for a side, the most spoken of first."""
        found = [e.player for e in self.stock.events[match.id] if e.team == team and e.player]
        return sorted(set(found), key=lambda p: (-len(self.stock.mentions.get(p, ())), p))

    def _orders(self, match: MatchPart, fixture: str) -> Iterator[Form]:
        """Yield what came first or last, among moments whose order is sure."""
        moments = [(e, m) for e in self.stock.events[match.id] if (m := self._moment(e))]
        for place in ("first", "last"):
            for event, moment in moments:
                others = [
                    m
                    for o, m in moments
                    if m != moment and (before(event, o) if place == "first" else before(o, event))
                ]
                others = list(dict.fromkeys(others))
                slots = self._slots(fixture)
                asked = self._asked(f"order.{place}", slots)
                sentence = event.en if self.wording.language == "en" else event.it
                if len(others) >= 3 and asked and sentence:
                    yield self._form(
                        match, place, "order", asked, moment, others, sentence, event.id, row=event.id
                    )

    def _moment(self, event: EventPart) -> str | None:
        player = self.rows.names.get(event.player or "")
        text = self.wording.word("moment", event.kind, {"player": player}) if player else None
        return tidy(text) if text else None

    def _both(self, one: MatchPart, other: MatchPart) -> Iterator[Form]:
        """Yield who scored, or kept goal, in both meetings of two teams."""
        fixtures = [f for m in (one, other) if (f := self.wording.fixture(m))]
        scorers = [self._scorers(m) for m in (one, other)]
        keepers = [set(m.goalkeepers.values()) for m in (one, other)]
        if len(fixtures) < 2:
            return
        for what, (first, second) in (("scorer", scorers), ("goalkeeper", keepers)):
            common = sorted(first & second)
            wrong = sorted((first | second) - set(common))
            if what == "scorer":
                people = {e.player for m in (one, other) for e in self.stock.events[m.id] if e.player}
                wrong += sorted(people - set(wrong) - set(common) - keepers[0] - keepers[1])
            slots = self._slots(fixtures[0]) | {"other": fixtures[1]}
            asked = self._asked(f"both.{what}", slots)
            if len(common) == 1 and len(wrong) >= 2 and asked:
                said = slots | {"player": self.rows.names[common[0]]}
                sentence = self.wording.word("statement", f"both.{what}", said)
                if sentence:
                    yield self._form(
                        other,
                        f"both-{what}",
                        "both",
                        asked,
                        self.wording.name(common[0]),
                        [self.wording.name(w) for w in wrong],
                        sentence,
                        common[0],
                        answers=self.rows.names[common[0]].aliases,
                    )

    def _scorers(self, match: MatchPart) -> set[str]:
        goals = (e for e in self.stock.events[match.id] if counts_as_goal(e) and e.kind != "own_goal")
        return {e.player for e in goals if e.player}

    def _asked(self, key: str, slots: dict[str, Any]) -> tuple[str, ...]:
        return tuple(q for t in self.wording.phrases(key) if (q := self.wording.fill(t, slots)))

    def _slots(self, fixture: str, **ids: str) -> dict[str, Any]:
        return {"fixture": fixture, **{k: self.rows.names.get(i) for k, i in ids.items()}}

    def _form(
        self,
        match: MatchPart,
        asked: str,
        kind: str,
        questions: tuple[str, ...],
        right: str,
        wrong: Sequence[str],
        sentence: str,
        value: str,
        *,
        row: str = "",
        answers: tuple[str, ...] = (),
    ) -> Form:
        return Form(
            row=row or match.id,
            asked=asked,
            kind=kind,
            questions=questions,
            right=right,
            value=value,
            wrong=tuple(wrong[:6]),
            sentence=sentence,
            source=self.rows.source_of[match.id],
            match=match.id,
            names=frozenset({match.home, match.away, value}),
            topic="match",
            weight=ranking.weight(kind),
            difficulty=ranking.difficulty(kind),
            answers=answers,
        )
