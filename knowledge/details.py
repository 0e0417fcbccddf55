"""Stored rows as they are, for whoever shows them rather than answers with them: matches, finishes, runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from .base.rows import StoredRows, stored_rows
from .base.schema import Both, EventPart, FactPart, MatchPart
from .detail_records import ROUNDS, Club, EventDetails, Finish, Finishes, MatchDetails, Round, Run, ending
from .models import Language

KEPT_MATCHES = 32
"""Matches that are kept as they are shown, of some 10 KB each: a day's answers are on few."""


class Details:
    """The rows of a base. Texts come in the language asked for, else in the one there is."""

    def __init__(self, rows: StoredRows) -> None:
        self.rows = self._rows = rows
        self._matches: dict[tuple[str, Language], MatchDetails | None] = {}

    @classmethod
    def open(cls, path: Path | str) -> Details:
        """Open the base at `path`. Raises `BaseUnreadable` where it is none of this version."""
        return cls(stored_rows(Path(path)))

    @property
    def match_count(self) -> int:
        """How many matches are stored."""
        return len(self._rows.matches)

    def match(self, id_: str, language: Language) -> MatchDetails | None:
        """Return the match, or None where no such match is stored; those asked for last are kept."""
        found = self._matches.get((id_, language))
        if found is None:
            if len(self._matches) >= KEPT_MATCHES:
                self._matches.clear()
            found = self._matches[id_, language] = self._match(id_, language)
        return found

    def _match(self, id_: str, language: Language) -> MatchDetails | None:
        part = self._rows.matches.get(id_)
        if part is None:
            return None
        place = self._rows.names.get(part.venue or "")
        town = place.town if place else None
        return MatchDetails(
            id=part.id,
            home=self._club(part.home, language),
            away=self._club(part.away, language),
            score=part.score,
            half_time=part.half_time,
            winner=_side(_winner(part), part),
            date=part.date,
            year=part.date.year if part.date else part.year,
            season=part.season,
            competition=self._name(part.competition, language),
            stage=part.stage,
            venue=self._name(part.venue, language),
            town=self._name(town, language),
            home_coach=self._name(part.coaches.get(part.home), language),
            away_coach=self._name(part.coaches.get(part.away), language),
            events=tuple(self._event(e, part, language) for e in self._rows.events_of(id_)),
        )

    def finishes(self, id_: str, language: Language) -> Finishes | None:
        """Return the places of a club, or of the clubs' seasons under a coach and the season before them.

        None where fewer than two are stored. Of a coach's clubs the one with most stored places is taken.
        """
        coached: dict[str, set[str]] = {}
        for role, club, season in self._rows.roles.get(id_, ()):
            if role == "coach" and club and season:
                coached.setdefault(club, set()).add(season)
        person = id_ in self._rows.names and self._rows.names[id_].kind == "person"
        found = [self._finishes_of(club, seasons, language) for club, seasons in sorted(coached.items())]
        if not person:
            found = [self._finishes_of(id_, None, language)]
        best = max(found, key=lambda items: len(items.items), default=None)
        if best is None or len(best.items) < 2:
            return None
        coach = self._name(id_, language) if person else None
        return Finishes(best.club, coach, best.competition, best.items)

    def _finishes_of(self, club: str, seasons: set[str] | None, language: Language) -> Finishes:
        items: dict[int, Finish] = {}
        competition = None
        years = {ending(s) for s in seasons or ()}
        for fact in self._rows.seasonal.values():
            if fact.topic != "finish" or club not in fact.about or not isinstance(fact.value, int):
                continue
            for season in fact.seasons:
                own = seasons is None or season in seasons
                if own or ending(season) == min(years) - 1:
                    items[ending(season)] = Finish(season, ending(season), fact.value, own)
                    competition = competition or self._of_kind("competition", fact.about)
        ordered = tuple(items[year] for year in sorted(items))
        return Finishes(self._club(club, language), None, self._name(competition, language), ordered)

    def runs(self, language: Language) -> list[Run]:
        """Return every cup run of which at least two rounds are stored, newest first."""
        keys = {key for fact in self._rows.seasonal.values() for key in self._run_keys(fact)}
        runs = [self._run(*key, language) for key in sorted(keys)]
        return sorted((r for r in runs if len(r.rounds) > 1), key=lambda r: (r.season, r.id), reverse=True)

    def run(self, id_: str, language: Language) -> Run | None:
        """Return the run with this id ("atalanta-europa-league-2023-24"), or None."""
        return next((run for run in self.runs(language) if run.id == id_), None)

    def _run_keys(self, fact: FactPart) -> Iterator[tuple[str, str, str]]:
        """Yield (club, competition, season) of a fact that tells a round: the first it is about."""
        if not fact.stage or not fact.seasons:
            return
        club, cup = self._of_kind("club", fact.about), self._of_kind("competition", fact.about)
        if club and cup:
            yield club, cup, fact.seasons[0]

    def _run(self, club: str, cup: str, season: str, language: Language) -> Run:
        facts = [f for f in self._rows.seasonal.values() if season in f.seasons and club in f.about]
        facts = [f for f in facts if cup in f.about or f.value == cup]
        matches = [
            m for m in self._rows.matches.values()
            if m.competition == cup and m.season == season and club in (m.home, m.away)
        ]  # fmt: skip
        rounds = []
        for stage in ROUNDS:
            opponents = dict.fromkeys(c for f in facts if f.stage == stage for c in self._clubs_in(f.value))
            played = [m for m in matches if m.stage == stage]
            opponents.update(dict.fromkeys(m.away if m.home == club else m.home for m in played))
            details = (self.match(m.id, language) for m in played)
            if opponents:
                clubs = tuple(self._club(c, language) for c in opponents if c != club)
                rounds.append(Round(stage, clubs, tuple(d for d in details if d)))
        final = next((m for m in matches if m.stage == "final"), None)
        won = True if any(f.topic == "trophy" and f.value == cup for f in facts) else None
        if won is None and final is not None and _winner(final):
            won = _winner(final) == club
        records = (_text(f.value, language) for f in facts if f.topic == "run")
        return Run(
            id=f"{club}-{cup}-{season}",
            club=self._club(club, language),
            competition=self._name(cup, language) or cup,
            season=season,
            rounds=tuple(rounds),
            won=won,
            record=next(filter(None, records), None),
        )

    def _clubs_in(self, value: object) -> Iterator[str]:
        for id_ in value if isinstance(value, list) else [value]:
            if isinstance(id_, str) and id_ in self._rows.names and self._rows.names[id_].kind == "club":
                yield id_

    def _of_kind(self, kind: str, ids: list[str]) -> str | None:
        return next((i for i in ids if i in self._rows.names and self._rows.names[i].kind == kind), None)

    def _event(self, event: EventPart, match: MatchPart, language: Language) -> EventDetails:
        parts = ("assist", "won_by", "by", "off", "on", "fouled_by")
        part = next((p for p in parts if getattr(event, p)), "")
        note = event.how or event.why or event.part
        return EventDetails(
            id=event.id,
            kind=event.kind,
            side=_side(event.team, match),
            minute=event.minute,
            added=event.added,
            period=event.period,
            player=self._name(event.player, language),
            other=self._name(getattr(event, part) if part else None, language),
            part=part,
            outcome=event.outcome,
            colour=event.colour,
            note=_text(note, language),
        )

    def _club(self, id_: str, language: Language) -> Club:
        return Club(id_, self._name(id_, language) or id_)

    def _name(self, id_: str | None, language: Language) -> str | None:
        if not id_:
            return None
        name = self._rows.names.get(id_)
        return name.display[language] if name else id_


def _winner(match: MatchPart) -> str | None:
    if match.winner or match.score is None or match.score[0] == match.score[1]:
        return match.winner
    return match.home if match.score[0] > match.score[1] else match.away


def _side(club: str | None, match: MatchPart) -> Literal["home", "away"] | None:
    return "home" if club == match.home else "away" if club == match.away else None


def _text(value: object, language: Language) -> str | None:
    return value.get(language) or value.en or value.it if isinstance(value, Both) else None
