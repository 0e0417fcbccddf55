"""The shipped fonts: measuring, shrinking, cutting and wrapping text, so that it never leaves its room."""

from __future__ import annotations

import math
from functools import lru_cache

from PIL import ImageFont

from .boxes import Weight
from .cleaning import FONTS

FILES: dict[Weight, str] = {
    "regular": "Inter-Regular.otf",
    "semibold": "Inter-SemiBold.otf",
    "bold": "Inter-Bold.otf",
    "display": "InterDisplay-Bold.otf",
}
ASCENT, DESCENT = 1.12, 0.33
"""Highest and lowest ink of any glyph, in sizes: Ǻ of Inter Bold reaches 1.113, brackets go to -0.32."""

ELLIPSIS = "…"
SMALLEST = 0.72
"""Share of its size that a text may shrink to before it is cut."""


@lru_cache(maxsize=64)
def face(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    """Load a font once per size."""
    return ImageFont.truetype(FONTS / FILES[weight], size)


def above(size: int) -> int:
    """Return the pixels from the top of a line to its baseline."""
    return math.ceil(size * ASCENT)


def line_height(size: int) -> int:
    """Return the pixels that a line of any glyphs needs."""
    return above(size) + math.ceil(size * DESCENT)


@lru_cache(maxsize=4096)
def extent(text: str, weight: Weight, size: int) -> tuple[int, int]:
    """Return the columns that ink and advance of `text` take from where it starts: (first, past last)."""
    font = face(weight, size)
    left, _, right, _ = font.getbbox(text, anchor="ls")
    return min(0, math.floor(left)), max(math.ceil(right), math.ceil(font.getlength(text)))


def width(text: str, weight: Weight, size: int) -> int:
    """Return the columns that `text` takes."""
    first, last = extent(text, weight, size)
    return last - first


def cut(text: str, weight: Weight, size: int, room: int) -> str:
    """Return `text`, or as much of it as fits `room` pixels with an ellipsis; "" where nothing does."""
    if width(text, weight, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + ELLIPSIS, weight, size) <= room:
            low = middle
        else:
            high = middle - 1
    short = text[:low].rstrip() + ELLIPSIS
    return short if width(short, weight, size) <= room else ""


def fit(text: str, weight: Weight, size: int, room: int, smallest: float = SMALLEST) -> tuple[str, int]:
    """Return `text` and the size at which it fits `room`: shrunk first, then cut."""
    least = max(1, int(size * smallest))
    needed = width(text, weight, size)
    if needed <= room:
        return text, size
    wanted = max(least, int(size * room / needed))
    while wanted > least and width(text, weight, wanted) > room:
        wanted -= 1
    return cut(text, weight, wanted, room), wanted


def wrap(text: str, weight: Weight, size: int, room: int, most: int) -> tuple[str, ...]:
    """Return `text` in at most `most` lines of `room` pixels; what is left over is cut with an ellipsis."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most:
        if len(lines) == most - 1:
            lines.append(cut(" ".join(words), weight, size, room))
            break
        taken = 1
        while taken < len(words) and width(" ".join(words[: taken + 1]), weight, size) <= room:
            taken += 1
        lines.append(cut(" ".join(words[:taken]), weight, size, room))
        words = words[taken:]
    return tuple(line for line in lines if line)
