"""Who is named in a text, and which two teams it is about."""

from __future__ import annotations

from knowledge.drafting.fixtures import Fixture
from knowledge.drafting.gazetteer import Gazetteer
from knowledge.drafting.masking import Masked, mask
from knowledge.drafting.matches import choose_pair
from knowledge.drafting.names import scan
from knowledge.drafting.other_teams import played, unknown_team
from knowledge.drafting.pair import Pair
from knowledge.drafting.people import Cast, cast
from knowledge.drafting.reading import fold
from knowledge.drafting.records import Score, Sentence
from knowledge.drafting.team_names import (
    call_bare,
    call_by_land,
    call_in_full,
    called_by_land,
    land_of_a_club,
    lands_of_clubs,
    nicknamed,
    only_called,
    only_towns,
)
from knowledge.drafting.vocabulary import Vocabulary


def people_and_teams(
    parts: list[Sentence], fixtures: list[Fixture], vocab: Vocabulary, gazetteer: Gazetteer
) -> tuple[Cast, list[Masked], Pair | None]:
    """Return who is named, the masked sentences and the two teams.

    Where one team alone is found, the unknown name that is most spoken of as a team is the other.
    """
    teams: frozenset[str] = frozenset()
    while True:
        people = cast(scan(parts, vocab, gazetteer, fixtures), parts, vocab, gazetteer, teams)
        scores: list[Score] = []
        rows = [mask(s, people, vocab, scores) for s in parts]
        call_in_full(rows, people, gazetteer)
        if vocab.language == "en":
            call_bare(rows, people, gazetteer)
        by_land = called_by_land(people, gazetteer) if vocab.language == "it" else {}
        nations = frozenset(
            k for k in people.entities if k in gazetteer.entries and gazetteer.entries[k].kind == "nation"
        )
        unlikely = nicknamed(people, gazetteer) | lands_of_clubs(rows, gazetteer, nations)
        if vocab.language == "it":
            unlikely |= only_towns(rows, gazetteer) | land_of_a_club(rows, gazetteer, nations)
        pair = choose_pair(rows, fixtures, vocab, unlikely, nations, by_land, gazetteer.grounds)
        pair = pair or choose_pair(rows, fixtures, vocab)
        called = only_called(people, gazetteer)
        if pair is not None and called & set(pair.teams):
            named = choose_pair(rows, fixtures, vocab, unlikely | called, nations)
            other = named is not None and set(named.teams) != set(pair.teams)
            pair = named if named is not None and other and _stand_out(named, pair, rows) else pair
        vague = pair is None or (vocab.language == "it" and _called_vaguely(pair, rows))
        likely = unknown_team(rows, vocab.language, pair is not None) if vague and not teams else None
        if likely is None and not teams and vocab.language == "en":
            likely = played(rows)
        if likely is None:
            if pair is None and vocab.language == "it" and len(_plainly_named(rows)) == 2:
                pair = choose_pair(rows, fixtures, vocab, anyhow=True)
            call_by_land(
                rows, people, {land: club for land, club in by_land.items() if pair and club in pair.teams}
            )
            return people, rows, pair
        teams = frozenset(fold(form.replace("-", " ")) for form in people.entities[likely].forms)


def _plainly_named(rows: list[Masked]) -> set[str]:
    """Return the teams that a text names, whatever match it names them for."""
    return {m.key for row in rows for _, _, m in row.of("t") if "|" not in m.key}


def _called_vaguely(pair: Pair, rows: list[Masked]) -> bool:
    """Whether one of two teams is only called by what several are ("i biancorossi")."""
    named = {m.key for row in rows for m in row.marks if m.kind == "t"}
    return any(team not in named for team in pair.teams)


TOP = 4
"""Sentences at the top, or mentions in all, by which a team is one that a text is about."""
RATHER = 0.4
"""How often a team must be named for each time that a byname stands which may be its own."""


def _stand_out(named: Pair, called: Pair, rows: list[Masked]) -> bool:
    """Whether the teams of a pair that are not in `called` are spoken of as much as those that take their place."""
    places: dict[str, list[int]] = {}
    for row in rows:
        for mention in row.marks:
            places.setdefault(mention.key, []).append(row.sentence.index)
    new = [places.get(team, []) for team in named.teams if team not in called.teams]
    old = max(len(places.get(team, [])) for team in called.teams if team not in named.teams)
    at_top = all(found and (found[0] < TOP or len(found) > 1) for found in new)
    return at_top and all(len(found) >= RATHER * old for found in new)
