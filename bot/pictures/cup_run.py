"""A cup run as a path: round after round down to the cup, or to where it ended."""

from __future__ import annotations

from .boxes import Box, Page
from .faces import line_height
from .records import CupRun, Leg, Stop, Team
from .sheet import CHALK, EDGE, INK, MUTED, WHITE, WIDTH, Sheet
from .words import say

HEAD = 236
LINE_X, NODE = EDGE + 40, 60
LEFT = EDGE + 130
OUTLINE = "#8b867b"
STAGE, NAME, LEG = 34, 46, 35
CLUB = 92
MOST_CLUBS, MOST_LEGS, MOST_STOPS = 8, 4, 10
GOLD, QUIET = "#e0a526", "#f2efe7"


def layout(run: CupRun) -> Page:
    """Place a path; its height follows rounds, opponents and the matches that are told."""
    sheet = Sheet()
    _head(sheet, run)
    tops, y = [], HEAD + 36
    stops = run.stops[-MOST_STOPS:]
    path = Sheet()
    for at, stop in enumerate(stops):
        tops.append(y)
        y = _stop(path, run, stop, y, last=at == len(stops) - 1) + 26
    middle = [top + line_height(STAGE) // 2 + 12 for top in tops]
    if middle:
        line = Box(LINE_X - 5, middle[0], 10, middle[-1] - middle[0])
        sheet.panel(line, run.club.kit.accent)
    for at, centre in enumerate(middle):
        _node(sheet, run, centre, last=at == len(middle) - 1)
    sheet.add(path)
    return sheet.page(y + 14)


def _head(sheet: Sheet, run: CupRun) -> None:
    sheet.pitch(Box(0, 0, WIDTH, HEAD))
    sheet.shirt(Box(EDGE - 10, 40, 156, 156), run.club.kit)
    title = say(run.language, "run", "title", competition=run.competition, year=run.year)
    subtitle = say(run.language, "run", "subtitle", club=run.club.name)
    room = WIDTH - 2 * EDGE - 176
    sheet.text(title, Box(EDGE + 176, 30, room, 102), 64, WHITE, weight="display")
    words = " · ".join(filter(None, (subtitle, run.record)))
    sheet.text(words, Box(EDGE + 176, 136, room, 60), 36, CHALK, weight="regular")


def _node(sheet: Sheet, run: CupRun, centre: int, *, last: bool) -> None:
    accent = run.club.kit.accent
    if last and run.won:
        big = 104
        sheet.icon(Box(LINE_X - big // 2, centre - big // 2, big, big), "disc", GOLD)
        cup = 62
        sheet.icon(Box(LINE_X - cup // 2, centre - cup // 2, cup, cup), "cup", WHITE, GOLD)
        return
    sign, colour = ("exit", "#b3261e") if last and run.won is False else ("dot", accent)
    sheet.icon(Box(LINE_X - NODE // 2, centre - NODE // 2, NODE, NODE), sign, colour)


def outcome(run: CupRun, *, last: bool) -> str:
    """Return how a round ended in words: through, or how the run ended; "" where that is not told."""
    if not last:
        return say(run.language, "run", "through")
    return "" if run.won is None else say(run.language, "run", "won" if run.won else "lost")


def _stop(sheet: Sheet, run: CupRun, stop: Stop, y: int, *, last: bool) -> int:
    """Place a round from `y` on; return where it ends."""
    right = WIDTH - EDGE
    ended = outcome(run, last=last)
    legs = stop.legs[:MOST_LEGS]
    clubs = stop.opponents[:MOST_CLUBS]
    more = len(stop.opponents) - len(clubs)
    height = line_height(STAGE) + CLUB * len(clubs) + (line_height(LEG) + 2) * (len(legs) + bool(more)) + 28
    gold = last and run.won
    sheet.panel(Box(LEFT, y, right - LEFT, height), "#fbeec6" if gold else QUIET, radius=24)
    inner = Box(LEFT + 28, y + 12, right - LEFT - 56, line_height(STAGE))
    colour = "#8a6100" if gold else MUTED
    sheet.text(stop.name[:1].upper() + stop.name[1:], Box(inner.x, inner.y, 600, inner.h), STAGE, colour)
    end_colour = colour if gold or last else "#0b7a4b"
    sheet.text(ended, Box(inner.right - 360, inner.y, 360, inner.h), STAGE, end_colour, align="right")
    y = inner.bottom
    for club in clubs:
        _club(sheet, club, Box(inner.x, y, inner.w, CLUB))
        y += CLUB
    for leg in legs:
        _leg(sheet, run, leg, Box(inner.x + 100, y, inner.w - 100, line_height(LEG)))
        y += line_height(LEG) + 2
    if more:
        words = say(run.language, "run", "more", count=more)
        sheet.text(words, Box(inner.x, y, inner.w, line_height(LEG)), LEG, MUTED, weight="regular")
        y += line_height(LEG) + 2
    return y + 16


def _club(sheet: Sheet, club: Team, box: Box) -> None:
    sheet.shirt(Box(box.x, box.y + 7, 78, 78), club.kit, OUTLINE)
    sheet.text(club.name, Box(box.x + 100, box.y, box.w - 100, box.h), NAME, INK, weight="bold")


def _leg(sheet: Sheet, run: CupRun, leg: Leg, box: Box) -> None:
    colour = {True: "#0b7a4b", False: "#b3261e", None: MUTED}[leg.won]
    sheet.icon(Box(box.x, box.y + box.h // 2 - 10, 20, 20), "disc", colour)
    sheet.text(leg.words, Box(box.x + 36, box.y, box.w - 36, box.h), LEG, INK, weight="regular")
