"""Who kept goal for each side of a match and who coaches it, from what a text tells of them beside the goals."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from knowledge.drafting.allegiances import set_against
from knowledge.drafting.clock import Clock
from knowledge.drafting.events import CARRIED
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.records import Event, Goal, MatchDraft
from knowledge.drafting.vocabulary import Rule, compile_rule, load

KEPT, BEATEN, CALLED = 2, 2, 3
"""What speaks for a keeper: words of one at work, of one who lets a goal in, his title."""
CLEAR = 2
"""Weight from which somebody is a side's keeper, if nobody else has as much."""
FAR = 60
"""Characters between somebody's shot and the keeper's name within which the one was aimed at the other."""
_CLAUSE = re.compile(
    r"[;:.]|<[tr]\d+>|\b(?:but|while|whereas|before|after|despite|ma|mentre|prima|dopo|malgrado)\b"
)
"""Where what somebody's men did ends."""
_NOT_DOING = re.compile(
    r"\b(?:for|against|of|to|from|by|with|over|on|per|contro|su|(?:a|di|da|ne|su)(?:l|lla|gli|i|ll’)|dei|degli|ai)"
    r" (?:the |la |gli |i |l’)?$"
)
"""What stands before somebody's men who are not those that do something."""
_SPOT = re.compile(
    r"\b(?:penalty(?! (?:area|box|shoot))|spot-kick|from the spot|12 yards"
    r"|(?<!area di )rigore|dischetto|undici metri)\b"
)
"""Words of a penalty kick."""
_NOT_GIVEN = re.compile(
    r"\b(?:altro rigore|revocat\w+|non (?:concess\w+|assegn\w+)|neg\w+|parat[oa]|par[oò]|neutralizz\w+"
    r"|sbagli\w+|fallit\w+|fallisce|another penalty|second penalty|waved away|overturn\w+|rescind\w+"
    r"|missed|saved?|saves|denied|appeal\w*|claim\w*|shout)\b"
)
"""What tells of a penalty that brought no goal."""
_SHOOT_OUT = re.compile(r"\b(?:shoot-?out|on penalties|ai rigori|dopo i rigori|calci di rigore|penalties)\b")
_WITH = re.compile(
    r"\b(?:con|grazie a|with|through|thanks to) (?:[a-zà-ù]+ ){0,2}(?:<p\d+>(?:,| e| and)? ?)*$"
)
_THEIR = re.compile(r"\b(?:their|its) (?:own )?(?:[a-z\-]+ ){0,2}$|\b(?:proprio|loro) $")
"""Words before somebody's title by which he is of the team that the sentence begins with."""
Known = Mapping[str, int]
"""People and the sides (0 home, 1 away) that they play for."""


@cache
def _rules(language: str) -> dict[str, list[Rule]]:
    return {name: [compile_rule(p) for p in found] for name, found in load("posts.toml")[language].items()}


def sides_of_people(goals: Sequence[Goal], votes: Mapping[str, Counter[int]]) -> dict[str, int]:
    """Return whom a text ties to one side of a match, by goals and by what stands beside a name."""
    counted: dict[str, Counter[int]] = defaultdict(Counter)
    for person, told in votes.items():
        counted[person] += told
    for goal in goals:
        if goal.team is not None:
            counted[goal.scorer][1 - goal.team if goal.kind == "own_goal" else goal.team] += 3
    return {p: c.most_common(1)[0][0] for p, c in counted.items() if len({*c.values()}) == len(c)}


def find_keepers(
    match: MatchDraft, rows: Sequence[Masked], language: str, votes: Mapping[str, Counter[int]]
) -> dict[int, str]:
    """Return the goalkeeper of each side as far as the text tells one; who scored or coaches is none."""
    known, never = sides_of_people(match.goals, votes), {g.scorer for g in match.goals}
    never |= set(match.coaches.values())
    worth: Counter[str] = Counter()
    of: dict[str, Counter[int]] = defaultdict(Counter)
    for row in rows:
        if row.sentence.quoted:
            continue
        for keeper, weight, side in _tellings(row, match, language, known):
            if keeper in never:
                continue
            worth[keeper] += weight
            if side is not None:
                of[keeper][side] += weight
    found: dict[int, str] = {}
    for side in (0, 1):
        mine = {k: worth[k] for k, sides in of.items() if _one_side(sides) == side}
        best = sorted(mine, key=lambda k: -mine[k])
        if best and mine[best[0]] >= CLEAR and (len(best) < 2 or mine[best[1]] * 2 <= mine[best[0]]):
            found[side] = best[0]
    return found


def _one_side(sides: Counter[int]) -> int | None:
    """Return the side that clearly more speaks for than for the other."""
    ranked = sides.most_common(2)
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1] else None


def _tellings(
    row: Masked, match: MatchDraft, language: str, known: Known
) -> Iterator[tuple[str, int, int | None]]:
    """Yield who keeps goal in a sentence, how much speaks for it and for which side, if that is told."""
    rules = _rules(language)
    goals = _goals_of(row, match)
    beating = {g.team for g in goals if g.kind != "own_goal"}
    against = 1 - beating.pop() if len(beating) == 1 and None not in beating else None  # type: ignore[operator]
    for name, weight in (("called", CALLED), ("kept", KEPT), ("beaten", BEATEN)):
        if name == "beaten" and against is None:
            continue
        for rule in rules[name]:
            for told in rule.finditer(row.text):
                keeper = row.mark(told.group(1)).key
                side = against if name == "beaten" else _faced(row, told, known)
                if name == "called":
                    side = known.get(keeper, _theirs(row, told, match)) if side is None else side
                yield keeper, weight, side


def _goals_of(row: Masked, match: MatchDraft) -> list[Goal]:
    """Return the goals that a sentence tells, the only penalty also where it is called so without its scorer's name."""
    at = row.sentence.index
    told = [g for g in match.goals if at in {g.sentence, *g.told_in} or g.evidence == row.sentence.text]
    spot = [g for g in match.goals if g.kind == "penalty"]
    if len(spot) == 1 and not told and _SPOT.search(row.text) and not _NOT_GIVEN.search(row.text):
        return spot
    return told


def _theirs(row: Masked, told: re.Match[str], match: MatchDraft) -> int | None:
    """Return the side of whom the team that a sentence begins with calls its own: "<t> lost their keeper <p>"."""
    teams = [m.key for a, _, m in row.of("t") if a < told.start()]
    owned = _THEIR.search(row.text, 0, told.start()) is not None and len(set(teams)) == 1
    return match.teams.index(teams[0]) if owned and teams[0] in match.teams else None


def _faced(row: Masked, told: re.Match[str], known: Known) -> int | None:
    """Return the side of a keeper by whose shot he stops: that of the person named next to him."""
    keeper, place = row.mark(told.group(1)).key, told.start(1)
    before = [(place - b, m.key) for _, b, m in row.of("p") if b <= place and m.key != keeper]
    behind = [(a - told.end(1), m.key) for a, _, m in row.of("p") if a >= told.end(1) and m.key != keeper]
    active = place == told.start()  # "<p> saved from <p>", but "<p> was denied by <p>"
    for people in (behind, before) if active else (before, behind):
        if people and min(people)[0] <= FAR and min(people)[1] in known:
            return 1 - known[min(people)[1]]
    return known.get(keeper)


def fouls(
    goal: Goal, match: MatchDraft, rows: Sequence[Masked], language: str, votes: Mapping[str, Counter[int]]
) -> dict[str, str]:
    """Return who won a penalty and who gave it away, as a text tells in its sentence or the one before."""
    known = sides_of_people(match.goals, votes)
    scored = {g.sentence for g in match.goals}
    for at, row in enumerate(rows):
        if goal in _goals_of(row, match):
            before = [r for r in rows[max(0, at - 1) : at] if r.sentence.index not in scored]
            for near in (row, *before):
                found = None if near.sentence.quoted else _foul(near, language)
                if found and _of_sides(found, goal, known):
                    return found
    return {}


def _foul(row: Masked, language: str) -> dict[str, str] | None:
    for rule in _rules(language)["fouled"]:
        told = rule.search(row.text)
        if told:
            groups = {k: row.mark(v).key for k, v in told.groupdict().items() if v}
            named = {"fouled_by": groups.get("by"), "won_by": groups.get("on")}
            return {k: v for k, v in named.items() if v} if len({*groups.values()}) == len(groups) else None
    return None


def _of_sides(found: Mapping[str, str], goal: Goal, known: Known) -> bool:
    """Whether nobody of a foul plays for the side that he should not, as far as that is known."""
    if found.get("fouled_by") == goal.scorer or goal.team is None:
        return False
    by, on = known.get(found.get("fouled_by", "")), known.get(found.get("won_by", ""))
    return by != goal.team and on in (None, goal.team)


def missed_penalties(rows: Sequence[Masked], language: str, known: Known, clock: Clock) -> list[Event]:
    """Return penalties that brought no goal: a miss of the taker, a save of the keeper, both marked `spot`."""
    found: list[Event] = []
    for row in rows:
        told = next((m for rule in _rules(language)["spot_missed"] if (m := rule.search(row.text))), None)
        if told is None or row.sentence.quoted or _SHOOT_OUT.search(row.text):
            continue
        people = {kind: row.mark(mark).key for kind, mark in told.groupdict().items() if mark}
        side, when = known.get(people["taker"]), clock.at(row, told.start(), told.start())
        minute = when.minute if when and when.sure > CARRIED else None
        for kind, who, own in (
            ("miss", people["taker"], side),
            ("save", people.get("keeper"), None if side is None else 1 - side),
        ):
            if who and not any(e.player == who for e in found):
                at, text = row.sentence.index, row.sentence.text
                detail = {"spot": people["taker"]}
                found.append(Event(kind, who, minute, own, at, text, 0.7, detail))
    return found


def add_coaches(
    match: MatchDraft, rows: Sequence[Masked], pair: Pair, language: str, votes: Mapping[str, Counter[int]]
) -> None:
    """Give a side the coach whose men a sentence lets score or sets against the other, or who is the only one left."""
    players = sides_of_people(match.goals, votes)
    never = {g.scorer for g in match.goals} | set(match.coaches.values())
    of: dict[str, Counter[int]] = defaultdict(Counter)
    for row in rows:
        for rule in () if row.sentence.quoted else _rules(language)["led"]:
            for told in rule.finditer(row.text):
                person = row.mark(told.group(1)).key
                if person in never:
                    continue
                side = _side_of_men(row, told, match, pair, players)
                of[person][0 if side is None else side] += side is not None
        for rule in () if row.sentence.quoted else _rules(language)["owned"]:
            for told in rule.finditer(row.text):
                person, side = row.mark(told.group(1)).key, pair.side(row.mark(told.group(2)))
                if side is not None and person not in never | set(players):
                    of[person][side] += 1
    for person, sides in of.items():
        own = _one_side(+sides) if +sides else None
        if own is not None and own not in match.coaches:
            match.coaches[own] = person
    left = [p for p in of if p not in match.coaches.values()]
    if len(match.coaches) == 1 and len(left) == 1:
        match.coaches[1 - next(iter(match.coaches))] = left[0]


_UP = re.compile(
    r" (?:(?:now|also|ora|così|quindi) )?(?:climb\w*|move[sd]? (?:up|level|above|into)|go(?:es)? (?:top|up)"
    r"|sal(?:e|gono|endo)|vol(?:a|ano)|aggancia\w*|festeggia\w*|conquista\w* (?:i )?tre punti)\b"
)
_DOWN = re.compile(r" (?:drop\w*|slip\w*|stay bottom|remain bottom|scivola\w*|sprofonda\w*|cade|cadono)\b")
"""What men do behind a win, and behind a defeat."""


def _by_result(row: Masked, end: int, match: MatchDraft) -> int | None:
    """Return the winner where somebody's men go up behind the match, the loser where they go down."""
    if match.score is None or match.score[0] == match.score[1]:
        return None
    winner = int(match.score[1] > match.score[0])
    return winner if _UP.match(row.text, end) else 1 - winner if _DOWN.match(row.text, end) else None


def _side_of_men(
    row: Masked, told: re.Match[str], match: MatchDraft, pair: Pair, players: Known
) -> int | None:
    """Return the side that somebody's men are: of who scores for them, or not that which they are set against."""
    end = told.end()
    if _NOT_DOING.search(row.text, 0, told.start()):
        return None
    other = set_against(row, end, pair)
    if other is not None:
        return 1 - other
    won = _by_result(row, end, match)
    if won is not None:
        return won
    stop = _CLAUSE.search(row.text, end)
    clause = stop.start() if stop else len(row.text)
    scoring = {
        g.scorer: g.team for g in match.goals if g.sentence == row.sentence.index and g.team is not None
    }
    beside = {m.key for a, _, m in row.of("p") if end <= a < clause and _WITH.search(row.text, end, a)}
    scoring |= {p: players[p] for p in beside if p in players}
    sides = {scoring[m.key] for a, _, m in row.of("p") if end <= a < clause and m.key in scoring}
    return sides.pop() if len(sides) == 1 else None
