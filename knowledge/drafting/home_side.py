"""Which of the two teams was at home: grounds, towns, words for hosts and guests, the order of scores."""

from __future__ import annotations

import re
from collections import Counter

from knowledge.drafting.fixture_sides import MARK
from knowledge.drafting.gazetteer import PLACE, Gazetteer
from knowledge.drafting.home_places import (
    NEWSROOMS,
    dateline_vote,
    nation_vote,
    town_vote,
    venue_vote,
    written_from,
)
from knowledge.drafting.lineups import lineup_side
from knowledge.drafting.masking import Masked
from knowledge.drafting.matches import HEADLINES
from knowledge.drafting.other_teams import clubs_in, of_today
from knowledge.drafting.pair import Pair
from knowledge.drafting.reading import fold
from knowledge.drafting.records import Mention
from knowledge.drafting.role_side import count_roles
from knowledge.drafting.told_winner import told_winner
from knowledge.drafting.vocabulary import Vocabulary, pattern

_WHOM = re.compile(r"[a-z]* (?:il |la |lo |l’|i |gli |le |the )?(<t\d+>)")
"""Whom a team plays at home: "la Roma ospita il Milan"."""


def settle_home(
    pair: Pair, rows: list[Masked], vocab: Vocabulary, gazetteer: Gazetteer, town: str | None = None
) -> tuple[Pair, bool]:
    """Return the pair with the home team first, and whether the text tells which that is; else the first named.

    `town` is the one that the report is written from, where it opens with that.
    """
    votes = pair.votes
    for row in [of_today(row, vocab) for row in rows]:
        early = 1.5 if row.sentence.index < 8 else 1.0
        for rule, which, worth in (
            ("host_first", 0, 4),
            ("visit_first", 1, 3),
            ("visit_second", 2, 3),
            ("host_named", 0, 4),
            ("home_cue", 0, 1.5),
        ):
            for match in vocab.rules[rule].finditer(row.text):
                sides = [pair.side(row.mark(m)) for m in MARK.findall(match.group()) if m[1] == "t"]
                if not sides or (rule == "host_first" and sides[-1] is None):
                    continue
                met_next = _WHOM.match(row.text, match.end()) if rule == "home_cue" else None
                if met_next and pair.is_stranger(row.mark(met_next.group(1))):
                    continue
                home = (
                    next((s for s in sides if s is not None), None)
                    if rule == "home_cue"
                    else sides[0]
                    if which == 0
                    else sides[-1]
                    if which == 1
                    else None
                    if sides[0] is None
                    else 1 - sides[0]
                )
                if home is not None and not (which == 1 and len(sides) > 1 and sides[0] == sides[-1]):
                    votes[pair.teams[home]] += worth * early  # type: ignore[assignment]
        _at_team_votes(votes, pair, row, vocab, early)
        count_roles(votes, pair, row, vocab, early)
        if vocab.has("next_fixture", row.text):
            continue
        for start, end, place in row.of("op"):
            if _LONG_AGO.match(row.text, end):
                continue
            if place.key.startswith(PLACE):
                nation_vote(votes, pair, place.key, gazetteer, early)
                town_vote(votes, pair, place.key.removeprefix(PLACE), gazetteer, early)
            elif (away := _won_away(row, start, pair)) is not None and not _plays_there(
                pair, away, place, gazetteer
            ):
                votes[pair.teams[1 - away]] += 1.2 * early  # type: ignore[assignment]
            elif _TO_TOWN.search(row.text[max(0, start - 14) : start]):
                town_vote(votes, pair, place.key, gazetteer, early)
            elif _MATCH_OF.search(row.text, 0, start) and PLACE + place.key in gazetteer.entries:
                nation_vote(votes, pair, PLACE + place.key, gazetteer, early)
        for start, _, club in row.of("t") if pair.nations else ():
            land = gazetteer.lands.get(fold(club.text), "")
            if land in pair.teams and _TO_TOWN.search(row.text[max(0, start - 14) : start]):
                votes[land] += 1.5 * early  # type: ignore[assignment]
        for land, lead in row.lands:
            hosts = [t for t in pair.teams if land in (t, gazetteer.nations.get(t))]
            if len(hosts) == 1 and _RETURN.search(lead):
                hosts = [t for t in pair.teams if t not in hosts]
            if len(hosts) == 1 and not vocab.has("past_match", lead):
                votes[hosts[0]] += 1.5 * early  # type: ignore[assignment]
        for start, end, venue in row.of("v"):
            if _OF_THE_GROUND.match(row.text, end):
                continue
            lead = row.text[max(0, start - 60) : start]
            away = _won_away(row, start, pair)
            if away is not None and not _plays_there(pair, away, venue, gazetteer):
                votes[pair.teams[1 - away]] += 1.2 * early  # type: ignore[assignment]
                continue
            if _FAR_FROM.search(lead):
                side = next((i for i, t in enumerate(pair.teams) if t in _owners(venue, gazetteer)), None)
                if side is not None:
                    votes[pair.teams[1 - side]] += 2 * early  # type: ignore[assignment]
                continue
            if (
                vocab.has("other_day_at", lead)
                or _SPOKEN.search(row.text[:start])
                or _FIRST_LEG.match(row.text, end)
                or _LONG_PAST.match(row.text, end)
            ):
                continue
            met = _MET_AT.search(lead)
            if _CAPTION.search(row.text[:start]) or (met and pair.is_stranger(row.mark(met.group(1)))):
                continue
            if not _in_another_town(row, end, venue, gazetteer):
                venue_vote(votes, pair, venue, gazetteer, early)
        _turned_score_vote(votes, pair, row, vocab, early)
    if town is None:
        dateline_vote(votes, pair, rows, gazetteer)
    elif town not in NEWSROOMS:
        written_from(votes, pair, town, gazetteer)
    _order_votes(votes, pair, rows, vocab)
    a, b = votes[pair.teams[0]], votes[pair.teams[1]]
    known = abs(a - b) >= 1
    if not known:
        named = next((side for row in rows for m in clubs_in(row) if (side := pair.side(m)) is not None), 0)
        return (pair if named == 0 else pair.turned()), False
    return (pair if a >= b else pair.turned()), True


def _order_votes(votes: Counter[str], pair: Pair, rows: list[Masked], vocab: Vocabulary) -> None:
    """Let the order speak in which both teams are set side by side, and that of their line-ups: hosts first."""
    seen: set[int] = set()
    for row in rows:
        for at, (rule, worth) in enumerate(SIDE_BY_SIDE):
            match = pattern(rule).search(row.text)
            sides = [pair.side(row.marks[int(g)]) for g in match.groups()] if match else []
            if at not in seen and set(sides) == {0, 1} and not vocab.has("past_match", row.text):
                seen.add(at)
                votes[pair.teams[sides[0] or 0]] += worth  # type: ignore[assignment]
    listed = [s for row in rows if (s := lineup_side(row, pair)) is not None]
    if set(listed) == {0, 1}:
        votes[pair.teams[listed[0]]] += LINED_UP  # type: ignore[assignment]


SIDE_BY_SIDE = (("between_teams", 1.2), ("both_teams", 1.0))
"""How much the team named first of two that are named together counts as the home team: 39 of 41 and 45 of 48
in labelled reports."""
LINED_UP = 1.5
"""How much the team counts as the home team whose line-up is printed first: 29 of 30."""


_CAPTION = re.compile(
    r"^(?:[^<]{0,20}<p\d+>[^<]{0,14} )(?:of <t\d+> )?(?:reacts|celebrates|looks on|poses|applauds|gestures)\b"
)
"""How a line under a picture begins, which may be of another day."""
_OF_THE_GROUND = re.compile(r" (?:outfit|side|club|faithful|men|boss|board|manager)\b")
"""What makes of a ground the club that plays there, wherever the match is: "the <v> outfit"."""
_SPOKEN = re.compile(r": ?[\"“«][^\"”»]*$")
"""What opens the words of somebody."""
_LONG_AGO = re.compile(r",? in (?:[a-z]+ )?(?:19|20)\d\d\b")
"""What dates a place to another match: "in Auckland in February 2010"."""
_FAR_FROM = re.compile(r"\blontan[oaie] (?:dal|dallo|da|dall’) ?[“\"‘«]?$")
"""What stands before a ground that a team has left behind: "terza sconfitta lontano dal <v>"."""


def _owners(venue: Mention, gazetteer: Gazetteer) -> set[str]:
    """Return the clubs that play at a ground."""
    return {club for key in venue.key.split("|") for club in gazetteer.grounds.get(key, ())}


def _in_another_town(row: Masked, end: int, venue: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a ground is said to stand in a town that is not its club's: "al <v> di Lima".

    Grounds of Italian clubs are left out: their youth play in the towns round about.
    """
    match = _STANDS_IN.match(row.text, end)
    if match is None:
        return False
    town = fold(row.mark(match.group(1)).text)
    owners = {club for club in _owners(venue, gazetteer) if gazetteer.nations.get(club) != "italy"}
    homes = {fold(gazetteer.entries[club].home) for club in owners if club in gazetteer.entries}
    homes |= {home for home, clubs in gazetteer.towns.items() if owners & set(clubs)}
    return any(homes) and not any(town in home or home in town for home in homes if home)


_STANDS_IN = re.compile(r"[”»\"’]? (?:di|a) (<[op]\d+>)")
_FIRST_LEG = re.compile(r"[^<.;:]{0,25}\b(?:d’andata|all’andata|in the first leg)\b")
"""What puts a ground into the first leg: "lost at <v> in the first leg"."""
_LONG_PAST = re.compile(r"[”»\"’']? (?:fu|furono) ")
"""What puts a ground into another day's match: "al <v> fu vinto"."""
_RETURN = re.compile(r"\britorno (?:[a-zàèéìòù]+ ){0,5}(?:in|nel|nella)? ?$")
"""What stands before the land of the second leg: the first one was played in the other team's."""
_MET_AT = re.compile(
    r"\b(?:against|with|face|host|play|meet|meeting|contro|con|affront\w+|ospit\w+) (?:[^<.;,]){0,25}(<t\d+>)"
    r" (?:at|in|al|allo|nel) (?:the |their )?$"
)
"""A match with a team of another one, before the ground that it is played at."""


def _turned_score_vote(votes: Counter[str], pair: Pair, row: Masked, vocab: Vocabulary, early: float) -> None:
    """Let a score whose lower figure stands first say that its winner was away ("win 1-2", not "fall 1-3")."""
    for start, end, mark in row.of("s"):
        score = row.scores[int(mark.key)]
        lost = vocab.has("lose", row.text[max(0, start - 45) : start])
        if score.first < score.second and row.sentence.index < 8 and not lost:
            winner = told_winner(row, start, end, pair, vocab)
            if winner is not None:
                votes[pair.teams[1 - winner]] += 1.5 * early  # type: ignore[assignment]


def _won_away(row: Masked, start: int, pair: Pair) -> int | None:
    """Return the side whose win, draw or defeat in a place that begins at `start` is told ("successo del <t> a")."""
    match = _RESULT_OF.search(row.text, 0, start)
    return pair.side(row.mark(match.group(match.lastindex or 1))) if match else None


_RESULT_OF = re.compile(
    r"\b(?:successo|vittoria|pareggio|pari|blitz|colpo|impresa|sconfitta|ko|tonfo) (?:[a-zàèéìòù]+ )?"
    r"(?:del|della|dello|dell’|degli|delle|dei) ?(<t\d+>) ad? $"
    r"|(<t\d+>) (?:vinc\w+|cad\w+|perd\w+|pareggi\w+|pass\w+|trionf\w+|si impon\w+)(?: <s\d+>)? ad? $"
)
"""What stands before the town that a team has come to: nobody says of a home match in which town it was won."""


def _plays_there(pair: Pair, side: int, place: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a team is known to be of a place."""
    votes: Counter[str] = Counter()
    town_vote(votes, pair, fold(place.text), gazetteer, 1.0)
    return votes[pair.teams[side]] > 0


_MATCH_OF = re.compile(r"\b(?:match|gara|sfida|partita|serata|notte|incontro|test) di $")
"""What stands before the town that a match was played in."""
_TO_TOWN = re.compile(r"\b(?:to|in|at|a|ad) $")


def _at_team_votes(votes: Counter[str], pair: Pair, row: Masked, vocab: Vocabulary, early: float) -> None:
    """Let "a 1-1 draw at Lille" at the top of a report put Lille at home."""
    for match in vocab.rules["at_team"].finditer(row.text) if row.sentence.index < HEADLINES else ():
        lead = row.text[max(0, match.start() - 40) : match.start()]
        side = next((pair.side(row.mark(m)) for m in MARK.findall(match.group()) if m[1] == "t"), None)
        if side is not None and not pattern("another_day").search(lead):
            votes[pair.teams[side]] += 3 * early  # type: ignore[assignment]
