"""The goals of a scorers' list: its pieces (names, minutes, halves, flags) and how they belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.drafting.minutes import place
from knowledge.drafting.pair import Pair
from knowledge.drafting.records import Goal, Mention
from knowledge.drafting.team_letters import side_of_letters
from knowledge.drafting.vocabulary import Vocabulary

ASSIST = re.compile(r"\((?:assists?|ass\.?|assist di|set up by)\b[^)]{0,60}\)", re.IGNORECASE)


HALVES = ("first", "second", "extra_first", "extra_second")
"""Pieces that say in which half a minute counts."""


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    value: str
    start: int
    end: int


def parse_goals(
    segment: str, offset: int, mentions: list[Mention], pair: Pair, vocab: Vocabulary, labelled: bool
) -> list[Goal]:
    """Return the goals of a segment of a list; `offset` is its place in the text."""
    segment = ASSIST.sub(lambda m: " " * len(m.group()), segment)
    pieces = list(_lex(segment, offset, mentions, pair, vocab, labelled))
    kinds = [p.kind for p in pieces]
    if "name" not in kinds or (not labelled and "min" not in kinds):
        return []
    minute_first = "min" in kinds and kinds.index("min") < kinds.index("name")
    minute_first = minute_first and not _behind_names(segment, pieces)
    builder = _Builder(minute_first)
    for piece in pieces:
        builder.take(piece)
    goals = builder.finish()
    if builder.groups == 2 and all(g.team is None for g in goals) and "group" in kinds:
        for goal in goals:
            goal.group = int(goal.place >= builder.group_at)
    return goals


_ENDS_GOAL = re.compile(
    r"[’'′]?\s?(?:[ps]t\b\.?)?\s?(?:\((?:rig|pen|aut)[^)]{0,8}\)|rig\.?)?\s?(?:[,;.]|$)", re.IGNORECASE
)
"""What stands behind a minute that belongs to the name before it."""


def _behind_names(segment: str, pieces: list[_Piece]) -> bool:
    """Whether most minutes of a list that begins with a word stand behind their names: "Bianco al 2', Masiello"."""
    minutes = [p for p in pieces if p.kind == "min"]
    ended = sum(1 for p in minutes if _ENDS_GOAL.match(segment, p.end))
    return 2 * ended > len(minutes) > 1 and bool(re.match(r"\W*[A-ZÀ-Þ][a-zà-ÿ]{2,}", segment))


def _lex(
    segment: str, offset: int, mentions: list[Mention], pair: Pair, vocab: Vocabulary, labelled: bool
) -> list[_Piece]:
    """Return the pieces of a list: names, teams, minutes, halves, flags, separators."""
    labels = vocab.raw["labels"]
    rules = re.compile(
        r"(?P<tally>(?<![\d+])\d{1,2}:\d{1,2}(?=\s?[-–]\s?\d)|(?<![\d+:])\d{1,2}\s?[-–]\s?\d{1,2}(?![\d’'′]))|"
        rf"(?P<skip>(?<!\w)(?:{labels['no_goal']})(?!\w))|(?P<own>(?<![\w]){labels['own_goal']}(?![\w]))|(?P<pen>(?<![\w]){labels['penalty']}(?![\w]))"
        rf"|(?P<extra_first>(?<![\w]){labels['extra_first']}(?![\w]))|(?P<extra_second>(?<![\w]){labels['extra_second']}(?![\w]))"
        rf"|(?P<first>(?<![\w]){labels['first']}(?![\w]))|(?P<second>(?<![\w]){labels['second']}(?![\w]))"
        r"|(?P<min>(?<![\w.,/£€$-])\d{1,3}(?!\d| ?(?:%|am\b|pm\b|[a-zà-ù]{3,9} (?:19|20)\d\d)"
        r"|,? (?:19|20)\d\d\b|[:.]\d)"
        r"\s?(?:[’'′]\s?)?(?:\+\s?\d{1,2})?)|(?P<letter>[(\[](?-i:[A-ZÀ-Þ])[a-zA-Z.]{0,3}[)\]])|(?P<group>[|;/]|(?:\s|(?<=\s))[–-]\s)",
        re.IGNORECASE,
    )
    flag = re.compile(rf"{labels['own_goal']}|{labels['penalty']}", re.IGNORECASE)
    pieces: list[_Piece] = []
    spans: list[tuple[int, int]] = []
    for mention in mentions:
        a, b = mention.start - offset, mention.end - offset
        if a < 0 or b > len(segment) or not segment[a:b].strip():
            continue
        if flag.fullmatch(segment[a:b]) and (vocab.language == "it" or _BEHIND_A_NAME.search(segment, 0, a)):
            continue
        side = pair.side(mention) if mention.kind == "t" else None
        inside = segment[a - 1 : a] == "(" and segment[b : b + 1] == ")"
        if side is not None:
            pieces.append(_Piece("letter" if inside else "team", str(side), a, b))
        elif mention.kind in "po" or (mention.kind == "t" and (labelled or mention.key.startswith("x:"))):
            if inside and len(mention.text) <= 4:
                pieces.append(_Piece("letter", str(side_of_letters(mention.text, pair)), a, b))
            else:
                pieces.append(_Piece("name", mention.key, a, b))
        spans.append((a, b))
    for match in rules.finditer(segment):
        if any(match.start() < b and match.end() > a for a, b in spans):
            continue
        kind = match.lastgroup or ""
        value = match.group()
        if kind == "letter":
            value = str(side_of_letters(value.strip("()[] "), pair))
        if kind == "own" and segment[: match.start()].rstrip()[-1:] == ",":
            value = AHEAD
        pieces.append(_Piece(kind, value, match.start(), match.end()))
    pieces.sort(key=lambda p: p.start)
    pieces = _other_letters(pieces, segment)
    pieces = [p for i, p in enumerate(pieces) if not _is_tally(p, pieces, i, segment)]
    halves = any(a.kind == "group" and b.kind in HALVES for a, b in pairwise(pieces))
    return [replace(p, value="") if halves and p.kind == "group" else p for p in pieces]


def _other_letters(pieces: list[_Piece], segment: str) -> list[_Piece]:
    """Return the pieces with letters that fit no team's name as the other's where all that fit are one team's."""
    told = {p.value for p in pieces if p.kind == "letter" and p.value.isdigit()}
    strange = {segment[p.start : p.end] for p in pieces if p.kind == "letter" and not p.value.isdigit()}
    if len(told) != 1 or len(strange) != 1:
        return pieces
    other = str(1 - int(told.pop()))
    return [
        replace(p, value=other) if p.kind == "letter" and segment[p.start : p.end] in strange else p
        for p in pieces
    ]


_BEHIND_A_NAME = re.compile(r"\w[ (]{1,2}$")
"""What stands before an own goal's word that is a scorer's, not a nameless scorer: "Smith OG 78"."""
AHEAD = ","
"""Stands for an own goal's word that belongs to the name behind it: "Rossi, autogol Bianchi"."""


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


class _Builder:
    """Turns the pieces of a list into goals, minute before name or name before minutes."""

    def __init__(self, minute_first: bool) -> None:
        self.minute_first = minute_first
        self.goals: list[Goal] = []
        self.pending: list[list[int | None]] = []
        self.name = ""
        self.team: int | None = None
        self.half = self.flag = self.last = ""
        self.bare = False
        self.groups, self.group_at = 1, 0
        self.ordinal: tuple[int, int] | None = None
        self.tally_last = False
        self.letter_side: int | None = None

    def take(self, piece: _Piece) -> None:
        """Read one piece."""
        if piece.kind in HALVES:
            self._halves(piece.kind, piece)
        else:
            getattr(self, f"_{piece.kind}")(piece)
        self.last = piece.kind

    def _team(self, piece: _Piece) -> None:
        self._flush()
        self.team = int(piece.value)

    def _group(self, piece: _Piece) -> None:
        """Note a sign that may part the scorers of two teams; it has no value where it parts the halves."""
        dash = piece.value.strip() in "–-" and self.last in ("min", "pen", "own", "letter")
        if self.goals and piece.value and (dash or piece.value in "|;"):
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

    def _min(self, piece: _Piece) -> None:
        figures = re.findall(r"\d+", piece.value)
        minute, added = int(figures[0]), int(figures[1]) if len(figures) > 1 else None
        if minute > 125:
            return
        placed, extra, _ = place(self.half or "plain", minute, added)
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
        told_before = self.minute_first and self.last == "name"
        self.goals = [g for g in self.goals if not told_before or g.scorer != self.name]
        self.name, self.bare = "", False

    def _halves(self, half: str, piece: _Piece) -> None:
        behind = self.last in ("min", "pen", "own")
        if not behind or not (self.pending or self.goals):
            self.half = self.half if behind and not self.minute_first else half  # of a minute without a name
            return
        if self.half:
            return
        if self.minute_first:
            later = 99
            for row in reversed(self.pending):
                if (row[0] or 0) > later:
                    break  # "10', 20' and 5' st": the first two are of the half before
                later = row[0] or 0
                row[0], row[1], _ = place(half, row[0] or 0, row[1])
        else:
            later = 99
            for goal in reversed([g for g in self.goals if g.scorer == self.name and g.half == 0]):
                if goal.minute is None or goal.minute > later:
                    break
                later = goal.minute
                goal.minute, goal.added, goal.half = place(half, goal.minute, goal.added)

    def _pen(self, piece: _Piece) -> None:
        self._mark("penalty", piece)

    def _own(self, piece: _Piece) -> None:
        self._mark("own_goal", piece)

    def _mark(self, kind: str, piece: _Piece) -> None:
        if self.bare and piece.value == AHEAD:
            self._flush()
            self.flag, self.name = kind, ""
            return
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
            goal.half = 1 if self.half == "first" else 2
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
