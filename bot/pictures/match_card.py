"""The match card: both teams in their colours, the score, who scored, when and where."""

from __future__ import annotations

from .boxes import Box, Page
from .faces import line_height
from .records import Card, MatchPicture, Moment, Side, Team
from .sheet import CHALK, EDGE, FAINT, INK, MUTED, PITCH_DARK, WHITE, WIDTH, Sheet, text_height
from .words import minute, say, score

HEAD = 580
TITLE = 92
NAME, DETAIL = 41, 33
MOST_GOALS = 7
"""Goals of one side that are listed; the rest is counted."""

TITLE_COLOUR = "#084b2d"
TITLE_LINE = 60
COLUMN = (WIDTH - 3 * EDGE) // 2


def layout(card: Card) -> Page:
    """Place a match card; its height follows the goals."""
    match, sheet = card.match, Sheet()
    _head(sheet, match)
    top = HEAD + 44
    bottom = max(
        _goals(sheet, match, "home", EDGE, top), _goals(sheet, match, "away", 2 * EDGE + COLUMN, top)
    )
    sheet.panel(Box(WIDTH // 2 - 1, top, 2, bottom - top - 24), FAINT)
    return sheet.page(_foot(sheet, match, bottom + 8))


def score_text(match: MatchPicture) -> str:
    """Return the score, or the sign between two teams whose score is not told."""
    return score(match.score) if match.score else say(match.language, "match", "versus")


def _head(sheet: Sheet, match: MatchPicture) -> None:
    sheet.pitch(Box(0, 0, WIDTH, HEAD))
    sheet.panel(Box(0, 0, WIDTH, TITLE), TITLE_COLOUR)
    sheet.text(match.title, Box(EDGE, 8, WIDTH - 2 * EDGE, TITLE - 16), 40, WHITE, align="centre")
    circle = Box(WIDTH // 2 - 176, TITLE + 68, 352, 352)
    sheet.panel(Box(WIDTH // 2 - 3, TITLE, 6, HEAD - TITLE), "#3f8f68")
    sheet.panel(circle, PITCH_DARK, radius=176)
    sheet.ring(circle, "#3f8f68", 6)
    x, y = int(circle.middle[0]), int(circle.middle[1])
    under = _under_score(match)
    lift = 38 if under else 0
    sheet.text(
        score_text(match), Box(x - 156, y - 96 - lift, 312, 192), 128, WHITE, weight="display", align="centre"
    )
    if under:
        sheet.text(under, Box(x - 138, y + 56, 276, 62), 36, CHALK, align="centre")
    _team(sheet, match.home, 40)
    _team(sheet, match.away, WIDTH - 40 - 408)


def _under_score(match: MatchPicture) -> str:
    if match.half_time:
        return say(match.language, "match", "half_time", score=score(match.half_time))
    if match.score is None and match.winner:
        winner = match.home if match.winner == "home" else match.away
        return say(match.language, "match", "won_by", team=winner.name)
    return ""


def _team(sheet: Sheet, team: Team, x: int) -> None:
    sheet.shirt(Box(x + 82, TITLE + 38, 244, 244), team.kit)
    sheet.name(team.name, Box(x, TITLE + 284, 408, 104), 60)
    if team.coach:
        sheet.text(team.coach, Box(x, TITLE + 388, 408, 56), 36, CHALK, weight="regular", align="centre")


def _goals(sheet: Sheet, match: MatchPicture, side: Side, x: int, y: int) -> int:
    """List the goals of a side from `y` on; return where the list ends."""
    goals = [m for m in match.moments if m.goal and m.side == side]
    scored = match.score[0 if side == "home" else 1] if match.score else None
    for goal in goals[:MOST_GOALS]:
        y = _goal(sheet, match, goal, side, x, y)
    key = "more_goals" if len(goals) > MOST_GOALS else "untold_goals"
    rest = max(len(goals) - MOST_GOALS, 0) or max((scored or 0) - len(goals), 0)
    if not goals and not scored:
        key, rest = ("goals_untold", 1) if scored is None else ("no_goals", 1)
    if rest:
        words = say(match.language, "match", key, count=rest)
        sheet.text(words, Box(x, y, COLUMN, line_height(36)), 36, MUTED, weight="regular")
        y += line_height(36) + 16
    return y + 16


def goal_words(goal: Moment) -> tuple[str, str]:
    """Return what to say of a goal: penalty or own goal with who else had a part; and how it was scored."""
    label = "" if goal.sign == "goal" else goal.label
    how = goal.how[:1].upper() + goal.how[1:]
    return " · ".join(filter(None, (label, goal.extra))), how


def _goal(sheet: Sheet, match: MatchPicture, goal: Moment, side: Side, x: int, y: int) -> int:
    accent = (match.home if side == "home" else match.away).kit.accent
    height = line_height(NAME)
    sheet.icon(Box(x, y + 7, 46, 46), "ball", INK)
    when = minute(match.language, goal.minute, goal.added)
    colour = MUTED if goal.minute is None else accent
    room = Box(x + COLUMN - 150, y, 150, height)
    taken = sheet.text(when, room, NAME, colour, weight="bold", align="right")
    name = goal.name or say(match.language, "match", "unnamed")
    sheet.text(name, Box(x + 64, y, taken.x - 16 - x - 64, height), NAME, INK, weight="bold")
    y += height - 4
    who, how = goal_words(goal)
    for words, colour, most in ((who, INK, 2), (how, MUTED, 3)):
        used = text_height(words, DETAIL, COLUMN - 64, most)
        if used:
            y += sheet.lines(words, Box(x + 64, y, COLUMN - 64, used), DETAIL, colour)
    return y + 22


def _foot(sheet: Sheet, match: MatchPicture, y: int) -> int:
    """Place date, stadium and the note on missing minutes; return the page's height."""
    sheet.panel(Box(EDGE, y, WIDTH - 2 * EDGE, 2), FAINT)
    y += 20
    half = (WIDTH - 2 * EDGE - 40) // 2
    first, second = (match.date, match.place) if match.date else (match.place, "")
    sheet.text(first, Box(EDGE, y, half, TITLE_LINE), 38, INK)
    sheet.text(second, Box(WIDTH - EDGE - half, y, half, TITLE_LINE), 38, INK, align="right")
    y += TITLE_LINE + 4
    if any(m.goal and m.minute is None for m in match.moments):
        note = say(match.language, "match", "minute_unknown_note")
        sheet.text(note, Box(EDGE, y, WIDTH - 2 * EDGE, 50), 32, MUTED, weight="regular")
        y += 54
    return y + 24
