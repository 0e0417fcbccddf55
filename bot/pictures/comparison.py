"""Two matches side by side: the same lines for both, so that the eye can go across."""

from __future__ import annotations

from collections.abc import Callable

from .boxes import Box, Page
from .faces import line_height
from .match_card import TITLE_COLOUR, score_text
from .records import Comparison, MatchPicture
from .sheet import CHALK, EDGE, FAINT, INK, MUTED, WHITE, WIDTH, Sheet, text_height
from .words import minute, say, score

HEAD, TITLE = 470, 88
GAP = 72
COLUMN = (WIDTH - 2 * EDGE - GAP) // 2
LEFTS = (EDGE, EDGE + COLUMN + GAP)
INSET = 30
"""Pixels that a name may reach beyond its shirt on either side."""

LABEL = 56
SIZE = 37
MOST_LINES = 8
"""Lines of one cell; more goals than that are cut with a count."""

Cell = Callable[[MatchPicture], list[str]]


def layout(comparison: Comparison) -> Page:
    """Place two matches; the language is the left one's."""
    sheet, pair = Sheet(), (comparison.left, comparison.right)
    sheet.pitch(Box(0, 0, WIDTH, HEAD))
    sheet.panel(Box(0, 0, WIDTH, TITLE), TITLE_COLOUR)
    sheet.panel(Box(WIDTH // 2 - 3, TITLE, 6, HEAD - TITLE), "#3f8f68")
    language = comparison.left.language
    title = Box(EDGE, 8, WIDTH - 2 * EDGE, TITLE - 16)
    sheet.text(say(language, "comparison", "title"), title, 40, WHITE, align="centre")
    for x, match in zip(LEFTS, pair, strict=True):
        _head(sheet, match, x)
    y = HEAD + 20
    for key, cell in LINES.items():
        y = _line(sheet, say(language, "comparison", key), [cell(match) for match in pair], y)
    note = say(language, "comparison", "note")
    room = Box(EDGE, y + 8, WIDTH - 2 * EDGE, text_height(note, 30, WIDTH - 2 * EDGE, 2))
    sheet.lines(note, room, 30, MUTED, align="centre")
    y = room.bottom
    if any(goal.goal and goal.minute is None for match in pair for goal in match.moments):
        words = say(language, "match", "minute_unknown_note")
        sheet.text(words, Box(EDGE, y + 2, WIDTH - 2 * EDGE, 46), 30, MUTED, weight="regular", align="centre")
        y += 48
    return sheet.page(y + 24)


def _head(sheet: Sheet, match: MatchPicture, x: int) -> None:
    half, shirt = COLUMN // 2 - 8, 156
    for team, left in ((match.home, x), (match.away, x + COLUMN - half)):
        side = left if left == x else left + half - shirt - 2 * INSET
        sheet.shirt(Box(side + INSET, TITLE + 30, shirt, shirt), team.kit)
        room = Box(side, TITLE + 190, shirt + 2 * INSET, 66)
        sheet.text(team.name, room, 42, WHITE, weight="bold", align="centre")
    between = Box(x + shirt + 2 * INSET, TITLE + 30, COLUMN - 2 * shirt - 4 * INSET, shirt)
    sheet.text(score_text(match), between, 88, WHITE, weight="display", align="centre")
    date = match.date or say(match.language, "match", "date_untold")
    sheet.text(date, Box(x, TITLE + 262, COLUMN, 56), 37, WHITE, align="centre")
    sheet.text(match.title, Box(x, TITLE + 314, COLUMN, 52), 33, CHALK, weight="regular", align="centre")


def _line(sheet: Sheet, label: str, cells: list[list[str]], y: int) -> int:
    """Place a label over two cells of lines; return where they end."""
    sheet.panel(Box(WIDTH // 2 - 190, y, 380, LABEL), "#efece4", radius=LABEL // 2)
    sheet.text(label, Box(WIDTH // 2 - 174, y, 348, LABEL), 32, MUTED, align="centre")
    y += LABEL + 2
    step = line_height(SIZE) + 2
    tall = max(len(lines) for lines in cells) * step
    sheet.panel(Box(WIDTH // 2 - 1, y + 6, 2, tall - 6), FAINT)
    for x, lines in zip(LEFTS, cells, strict=True):
        for at, line in enumerate(lines):
            room = Box(x, y + at * step, COLUMN, step)
            sheet.text(line, room, SIZE, INK, align="centre")
    return y + tall + 12


def _untold(match: MatchPicture) -> str:
    return say(match.language, "comparison", "untold")


def _half_time(match: MatchPicture) -> list[str]:
    return [score(match.half_time) if match.half_time else _untold(match)]


def _scorers(match: MatchPicture) -> list[str]:
    lines = []
    for goal in (m for m in match.moments if m.goal):
        name = goal.name or say(match.language, "match", "unnamed")
        kind = {"penalty": "pen", "own_goal": "own"}.get(goal.sign)
        mark = f" ({say(match.language, 'match', kind)})" if kind else ""
        when = minute(match.language, goal.minute, goal.added)
        lines.append(f"{name} {when if goal.minute else f'({when})'}{mark}")
    if len(lines) > MOST_LINES:
        more = say(match.language, "match", "more_goals", count=len(lines) - MOST_LINES + 1)
        lines = [*lines[: MOST_LINES - 1], more]
    return lines or [_untold(match)]


def _coaches(match: MatchPicture) -> list[str]:
    return [team.coach or _untold(match) for team in (match.home, match.away)]


def _place(match: MatchPicture) -> list[str]:
    return [match.place or _untold(match)]


def _count(*signs: str) -> Cell:
    """Return the cell that counts moments of some signs, home and away."""

    def cell(match: MatchPicture) -> list[str]:
        sides = [m.side for m in match.moments if m.sign in signs]
        return [score((sides.count("home"), sides.count("away"))) if match.moments else _untold(match)]

    return cell


LINES: dict[str, Cell] = {
    "half_time": _half_time,
    "scorers": _scorers,
    "chances": _count("miss", "penalty_missed", "penalty_saved"),
    "saves": _count("save"),
    "disallowed": _count("disallowed_goal"),
    "coaches": _coaches,
    "place": _place,
}
"""The lines by their key in the texts' [comparison]."""
