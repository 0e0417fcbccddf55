"""Which match a text reports: its two teams."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from knowledge.drafting.fixture_sides import sides_of
from knowledge.drafting.fixtures import Fixture
from knowledge.drafting.lineups import lineup_team
from knowledge.drafting.masking import Masked
from knowledge.drafting.other_teams import (
    REMARK,
    WHO_MET,
    clubs_in,
    elsewhere,
    is_aside,
    is_dateline,
    outside_match,
)
from knowledge.drafting.pair import Pair
from knowledge.drafting.pair_cues import (
    has_unknown_nickname,
    hosts_of,
    of_another_day,
    rival_in,
    the_one,
    told_pair,
    winner_beside,
    won_in,
)
from knowledge.drafting.pair_words import ALL, MOST, likely, pair_signs, weights
from knowledge.drafting.vocabulary import Vocabulary, pattern

HEADLINES = 5
"""Sentences at the top in which "A 2-1 B" is the headline and puts A at home."""


ROUND_UP = 0.4
"""How much a result counts for the teams of a text that stands in one sentence with another result."""


def choose_pair(
    rows: list[Masked],
    fixtures: list[Fixture],
    vocab: Vocabulary,
    nicknamed: frozenset[str] = frozenset(),
    nations: frozenset[str] = frozenset(),
    by_land: Mapping[str, str] = MappingProxyType({}),
    grounds: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    anyhow: bool = False,
) -> Pair | None:
    """Return the teams of the match that the text is about, or None where it names fewer than two.

    `nicknamed` are nations that the text calls by their people's name alone ("the Swedes"): no team if others are.
    `by_land` tells the club which a nation's name of that kind stands for, `grounds` who plays where. `anyhow` counts
    those too that the text names for another match.
    """
    single: Counter[str] = Counter()
    double: dict[frozenset[str], float] = defaultdict(float)
    order: Counter[tuple[str, str]] = Counter()
    before: str | None = None
    opened: str | None = None
    plain = {m.key for row in rows for m in clubs_in(row) if "|" not in m.key}
    top = {m.key for row in rows[:TALE] for m in clubs_in(row)}
    lands = len(top & nations) > 1
    abroad = bool(top) and top <= nations
    away = elsewhere(rows, vocab)
    for row in rows:
        early = 3.0 if row.sentence.index == 0 else 2.0 if row.sentence.index < 4 else 1.0
        outside = set() if anyhow else outside_match(row, vocab)
        outside |= {
            m.start
            for a, end, m in row.of("t")
            if m.key in nations and (_LAND_OF.match(row.text, end) or _PART_OF.search(row.text, 0, a))
        }
        outside |= {
            m.start
            for a, _, m in row.of("t")
            if lands and m.key not in nations and _IN.search(row.text, 0, a)
        }
        named = [
            m
            for m in clubs_in(row)
            if m.start not in outside and m.key not in nicknamed and not is_dateline(m, row)
        ]
        if row.sentence.index in away:
            single.update(dict.fromkeys({m.key for m in named if "|" not in m.key}, AWAY))
            continue
        aside = row.sentence.index > 0 and vocab.language == "it" and is_aside(row, vocab)
        for mention in clubs_in(row):
            if mention.key in by_land:
                single[by_land[mention.key]] += early * (ELSEWHERE if aside else 1.0)  # type: ignore[assignment]
        for mention in named:
            options = mention.key.split("|")
            options = [option for option in options if option in plain] or options
            for rank, option in enumerate(options):
                worth = early * (ELSEWHERE if aside else 1.0) / len(options) ** 1.5
                single[option] += worth * (1.0 - LESSER * rank)
        keys = list(dict.fromkeys(key for m in named if "|" not in (key := the_one(m.key, plain))))
        told = bool(row.scores) and (
            vocab.has("win", row.text) or vocab.has("lose", row.text) or vocab.has("draw", row.text)
        )
        past = of_another_day(row, keys, vocab) or vocab.has("other_game", row.text)
        past = past or (vocab.language == "en" and row.sentence.index > 1 and bool(REMARK.search(row.text)))
        past = past or (vocab.language == "en" and bool(_UNREAL.search(row.text)))
        past = past or (
            vocab.language == "en" and row.sentence.index > 2 and vocab.has("next_fixture", row.text)
        )
        if vocab.language == "en" and row.sentence.index < TOP and not (past or vocab.has("past", row.text)):
            for host in hosts_of(row, grounds) & plain if not abroad else ():
                single[host] += PLAYED_AT * early  # type: ignore[assignment]
                guests = [key for key in keys if key != host]
                if told and len(guests) == 1:
                    double[frozenset((host, guests[0]))] += MAIN * early
        parted = bool((_PARTED if vocab.language == "it" else _BOTH_WON).search(row.text))
        if len(keys) >= 2 and not past and row.sentence.index < 4 and not row.scores and not parted:
            worded = vocab.has("win", row.text) or vocab.has("lose", row.text) or vocab.has("draw", row.text)
            double[frozenset(keys[:2])] += 2.0 if worded else 0.5
        for match in pattern("beats_team").finditer(row.text) if not aside else ():
            both = {the_one(row.marks[int(g)].key, plain) for g in match.groups()} & set(keys)
            if len(both) == 2 and not vocab.has("past_match", row.text[: match.end()]):
                double[frozenset(both)] += 3.0
        beaten = _BEATEN.match(row.text)
        if beaten and before and not aside and row.marks[int(beaten.group(1))].key in keys:
            double[frozenset((before, row.marks[int(beaten.group(1))].key))] += 3.0
        if before and len(keys) == 1 and keys != [before] and (before in nations) == (keys[0] in nations):
            tale = vocab.language == "it" and told and not past and row.sentence.index < TALE
            double[frozenset((before, keys[0]))] += 5.0 * early if tale and rival_in(row) == keys[0] else 0.0
        before = keys[0] if keys else before
        if len(keys) < 2 and told:
            keys += [k for k in won_in(row) if k not in keys]
        passing = vocab.language == "en" and len(keys) > 2 and bool(WHO_MET.search(row.text))
        if len(keys) >= 2 and not past and not passing:
            rival = rival_in(row) if told else None
            rival = rival if rival in keys else None
            other = winner_beside(row, rival) or next((k for k in keys if k != rival), keys[0])
            direct = told_pair(row, plain) if vocab.language == "it" else []
            two = direct or ([other, rival] if rival else keys[:2])
            alone = 1.0 if len(row.scores) < 2 else ROUND_UP
            double[frozenset(two)] += (
                (5.0 if told else 0.5)
                * alone
                * (early if early > 1 else MET if told and rival and row.sentence.index < TOP else 0.7)
            )
        elif (
            told
            and not past
            and row.sentence.index < 2
            and keys == [rival_in(row)]
            and (has_unknown_nickname(row) or set(single) == set(keys))
        ):
            opened = keys[0]
        elif told and not past and vocab.language == "en" and single and keys == [rival_in(row)]:
            main = next((key for key, _ in single.most_common(2) if key != keys[0]), None)
            if main:
                double[frozenset((main, keys[0]))] += MAIN * (2.0 if row.sentence.index < TOP else 0.7)
    main = next((key for key, _ in single.most_common(3) if key != opened), None)
    if opened and main:
        double[frozenset((opened, main))] += LED
    other_day = {
        row.sentence.index
        for row in rows
        if vocab.has("next_fixture", row.text)
        or (row.sentence.index > 0 and vocab.language == "it" and vocab.has("past_match", row.text))
    }
    text_of = {row.sentence.index: row.sentence.text.lower() for row in rows}
    for fixture in fixtures:
        if fixture.goals is None and fixture.sentence in other_day:
            continue
        names = sides_of(fixture, rows)
        if names and names[0] != names[1]:
            worth = (9.0 if fixture.strict else 5.0) if fixture.goals else 6.0 if fixture.strict else 2.5
            worth *= 1.6 if fixture.sentence < 5 else 0.7 if fixture.sentence > 12 else 1.0
            double[frozenset(names)] += worth
            headline = fixture.sentence < 3 or (fixture.strict and fixture.sentence < HEADLINES)
            worth_of_order = (
                6
                if fixture.goals and headline
                else 5
                if fixture.goals and fixture.strict
                else 3
                if fixture.strict
                else 2
            )
            teaser = (
                fixture.goals is None and fixture.sentence > 1 and _TEASER.search(text_of[fixture.sentence])
            )
            order[names] += worth_of_order if fixture.ordered and not teaser else 0
    _count_lineups(rows, single, double)
    best = _best(single, double, nations, _weighed(rows, fixtures, single, double, nations, vocab))
    if best is None:
        return None
    pair = Pair(best, nations=nations if nations >= set(best) else frozenset())
    for names, votes in order.items():
        if set(names) == set(best):
            pair.votes[names[0]] += votes
    return pair


_TEASER = re.compile(
    r"\b(?:preview|live updates|line-?ups?|predict\w+|watch|stream\w*|tickets|highlights|how to|kick-?off)\b"
)
"""What a line holds that links to another page, perhaps on the other match of the two teams."""
_IN = re.compile(r"\bin $")
_LAND_OF = re.compile(r"’s? (?:(?:[a-z\-]+ ){0,2}<c\d+>|<t\d+>)")
"""What stands behind the land of a competition or a club: "Spain's La Liga", "Japan's FC Tokyo"."""
_PART_OF = re.compile(r"\b(?:east|west|north|south) of (?:the )?$")
"""What stands before a land of which a league is only for a part."""
_PARTED = re.compile(
    r"<t\d+>.*(?:\bmentre|, (?:bene|male|ok|ko|benissimo|malissimo|anche|pari)) (?:anche )?(?:il |la |lo |l’)?<t"
    r"|\b(?:successi|vittorie|sconfitte|pareggi|ko) per (?:il |la |lo |l’)?<t\d+> e (?:il |la |lo |l’)?<t"
)
"""A headline on two matches: each of its teams has played another."""
_BOTH_WON = re.compile(r"<t\d+> and (?:the )?<t\d+> (?:both|each) (?:won|win|winning|lost|lose|drew|draw)\b")
"""What tells of two teams that each played another: "Leeds and Derby both won"."""
_UNREAL = re.compile(r"\bwould (?:have|be|mean|leave|put|take)\b[^.;]{0,40}<t\d+>")
"""What tells of a match that might be: its teams are not those of this one."""
_BEATEN = re.compile(
    r"(?:battut|superat|piegat|eliminat|sconfitt|travolt|stes)[oa] (?:anche )?(?:il |la |lo |l’)?<t(\d+)>"
)
"""A sentence that opens with the beaten team: the one spoken of before has beaten it."""
TOP = 8
"""Sentences at the top in which a result is that of the club spoken of."""
TALE = 3
"""Sentences at the top in which a result against one team is that of the team spoken of right before."""
MET = 1.2
"""How much a result against a team counts that stands in the first sentences after the lead."""
MAIN = 2.5
"""How much a result counts that names only whom the club spoken of so far has met."""
PLAYED_AT = 2.0
"""How much it counts for a club that the first sentences play at its ground."""
LED = 12.0
"""How much it counts that the lead tells of a win by a nickname over a team, for that and the team most named."""
MET_ALL_THE_SAME = 4.0
"""What must speak for such a match that it is taken for one all the same."""
UNLIKE = 8.0
"""What it costs to set a nation against a club: they hardly ever play each other."""
LESSER = 0.02
"""How much less each further club counts that a nickname of several may mean: the greater ones stand first."""
AWAY = 0.2
"""How much a team counts that a sentence of a passage on other matches names."""
ELSEWHERE = 0.4
"""How much a team counts that a sentence on another match or the next one names."""


def _count_lineups(rows: list[Masked], single: Counter[str], double: dict[frozenset[str], float]) -> None:
    """Let teams whose line-up is printed count for much."""
    found = [team.key.split("|")[0] for row in rows if (team := lineup_team(row))]
    for key in found:
        single[key] += 5
    if len(set(found)) == 2:
        double[frozenset(found)] += 12.0


def _weighed(
    rows: list[Masked],
    fixtures: list[Fixture],
    single: Counter[str],
    double: dict[frozenset[str], float],
    nations: frozenset[str],
    vocab: Vocabulary,
) -> dict[frozenset[str], float]:
    """Return how much the words round them speak for each two teams; nothing for a language without weights."""
    teams = [team for team, _ in single.most_common(MOST)]
    teams = list(dict.fromkeys([*teams, *(t for pair in double for t in sorted(pair))]))[:ALL]
    if not weights(vocab.language) or len(teams) < 3:
        return {}
    met = [
        (frozenset(names), fixture.goals is not None, fixture.strict, fixture.sentence)
        for fixture in fixtures
        if (names := sides_of(fixture, rows))
    ]
    signs = pair_signs(rows, met, teams, nations, vocab)
    return {frozenset(pair): likely(found, vocab.language) for pair, found in signs.items()}


RULES = 0.3
"""How much what the rules count speaks for a pair beside the words round its names."""


def _best(
    single: Counter[str],
    double: dict[frozenset[str], float],
    nations: frozenset[str],
    weighed: Mapping[frozenset[str], float],
) -> tuple[str, str] | None:
    """Return the two likeliest teams, the likelier first. `weighed` is what the words round them say, if anything."""
    top = [name for name, _ in single.most_common(8)]
    pairs = {frozenset((a, b)) for a in top for b in top if a < b} | {p for p in double if len(p) == 2}
    if not pairs:
        return None

    def worth(p: frozenset[str]) -> float:
        told = double.get(p, 0.0)
        unlike = UNLIKE if len(p & nations) == 1 and not told > MET_ALL_THE_SAME else 0.0
        return sum(min(single[t], 14) for t in p) + 2 * told - unlike

    if weighed:
        best = max(weighed, key=lambda p: (weighed[p] + RULES * worth(p), sorted(p)))
    else:
        best = max(pairs, key=lambda p: (worth(p), sorted(p)))
    first, second = sorted(best, key=lambda t: (-single[t], t))
    return first, second
