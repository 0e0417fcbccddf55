"""A sheet that a layout fills: texts are fitted into the room they are given; then it becomes a page."""

from __future__ import annotations

import math
from typing import Literal

from .boxes import Box, Colour, Icon, Kit, Page, Panel, Point, Ring, Shape, Shirt, Stroke, Text, Weight
from .cleaning import clean
from .faces import ASCENT, DESCENT, SMALLEST, above, extent, fit, line_height, width, wrap

WIDTH = 1280
"""Pixels: what Telegram keeps of a photo's width without another download."""

EDGE = 64
PAPER = "#fbfaf7"
INK = "#12161c"
MUTED = "#59616d"
FAINT = "#dcd8ce"
WHITE = "#ffffff"
PITCH = "#0e6b43"
PITCH_DARK = "#0b6039"
CHALK = "#d6eadf"

Align = Literal["left", "centre", "right"]


class Sheet:
    """Collects shapes and texts. Every text is cleaned, fitted to one line and kept inside its room."""

    def __init__(self, colour: Colour = PAPER) -> None:
        self._colour = colour
        self._shapes: list[Shape] = []
        self._texts: list[Text] = []

    def text(
        self, content: str, room: Box, size: int, colour: Colour = INK, *,
        weight: Weight = "semibold", align: Align = "left",
    ) -> Box:  # fmt: skip
        """Place `content` at half the height of `room`, shrunk or cut where needed; return its box."""
        size = min(size, int(room.h / (ASCENT + DESCENT)))
        shown, size = fit(clean(content), weight, size, room.w)
        if not shown:
            return Box(room.x, room.y, 0, 0)
        while line_height(size) > room.h:
            size -= 1
        first, last = extent(shown, weight, size)
        slack = room.w - (last - first)
        x = room.x + {"left": 0, "centre": slack // 2, "right": slack}[align]
        top = room.y + (room.h - line_height(size)) // 2
        box = Box(x, top, last - first, line_height(size))
        self._texts.append(Text(shown, weight, size, colour, x - first, top + above(size), box, room))
        return box

    def name(
        self, content: str, room: Box, size: int, colour: Colour = WHITE, *, align: Align = "centre"
    ) -> None:
        """Place a name in bold: on one line, or on two smaller ones where that would cut it."""
        shown = clean(content)
        if " " not in shown or width(shown, "bold", int(size * SMALLEST)) <= room.w:
            self.text(content, room, size, colour, weight="bold", align=align)
            return
        half = room.h // 2
        size = min(int(size * SMALLEST), int(half / (ASCENT + DESCENT)))
        while size > 26 and max(width(word, "bold", size) for word in shown.split()) > room.w:
            size -= 2
        lines = wrap(shown, "bold", size, room.w, 2)
        top = room.y + (room.h - len(lines) * half) // 2
        for at, line in enumerate(lines):
            self.text(
                line, Box(room.x, top + at * half, room.w, half), size, colour, weight="bold", align=align
            )

    def lines(
        self, content: str, room: Box, size: int, colour: Colour = INK, *,
        weight: Weight = "regular", align: Align = "left",
    ) -> int:  # fmt: skip
        """Place `content` in as many lines as `room` holds, from its top; return the height used."""
        step = line_height(size)
        shown = wrap(clean(content), weight, size, room.w, max(1, room.h // step))
        for at, line in enumerate(shown):
            self.text(
                line, Box(room.x, room.y + at * step, room.w, step), size, colour, weight=weight, align=align
            )
        return len(shown) * step

    def panel(self, box: Box, colour: Colour, radius: int = 0) -> None:
        """Fill a rectangle."""
        self._shapes.append(Panel(box, colour, radius))

    def ring(self, box: Box, colour: Colour, width: int) -> None:
        """Draw a circle's outline."""
        self._shapes.append(Ring(box, colour, width))

    def icon(self, box: Box, sign: str, colour: Colour, other: Colour = WHITE) -> None:
        """Place a sign."""
        self._shapes.append(Icon(box, sign, colour, other))

    def shirt(self, box: Box, kit: Kit, outline: Colour = WHITE) -> None:
        """Place a shirt."""
        self._shapes.append(Shirt(box, kit, outline))

    def stroke(self, points: tuple[Point, ...], colour: Colour, width: int, dash: int = 0) -> None:
        """Draw a smooth line."""
        self._shapes.append(Stroke(points, colour, width, dash))

    def pitch(self, box: Box, bands: int = 8) -> None:
        """Fill a rectangle with mown grass."""
        self.panel(box, PITCH)
        step = math.ceil(box.w / bands)
        for band in range(0, bands, 2):
            left = box.x + band * step
            self.panel(Box(left, box.y, min(step, box.right - left), box.h), PITCH_DARK)

    def add(self, other: Sheet) -> None:
        """Place what `other` holds over what stands here."""
        self._shapes += other._shapes
        self._texts += other._texts

    def page(self, height: int) -> Page:
        """Return what was placed, as a page `WIDTH` wide."""
        return Page(WIDTH, height, self._colour, tuple(self._shapes), tuple(self._texts))


def text_height(content: str, size: int, room: int, most: int, weight: Weight = "regular") -> int:
    """Return the height that `Sheet.lines` would use."""
    return len(wrap(clean(content), weight, size, room, most)) * line_height(size)
