"""A career's league finishes by year, as a plot: first place on top, gaps where no article tells."""

from __future__ import annotations

from itertools import pairwise

from .boxes import Box, Page, Point
from .faces import line_height, width
from .records import Career, Place
from .sheet import CHALK, EDGE, FAINT, INK, MUTED, PAPER, WHITE, WIDTH, Sheet
from .words import ordinal, say

HEAD = 236
PLOT = Box(EDGE + 96, HEAD + 96, WIDTH - 2 * EDGE - 96, 680)
DOT = 40
LABEL, AXIS = 44, 34
TICKS = (1, 2, 4, 6, 8, 10, 13, 15, 18, 20, 24)


def layout(career: Career) -> Page:
    """Place a plot; years and places set its scales."""
    sheet = Sheet()
    _head(sheet, career)
    lowest = max(6, *(p.place for p in career.places)) + 2
    _grid(sheet, career, lowest)
    points = {p.year: _point(career, p, lowest) for p in career.places}
    accent = career.club.kit.accent
    for a, b in pairwise(career.places):
        known = b.year == a.year + 1
        line = (points[a.year], points[b.year])
        sheet.stroke(line, accent if known else "#a9b4bf", 10 if known else 6, dash=0 if known else 16)
    dots = {p.year: _around(points[p.year], DOT) for p in career.places}
    for p in career.places:
        sheet.icon(dots[p.year], "dot", accent if p.own else MUTED, accent if p.own else PAPER)
    lines = [box for a, b in pairwise(points.values()) for box in _along(a, b)]
    _labels(sheet, career, points, [*dots.values(), *lines])
    return sheet.page(_foot(sheet, career, PLOT.bottom + 76))


def title(career: Career) -> str:
    """Return whose finishes these are."""
    key = "title" if career.coach else "title_club"
    return say(career.language, "career", key, club=career.club.name, coach=career.coach)


def subtitle(career: Career) -> str:
    """Return what the plot tells."""
    key = "subtitle" if career.competition else "subtitle_plain"
    return say(career.language, "career", key, competition=career.competition)


def _head(sheet: Sheet, career: Career) -> None:
    sheet.pitch(Box(0, 0, WIDTH, HEAD))
    sheet.shirt(Box(EDGE - 10, 40, 156, 156), career.club.kit)
    room = WIDTH - 2 * EDGE - 176
    sheet.text(title(career), Box(EDGE + 176, 30, room, 102), 60, WHITE, weight="display")
    sheet.text(subtitle(career), Box(EDGE + 176, 136, room, 60), 36, CHALK, weight="regular")


def _point(career: Career, place: Place, lowest: int) -> Point:
    first, last = career.places[0].year, career.places[-1].year
    share = (place.year - first) / (last - first) if last > first else 0.5
    x = PLOT.x + 56 + share * (PLOT.w - 112)
    return round(x), round(PLOT.y + (place.place - 1) / (lowest - 1) * PLOT.h)


def _around(point: Point, size: int) -> Box:
    return Box(int(point[0]) - size // 2, int(point[1]) - size // 2, size, size)


def _along(a: Point, b: Point) -> list[Box]:
    """Return small boxes that cover a line, for labels to keep off."""
    steps = max(1, int(max(abs(b[0] - a[0]), abs(b[1] - a[1])) // 10))
    shares = (n / steps for n in range(steps + 1))
    return [_around((a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s), 14) for s in shares]


def _grid(sheet: Sheet, career: Career, lowest: int) -> None:
    room = 0
    for tick in (t for t in TICKS if t <= lowest - 2):
        y = PLOT.y + round((tick - 1) / (lowest - 1) * PLOT.h)
        if tick > 1 and y - room < 70:
            continue
        room = y
        sheet.panel(Box(PLOT.x, y - 1, PLOT.w, 2), FAINT)
        words = ordinal(tick, career.language)
        sheet.text(words, Box(EDGE - 16, y - 26, 96, 52), AXIS, MUTED, align="right")
    first, last = career.places[0].year, career.places[-1].year
    step = 1
    while (PLOT.w - 112) / max(1, last - first) * step < 104:
        step += 1
    known = {p.year for p in career.places}
    for year in range(first, last + 1, step):
        x, _ = _point(career, Place(year, 1), 2)
        colour, weight = (INK, "bold") if year in known else ("#a3a097", "semibold")
        room_ = Box(int(x) - 52, PLOT.bottom + 14, 104, line_height(AXIS))
        sheet.text(str(year), room_, AXIS, colour, weight=weight, align="centre")  # type: ignore[arg-type]


def _labels(sheet: Sheet, career: Career, points: dict[int, Point], taken: list[Box]) -> None:
    """Name the places beside their dots: the best, last and first before the others, none over another."""
    best = min(career.places, key=lambda p: p.place)
    order = dict.fromkeys([best, career.places[-1], career.places[0], *career.places])
    for place in order:
        words = ordinal(place.place, career.language)
        x, y = points[place.year]
        wide, high = width(words, "bold", LABEL) + 4, line_height(LABEL)
        above = Box(int(x) - wide // 2, int(y) - DOT // 2 - high, wide, high)
        below = Box(above.x, int(y) + DOT // 2, wide, high)
        right = Box(int(x) + DOT // 2 + 10, int(y) - high // 2, wide, high)
        left = Box(int(x) - DOT // 2 - 10 - wide, right.y, wide, high)
        upright = (below, above) if _valley(career, place) else (above, below)
        for room in (*upright, right, left):
            free = not any(room.meets(box) for box in taken)
            if (
                free
                and room.y >= HEAD
                and room.bottom <= PLOT.bottom + 12
                and PLOT.x <= room.x
                and room.right <= WIDTH
            ):
                colour = INK if place.own else MUTED
                sheet.text(words, room, LABEL, colour, weight="bold", align="centre")
                taken.append(room)
                break


def _valley(career: Career, place: Place) -> bool:
    """Whether the line comes from above on both sides: the label then has room below."""
    at = career.places.index(place)
    beside = [*career.places[max(0, at - 1) : at], *career.places[at + 1 : at + 2]]
    return bool(beside) and all(other.place < place.place for other in beside)


def _foot(sheet: Sheet, career: Career, y: int) -> int:
    """Place the meaning of hollow dots and of gaps; return the page's height."""
    years = {p.year for p in career.places}
    if career.coach and not all(p.own for p in career.places):
        sheet.icon(Box(EDGE, y + 8, 34, 34), "dot", MUTED, PAPER)
        words = say(career.language, "career", "before", coach=career.coach)
        sheet.text(words, Box(EDGE + 52, y, WIDTH - 2 * EDGE - 52, 50), 34, MUTED)
        y += 54
    if len(years) <= max(years) - min(years):
        words = say(career.language, "career", "gap")
        sheet.text(words, Box(EDGE, y, WIDTH - 2 * EDGE, 50), 32, MUTED, weight="regular")
        y += 54
    return y + 24
