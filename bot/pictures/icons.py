"""Signs and shirts, drawn large and scaled down so that their edges are smooth; each is kept once made."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import cos, pi, sin

from PIL import Image, ImageDraw

from .boxes import Colour, Kit, Point

SCALE = 4
Pen = ImageDraw.ImageDraw
Draw = Callable[[Pen, int, Colour, Colour], None]


def _at(size: int, *points: Point) -> list[Point]:
    """Scale points given in hundredths of the sign's side."""
    return [(x * size / 100, y * size / 100) for x, y in points]


def _round(size: int, x: float, y: float, radius: float) -> list[Point]:
    return _at(size, (x - radius, y - radius), (x + radius, y + radius))


def _ball(pen: Pen, size: int, colour: Colour, other: Colour) -> None:
    """Draw a football: five patches around one."""
    pen.ellipse(_round(size, 50, 50, 48), fill=colour)
    pen.ellipse(_round(size, 50, 50, 42), fill=other)
    turns = [2 * pi * n / 5 - pi / 2 for n in range(5)]
    pen.polygon(_at(size, *((50 + 17 * cos(a), 50 + 17 * sin(a)) for a in turns)), fill=colour)
    for a in turns:
        seam = _at(size, (50 + 17 * cos(a), 50 + 17 * sin(a)), (50 + 34 * cos(a), 50 + 34 * sin(a)))
        pen.line(seam, fill=colour, width=max(1, size // 20))
        patch = (
            (50 + r * cos(a + d), 50 + r * sin(a + d)) for r, d in ((43, -0.3), (31, 0), (43, 0.3), (46, 0))
        )
        pen.polygon(_at(size, *patch), fill=colour)


def _miss(pen: Pen, size: int, colour: Colour, other: Colour) -> None:
    """Draw a goal with the ball beside it."""
    frame = _at(size, (6, 92), (6, 30), (70, 30), (70, 92))
    pen.line(frame, fill=colour, width=size * 9 // 100, joint="curve")
    for x in (22, 38, 54):
        pen.line(_at(size, (x, 34), (x, 92)), fill=colour, width=size * 3 // 100)
    for y in (50, 70):
        pen.line(_at(size, (10, y), (66, y)), fill=colour, width=size * 3 // 100)
    pen.ellipse(_round(size, 86, 18, 13), fill=colour)


def _save(pen: Pen, size: int, colour: Colour, other: Colour) -> None:
    """Draw a glove: palm, four fingers, thumb, cuff."""
    for x, top in ((26, 20), (40, 8), (54, 8), (68, 18)):
        pen.rounded_rectangle(_at(size, (x, top), (x + 12, 62)), radius=size * 6 // 100, fill=colour)
    pen.rounded_rectangle(_at(size, (26, 42), (80, 78)), radius=size * 10 // 100, fill=colour)
    pen.line(_at(size, (30, 64), (12, 46)), fill=colour, width=size * 14 // 100)
    pen.ellipse(_round(size, 12, 46, 7), fill=colour)
    pen.rounded_rectangle(_at(size, (30, 83), (76, 96)), radius=size * 4 // 100, fill=colour)


def _flag(pen: Pen, size: int, colour: Colour, other: Colour) -> None:
    """Draw the linesman's flag."""
    pen.line(_at(size, (22, 4), (22, 96)), fill=colour, width=size * 9 // 100)
    pen.polygon(_at(size, (22, 6), (92, 30), (22, 56)), fill=colour)
    pen.polygon(_at(size, (26, 12), (54, 22), (54, 39), (26, 49)), fill=other)


def _change(pen: Pen, size: int, colour: Colour, other: Colour) -> None:
    """Draw an arrow up and an arrow down."""
    pen.polygon(_at(size, (28, 4), (52, 38), (37, 38), (37, 78), (19, 78), (19, 38), (4, 38)), fill=colour)
    pen.polygon(_at(size, (72, 96), (96, 62), (81, 62), (81, 22), (63, 22), (63, 62), (48, 62)), fill=other)


def _cross(pen: Pen, size: int, colour: Colour, other: Colour) -> None:
    """Draw the first-aid sign."""
    pen.rounded_rectangle(_at(size, (4, 4), (96, 96)), radius=size * 22 // 100, fill=colour)
    pen.rectangle(_at(size, (41, 20), (59, 80)), fill=other)
    pen.rectangle(_at(size, (20, 41), (80, 59)), fill=other)


def _card(pen: Pen, size: int, colour: Colour, other: Colour) -> None:
    pen.rounded_rectangle(_at(size, (20, 6), (80, 94)), radius=size * 8 // 100, fill=colour)


def _warning(pen: Pen, size: int, colour: Colour, other: Colour) -> None:
    """Draw an exclamation mark in a triangle."""
    corners = _at(size, (50, 10), (92, 86), (8, 86))
    pen.polygon(corners, fill=colour)
    pen.line([*corners, *corners[:2]], fill=colour, width=size * 12 // 100, joint="curve")
    pen.rounded_rectangle(_at(size, (45, 34), (55, 62)), radius=size * 5 // 100, fill=other)
    pen.ellipse(_round(size, 50, 74, 6), fill=other)


def _cup(pen: Pen, size: int, colour: Colour, other: Colour) -> None:
    """Draw a trophy."""
    pen.ellipse(_at(size, (6, 14), (40, 50)), outline=colour, width=size * 7 // 100)
    pen.ellipse(_at(size, (60, 14), (94, 50)), outline=colour, width=size * 7 // 100)
    pen.polygon(_at(size, (22, 6), (78, 6), (74, 42), (62, 58), (38, 58), (26, 42)), fill=colour)
    pen.rectangle(_at(size, (45, 56), (55, 78)), fill=colour)
    pen.rounded_rectangle(_at(size, (28, 78), (72, 94)), radius=size * 4 // 100, fill=colour)
    pen.polygon(_at(size, (34, 12), (41, 12), (43, 46), (38, 40)), fill=other)


def _dot(pen: Pen, size: int, colour: Colour, other: Colour) -> None:
    pen.ellipse(_round(size, 50, 50, 49), fill=colour)
    pen.ellipse(_round(size, 50, 50, 36), fill=other)


def _disc(pen: Pen, size: int, colour: Colour, other: Colour) -> None:
    pen.ellipse(_round(size, 50, 50, 49), fill=colour)


def _exit(pen: Pen, size: int, colour: Colour, other: Colour) -> None:
    """Draw a cross in a disc: the end of a run."""
    pen.ellipse(_round(size, 50, 50, 48), fill=colour)
    for points in (((32, 32), (68, 68)), ((68, 32), (32, 68))):
        pen.line(_at(size, *points), fill=other, width=size * 11 // 100)


SIGNS: dict[str, Draw] = {
    "ball": _ball,
    "miss": _miss,
    "save": _save,
    "flag": _flag,
    "change": _change,
    "injury": _cross,
    "card": _card,
    "warning": _warning,
    "cup": _cup,
    "dot": _dot,
    "disc": _disc,
    "exit": _exit,
}


@lru_cache(maxsize=256)
def sign(name: str, size: int, colour: Colour, other: Colour) -> Image.Image:
    """Return a sign as a square picture with transparency."""
    big = Image.new("RGBA", (size * SCALE, size * SCALE), (0, 0, 0, 0))
    SIGNS[name](ImageDraw.Draw(big), size * SCALE, colour, other)
    return big.resize((size, size), Image.Resampling.BOX)


BODY: tuple[Point, ...] = (
    (34, 8), (41, 14), (59, 14), (66, 8), (84, 15), (98, 38), (82, 47), (77, 39),
    (77, 94), (23, 94), (23, 39), (18, 47), (2, 38), (16, 15),
)  # fmt: skip
SLEEVE: tuple[Point, ...] = ((16, 14), (0, 38), (18, 50), (26, 36), (26, 10))
COLLAR: tuple[Point, ...] = ((34, 8), (41, 14), (59, 14), (66, 8), (60, 6), (57, 9), (43, 9), (40, 6))


def _pattern(pen: Pen, size: int, kit: Kit) -> None:
    """Paint the cloth of a shirt over the whole square."""
    pen.rectangle((0, 0, size, size), fill=kit.first)
    if kit.pattern == "stripes":
        for x in (-4.1, 17.5, 39.1, 60.7, 82.3):
            pen.rectangle(_at(size, (x + 10.8, 0), (x + 21.6, 100)), fill=kit.second)
    elif kit.pattern == "hoops":
        for y in (16, 44, 72):
            pen.rectangle(_at(size, (0, y), (100, y + 14)), fill=kit.second)
    elif kit.pattern == "halves":
        pen.rectangle(_at(size, (50, 0), (100, 100)), fill=kit.second)
    elif kit.pattern == "sash":
        pen.polygon(_at(size, (23, 30), (23, 52), (77, 94), (77, 72)), fill=kit.second)
    elif kit.pattern == "sleeves":
        for points in (SLEEVE, tuple((100 - x, y) for x, y in SLEEVE)):
            pen.polygon(_at(size, *points), fill=kit.second)


@lru_cache(maxsize=128)
def shirt(size: int, kit: Kit, outline: Colour) -> Image.Image:
    """Return a shirt as a square picture with transparency."""
    side = size * SCALE
    cloth = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    pen = ImageDraw.Draw(cloth)
    _pattern(pen, side, kit)
    mask = Image.new("L", (side, side), 0)
    ImageDraw.Draw(mask).polygon(_at(side, *BODY), fill=255)
    made = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    made.paste(cloth, (0, 0), mask)
    over = ImageDraw.Draw(made)
    over.polygon(_at(side, *COLLAR), fill=kit.trim)
    body = _at(side, *BODY)
    over.line([*body, body[0], body[1]], fill=outline, width=max(1, side * 25 // 1000), joint="curve")
    return made.resize((size, size), Image.Resampling.BOX)
