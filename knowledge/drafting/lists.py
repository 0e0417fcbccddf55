"""Scorers' lists ("Goals: Saka 12, Palmer 50 pen", "RETI: 12' Lautaro, 16' st Scamacca") and line-ups."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from knowledge.drafting.matches import Pair
from knowledge.drafting.minutes import place
from knowledge.drafting.people import Cast
from knowledge.drafting.records import Goal, Mention, Sentence
from knowledge.drafting.vocabulary import Vocabulary

_ASSIST = re.compile(r"\((?:assists?|ass\.?|assist di|set up by)\b[^)]{0,60}\)", re.IGNORECASE)
_NO_GOAL = re.compile(
    r"\b(?:sent off|red card|missed pen\w*|pen\w* (?:missed|saved)|espuls[oa]|esp)\b", re.IGNORECASE
)
MANY = 9
"""People in a line that make it a line-up rather than a list of scorers."""


@dataclass(slots=True)
class Listed:
    """What the lists tell: goals (a `team` is a side), players' sides, coaches' sides, formations."""

    goals: list[Goal] = field(default_factory=list)
    sides: dict[str, int] = field(default_factory=dict)
    coaches: dict[int, str] = field(default_factory=dict)
    formations: dict[int, str] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    scorers_only: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    value: str
    start: int
    end: int


@cache
def _labels(vocab_language: str, goals: str, other: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    start = re.compile(
        rf"(?:^|(?<=[.;|)\n])\s*|(?<=\s))({goals})(?:\s?\([^)]*\))?\s?(?:[:–]|-(?=\s)|\.(?=\s?\d)|(?=\s?\d{{1,3}}\s?[’'′])|$)",
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
    offset, current, open_list = 0, None, 0
    for line in text.split("\n"):
        mentions = [m for m in everything if offset <= m.start < offset + len(line)]
        people = [m for m in mentions if m.kind == "p"]
        found = [m for m in start.finditer(line) if not _prose(line, m)]
        if not line.strip():
            open_list = 0
        elif found:
            bare = _ASSIST.sub(lambda m: " " * len(m.group()), line)
            goals = []
            for match, following in zip(found, [*found[1:], None], strict=True):
                last = following.start() if following else len(line)
                end = next((s.start() for s in stop.finditer(bare, match.end(), last)), last)
                end = _next_team(line, offset, mentions, match.end(), end)
                segment = line[match.end() : end]
                part = _parse(segment, offset + match.end(), mentions, pair, vocab, match.start() < 5)
                lead = _lead_side(mentions, offset + match.start(), pair)
                if lead is None and len(found) == 2:
                    lead = _lineup_side(line, offset, mentions, match.start(), pair)
                for goal in part:
                    goal.team = lead if goal.team is None else goal.team
                goals += part
            _keep(result, goals, offset, len(line), sentences)
            open_list = 3 if not goals else 0
            current = _lineup(line, offset, mentions, pair, vocab, result, current)
        elif bracket := _bracket(line, offset, mentions, pair, vocab):
            _keep(result, bracket, offset, len(line), sentences)
        elif len(people) >= MANY or stop.search(line[:45]):
            current = _lineup(line, offset, mentions, pair, vocab, result, current)
        elif len(line) < 420 and any(c.isdigit() for c in line):
            goals = _parse(line, offset, mentions, pair, vocab, open_list > 0)
            if open_list > 0 or _tight(line, offset, mentions, goals, pair):
                _keep(result, goals, offset, len(line), sentences)
            open_list = max(0, open_list - 1)
        offset += len(line) + 1
    return result


def _prose(line: str, match: re.Match[str]) -> bool:
    """Whether a label in a line is a word of running text."""
    if match.start() > 0 and match.group(1).islower():
        return True
    return (match.group()[-1] in "-–" and match.start() > 0) or (
        match.end() == len(line.rstrip()) and match.start() > 0 and not match.group().rstrip().endswith(":")
    )


def _keep(result: Listed, goals: list[Goal], offset: int, size: int, sentences: list[Sentence]) -> None:
    inside = [s for s in sentences if offset <= s.start < offset + size]
    if goals:
        result.lines.update(s.index for s in inside)
    for goal in goals:
        goal.sentence = inside[0].index if inside else 0
        goal.evidence = " ".join(s.text for s in inside)[:400]
        known = [g for g in result.goals if g.scorer == goal.scorer and g.minute == goal.minute]
        if not known:
            result.goals.append(goal)


def _lead_side(mentions: list[Mention], before: int, pair: Pair) -> int | None:
    """Return the team named just before a label ("Arsenal scorers:")."""
    close = [m for m in mentions if m.kind == "t" and 0 <= before - m.end <= 3]
    return pair.side(close[-1]) if close else None


_BEHIND_SCORE = re.compile(r"(\d{1,2})\s?[-–]\s?(\d{1,2})[^()\n\d]{0,30}\(([^()]{6,400})\)")


def _bracket(line: str, offset: int, mentions: list[Mention], pair: Pair, vocab: Vocabulary) -> list[Goal]:
    """Return the goals in brackets behind a score, where they are as many ("A-B 2-1 (19' Leoni, ...)")."""
    for match in _BEHIND_SCORE.finditer(line):
        inside = [m for m in mentions if match.start(3) <= m.start - offset < match.end(3)]
        goals = _parse(match.group(3), offset + match.start(3), inside, pair, vocab, True)
        if goals and len(goals) == int(match.group(1)) + int(match.group(2)):
            return goals
    return []


def _next_team(line: str, offset: int, mentions: list[Mention], start: int, end: int) -> int:
    """Return where a list of scorers ends because the line goes on with a team's line-up (". Bolton: ...")."""
    for mention in mentions:
        at = mention.start - offset
        is_label = line[mention.end - offset : mention.end - offset + 1] == ":"
        if mention.kind == "t" and start < at < end and is_label and re.search(r"\.\s$", line[start:at]):
            return at
    return end


def _lineup_side(line: str, offset: int, mentions: list[Mention], before: int, pair: Pair) -> int | None:
    """Return the team whose line-up a label closes ("Bolton: ... Goals: Giannakopoulos 41")."""
    heads = [m for m in mentions if m.kind == "t" and m.start - offset < before]
    heads = [m for m in heads if line[m.end - offset : m.end - offset + 1] == ":"]
    return pair.side(heads[-1]) if heads else None


def _tight(line: str, offset: int, mentions: list[Mention], goals: list[Goal], pair: Pair) -> bool:
    """Whether a line without a label is nothing but teams, scorers and minutes."""
    if not goals or any(g.minute is None for g in goals):
        return False
    rest = line
    for mention in mentions:
        a, b = mention.start - offset, mention.end - offset
        rest = rest[:a] + "¤" * (b - a) + rest[b:]
    rest = _NO_GOAL.sub("", rest)
    bare = re.sub(
        r"\b(?:pens?|rig|og|aut|st|pt|p\.t|s\.t|pts|and|e|o\.g|FT|min|mins|al|agg|HT|ht)\b|[\W\d¤_]", "", rest
    )
    names = {m.key for m in mentions if m.kind in "po"}
    teams = [m for m in mentions if m.kind == "t"]
    if not teams and not re.search(r"\d{1,3}(?!\d*\))", line):
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


def _starts_list(line: str, offset: int, mentions: list[Mention]) -> bool:
    first = line.lstrip()[:1]
    return bool(first) and (
        first.isdigit() or first in "(⚽|" or any(m.start - offset <= 2 for m in mentions)
    )


def _parse(
    segment: str, offset: int, mentions: list[Mention], pair: Pair, vocab: Vocabulary, labelled: bool
) -> list[Goal]:
    """Return the goals of a segment of a list; `offset` is its place in the text."""
    segment = _ASSIST.sub(lambda m: " " * len(m.group()), segment)
    pieces = list(_lex(segment, offset, mentions, pair, vocab, labelled))
    kinds = [p.kind for p in pieces]
    if "name" not in kinds or (not labelled and "min" not in kinds):
        return []
    first_name = kinds.index("name")
    minute_first = "min" in kinds and kinds.index("min") < first_name
    builder = _Builder(minute_first)
    for piece in pieces:
        builder.take(piece)
    goals = builder.finish()
    if builder.groups == 2 and all(g.team is None for g in goals) and "group" in kinds:
        for goal in goals:
            goal.group = int(goal.place >= builder.group_at)
    return goals


def _lex(
    segment: str, offset: int, mentions: list[Mention], pair: Pair, vocab: Vocabulary, labelled: bool
) -> list[_Piece]:
    """Return the pieces of a list: names, teams, minutes, halves, flags, separators."""
    labels = vocab.raw["labels"]
    rules = re.compile(
        r"(?P<tally>(?<![\d+])\d{1,2}\s?[-–]\s?\d{1,2}(?![\d’'′]))|"
        rf"(?P<skip>(?<!\w)(?:{labels['no_goal']})(?!\w))|(?P<own>(?<![\w]){labels['own_goal']}(?![\w]))|(?P<pen>(?<![\w]){labels['penalty']}(?![\w]))"
        rf"|(?P<first>(?<![\w]){labels['first']}(?![\w]))|(?P<second>(?<![\w]){labels['second']}(?![\w]))"
        r"|(?P<min>(?<![\w.,/£€$-])\d{1,3}(?!\d| ?(?:%|am\b|pm\b|[a-zà-ù]{3,9} (?:19|20)\d\d)|[:.]\d)"
        r"\s?(?:[’'′]\s?)?(?:\+\s?\d{1,2})?)|(?P<letter>\((?-i:[A-ZÀ-Þ])[a-zA-Z.]{0,3}\))|(?P<group>[|;/]|\s[–-]\s)",
        re.IGNORECASE,
    )
    pieces: list[_Piece] = []
    spans: list[tuple[int, int]] = []
    for mention in mentions:
        a, b = mention.start - offset, mention.end - offset
        if a < 0 or b > len(segment) or not segment[a:b].strip():
            continue
        side = pair.side(mention) if mention.kind == "t" else None
        inside = segment[a - 1 : a] == "(" and segment[b : b + 1] == ")"
        if side is not None:
            pieces.append(_Piece("letter" if inside else "team", str(side), a, b))
        elif mention.kind in "po" or (mention.kind == "t" and (labelled or mention.key.startswith("x:"))):
            if inside and len(mention.text) <= 4:
                pieces.append(_Piece("letter", str(_side_of(mention.text, pair)), a, b))
            else:
                pieces.append(_Piece("name", mention.key, a, b))
        spans.append((a, b))
    for match in rules.finditer(segment):
        if any(match.start() < b and match.end() > a for a, b in spans):
            continue
        kind = match.lastgroup or ""
        value = match.group()
        if kind == "letter":
            value = str(_side_of(value.strip("() "), pair))
        pieces.append(_Piece(kind, value, match.start(), match.end()))
    pieces.sort(key=lambda p: p.start)
    return [p for i, p in enumerate(pieces) if not _is_tally(p, pieces, i, segment)]


def _is_tally(piece: _Piece, pieces: list[_Piece], i: int, segment: str) -> bool:
    """Whether a figure is a team's goals ("Arsenal 2 (...") or part of a score, not a minute."""
    if piece.kind != "min":
        return False
    if i > 0 and pieces[i - 1].kind == "team" and segment[pieces[i - 1].end : piece.start].strip() == "":
        return "'" not in piece.value and "’" not in piece.value
    if i + 1 < len(pieces) and pieces[i + 1].kind == "name" and piece.value.strip().isdigit():
        told = i > 0 and pieces[i - 1].kind in ("min", "first", "second")
        if told and segment[pieces[i - 1].end : piece.start].strip() in ("", "’", "'", "′"):
            return segment[piece.end : pieces[i + 1].start].strip() == ""
    around = segment[max(0, piece.start - 2) : piece.start] + "#" + segment[piece.end : piece.end + 2]
    return bool(re.search(r"\d\s?[-–]#|#\s?[-–]\s?\d", around))


def _side_of(letters: str, pair: Pair) -> int | None:
    """Return the team whose name begins with the letters in brackets, if only one does."""
    names = [re.sub(r"^[xv]:", "", t).replace("-", " ") for t in pair.teams]
    low = letters.lower().strip(". ")
    fits = [i for i, n in enumerate(names) if n.startswith(low) or "".join(w[0] for w in n.split()) == low]
    return fits[0] if len(fits) == 1 else None


class _Builder:
    """Turns the pieces of a list into goals, minute before name or name before minutes."""

    def __init__(self, minute_first: bool) -> None:
        self.minute_first = minute_first
        self.goals: list[Goal] = []
        self.pending: list[list[int | None]] = []
        self.name = ""
        self.team: int | None = None
        self.half = ""
        self.flag = ""
        self.bare = False
        self.groups, self.group_at = 1, 0
        self.last = ""
        self.ordinal: tuple[int, int] | None = None
        self.tally_last = False

    def take(self, piece: _Piece) -> None:
        """Read one piece."""
        getattr(self, f"_{piece.kind}")(piece)
        self.last = piece.kind

    def _team(self, piece: _Piece) -> None:
        self._flush()
        self.team = int(piece.value)

    def _group(self, piece: _Piece) -> None:
        if piece.value.strip() in ("|", ";") and self.goals:
            self.groups += 1
            self.group_at = len(self.goals) if self.groups == 2 else self.group_at
        self._flush()

    def _letter(self, piece: _Piece) -> None:
        if piece.value.isdigit():
            for goal in (
                self.goals[-1:]
                if self.minute_first
                else [g for g in self.goals if g.scorer == self.name] or []
            ):
                if goal.kind == "own_goal":
                    goal.hints.append(1 - int(piece.value))
                else:
                    goal.team = int(piece.value)
            if not self.minute_first:
                self.letter_side = int(piece.value)

    def _name(self, piece: _Piece) -> None:
        if self.minute_first:
            self.name = piece.value
            for minute, added in self.pending:
                self._add(minute, added)
            if not self.pending and self.goals:
                self._add(None, None)
            self.pending = []
        else:
            self._flush()
            self.name, self.bare = piece.value, True
            self.letter_side = None

    letter_side: int | None = None

    def _min(self, piece: _Piece) -> None:
        figures = re.findall(r"\d+", piece.value)
        minute, added = int(figures[0]), int(figures[1]) if len(figures) > 1 else None
        if minute > 125:
            return
        placed, extra, _ = place(
            "second" if self.half == "second" else "first" if self.half == "first" else "plain", minute, added
        )
        if self.minute_first:
            self.pending.append([placed, extra])
        elif self.name:
            self._add(placed, extra)
            self.bare = False

    def _tally(self, piece: _Piece) -> None:
        """Note the score that stands before or after a goal ("1-0 Brandt 34")."""
        a, b = (int(n) for n in re.findall(r"\d+", piece.value))
        if self.last in ("min", "letter", "own", "pen") and self.tally_last and self.goals:
            self.goals[-1].ordinal = (a, b)
        else:
            self.tally_last = not self.goals and self.last != ""
            self.ordinal = (a, b)

    def _skip(self, piece: _Piece) -> None:
        """Forget the name before "sent off 33", and its minute."""
        self.name, self.bare = "", False

    def _first(self, piece: _Piece) -> None:
        self._halves("first", piece)

    def _second(self, piece: _Piece) -> None:
        self._halves("second", piece)

    def _halves(self, half: str, piece: _Piece) -> None:
        if self.last not in ("min", "pen", "own") or not (self.pending or self.goals):
            self.half = half
            return
        if self.half:
            return
        if self.minute_first:
            for row in self.pending:
                row[0], row[1], _ = place(half, row[0] or 0, row[1])
        else:
            for goal in self.goals:
                if goal.scorer == self.name and goal.half == 0 and goal.minute is not None:
                    goal.minute, goal.added, goal.half = place(half, goal.minute, goal.added)

    def _pen(self, piece: _Piece) -> None:
        self._mark("penalty", piece)

    def _own(self, piece: _Piece) -> None:
        self._mark("own_goal", piece)

    def _mark(self, kind: str, piece: _Piece) -> None:
        if self.minute_first:
            done = self.last in ("name", "letter")
        else:
            done = self.last in ("min", "first", "second") and not self.bare
        if done and self.goals:
            self.goals[-1].kind = kind
        else:
            self.flag = kind

    def _add(self, minute: int | None, added: int | None) -> None:
        goal = Goal(
            self.name, minute, added, self.team, self.flag or "goal", 0.97, listed=True, place=len(self.goals)
        )
        if self.letter_side is not None and goal.team is None and goal.kind != "own_goal":
            goal.team = self.letter_side
        goal.ordinal, self.ordinal = self.ordinal, None
        if self.half:
            goal.half = 2 if self.half == "second" else 1
        self.flag = ""
        self.goals.append(goal)

    def _flush(self) -> None:
        if self.bare and self.name and not self.minute_first:
            self._add(None, None)
        self.bare = False

    def finish(self) -> list[Goal]:
        """Return the goals read."""
        self._flush()
        return self.goals


def _lineup(
    line: str,
    offset: int,
    mentions: list[Mention],
    pair: Pair,
    vocab: Vocabulary,
    result: Listed,
    current: int | None,
) -> int | None:
    """Note players, coach and formation of a line-up; return the side the next line goes on with."""
    coach = re.compile(rf"\b{vocab.raw['labels']['coach']}\b\.?\s?[:.]?\s*$", re.IGNORECASE)
    if sum(m.kind == "p" for m in mentions) < 5 and current is None:
        return None
    for mention in mentions:
        side = pair.side(mention) if mention.kind == "t" else None
        after = line[mention.end - offset : mention.end - offset + 30]
        if side is not None and (re.match(r"\s*(?:\(\d|\d-\d|[:(–-])", after) or mention.start - offset < 3):
            current = side
            shape = re.match(r"\s*\(?(\d(?:-\d){2,4})", after)
            if shape:
                result.formations[side] = shape.group(1)
        elif mention.kind in "po" and current is not None:
            if coach.search(line[max(0, mention.start - offset - 16) : mention.start - offset]):
                result.coaches.setdefault(current, mention.key)
            elif mention.kind == "p":
                result.sides.setdefault(mention.key, current)
    return current
