"""The timeline of a match: what happened on each side, in the order of the clock as far as it is told.

A row holds one event of each side at most, so labels cannot meet. Events without a minute stand below those
with one in their half, on a dashed line: no order is claimed for them.
"""

from __future__ import annotations

from itertools import zip_longest

from .boxes import Box, Page
from .faces import line_height
from .match_card import score_text
from .records import MatchPicture, Moment, Team, Timeline
from .sheet import CHALK, EDGE, FAINT, INK, MUTED, WHITE, WIDTH, Align, Sheet, text_height
from .words import say, score

HEAD = 210
NAME, WORDS = 38, 31
BAR = 66
MIDDLE = WIDTH // 2
REACH = 60
"""Pixels from the line to the signs beside it: room for the widest minute, 90+15’."""

SIGN = 50
OUTER = 36
ROOM = MIDDLE - REACH - 12 - SIGN - 16 - OUTER
"""Pixels from a side's edge, and what is left for names and words."""

MOST, CROWD = 26, 18
"""Events that are shown, the weightiest first (the rest is counted); past a crowd, words keep to one line.

Both keep a picture short enough for a phone and its file under the limit of `drawing`.
"""

LINE = "#c9c4b8"
BAR_COLOUR = "#efece4"
SIGNS: dict[str, tuple[str, str, str]] = {
    "goal": ("ball", WHITE, INK),
    "penalty": ("ball", WHITE, INK),
    "own_goal": ("ball", WHITE, "#b3261e"),
    "red": ("card", "#d1242f", WHITE),
    "penalty_missed": ("miss", "#b3261e", WHITE),
    "penalty_saved": ("save", "#b3261e", WHITE),
    "disallowed_goal": ("flag", "#d9480f", "#ffd43b"),
    "miss": ("miss", INK, WHITE),
    "save": ("save", "#0b7a75", WHITE),
    "injury": ("injury", "#d1242f", WHITE),
    "error": ("warning", "#d9480f", WHITE),
    "yellow": ("card", "#f2b705", WHITE),
    "card": ("card", MUTED, WHITE),
    "substitution": ("change", "#2b8a3e", "#c92a2a"),
}
"""Sign and colours by kind, in the order of weight."""

Row = tuple[str | None, Moment | None, Moment | None]
"""A minute in words (None: not told) with the events of home and away."""


def layout(timeline: Timeline) -> Page:
    """Place a timeline; its height follows the events."""
    match, sheet = timeline.match, Sheet()
    _head(sheet, match)
    shown = _weightiest(match.moments)
    y = HEAD
    halves = any(m.second_half is not None for m in match.moments)
    for key, second in (("first_half", False), ("second_half", True), ("no_half", None)):
        half = [m for m in shown if m.second_half is second]
        if half or (second is not None and halves):
            y = _half(sheet, match, key, half, y, 2 if len(shown) <= CROWD else 1)
    if not match.moments:
        y = _bar(sheet, say(match.language, "timeline", "empty"), y + 24)
    left = len(match.moments) - len(shown)
    if left:
        y = _bar(sheet, say(match.language, "timeline", "more", count=left), y)
    return sheet.page(_foot(sheet, match, shown, y))


def _weightiest(moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
    order = list(SIGNS)
    ranked = sorted(range(len(moments)), key=lambda at: (order.index(moments[at].sign), at))
    return tuple(moments[at] for at in sorted(ranked[:MOST]))


def rows_of(moments: list[Moment]) -> list[Row]:
    """Return the rows of a half: by the clock first, then those without a minute, side beside side."""
    rows: list[Row] = []
    timed = sorted((m for m in moments if m.minute is not None), key=lambda m: (m.minute or 0, m.added or 0))
    for moment in timed:
        when = f"{moment.minute}+{moment.added}’" if moment.added else f"{moment.minute}’"
        last = rows[-1] if rows else None
        if last and last[0] == when and last[1 if moment.side == "home" else 2] is None:
            rows[-1] = (when, moment, last[2]) if moment.side == "home" else (when, last[1], moment)
        else:
            rows.append((when, moment, None) if moment.side == "home" else (when, None, moment))
    untimed = [m for m in moments if m.minute is None]
    home = [m for m in untimed if m.side == "home"]
    away = [m for m in untimed if m.side == "away"]
    return rows + [(None, left, right) for left, right in zip_longest(home, away)]


def _head(sheet: Sheet, match: MatchPicture) -> None:
    sheet.pitch(Box(0, 0, WIDTH, HEAD))
    sheet.text(
        score_text(match), Box(MIDDLE - 140, 18, 280, 124), 84, WHITE, weight="display", align="centre"
    )
    under = match.half_time and say(match.language, "match", "half_time", score=score(match.half_time))
    sheet.text(under or "", Box(MIDDLE - 140, 136, 280, 52), 33, CHALK, align="centre")
    for team, side in ((match.home, "home"), (match.away, "away")):
        _team(sheet, team, side == "home")


def _team(sheet: Sheet, team: Team, home: bool) -> None:
    shirt = 136
    x = 36 if home else WIDTH - 36 - shirt
    sheet.shirt(Box(x, 37, shirt, shirt), team.kit)
    room = Box(x + shirt + 18 if home else x - 18 - 300, 43, 300, 124)
    sheet.name(team.name, room, 54, align="left" if home else "right")


def _bar(sheet: Sheet, words: str, y: int) -> int:
    sheet.panel(Box(0, y, WIDTH, BAR), BAR_COLOUR)
    sheet.text(words, Box(EDGE, y, WIDTH - 2 * EDGE, BAR), 34, MUTED, align="centre")
    return y + BAR


def _half(sheet: Sheet, match: MatchPicture, key: str, moments: list[Moment], y: int, lines: int) -> int:
    """Place the rows of a half from `y` on; return where they end."""
    words = say(match.language, "timeline", key)
    if not moments:
        words = f"{words}: {say(match.language, 'timeline', 'empty').lower()}"
    y = _bar(sheet, words, y) + 16
    rows = rows_of(moments)
    heights = [_height(row, lines) for row in rows]
    timed = sum(height for height, row in zip(heights, rows, strict=True) if row[0] is not None)
    if timed:
        sheet.panel(Box(MIDDLE - 3, y, 6, timed), LINE)
    if timed < sum(heights):
        sheet.stroke(((MIDDLE, y + timed), (MIDDLE, y + sum(heights))), LINE, 6, dash=12)
    for (when, home, away), height in zip(rows, heights, strict=True):
        _badge(sheet, match, when, y + height // 2)
        for moment in filter(None, (home, away)):
            _event(sheet, match, moment, Box(0, y, WIDTH, height), lines)
        y += height
    return y + (16 if rows else 0)


def _badge(sheet: Sheet, match: MatchPicture, when: str | None, middle: int) -> None:
    if when is None:
        sheet.icon(Box(MIDDLE - 25, middle - 25, 50, 50), "dot", LINE)
        words, colour, half = say(match.language, "match", "minute_unknown"), MUTED, 17
    else:
        half = 58 if len(when) > 3 else 46
        sheet.panel(Box(MIDDLE - half, middle - 29, 2 * half, 58), INK, radius=29)
        words, colour, half = when, WHITE, half - 8
    sheet.text(
        words, Box(MIDDLE - half, middle - 26, 2 * half, 52), 34, colour, weight="bold", align="centre"
    )


def _height(row: Row, lines: int) -> int:
    """Return the height of a row: the name and up to `lines` lines of words."""
    words = max(text_height(_below(m), WORDS, ROOM, lines) for m in row[1:] if m)
    return line_height(NAME) + max(words, line_height(WORDS)) + 8


def _below(moment: Moment) -> str:
    """Return the words under the name; where no name is told, what it was stands in the name's place."""
    return moment.words if moment.name else moment.extra


def _event(sheet: Sheet, match: MatchPicture, moment: Moment, row: Box, lines: int) -> None:
    home = moment.side == "home"
    sign, colour, other = SIGNS[moment.sign]
    name, words = INK, MUTED
    if moment.goal:
        kit = (match.home if home else match.away).kit
        left = OUTER - 14 if home else MIDDLE + REACH
        sheet.panel(Box(left, row.y + 4, MIDDLE - REACH - OUTER + 14, row.h - 8), kit.accent, radius=20)
        name = words = WHITE
    middle = row.y + row.h // 2
    x = MIDDLE - REACH - 12 - SIGN if home else MIDDLE + REACH + 12
    sheet.icon(Box(x, middle - SIGN // 2, SIGN, SIGN), sign, colour, other)
    left = OUTER if home else WIDTH - OUTER - ROOM
    align: Align = "right" if home else "left"
    below = _below(moment)
    used = text_height(below, WORDS, ROOM, lines)
    top = row.y + (row.h - line_height(NAME) - used) // 2 - 4
    shown = Box(left, top, ROOM, line_height(NAME))
    sheet.text(moment.name or moment.label, shown, NAME, name, weight="bold", align=align)
    if used:
        sheet.lines(below, Box(left, shown.bottom, ROOM, used), WORDS, words, align=align)


def _foot(sheet: Sheet, match: MatchPicture, shown: tuple[Moment, ...], y: int) -> int:
    """Place where and when, and what the question marks mean; return the page's height."""
    sheet.panel(Box(EDGE, y + 6, WIDTH - 2 * EDGE, 2), FAINT)
    words = " · ".join(filter(None, (match.date, match.place)))
    sheet.text(words, Box(EDGE, y + 18, WIDTH - 2 * EDGE, 54), 34, INK)
    y += 76
    if any(m.minute is None for m in shown):
        note = say(match.language, "match", "minute_unknown_note")
        sheet.text(note, Box(EDGE, y, WIDTH - 2 * EDGE, 48), 31, MUTED, weight="regular")
        y += 50
    return y + 22
