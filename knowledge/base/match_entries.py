"""The fields of a match as entries: score, winner, date, venue, coaches, scorers, substitutes ..."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from knowledge.answers.grammar import say
from knowledge.answers.wording import join, templates, word
from knowledge.models import LANGUAGES, Match, Name

from .drafts import Draft, Texts, questions_of
from .match_labels import match_question, match_slots, winner_of
from .named_players import named_players
from .schema import EventPart, FactPart, MatchPart, in_both
from .score_checks import counts_as_goal, half_of, side_of_goal
from .summary import Summary

Slots = dict[str, dict[str, Any]]
FULL_TIME = 90
"""Minutes of play without extra time."""


class MatchEntries:
    """Drafts all entries of one match."""

    def __init__(
        self, part: MatchPart, match: Match, events: Sequence[EventPart], names: Mapping[str, Name],
        facts: Sequence[FactPart] = (),
    ) -> None:  # fmt: skip
        self.part, self.match, self.names = part, match, names
        self.summary = Summary(part, events, facts, names)
        self.events = events
        self.slots: Slots = {lang: match_slots(part, names, lang) for lang in LANGUAGES}
        self.goals = sorted((e for e in events if counts_as_goal(e)), key=lambda e: e.minute or 999)
        score = part.score
        sides = [self._side(e) for e in self.goals]
        self.complete = score is not None and [sides.count(t) for t in (part.home, part.away)] == [*score]
        self.complete = self.complete and len(sides) == sum(score or ())

    def drafts(self) -> Iterator[Draft]:
        """Yield an entry for each field that the match or its events hold."""
        part = self.part
        winner = winner_of(part)
        if part.score:
            key = "score" if winner else "score_draw"
            score = f"{part.score[0]}-{part.score[1]}"
            yield self._entry("score", [score], "score", key, item=lambda lang: score)
            yield self._entry(
                "goals", [sum(part.score)], "count", "goals", **self._count(sum(part.score), None)
            )
            for team, goals in ((part.home, part.score[0]), (part.away, part.score[1])):
                key = "goals_of" if goals else "scorers_none"
                yield self._entry("goals", [goals], "count", key, team=team, **self._count(goals, team))
        if winner:
            loser = part.away if winner == part.home else part.home
            key = "winner" if part.score else "winner_only"
            yield self._entry("winner", [winner], "club", key, suffix=False)
            yield self._entry("loser", [loser], "club", key, suffix=False)
        if part.score:
            asked, said, told = ("draw", "no", "winner") if winner else ("level", "yes", "draw")
            yield self._entry(asked, [said], "yes_no", told, suffix=False)
        for field, value, kind in (
            ("half_time", part.half_time and "-".join(map(str, part.half_time)), "score"),
            ("date", part.date, "date"),
            ("venue", part.venue, "place"),
            ("competition", part.competition, "competition"),
            ("season", part.season, "year"),
        ):
            if value:
                yield self._entry(field, [value], kind, field, suffix=field not in ("date",))
        yield from self._people("coaches", "coach_of", "coach", part.coaches)
        yield from self._people("goalkeepers", "goalkeeper_of", "keeper", part.goalkeepers)
        yield from self._scorers()
        yield from self._substitutes()
        yield from self._named()
        yield self._summary()

    def _summary(self) -> Draft:
        told = {lang: self.summary.text(lang, self.slots[lang]) for lang in LANGUAGES}
        draft = self._entry(
            "summary",
            [self.match.id],
            "manner",
            "summary",
            extra=lambda lang: {"summary": told[lang]},
            item=lambda lang: told[lang],
            suffix=False,
        )
        # What a goalkeeper did is no question for the whole match; his name must rule the summary out.
        names = draft.names - frozenset(self.part.goalkeepers.values())
        questions: Texts = {
            lang: [*draft.questions[lang], (match_question(self.part, self.names, lang), "open")]
            for lang in LANGUAGES
        }
        return replace(draft, names=names, questions=questions)

    def _count(self, goals: int, team: str | None) -> dict[str, Any]:
        teams = [team] if team else [self.match.home, self.match.away]

        def extra(lang: str) -> dict[str, Any]:
            plural = templates(lang)["plural"]
            number = "one" if goals == 1 else "other"
            return {
                "goals": str(goals),
                "goal_word": plural[f"goal_{number}"],
                "were": plural[f"were_{number}"],
                "list": join([g for t in teams for g in self._scored(t, lang)], lang)
                if self.complete
                else None,
            }

        return {"extra": extra, "item": lambda lang: str(goals)}

    def _people(self, field: str, key: str, slot: str, people: Mapping[str, str]) -> Iterator[Draft]:
        for team, person in people.items():
            yield self._entry(
                field,
                [person],
                "person",
                key,
                team=team,
                extra=lambda lang, p=person: {slot: self.names.get(p)},
                item=lambda lang, p=person: say(self.names.get(p, p), "", lang),
            )
        if len(people) > 1:

            def both(lang: str) -> dict[str, Any]:
                made = [
                    word(lang, "match", key, {slot: self.names.get(p), "team": self.names.get(t)}) or ""
                    for t, p in people.items()
                ]
                return {
                    "list": join(
                        [made[0], *(m[:1].lower() + m[1:] if m.startswith("In ") else m for m in made[1:])],
                        lang,
                    )
                }

            yield self._entry(field, list(people.values()), "person", field, extra=both)

    def _scorers(self) -> Iterator[Draft]:
        if not self.complete:
            return
        if not self.goals:
            yield self._entry("scorers", ["nobody"], "person", "scorers_nobody")
            return
        sides = [t for t in (self.match.home, self.match.away) if any(self._side(e) == t for e in self.goals)]

        def everybody(lang: str) -> dict[str, Any]:
            parts = [
                word(lang, "match", "scorers_for", {"list": self._names_of(t, lang), "team": self.names[t]})
                or ""
                for t in sides
            ]
            return {"list": join(parts, lang)}

        key: dict[str, str] = {
            lang: "scorers_one" if len(self.goals) == 1 and lang == "it" else "scorers" for lang in LANGUAGES
        }
        scorers = [e.player for e in self.goals if e.player]
        if not scorers:  # goals of unnamed players
            return
        yield self._entry(
            "scorers",
            scorers,
            "person",
            key,
            extra=everybody,
            item=lambda lang: join([self._names_of(t, lang) for t in sides], lang),
        )
        for team in (self.match.home, self.match.away):
            own = [e.player for e in self.goals if self._side(e) == team and e.player]
            one: dict[str, str] = {
                lang: "scorers_of_one" if len(own) == 1 and lang == "it" else "scorers_of"
                for lang in LANGUAGES
            }
            yield self._entry(
                "scorers",
                own or ["nobody"],
                "person",
                one if own else "scorers_none",
                team=team,
                extra=lambda lang, t=team: {"list": self._names_of(t, lang) or None},
                item=lambda lang, t=team: self._names_of(t, lang) or "0",
            )
        yield from self._by_halves()
        if not self._in_order():
            return
        yield from self._deciding()
        numbered = [*zip(("first_goal", "second_goal", "third_goal"), self.goals, strict=False)]
        for field, event in (*numbered, ("last_goal", self.goals[-1])):
            draft = self._entry(
                field,
                [event.player],
                "person",
                field,
                minute=event.minute,
                extra=lambda lang, e=event: {
                    "player": self.names.get(e.player or ""),
                    "team": self.names.get(self._side(e) or ""),
                    "minute": e.minute,
                },
                item=lambda lang, e=event: say(self.names.get(e.player or "", e.player), "", lang),
            )
            draft = replace(draft, text={**draft.text, **in_both(event.en, event.it)})
            kinds = draft.kinds | ({"minute"} if event.minute else set())
            yield replace(draft, kinds=kinds, team=self._side(event) if self._same_place(event) else None)

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
                yield self._goals_told(field, goals)
            else:
                yield self._entry(field, ["nobody"], "person", f"{field}_none")

    def _in_order(self) -> bool:
        """Whether it is told which goal came first: people write them in their order, a draft may not know it."""
        told = [e for e in self.events if counts_as_goal(e)]
        return all(e.minute or (e.evidence is None and e is told[-1]) for e in self.goals)

    def _deciding(self) -> Iterator[Draft]:
        """Yield the goals that made the score level, and the one that the winner needed."""
        stood, level = [0, 0], []
        winner = winner_of(self.part)
        need = min(self.part.score or (0, 0)) + 1
        for event in self.goals:
            at = int(self._side(event) == self.part.away)
            stood[at] += 1
            if stood[0] == stood[1]:
                level.append(event)
            if self._side(event) == winner and stood[at] == need:
                yield self._goals_told("winning_goal", [event])
        if level:
            yield self._goals_told("equaliser", level)

    def _goals_told(self, field: str, goals: list[EventPart]) -> Draft:
        sides = {self._side(e) for e in goals}
        draft = self._entry(
            field,
            [e.player for e in goals],
            "person",
            field,
            minute=goals[0].minute,
            extra=lambda lang: {"list": join([self._as_scorer(e, lang) for e in goals], lang)},
            item=lambda lang: join([self._as_scorer(e, lang) for e in goals], lang),
        )
        return replace(
            draft, kinds=draft.kinds | {"minute"}, team=next(iter(sides)) if len(sides) == 1 else None
        )

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

    def _substitutes(self) -> Iterator[Draft]:
        for team in (self.match.home, self.match.away):
            changes = [e for e in self.events if e.kind == "substitution" and e.team == team and e.player]
            came = [e.player for e in changes if e.player]
            if not came:
                continue
            one: dict[str, str] = {
                lang: "substitutes_of_one" if len(came) == 1 and lang == "it" else "substitutes_of"
                for lang in LANGUAGES
            }

            def shown(lang: str, changes: list[EventPart] = changes) -> str:
                return join([self._change(e, lang) for e in changes], lang)

            yield self._entry(
                "substitutes",
                came,
                "person",
                one,
                team=team,
                extra=lambda lang, s=shown: {"list": s(lang)},
                item=shown,
            )

    def _named(self) -> Iterator[Draft]:
        for team, players in named_players(self.part, self.events).items():
            if len(players) > 1:

                def shown(lang: str, players: list[str] = players) -> str:
                    return join([say(self.names.get(p, p), "", lang) for p in players], lang)

                extra = {lang: {"list": shown(lang)} for lang in LANGUAGES}
                yield self._entry("named", players, "person", "named", team=team, extra=extra.get, item=shown)

    def _change(self, event: EventPart, language: str) -> str:
        """Return who came on, and for whom where that is told."""
        came, off = (say(self.names.get(p or "", p or ""), "", language) for p in (event.player, event.off))
        return (
            word(language, "list", "item_for", {"value": came, "off": off}) if event.off else None
        ) or came

    def _entry(
        self,
        field: str,
        values: list[Any],
        kind: str,
        key: str | dict[str, str],
        *,
        team: str | None = None,
        extra: Callable[..., dict[str, Any]] | None = None,
        item: Callable[..., str] | None = None,
        minute: int | None = None,
        suffix: bool = True,
    ) -> Draft:
        text: dict[str, str] = {}
        shown: dict[str, str] = {}
        slots: Slots = {}
        for lang in LANGUAGES:
            given = self.slots[lang] | (extra(lang) if extra else {})
            asked = {
                k: v
                for k, v in given.items()
                if k not in ("date", "competition", "season", "venue", "year", "town")
            }
            given["team"] = asked["team"] = self.names.get(team or "")
            other = self.match.away if team == self.match.home else self.match.home
            asked["opponent"] = self.names.get(other) if team else None
            asked.setdefault("coach", self.names.get(self.part.coaches.get(team or "", "")))
            slots[lang] = asked
            template = key if isinstance(key, str) else key[lang]
            text[lang] = word(lang, "match", template, given) or ""
            shown[lang] = item(lang) if item else say(self.names.get(str(values[0]), values[0]), "", lang)
        suffix_id = f":{team}" if team else ""
        winners = {"winner": values[0], "loser": values[0]}.get(field)
        asks = _for_question(slots, self.names, winners)
        questions = questions_of("match", field, asks, needs="team" if team else None)
        return Draft(
            id=f"{self.match.id}:{field}{suffix_id}",
            row=self.match.id,
            intent=f"match.{field}",
            source=self.match.source,
            match=self.match.id,
            kinds=frozenset({kind}),
            names=self.match.names,
            core=frozenset(),
            values=tuple(values),
            team=team,
            text=text,
            item=shown,
            questions=questions,
            minute=minute,
            many=False,
        )


def _for_question(slots: Slots, names: Mapping[str, Name], team: str | None) -> Slots:
    if team is None:
        return slots
    return {lang: given | {"team": names.get(team)} for lang, given in slots.items()}
