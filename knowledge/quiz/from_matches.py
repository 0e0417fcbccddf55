"""Questions from the fields of a match: score, winner, coaches, keepers, ground, date, season, opponent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from knowledge.base.match_labels import winner_of
from knowledge.base.schema import EventPart, MatchPart
from knowledge.base.score_checks import counts_as_goal
from knowledge.quiz import ranking
from knowledge.quiz.options import days_instead, names_instead, scores_instead, seasons_instead
from knowledge.quiz.records import Form
from knowledge.quiz.spoken import names_in
from knowledge.quiz.stock import Stock
from knowledge.quiz.wording import Wording


class MatchForms:
    """Makes the forms of all matches in one language."""

    def __init__(self, stock: Stock, wording: Wording) -> None:
        self.stock, self.wording = stock, wording
        self.rows = stock.rows

    def forms(self) -> Iterator[Form]:
        """Yield one form for each field of each match that can be asked without doubt."""
        asked: set[str] = set()
        for id_ in sorted(self.rows.matches):
            match = self.rows.matches[id_]
            for form in self._of(match):
                if form.questions[0] not in asked:
                    asked.add(form.questions[0])
                    yield form

    def slots(self, match: MatchPart) -> dict[str, Any]:
        """Return what templates may say about a match."""
        names = self.rows.names
        winner = winner_of(match)
        loser = match.away if winner == match.home else match.home
        return {
            "fixture": self.wording.fixture(match),
            "date": match.date,
            "season": match.season,
            "home": names.get(match.home),
            "away": names.get(match.away),
            "opponent": names.get(match.away),
            "competition": names.get(match.competition or ""),
            "venue": names.get(match.venue or ""),
            "year": str(match.year) if match.year else None,
            "stage": self.wording.data["stage"].get(match.stage or ""),
            "score": match.score and "-".join(map(str, match.score)),
            "half_time": match.half_time and "-".join(map(str, match.half_time)),
            "won": match.score and f"{max(match.score)}-{min(match.score)}",
            "winner": names.get(winner or ""),
            "loser": names.get(loser) if winner else None,
        }

    def _of(self, match: MatchPart) -> Iterator[Form]:
        slots = self.slots(match)
        if not slots["fixture"]:
            return
        for field in ("score", "half_time"):
            result = getattr(match, field)
            if result:
                wrong = ["-".join(map(str, s)) for s in scores_instead(result)]
                yield from self._form(
                    match, field, slots[field], wrong, slots, (slots[field],), exchanged=wrong[:4]
                )
        yield from self._winner(match, slots)
        for field in ("venue", "competition"):
            yield from self._named(match, field, getattr(match, field), slots)
        yield from self._named(match, "opponent", match.away, slots)
        for field, people in (("coach", match.coaches), ("goalkeeper", match.goalkeepers)):
            for team in sorted(people):
                given = slots | {"team": self.rows.names.get(team), field: self.rows.names.get(people[team])}
                yield from self._named(match, field, people[team], given, f"{field}-{team}")
        if match.date:
            days = [self.wording.day(d) for d in days_instead(match.date)]
            yield from self._form(match, "date", self.wording.day(match.date), days, slots, ())
        if match.season:
            latest = match.date.year if match.date else match.year
            wrong = seasons_instead(match.season, latest)
            yield from self._form(match, "season", match.season, wrong, slots, (match.season,))
        yield from self._first_goal(match, slots)

    def _winner(self, match: MatchPart, slots: dict[str, Any]) -> Iterator[Form]:
        winner, draw = winner_of(match), self.wording.word("option", "draw")
        if draw is None or not (match.score or match.winner):
            return
        sides = [self.wording.name(match.home), self.wording.name(match.away)]
        right = self.wording.name(winner) if winner else draw
        wrong = [o for o in (*sides, draw) if o != right]
        names = self.rows.names[winner].aliases if winner else ()
        yield from self._form(match, "winner", right, wrong, slots, names, value=winner or "")

    def _named(
        self, match: MatchPart, field: str, id_: str | None, slots: dict[str, Any], asked: str = ""
    ) -> Iterator[Form]:
        if id_ not in self.rows.names:
            return
        name = self.rows.names[id_]
        banned = {*match.coaches.values(), *match.goalkeepers.values(), match.home, match.away}
        questions = [
            q for q in self._questions(field, slots) if id_ not in names_in(q, [name], self.wording.language)
        ]
        if not questions:
            return
        ids = names_instead(
            self.stock,
            id_,
            questions[0],
            match.id,
            topic=field,
            match=match.id,
            banned=banned - {id_},
            settled=True,
        )
        wrong = [self.wording.name(i) for i in ids]
        yield from self._form(
            match,
            field,
            self.wording.name(id_),
            wrong,
            slots,
            name.aliases,
            asked,
            value=id_,
            exchanged=[self.rows.names[i] for i in ids[:4]],
        )

    def _questions(self, field: str, slots: dict[str, Any]) -> list[str]:
        known = {k: v for k, v in slots.items() if k != field}
        return [q for t in self.wording.phrases(f"match.{field}") if (q := self.wording.fill(t, known))]

    def _form(
        self,
        match: MatchPart,
        field: str,
        right: str,
        wrong: list[str],
        slots: dict[str, Any],
        answers: tuple[str, ...],
        asked: str = "",
        *,
        value: str = "",
        exchanged: Sequence[Any] = (),
    ) -> Iterator[Form]:
        questions = self._questions(field, slots)
        if field in ("competition", "season", "opponent", "venue"):
            questions = [q for q in questions if right.casefold() not in q.casefold()]
        key = f"match.{field}"
        if field == "venue" and match.venue and self.stock.kind(match.venue) == "town":
            key = "match.town"
        sentence = self.wording.word("statement", key, slots)
        if not questions or len(wrong) < 2 or not sentence:
            return
        people = (*match.coaches.values(), *match.goalkeepers.values())
        yield Form(
            row=match.id,
            asked=asked or field,
            kind=field,
            questions=tuple(questions),
            right=right,
            wrong=tuple(dict.fromkeys(wrong)),
            sentence=sentence,
            source=self.rows.source_of[match.id],
            match=match.id,
            value=value or right,
            names=frozenset({match.home, match.away, *people}),
            topic="match",
            weight=ranking.weight(field),
            difficulty=ranking.difficulty(field),
            answers=answers,
            said=self.wording.said(key, slots, field, exchanged),
        )

    def _first_goal(self, match: MatchPart, slots: dict[str, Any]) -> Iterator[Form]:
        goals = [e for e in self.stock.events[match.id] if counts_as_goal(e)]
        if match.score is None or len(goals) != sum(match.score) or len(goals) < 2:
            return
        first = next((e for e in goals if all(e is o or before(e, o) for o in goals)), None)
        if first and first.player:
            slots = slots | {"first_goal": self.rows.names.get(first.player), "minute": first.minute}
            yield from self._named(match, "first_goal", first.player, slots)


def before(one: EventPart, other: EventPart) -> bool:
    """Whether `one` surely happened before `other`, by minutes or else by halves."""
    if one.minute and other.minute:
        return one.minute < other.minute
    return _half(one) < _half(other) if _half(one) and _half(other) else False


def _half(event: EventPart) -> int:
    """Return 1, 2, 3 (extra time), or 0 where it is not told."""
    if event.minute:
        return 1 if event.minute <= 45 else 2 if event.minute <= 90 else 3
    return {"first_half": 1, "second_half": 2, "extra_time": 3}.get(event.period or "", 0)
