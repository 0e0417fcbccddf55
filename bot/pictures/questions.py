"""The month's questions for /stats: how many, how many were answered, day by day, and what was asked most."""

from __future__ import annotations

from calendar import monthrange

from knowledge import month_text, number_text

from .boxes import Box, Page
from .faces import line_height
from .records import Day, Questions
from .sheet import CHALK, EDGE, FAINT, INK, MUTED, WHITE, WIDTH, Sheet
from .words import say

HEAD = 236
FIGURES = 190
CHART = Box(EDGE + 70, HEAD + FIGURES + 92, WIDTH - 2 * EDGE - 70, 420)
ANSWERED, REFUSED = "#12805a", "#e2a03f"
BARS = {"answered": ANSWERED, "refused": REFUSED}
MOST_TOP = 5


def layout(questions: Questions) -> Page:
    """Place the figures, the columns of the days and the questions asked most."""
    sheet = Sheet()
    sheet.pitch(Box(0, 0, WIDTH, HEAD))
    sheet.text(title(questions), Box(EDGE, 32, WIDTH - 2 * EDGE, 110), 66, WHITE, weight="display")
    per_day = say(questions.language, "questions", "per_day")
    sheet.text(per_day, Box(EDGE, 142, WIDTH - 2 * EDGE, 60), 38, CHALK, weight="regular")
    _figures(sheet, questions)
    _chart(sheet, questions)
    return sheet.page(_top(sheet, questions, CHART.bottom + 92))


def title(questions: Questions) -> str:
    """Return "Questions in December 2025"."""
    named = month_text(questions.year, questions.month, questions.language)
    return say(questions.language, "questions", "title", month=named)


def totals(questions: Questions) -> tuple[int, int]:
    """Return how many questions were answered and how many were not."""
    return sum(d.answered for d in questions.days), sum(d.refused for d in questions.days)


def _figures(sheet: Sheet, questions: Questions) -> None:
    answered, refused = totals(questions)
    third = (WIDTH - 2 * EDGE) // 3
    figures = (
        ("asked", answered + refused, INK),
        ("answered", answered, ANSWERED),
        ("refused", refused, "#9a6410"),
    )
    for at, (key, count, colour) in enumerate(figures):
        x = EDGE + at * third
        sheet.text(
            number_text(count, questions.language),
            Box(x, HEAD + 20, third - 24, 124),
            84,
            colour,
            weight="display",
        )
        words = say(questions.language, "questions", key)
        left = x
        if key in BARS:
            sheet.panel(Box(x, HEAD + 151, 28, 28), BARS[key], radius=6)
            left = x + 42
        sheet.text(words, Box(left, HEAD + 138, x + third - 24 - left, 54), 35, MUTED)


def _step(most: int) -> int:
    """Return a round distance of lines that makes at most five of them."""
    step = 1
    while most > 5 * step:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return step


def _chart(sheet: Sheet, questions: Questions) -> None:
    days = monthrange(questions.year, questions.month)[1]
    most = max((d.answered + d.refused for d in questions.days), default=0)
    step = _step(max(most, 5))
    ceiling = -(-max(most, 5) // step) * step
    for tick in range(0, ceiling + 1, step):
        y = CHART.bottom - round(tick / ceiling * CHART.h)
        sheet.panel(Box(CHART.x, y - 1, CHART.w, 2), FAINT)
        sheet.text(str(tick), Box(EDGE - 30, y - 25, 84, 50), 31, MUTED, align="right")
    slot = CHART.w / days
    for day in questions.days:
        _column(sheet, day, round(CHART.x + (day.day - 1) * slot + slot * 0.14), round(slot * 0.72), ceiling)
    for date in (1, *range(5, days + 1, 5)):
        x = round(CHART.x + (date - 0.5) * slot)
        sheet.text(str(date), Box(x - 34, CHART.bottom + 10, 68, 50), 31, MUTED, align="centre")
    if most == 0:
        words = say(questions.language, "questions", "empty")
        sheet.text(words, Box(CHART.x, CHART.y + 160, CHART.w, 70), 40, MUTED, align="centre")


def _column(sheet: Sheet, day: Day, x: int, w: int, ceiling: int) -> None:
    answered = round(day.answered / ceiling * CHART.h)
    refused = round(day.refused / ceiling * CHART.h)
    if answered:
        sheet.panel(Box(x, CHART.bottom - answered, w, answered), ANSWERED)
    if refused:
        sheet.panel(Box(x, CHART.bottom - answered - refused, w, refused), REFUSED)


def _top(sheet: Sheet, questions: Questions, y: int) -> int:
    """List the questions asked most; return the page's height."""
    if not questions.top:
        return y
    sheet.text(say(questions.language, "questions", "top"), Box(EDGE, y, 900, 56), 36, MUTED)
    y += 62
    height = line_height(40)
    for words, count in questions.top[:MOST_TOP]:
        sheet.text(f"{count}×", Box(EDGE, y, 120, height), 40, ANSWERED, weight="bold")
        sheet.text(words, Box(EDGE + 140, y, WIDTH - 2 * EDGE - 140, height), 40, INK)
        y += height + 8
    return y + 28
