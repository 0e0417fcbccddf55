"""Scorers' lists ("Goals: Saka 12, Palmer 50 pen", "RETI: 12' Lautaro, 16' st Scamacca") and line-ups."""

from __future__ import annotations

import re
from functools import cache

from knowledge.drafting.agency import plain_list
from knowledge.drafting.lineups import Listed, read_lineup
from knowledge.drafting.list_parsing import ASSIST, parse_goals
from knowledge.drafting.live_lines import part_by_clock, shouted_in
from knowledge.drafting.pair import Pair
from knowledge.drafting.people import Cast
from knowledge.drafting.records import Goal, Mention, Sentence
from knowledge.drafting.team_brackets import team_brackets
from knowledge.drafting.vocabulary import Vocabulary

_NO_GOAL = re.compile(
    r"\b(?:sent off|red card|missed pen\w*|pen\w* (?:missed|saved)|espuls[oa]|esp)\b", re.IGNORECASE
)
PROSE = 3
"""A line so many times longer than the scorers in brackets in it is running text."""
DENSE = 5
"""Words to a name under which a line is a line-up and no story."""
LABELLED = 14
"""Words without names that a line under a label may hold: a longer one is a story under a headline."""
MANY = 9
"""People in a line that make it a line-up rather than a list of scorers."""


@cache
def _labels(vocab_language: str, goals: str, other: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    start = re.compile(
        rf"(?:^|(?<=[.;|)\n])\s*|(?<=\s))({goals})(?:\s?\([^)]*\))?"
        rf"(?:(?: [a-z]+){{1,3}}(?=:\s(?:nel )?(?:\d{{1,3}}\s?[’'′]|pt\b|st\b)))?\s?"
        rf"(?:[:–]|-(?=\s)|\.(?=\s?\d)|(?=\s?\d{{1,3}}\s?[’'′])|$"
        rf"|(?=\s(?-i:[A-ZÀ-Þ])[\w’'. ]{{1,25}}?\s(?:\(?(?:rig|aut)\.?\)? )?\d{{1,3}}\s?[’'′]))"
        rf"|(?<=[^\W\d_] )(\d{{1,2}}\s?[-–]\s?\d{{1,2}})\s?:(?=\s?\d{{1,3}}\s?[’'′] [A-ZÀ-Þ])",
        re.IGNORECASE,
    )
    stop = re.compile(
        rf"(?:(?<=[.;|)\n’' ])|^)\(?({other})\b\.?\s?(?:\([^)]*\))?\s?(?:[:–]|-\s)", re.IGNORECASE
    )
    return start, stop


def read_lists(text: str, sentences: list[Sentence], cast: Cast, pair: Pair, vocab: Vocabulary) -> Listed:
    """Return the goals of the scorers' lists in a text, and who plays for whom by the line-ups."""
    result = Listed()
    labels = vocab.raw["labels"]
    start, stop = _labels(vocab.language, labels["goals"], labels["other"])
    everything = sorted((m for row in cast.mentions.values() for m in row), key=lambda m: m.start)
    offset, current, open_list, total, fresh = 0, None, 0, 0, False
    below: list[list[Goal]] = []
    elsewhere = False
    above: int | None = None
    for written in text.split("\n"):
        line = plain_list(written)
        mentions = [m for m in everything if offset <= m.start < offset + len(line)]
        elsewhere = _is_elsewhere(line, mentions, pair, elsewhere)
        if elsewhere:
            offset += len(line) + 1
            continue
        people = [m for m in mentions if m.kind == "p"]
        found = [m for m in start.finditer(line) if not _prose(line, m)] if not _TICKER.match(line) else []
        if not line.strip():
            open_list = open_list if fresh else 0
            fresh = False
        elif found:
            bare = ASSIST.sub(lambda m: " " * len(m.group()), line)
            goals = []
            for match, following in zip(found, [*found[1:], None], strict=True):
                last = following.start() if following else len(line)
                end = next((s.start() for s in stop.finditer(bare, match.end(), last)), last)
                end = _next_team(line, offset, mentions, match.end(), end)
                segment = line[match.end() : end]
                part = parse_goals(segment, offset + match.end(), mentions, pair, vocab, match.start() < 5)
                timed = sum(goal.minute is not None for goal in part) or len(part)
                part = part if len(_TOLD.findall(segment)) <= TALE * timed else []
                lead = _lead_side(mentions, offset + match.start(), pair)
                if lead is None and len(found) == 2:
                    lead = _lineup_side(line, offset, mentions, match.start(), pair)
                for goal in part:
                    goal.team = lead if goal.team is None else goal.team
                goals += part
            _keep(result, goals, offset, len(line), sentences)
            open_list = 3 if not goals else 0
            fresh = not goals and len(line.split()) < 4
            current = read_lineup(line, offset, mentions, pair, vocab, result, current)
        elif shouted := shouted_in(line, offset, mentions, pair, vocab):
            _keep(result, shouted, offset, len(line), sentences)
        elif by_team := team_brackets(line, offset, mentions, pair, vocab):
            _keep(result, by_team, offset, len(line), sentences)
        elif bracket := _bracket(line, offset, mentions, pair, vocab):
            _keep(result, bracket, offset, len(line), sentences)
        elif (len(people) >= MANY and len(line.split()) < DENSE * len(people)) or (
            stop.search(line[:45]) and len(line.split()) < LABELLED + DENSE * len(people)
        ):
            current = read_lineup(line, offset, mentions, pair, vocab, result, current)
        elif (
            len(line) < 420
            and not _NUMBERED.fullmatch(line)
            and not _COUNTED.search(line)
            and (any(c.isdigit() for c in line) or _names_only(line, offset, mentions, open_list))
        ):
            bare = _without_total(line, offset, mentions)
            goals = parse_goals(bare, offset, mentions, pair, vocab, open_list > 0)
            under = total > 0 and len(goals) <= total and _BRACKETED.search(line) is not None
            if open_list > 0 or line != written or _tight(line, offset, mentions, goals, pair, under):
                for goal in goals if above is not None and line.startswith("(") else ():
                    goal.team = above if goal.team is None else goal.team
                _keep(result, goals, offset, len(line), sentences)
                below += [goals] if under else []
            open_list = max(0, open_list - 1)
        above = pair.side(mentions[0]) if len(mentions) == 1 and _TEAM_GOALS.search(line) else None
        if not below and (told := _TALLY.match(line)):
            total = int(told.group(1)) + int(told.group(2))
        offset += len(line) + 1
    part_by_clock(result.goals)
    if below and sum(map(len, below)) == total:
        result.goals = _by_lines(below)
    return result


def _by_lines(lines: list[list[Goal]]) -> list[Goal]:
    """Return the goals of the lines below a result; of two lines the first is the home team's."""
    for group, line in enumerate(lines) if len(lines) == PAIR else ():
        for goal in line:
            goal.group = group if goal.team is None else goal.group
    return [goal for line in lines for goal in line]


PAIR = 2
"""Lines of scorers below a result that are one of each team."""
_TICKER = re.compile(
    r"\s*\d{1,3}(?:\+\d{1,2})?\s?[’']?\s?(?:[-–—:]\s?)+(?:[A-Z’']+ ){0,2}(?:GOAL|Goal|GOL|Gol)\b"
)
"""How a line of a ticker begins that shouts a goal, whose story follows: "29 – GOAL: Smith crosses"."""
_NUMBERED = re.compile(r"\s*\d{1,2}\.? [^\W\d_][^\d,;:()]{2,40}(?:\([A-Za-z. ]{1,12}\))?")
"""A line of a side or of ratings that opens with a shirt number: "9. John Smith", "1. Brown (GK)"."""
_COUNTED = re.compile(
    r"\b(?:game ?week|match ?day|match ?week|round|week|day|group|giornata|turno)\b[ :]*\d{1,2}\W*$",
    re.IGNORECASE,
)
"""A line that counts days of a season: "Championship Gameweek 8"."""
_TEAM_GOALS = re.compile(r"^[^\d\n()]{3,40} \d{1,2}$")
"""A line that holds nothing but a team and its goals: scorers in brackets may stand below."""


def _without_total(line: str, offset: int, mentions: list[Mention]) -> str:
    """Return a line without its team's goals where they stand before its scorers: "Leeds 2 Smith (19), Jones (54)"."""
    team = next((m for m in mentions if m.kind == "t" and m.start == offset), None)
    total = _TOTAL.match(line, team.end - offset) if team else None
    if total is None:
        return line
    a, b = total.span(total.lastindex or 1)
    return line[:a] + " " * (b - a) + line[b:]


_TOTAL = re.compile(r" (\d{1,2}) (?=[A-ZÀ-Þ][^()]{1,30} \()|( \(\d{1,2}\) \d{1,2})(?! ?[-–:] ?\d)")
"""A team's goals between its name and its scorers, behind those of the first half where they stand in brackets."""


def _is_elsewhere(line: str, mentions: list[Mention], pair: Pair, before: bool) -> bool:
    """Whether a line is the result of another match ("Leeds - West Ham 2-1") or stands below one."""
    teams = [m for m in mentions if m.kind == "t"]
    if any(pair.side(m) is not None for m in teams):
        return False
    return before or (len(teams) == 2 and len(line) < SHORT and _RESULT.search(line) is not None)


SHORT = 60
"""Characters of a line that is nothing but a result, at most."""
_RESULT = re.compile(r"(?<![\d.])\d{1,2}\s?[-–]\s?\d{1,2}(?!\d)")
_TALLY = re.compile(r"(?:[^\d]{3,40}(?<![\d.]))?(\d{1,2})\s?[-–]\s?(\d{1,2})(?!\d)[^\d]{0,40}$")
"""A line that is a result ("Leeds 2-1 Derby") or a score alone: scorers may stand in the lines below."""
_BRACKETED = re.compile(r"^[^()\d]{3,40}\(\d{1,3}(?:\+\d+)?[’']?\)|^\s*\(\d{1,3}[’']?\)\s?[A-ZÀ-Þ]")


def _names_only(line: str, offset: int, mentions: list[Mention], open_list: int) -> bool:
    """Whether a line below a label holds nothing but names: "Smith, Jones, Brown"."""
    rest = line
    for mention in mentions:
        a, b = mention.start - offset, mention.end - offset
        rest = rest[:a] + " " * (b - a) + rest[b:]
    return open_list > 0 and bool(mentions) and not re.sub(r"\band\b|\be\b|[\W\d_]", "", rest)


_TOLD = re.compile(r"(?<![^\W\d_])[a-zà-ù]{4,}\b")
TALE = 3
"""Longer words in small letters a goal beyond which what follows a label is a tale: "I GOL. 11' Rossi pesca ..."."""


def _prose(line: str, match: re.Match[str]) -> bool:
    """Whether a label in a line is a word of running text."""
    if _LISTED.match(line, match.end()):
        return False
    bare = match.end() == len(line.rstrip()) and match.group()[-1:].isalpha()
    if (match.start() > 0 or bare) and (match.group(1) or "").islower():
        return True
    return (match.group()[-1] in "-–" and match.start() > 0) or (
        match.end() == len(line.rstrip()) and match.start() > 0 and not match.group().rstrip().endswith(":")
    )


_LISTED = re.compile(r"(?<=:)\s?(?:nel )?(?:(?:pt|st) )?\d{1,3}\s?[’'′]")
"""What a scorers' list begins with."""


def _keep(result: Listed, goals: list[Goal], offset: int, size: int, sentences: list[Sentence]) -> None:
    inside = [s for s in sentences if offset <= s.start < offset + size]
    if goals:
        result.lines.update(s.index for s in inside)
    for goal in goals:
        goal.sentence = inside[0].index if inside else 0
        goal.evidence = " ".join(s.text for s in inside)[:400]
        same = (goal.scorer, goal.minute, goal.added)
        known = [g for g in result.goals if (g.scorer, g.minute, g.added) == same]
        if not known:
            result.goals.append(goal)


def _lead_side(mentions: list[Mention], before: int, pair: Pair) -> int | None:
    """Return the team named just before a label ("Arsenal scorers:"), none where a fixture stands there."""
    teams = [m for m in mentions if m.kind == "t" and m.end <= before]
    fixture = len(teams) > 1 and teams[-1].start - teams[-2].end <= CLOSE
    return pair.side(teams[-1]) if teams and before - teams[-1].end <= CLOSE and not fixture else None


CLOSE = 3
"""Letters between a team and a label, or another team, that it stands next to."""


_BEHIND_SCORE = re.compile(r"(\d{1,2})\s?[-–]\s?(\d{1,2})[^()\n\d]{0,30}\(([^()]{6,400})\)")


def _bracket(line: str, offset: int, mentions: list[Mention], pair: Pair, vocab: Vocabulary) -> list[Goal]:
    """Return the goals in brackets behind a score, where they are as many ("A-B 2-1 (19' Leoni, ...)")."""
    for match in _BEHIND_SCORE.finditer(line):
        inside = [m for m in mentions if match.start(3) <= m.start - offset < match.end(3)]
        goals = parse_goals(match.group(3), offset + match.start(3), inside, pair, vocab, True)
        prose = len(line) > PROSE * len(match.group())
        if not prose and goals and len(goals) == int(match.group(1)) + int(match.group(2)):
            return goals
    return []


def _next_team(line: str, offset: int, mentions: list[Mention], start: int, end: int) -> int:
    """Return where a list of scorers ends because the line goes on with a team's line-up (". Bolton: ...")."""
    for mention in mentions:
        at = mention.start - offset
        tail = line[mention.end - offset :]
        is_label = re.match(r"(?:\s?\(\d(?:-\d){2,4}\))?\s?:", tail)
        parted = tail[:2] == " (" or re.search(r"\.\s$", line[start:at])
        if mention.kind == "t" and start < at < end and is_label and parted:
            return at
    return end


def _lineup_side(line: str, offset: int, mentions: list[Mention], before: int, pair: Pair) -> int | None:
    """Return the team whose line-up a label closes ("Bolton: ... Goals: Giannakopoulos 41")."""
    heads = [m for m in mentions if m.kind == "t" and m.start - offset < before]
    heads = [m for m in heads if line[m.end - offset : m.end - offset + 1] == ":"]
    return pair.side(heads[-1]) if heads else None


def _tight(
    line: str, offset: int, mentions: list[Mention], goals: list[Goal], pair: Pair, under: bool = False
) -> bool:
    """Whether a line without a label is nothing but teams, scorers and minutes; `under` a result, brackets will do."""
    if not goals or any(g.minute is None for g in goals):
        return False
    rest = line
    for mention in mentions:
        a, b = mention.start - offset, mention.end - offset
        rest = rest[:a] + "¤" * (b - a) + rest[b:]
    rest = _NO_GOAL.sub("", re.sub(r"[(\[][A-Z][A-Za-z]{0,3}[)\]]", "", rest))
    rest = re.sub(r"(?<=\d)(?:st|nd|rd|th) minute\b", "", rest)
    bare = re.sub(
        r"\b(?:pens?|rig|og|aut|st|pt|p\.t|s\.t|pts|and|e|o\.g|FT|min|mins|al|agg|HT|ht)\b|[\W\d¤_]", "", rest
    )
    names = {m.key for m in mentions if m.kind in "po" and not _is_code(line, m, offset)}
    teams = [m for m in mentions if m.kind == "t"]
    if not teams and not under and not re.search(r"\d{1,3}(?!\d*\))", line):
        return False
    if (re.search(r"(?:¤|\w):", rest) and not any(m.kind == "t" for m in mentions)) or re.search(
        r"[£€$@]", rest
    ):
        return False
    return (
        len(bare) <= 2
        and len(names) <= len({g.scorer for g in goals}) + len(_NO_GOAL.findall(line))
        and _starts_list(line, offset, mentions)
    )


def _is_code(line: str, mention: Mention, offset: int) -> bool:
    """Whether a name is the letters of a team in brackets: "45' Rossi (BD)"."""
    a, b = mention.start - offset, mention.end - offset
    return b - a <= CODE and line[a - 1 : a] == "(" and line[b : b + 1] == ")"


CODE = 3
"""Letters in brackets that stand for a team, at most."""


def _starts_list(line: str, offset: int, mentions: list[Mention]) -> bool:
    first = line.lstrip()[:1]
    return bool(first) and (
        first.isdigit() or first in "(⚽|" or any(m.start - offset <= 2 for m in mentions)
    )
