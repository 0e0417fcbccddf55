"""The goals of a match as entries: how many, who scored, in which half, in which order, which of them decided it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from knowledge.answers.grammar import say
from knowledge.answers.wording import join, templates, word
from knowledge.models import LANGUAGES, Name

from .drafts import Draft
from .match_fields import MatchFields
from .match_labels import winner_of
from .schema import EventPart, in_both
from .score_checks import counts_as_goal, half_of, side_of_goal

FULL_TIME = 90
"""Minutes of play without extra time."""


class MatchGoals:
    """Drafts the entries about the goals of one match."""

    def __init__(self, fields: MatchFields, events: Sequence[EventPart]) -> None:
        self._fields, self.events = fields, events
        self.part, self.match, self.names = fields.part, fields.match, fields.names
        goals = [e for e in events if counts_as_goal(e)]
        self._numbered = bool(goals) and all(e.after for e in goals)
        self.goals = sorted(goals, key=lambda e: sum(e.after or ()) if self._numbered else e.minute or 999)
        part, score = self.part, self.part.score
        sides = [self._side(e) for e in self.goals]
        self.complete = score is not None and [sides.count(t) for t in (part.home, part.away)] == [*score]
        self.complete = self.complete and len(sides) == sum(score or ())

    def counts(self, score: tuple[int, int]) -> Iterator[Draft]:
        """Yield how many goals a match with this score had, and how many each side scored."""
        yield self._fields.entry("goals", [sum(score)], "count", "goals", **self._count(sum(score), None))
        for team, goals in ((self.part.home, score[0]), (self.part.away, score[1])):
            key = "goals_of" if goals else "scorers_none"
            yield self._fields.entry("goals", [goals], "count", key, team=team, **self._count(goals, team))

    def conceded(self, score: tuple[int, int]) -> Iterator[Draft]:
        """Yield how many goals each side let in."""
        home, away = self.part.home, self.part.away
        for team, other, goals in ((home, away, score[1]), (away, home, score[0])):
            key = "conceded" if goals else "conceded_none"
            yield self._fields.entry(
                "conceded", [goals], "count", key, team=team, **self._count(goals, other)
            )

    def _count(self, goals: int, team: str | None) -> dict[str, Any]:
        teams = [team] if team else [self.match.home, self.match.away]

        def extra(lang: str) -> dict[str, Any]:
            return self._counted(goals, lang) | {
                "list": join([g for t in teams for g in self._scored(t, lang)], lang)
                if self.complete
                else None,
            }

        return {"extra": extra, "item": lambda lang: str(goals)}

    def scorers(self) -> Iterator[Draft]:
        """Yield who scored: in all, for each side, in each half, and in which order; only where all goals are told."""
        if not self.complete:
            yield from self._in_part()
            return
        if not self.goals:
            yield self._fields.entry("scorers", ["nobody"], "person", "scorers_nobody")
            return
        sides = self._sides_of(self.goals)
        scorers = [e.player for e in self.goals if e.player]
        if not scorers:  # goals of unnamed players
            return
        yield self._fields.entry(
            "scorers",
            scorers,
            "person",
            _key("scorers", len(self.goals)),
            extra=lambda lang: {"list": self._by_sides(self.goals, lang)},
            item=lambda lang: join([self._names_of(t, lang) for t in sides], lang),
        )
        for team in (self.match.home, self.match.away):
            own = [e.player for e in self.goals if self._side(e) == team and e.player]
            yield self._fields.entry(
                "scorers",
                own or ["nobody"],
                "person",
                _key("scorers_of", len(own)) if own else "scorers_none",
                team=team,
                extra=lambda lang, t=team: {"list": self._names_of(t, lang) or None},
                item=lambda lang, t=team: self._names_of(t, lang) or "0",
            )
        yield from self._minutes()
        yield from self._by_halves()
        if not self._in_order():
            return
        yield from self._deciding()
        numbered = [*zip(("first_goal", "second_goal", "third_goal"), self.goals, strict=False)]
        for field, event in (*numbered, ("last_goal", self.goals[-1])):
            draft = self._fields.entry(
                field,
                [event.player],
                "person",
                field,
                minute=event.minute,
                extra=lambda lang, e=event: {
                    "player": self.names.get(e.player or ""),
                    "team": self.names.get(self._side(e) or ""),
                    "own": self.names.get(self._side(e) or "") if self._same_place(e) else None,
                    "minute": e.minute,
                },
                item=lambda lang, e=event: say(self.names.get(e.player or "", e.player), "", lang),
            )
            draft = replace(draft, text={**draft.text, **in_both(event.en, event.it)})
            kinds = draft.kinds | ({"minute"} if event.minute else set())
            yield replace(draft, kinds=kinds, team=self._side(event) if self._same_place(event) else None)

    def _minutes(self) -> Iterator[Draft]:
        """Yield when the goals came, of both sides and of each with more than one, where any minute is told."""
        for team in (None, self.match.home, self.match.away):
            goals = [e for e in self.goals if team in (None, self._side(e))]
            minutes = [e.minute for e in goals if e.minute]
            if minutes and (len(goals) > 1 or not team):
                yield self._fields.entry(
                    "goal_minutes",
                    [e.player for e in goals if e.player] or minutes,
                    "minute",
                    _key("scorers_of" if team else "scorers", len(goals)),
                    team=team,
                    extra=lambda lang, t=team: {
                        "list": self._names_of(t, lang) if t else self._by_sides(self.goals, lang)
                    },
                    item=lambda lang, told=minutes: join([f"{minute}'" for minute in told], lang),
                )

    def _in_part(self) -> Iterator[Draft]:
        """Yield who scored as far as a draft told it, saying that others may have scored besides."""
        if not any(e.evidence for e in self.goals):
            return
        told = [e for e in self.goals if e.player and self._side(e)]
        loose = [e for e in self.goals if e.player and not self._side(e)]
        for team, wanted in zip(
            (self.part.home, self.part.away), self.part.score or (None, None), strict=True
        ):
            own = [e for e in told if self._side(e) == team]
            key = "scorers_of" if len(own) == wanted else "some_scorers"
            key = "scorers_unscored" if wanted is None else key
            more = loose if key == "some_scorers" and wanted else []
            if own or more:
                yield self._some(own, key, team, more)
        if told or loose:
            unscored = self.part.score is None
            key = "scorers_of_both_unscored" if unscored else "some_scorers_of_both"
            if told or not unscored:
                yield self._some(told, key, None, [] if unscored else loose)

    def _some(
        self, goals: list[EventPart], key: str, team: str | None, loose: Sequence[EventPart] = ()
    ) -> Draft:
        """Return who scored of those told; `loose` are scorers of whom nothing tells the side."""

        def listed(lang: str) -> str:
            if team:
                return join([self._as_scorer(e, lang) for e in goals], lang)
            return self._by_sides(goals, lang)

        def others(lang: str) -> str:
            return join([self._as_scorer(e, lang) for e in loose], lang)

        if loose:
            key = f"{key}_loose" if goals else "loose_scorers"
        return self._fields.entry(
            "some_scorers",
            [e.player for e in (*goals, *loose)],
            "person",
            _key(key, len(goals)) if key == "scorers_of" else key,
            team=team,
            extra=lambda lang: {"list": listed(lang), "loose": others(lang) or None},
            item=lambda lang: listed(lang) or others(lang),
        )

    def _sides_of(self, goals: Sequence[EventPart]) -> list[str]:
        """Return the sides that some goals are of, the home side first."""
        own = {self._side(e) for e in goals}
        return [team for team in (self.match.home, self.match.away) if team in own]

    def _by_sides(self, goals: Sequence[EventPart], language: str) -> str:
        """Return who scored for each side that some goals are of."""
        parts = []
        for team in self._sides_of(goals):
            own = [self._as_scorer(e, language) for e in goals if self._side(e) == team]
            slots = {"list": join(own, language), "team": self.names[team]}
            parts.append(word(language, "match", "scorers_for", slots) or "")
        return join(parts, language)

    def _by_halves(self) -> Iterator[Draft]:
        """Yield who scored in each half, where the half of every goal is told."""
        if any(e.period == "extra_time" or (e.minute or 0) > FULL_TIME or not e.player for e in self.goals):
            return
        told = [(half_of(event), event) for event in self.goals]
        if any(half is None for half, _ in told):
            return
        for at, field in enumerate(("first_half_goals", "second_half_goals")):
            goals = [event for half, event in told if half == at]
            if goals:
                yield self._goals_told(field, goals, by_sides=True)
            else:
                yield self._fields.entry(field, ["nobody"], "person", f"{field}_none")
            half, number = field.removesuffix("_goals"), len(goals)
            yield self._fields.entry(
                f"{half}_count",
                [number],
                "count",
                f"{half}_count" if goals else f"{field}_none",
                extra=lambda lang, told=goals: (
                    self._counted(len(told), lang) | {"list": self._by_sides(told, lang)}
                ),
                item=lambda lang, n=number: str(n),
            )

    def _counted(self, goals: int, language: str) -> dict[str, str]:
        """Return a number of goals with the words that agree with it."""
        plural = templates(language)["plural"]
        number = "one" if goals == 1 else "other"
        return {
            "goals": str(goals),
            "goal_word": plural[f"goal_{number}"],
            "were": plural[f"were_{number}"],
        }

    def _in_order(self) -> bool:
        """Whether it is told which goal came first: people write them in their order, a draft may not know it."""
        told = [e for e in self.events if counts_as_goal(e)]
        return self._numbered or all(e.minute or (e.evidence is None and e is told[-1]) for e in self.goals)

    def _deciding(self) -> Iterator[Draft]:
        """Yield the goals that made the score level or put a side ahead, and the one that the winner needed."""
        stood, level = [0, 0], []
        ahead: dict[str, list[EventPart]] = {}
        winner = winner_of(self.part)
        need = min(self.part.score or (0, 0)) + 1
        for event in self.goals:
            at = int(self._side(event) == self.part.away)
            stood[at] += 1
            if stood[0] == stood[1]:
                level.append(event)
            if stood[at] - stood[1 - at] == 1:
                ahead.setdefault((self.part.home, self.part.away)[at], []).append(event)
            if self._side(event) == winner and stood[at] == need:
                yield self._goals_told("winning_goal", [event])
        if level:
            yield self._goals_told("equaliser", level)
        for team, goals in ahead.items():
            yield self._put_ahead(team, goals)

    def _goals_told(self, field: str, goals: list[EventPart], *, by_sides: bool = False) -> Draft:
        sides = {self._side(e) for e in goals}

        def shown(lang: str) -> str:
            return join([self._as_scorer(e, lang) for e in goals], lang)

        draft = self._fields.entry(
            field,
            [e.player for e in goals],
            "person",
            field,
            minute=goals[0].minute,
            extra=lambda lang: {
                "list": self._by_sides(goals, lang) if by_sides else shown(lang),
                "player": self._alone(goals),
            },
            item=shown,
            asked_of=next(iter(sides)) if len(sides) == 1 else None,
        )
        return replace(
            draft, kinds=draft.kinds | {"minute"}, team=next(iter(sides)) if len(sides) == 1 else None
        )

    def _put_ahead(self, team: str, goals: list[EventPart]) -> Draft:
        def shown(lang: str) -> str:
            return join([self._as_scorer(e, lang) for e in goals], lang)

        draft = self._fields.entry(
            "ahead",
            [e.player for e in goals],
            "person",
            _key("ahead", len(goals)),
            team=team,
            minute=goals[0].minute,
            extra=lambda lang: {"list": shown(lang), "player": self._alone(goals)},
            item=shown,
        )
        return replace(draft, kinds=draft.kinds | {"minute"})

    def _alone(self, goals: list[EventPart]) -> Name | None:
        """Return who scored the only one of some goals."""
        return self.names.get(goals[0].player or "") if len(goals) == 1 else None

    def _same_place(self, event: EventPart) -> bool:
        """Whether a goal has the same number among its side's goals as in the match, counted from either end."""
        own = [e for e in self.goals if self._side(e) == self._side(event)]
        at = self.goals.index(event)
        return own.index(event) == at or (event is self.goals[-1] and event is own[-1])

    def _side(self, event: EventPart) -> str | None:
        return side_of_goal(event, self.part)

    def _names_of(self, team: str, language: str) -> str:
        return join(self._scored(team, language), language)

    def _scored(self, team: str, language: str) -> list[str]:
        """Return the goals of a team, each as its scorer with the minute."""
        return [self._as_scorer(event, language) for event in self.goals if self._side(event) == team]

    def _as_scorer(self, event: EventPart, language: str) -> str:
        value = say(self.names.get(event.player or "", event.player or "?"), "", language)
        key = "item_penalty" if event.kind == "penalty" and event.minute else "item_minute"
        if event.kind == "penalty" and not event.minute:
            key = "item_penalty_only"
        if event.kind == "own_goal":
            key = "item_own_goal"
        slots = {"value": value, "minute": event.minute and str(event.minute)}
        return word(language, "list", key, slots) or value


def _key(sentence: str, goals: int) -> dict[str, str]:
    """Return the key of a sentence on scorers in each language; Italian has one of its own for a single goal."""
    return {
        language: f"{sentence}_one" if goals == 1 and language == "it" else sentence for language in LANGUAGES
    }
