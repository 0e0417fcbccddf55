"""The fields of a match as entries: score, winner, date, venue, coaches, scorers, substitutes ..."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from knowledge.answers.grammar import say
from knowledge.answers.wording import join, word
from knowledge.models import LANGUAGES, Match, Name

from .drafts import Draft, Texts
from .match_fields import MatchFields
from .match_goals import MatchGoals
from .match_labels import match_question, winner_of
from .named_players import named_players
from .schema import EventPart, FactPart, MatchPart
from .summary import Summary


class MatchEntries:
    """Drafts all entries of one match."""

    def __init__(
        self, part: MatchPart, match: Match, events: Sequence[EventPart], names: Mapping[str, Name],
        facts: Sequence[FactPart] = (),
    ) -> None:  # fmt: skip
        self.part, self.match, self.names = part, match, names
        self.summary = Summary(part, events, facts, names)
        self.events = events
        self._fields = MatchFields(part, match, names)
        self.goals = MatchGoals(self._fields, events)

    def drafts(self) -> Iterator[Draft]:
        """Yield an entry for each field that the match or its events hold."""
        part = self.part
        winner = winner_of(part)
        if part.score:
            key = "score" if winner else "score_draw"
            score = f"{part.score[0]}-{part.score[1]}"
            yield self._fields.entry("score", [score], "score", key, item=lambda lang: score)
            yield from self.goals.counts(part.score)
            yield from self.goals.conceded(part.score)
        if winner:
            loser = part.away if winner == part.home else part.home
            key = "winner" if part.score else "winner_only"
            yield self._fields.entry("winner", [winner], "club", key)
            yield self._fields.entry("loser", [loser], "club", key)
        if part.score:
            asked, said, told = ("draw", "no", "winner") if winner else ("level", "yes", "draw")
            yield self._fields.entry(asked, [said], "yes_no", told)
        for field, value, kind in (
            ("half_time", part.half_time and "-".join(map(str, part.half_time)), "score"),
            ("date", part.date, "date"),
            ("venue", part.venue, "place"),
            ("competition", part.competition, "competition"),
            ("season", part.season, "year"),
        ):
            if value:
                yield self._fields.entry(field, [value], kind, field)
        for team, other in ((part.home, part.away), (part.away, part.home)):
            yield self._fields.entry("opponent", [other], "club", "opponent_of", team=team)
        if part.stage != "final":
            yield self._fields.entry("home_side", [part.home], "club", "home_side")
        yield from self._people("coaches", "coach_of", "coach", part.coaches)
        yield from self._people("goalkeepers", "goalkeeper_of", "keeper", part.goalkeepers)
        yield from self.goals.scorers()
        yield from self._substitutes()
        yield from self._named()
        yield self._summary()

    def _summary(self) -> Draft:
        told = {lang: self.summary.text(lang, self._fields.slots[lang]) for lang in LANGUAGES}
        draft = self._fields.entry(
            "summary",
            [self.match.id],
            "manner",
            "summary",
            extra=lambda lang: {"summary": told[lang]},
            item=lambda lang: told[lang],
        )
        # What a goalkeeper did is no question for the whole match; his name must rule the summary out.
        names = draft.names - frozenset(self.part.goalkeepers.values())
        questions: Texts = {
            lang: [*draft.questions[lang], (match_question(self.part, self.names, lang), "open")]
            for lang in LANGUAGES
        }
        return replace(draft, names=names, questions=questions)

    def _people(self, field: str, key: str, slot: str, people: Mapping[str, str]) -> Iterator[Draft]:
        for team, person in people.items():
            yield self._fields.entry(
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

            yield self._fields.entry(field, list(people.values()), "person", field, extra=both)

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

            yield self._fields.entry(
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
                yield self._fields.entry(
                    "named", players, "person", "named", team=team, extra=extra.get, item=shown
                )

    def _change(self, event: EventPart, language: str) -> str:
        """Return who came on, and for whom where that is told."""
        came, off = (say(self.names.get(p or "", p or ""), "", language) for p in (event.player, event.off))
        return (
            word(language, "list", "item_for", {"value": came, "off": off}) if event.off else None
        ) or came
