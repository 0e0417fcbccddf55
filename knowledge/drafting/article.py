"""The steps of drafting in their order, from a text to its matches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.drafting.allegiances import add_sides_of_doing, add_sides_of_result, find_coaches, player_sides
from knowledge.drafting.assists import add_assists
from knowledge.drafting.clock import Clock
from knowledge.drafting.coach_by_goals import add_coach_of_goals
from knowledge.drafting.comebacks import comeback
from knowledge.drafting.confidence import calibrated
from knowledge.drafting.datelines import dateline_town
from knowledge.drafting.events import find_events
from knowledge.drafting.fixtures import Fixture, find_fixtures
from knowledge.drafting.gazetteer import Name
from knowledge.drafting.goal_scene import Told
from knowledge.drafting.goals import find_goals
from knowledge.drafting.header import detect_language, find_date, read_header
from knowledge.drafting.home_side import settle_home
from knowledge.drafting.known_names import with_names
from knowledge.drafting.lineups import Listed
from knowledge.drafting.lists import read_lists
from knowledge.drafting.masking import Masked
from knowledge.drafting.named_teams import people_and_teams
from knowledge.drafting.other_matches import other_matches
from knowledge.drafting.other_teams import elsewhere
from knowledge.drafting.outcome import Outcome, turned_by_goals
from knowledge.drafting.pair import Pair
from knowledge.drafting.people import Cast
from knowledge.drafting.posts import (
    add_coaches,
    find_keepers,
    fouls,
    missed_penalties,
    sides_of_people,
)
from knowledge.drafting.reading import clean, fold, sentences
from knowledge.drafting.reconcile import settle
from knowledge.drafting.records import Header, MatchDraft, Sentence
from knowledge.drafting.results import find_result
from knowledge.drafting.role_side import role_votes
from knowledge.drafting.shapes import told_shapes
from knowledge.drafting.side_sharing import share_sides
from knowledge.drafting.side_words import leanings
from knowledge.drafting.team_names import call_by_town, forget_nicknames, is_no_fixture, parts_a_name
from knowledge.drafting.tickers import line_scores, shouted_goals
from knowledge.drafting.ties import find_ties, share_votes
from knowledge.drafting.told_result import Result, half_time, turned_by_winner
from knowledge.drafting.vocabulary import Vocabulary, load, shared_words, vocabulary
from knowledge.drafting.winning_coach import add_coach_of_result


@dataclass(slots=True)
class Reading:
    """All that was read of a text."""

    language: str
    header: Header
    rows: list[Masked] = field(default_factory=list)
    cast: Cast = field(default_factory=Cast)
    matches: list[MatchDraft] = field(default_factory=list)
    told: Told = field(default_factory=Told)


TURNED = 0.5
"""How much better the goals must add up with the other team at home to put it there."""


@dataclass(slots=True)
class _Account:
    """What is told of a match once its home team is supposed."""

    result: Result
    listed: Listed
    clock: Clock
    told: Told
    sides: dict[str, Counter[int]]
    outcome: Outcome


def _account(
    rows: list[Masked],
    parts: list[Sentence],
    text: str,
    people: Cast,
    pair: Pair,
    fixtures: list[Fixture],
    vocab: Vocabulary,
) -> _Account:
    """Return score and goals as told, the first of the pair being at home."""
    result = find_result(rows, pair, fixtures, vocab)
    listed = read_lists(text, parts, people, pair, vocab)
    clock = Clock(rows, vocab)
    told = find_goals(rows, pair, vocab, listed.lines, clock)
    told.leanings = leanings(rows, pair, vocab.language)
    shouted_goals(rows, vocab, told, clock)
    line_scores(rows, told, pair)
    sides = player_sides(rows, pair, vocab, listed.sides)
    told.ties = find_ties(rows, told.goals, vocab.language)
    if vocab.language == "en":
        add_sides_of_result(sides, rows, result.winner, vocab.language)
    share_votes(sides, told.ties)
    if vocab.language == "it":
        add_sides_of_result(sides, rows, result.winner, vocab.language)
        add_sides_of_doing(sides, rows, pair)
        told.comeback = comeback(rows, pair, result.winner)
    return _Account(result, listed, clock, told, sides, settle(told, listed, result, sides, vocab))


_NAMELESS = re.compile(r"o\.?g\.?|own goals?|autogol|autorete")
"""What stands in a list where an own goal's doer is not named."""
WORDED = 1.0
"""How sure the words alone must be of a winner for a match to have been played."""
_CAPTION = re.compile(r"^[^\n]*\(Photo by [^\n]*$", re.MULTILINE)
"""A line under a picture, in an agency's English."""


def read(text: str, names: Iterable[Name] | None = None) -> Reading:
    """Return what a text tells, the match it is about first. Any string is allowed, an empty one too."""
    written_in = dateline_town(text)
    town = fold(written_in) if written_in else None
    text = clean(text)
    language = detect_language(text)
    vocab = vocabulary(language)
    gazetteer = with_names(names)
    if language == "it":
        text = _CAPTION.sub("", text)
    parts = sentences(text, shared_words()["abbreviations"])
    fixtures = [
        f
        for f in find_fixtures(parts)
        if not parts_a_name(f, text, gazetteer) and not is_no_fixture(f, parts, vocab)
    ]
    people, rows, pair = people_and_teams(parts, fixtures, vocab, gazetteer)
    reading = Reading(language, read_header(text, vocab), rows, people)
    if pair is None:
        return reading
    away = elsewhere(rows, vocab)
    rows = [row for row in rows if row.sentence.index not in away]
    pair, home_known = settle_home(pair, rows, vocab, gazetteer, town)
    forget_nicknames(rows, people, pair, gazetteer)
    if language == "it":
        call_by_town(rows, people, pair, gazetteer)
    others = other_matches(rows, pair, vocab)
    rows = [row for row in rows if row.sentence.index not in others]
    account = _account(rows, parts, text, people, pair, fixtures, vocab)
    by_winner = not home_known and language == "it" and turned_by_winner(account.result)
    if by_winner:
        pair = pair.turned()
        account = _account(rows, parts, text, people, pair, fixtures, vocab)
    if not home_known and any(m.kind == "r" for row in rows for m in row.marks):
        turned = _account(rows, parts, text, people, pair.turned(), fixtures, vocab)
        gain = turned.outcome.worth - account.outcome.worth + role_votes(rows, account.result.winner, vocab)
        if gain > TURNED:
            pair, home_known, account = pair.turned(), True, turned
        home_known = home_known or gain < -TURNED
    if not home_known and not by_winner and turned_by_goals(account.outcome, language):
        pair = pair.turned()
        account = _account(rows, parts, text, people, pair, fixtures, vocab)
    result, listed, clock, told = account.result, account.listed, account.clock, account.told
    sides, outcome = account.sides, account.outcome
    match = MatchDraft(pair.teams, home_known, outcome.score, half_time(result, outcome.score))
    match.goals = [g for g in outcome.goals if not _NAMELESS.fullmatch(g.scorer)]
    for goal in match.goals:
        goal.confidence = calibrated(goal)
    add_assists(rows, match.goals, vocab)
    match.coaches = {
        **find_coaches(rows, pair, vocab, {g.scorer for g in match.goals}),
        **listed.coaches,
    }
    add_coach_of_result(match, rows, vocab)
    add_coach_of_goals(match, rows, vocab)
    add_coaches(match, rows, pair, language, sides)
    for goal in (g for g in match.goals if g.kind == "penalty"):
        goal.foul = fouls(goal, match, rows, language, sides)
    match.keepers = find_keepers(match, rows, language, sides)
    match.formations = told_shapes(match, rows, language) | listed.formations
    match.events = find_events(rows, vocab, clock, told, sides, listed.lines, set(match.coaches.values()))
    spot = missed_penalties(rows, language, sides_of_people(match.goals, sides), clock)
    scored = {g.scorer for g in match.goals if g.kind == "penalty"}
    match.events += [e for e in spot if e.detail["spot"] not in scored]
    match.people = share_sides(match, sides_of_people(match.goals, sides))
    if outcome.score is not None:
        match.score_evidence = result.sentences.get(outcome.score, "")
        match.confidence = min(1.0, result.figures.get(outcome.score, 0.0) / 8) if outcome.told else 0.3
    _surroundings(match, reading, gazetteer.grounds, vocab)
    _check_sum(match, outcome)
    reading.told = told
    told_won = abs(result.balance) >= WORDED or result.level
    if match.score or match.goals or told_won or any(f.strict for f in fixtures) or _is_played(rows, vocab):
        reading.matches = [match]
    return reading


def _is_played(rows: list[Masked], vocab: Vocabulary) -> bool:
    """Whether a text without score and goals tells of play all the same: saves, misses, halves."""
    seen = sum(any(vocab.has(rule, row.text) for rule in ("save", "miss", "half_time")) for row in rows)
    top = rows[:LEAD]
    decided = any(vocab.has(rule, row.text) for rule in ("win", "lose", "draw") for row in top)
    at_ground = vocab.language == "en" and decided and any(row.of("v") for row in top)
    return seen > (1 if at_ground or any(_WON_MATCH.search(row.text) for row in top) else 3)


LEAD = 3
"""Sentences at the top in which a win told makes a text a match's."""
_WON_MATCH = re.compile(r"\b(?:win|victory|defeat|draw) (?:at|over|against|to|with) (?:the )?<t\d+>")


_PLAYED_AT = re.compile(
    r"(?:\bfinale?\b|<s\d+>|\d[.,]\d{3})(?:[^.;<]|<[ct]\d+>){0,40}?\b"
    r"(?:at|in|al|allo|alla|del|dello|della|(?:all|dell)’) ?(?:the )?(<v\d+>)"
)
"""The ground of a result, of a final or of a crowd."""


def _neutral_ground(rows: list[Masked], home: str, grounds: dict[str, tuple[str, ...]]) -> str | None:
    """Return the ground of a final, or of a match of a home side without a known ground of its own."""
    settled = home not in load("nations.toml")["nations"] and any(home in c for c in grounds.values())
    told = [
        row.mark(match.group(1)).key
        for row in rows
        for match in _PLAYED_AT.finditer(row.text)
        if not settled or "final" in match.group()
    ]
    return told[0] if len(set(told)) == 1 else None


def _surroundings(
    match: MatchDraft, reading: Reading, grounds: dict[str, tuple[str, ...]], vocab: Vocabulary
) -> None:
    """Fill in venue, competition and date."""
    home = match.teams[0]
    venues = [m for row in reading.rows for _, _, m in row.of("v")]
    owners = {v.key: [club for key in v.key.split("|") for club in grounds.get(key, ())] for v in venues}
    own = [v for v in venues if home in owners[v.key]]
    free = [v for v in venues if v.key.startswith("v:") and not owners[v.key]]
    chosen = own or free
    match.venue = chosen[0].key if chosen else _neutral_ground(reading.rows, home, grounds)
    rated: dict[str, float] = {}
    for row in reading.rows:
        for _, _, mention in row.of("c"):
            early = 3.0 if row.sentence.index < 6 else 1.0
            lead = row.text[
                max(0, row.text.find(f"<c{row.marks.index(mention)}>") - 28) : row.text.find(
                    f"<c{row.marks.index(mention)}>"
                )
            ]
            if vocab.has("not_this_cup", lead) or (
                vocab.has("past_match", row.text) and row.sentence.index > 2
            ):
                continue
            rated[mention.key] = rated.get(mention.key, 0.0) + early
    match.competition = max(rated, key=lambda k: rated[k]) if rated else None
    match.date = reading.header.date or find_date("\n".join(r.sentence.text for r in reading.rows), vocab)


def _check_sum(match: MatchDraft, outcome: Outcome) -> None:
    """Compare goals and score: note what does not add up."""
    if match.score is None:
        return
    count = [sum(g.team == side for g in match.goals) for side in (0, 1)]
    if not outcome.told:
        match.notes.append("score_from_goals")
    elif any(g.team is None for g in match.goals):
        match.notes.append("teams_unsure")
    elif sum(count) < sum(match.score):
        match.notes.append("goals_missing")
