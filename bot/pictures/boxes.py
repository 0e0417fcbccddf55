"""The geometry of a picture: boxes, and the texts and shapes that a layout places. Pixels from top left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Weight = Literal["regular", "semibold", "bold", "display"]
Colour = str
"""A colour as "#rrggbb"."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """First column past the box."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """First row past the box."""
        return self.y + self.h

    @property
    def middle(self) -> Point:
        """The centre."""
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, other: Box) -> bool:
        """Whether `other` lies inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: Box) -> bool:
        """Whether the two share a pixel."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def inset(self, dx: int, dy: int) -> Box:
        """Return the box made smaller by `dx` left and right, `dy` above and below."""
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)


@dataclass(frozen=True, slots=True)
class Kit:
    """What a club plays in, drawn as a shirt: pattern, its two colours, the trim, and a colour for lines."""

    pattern: str
    first: Colour
    second: Colour
    trim: Colour
    accent: Colour


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text: `within` is the room it was given, `box` what it takes; it starts at `x`, `base`."""

    content: str
    weight: Weight
    size: int
    colour: Colour
    x: int
    base: int
    box: Box
    within: Box


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled rectangle behind other things; `radius` rounds its corners."""

    box: Box
    colour: Colour
    radius: int = 0


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle's outline inside `box`."""

    box: Box
    colour: Colour
    width: int


@dataclass(frozen=True, slots=True)
class Icon:
    """A small sign of `icons.SIGNS`, in up to two colours."""

    box: Box
    sign: str
    colour: Colour
    other: Colour = "#ffffff"


@dataclass(frozen=True, slots=True)
class Shirt:
    """A club's shirt; the outline sets it off from what is behind."""

    box: Box
    kit: Kit
    outline: Colour


@dataclass(frozen=True, slots=True)
class Stroke:
    """A smooth line through `points`; with `dash` pixels drawn and left out in turn (0: solid)."""

    points: tuple[Point, ...]
    colour: Colour
    width: int
    dash: int = 0


Shape = Panel | Ring | Icon | Shirt | Stroke


@dataclass(frozen=True, slots=True)
class Page:
    """A laid-out picture: shapes are drawn in order, then the texts."""

    width: int
    height: int
    colour: Colour
    shapes: tuple[Shape, ...]
    texts: tuple[Text, ...]
