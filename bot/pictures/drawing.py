"""From a page to the bytes of a PNG. Nothing is decided here: the layout settled where things stand."""

from __future__ import annotations

import io
from functools import lru_cache
from itertools import pairwise
from math import hypot

from PIL import Image, ImageDraw

from .boxes import Box, Icon, Page, Panel, Point, Ring, Shape, Shirt, Stroke
from .faces import face
from .icons import SCALE, shirt, sign

LIMIT = 150_000
"""Bytes that a picture may have: it should arrive at once on a poor line too."""

COLOURS = (64, 32, 16)
"""Sizes of palette that are tried until the picture is small enough; 64 tell no difference to the eye."""


def png(page: Page) -> bytes:
    """Draw `page` and return it as a PNG of at most `LIMIT` bytes wherever 16 colours allow it."""
    image = Image.new("RGB", (page.width, page.height), page.colour)
    pen = ImageDraw.Draw(image)
    for shape in page.shapes:
        _shape(image, pen, shape)
    for text in page.texts:
        pen.text((text.x, text.base), text.content, text.colour, face(text.weight, text.size), anchor="ls")
    data = b""
    for colours in COLOURS:
        out = io.BytesIO()
        small = image.quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        small.save(out, "PNG", compress_level=6)
        data = out.getvalue()
        if len(data) <= LIMIT:
            break
    return data


def _shape(image: Image.Image, pen: ImageDraw.ImageDraw, shape: Shape) -> None:
    match shape:
        case Panel(box, colour, radius):
            _panel(image, pen, box, colour, min(radius, box.w // 2, box.h // 2))
        case Ring(box, colour, width):
            image.paste(colour, (box.x, box.y), _ring_mask(box.w, width))
        case Icon(box, name, colour, other):
            made = sign(name, box.w, colour, other)
            image.paste(made, (box.x, box.y), made)
        case Shirt(box, kit, outline):
            made = shirt(box.w, kit, outline)
            image.paste(made, (box.x, box.y), made)
        case Stroke():
            _stroke(image, shape)


def _panel(image: Image.Image, pen: ImageDraw.ImageDraw, box: Box, colour: str, radius: int) -> None:
    if radius == 0:
        pen.rectangle((box.x, box.y, box.right - 1, box.bottom - 1), fill=colour)
        return
    if box.w > 2 * radius:
        pen.rectangle((box.x + radius, box.y, box.right - radius - 1, box.bottom - 1), fill=colour)
    if box.h > 2 * radius:
        pen.rectangle((box.x, box.y + radius, box.right - 1, box.bottom - radius - 1), fill=colour)
    disc = _disc_mask(2 * radius)
    for x, left in ((box.x, 0), (box.right - radius, radius)):
        for y, top in ((box.y, 0), (box.bottom - radius, radius)):
            image.paste(colour, (x, y), disc.crop((left, top, left + radius, top + radius)))


@lru_cache(maxsize=64)
def _disc_mask(size: int) -> Image.Image:
    mask = Image.new("L", (size * SCALE, size * SCALE), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, size * SCALE - 1, size * SCALE - 1), fill=255)
    return mask.resize((size, size), Image.Resampling.BOX)


@lru_cache(maxsize=16)
def _ring_mask(size: int, width: int) -> Image.Image:
    mask = Image.new("L", (size * SCALE, size * SCALE), 0)
    corners = (0, 0, size * SCALE - 1, size * SCALE - 1)
    ImageDraw.Draw(mask).ellipse(corners, outline=255, width=width * SCALE)
    return mask.resize((size, size), Image.Resampling.BOX)


def _stroke(image: Image.Image, stroke: Stroke) -> None:
    left = int(min(x for x, _ in stroke.points)) - stroke.width
    top = int(min(y for _, y in stroke.points)) - stroke.width
    right = int(max(x for x, _ in stroke.points)) + stroke.width + 1
    bottom = int(max(y for _, y in stroke.points)) + stroke.width + 1
    box = Box(left, top, right - left, bottom - top)
    moved = tuple((x - left, y - top) for x, y in stroke.points)
    pieces = _dashes(moved, stroke.dash) if stroke.dash else [moved]
    mask = Image.new("L", (box.w * SCALE, box.h * SCALE), 0)
    pen = ImageDraw.Draw(mask)
    for piece in pieces:
        points = [(x * SCALE, y * SCALE) for x, y in piece]
        pen.line(points, fill=255, width=stroke.width * SCALE, joint="curve")
    image.paste(stroke.colour, (box.x, box.y), mask.resize((box.w, box.h), Image.Resampling.BOX))


def _dashes(points: tuple[Point, ...], dash: int) -> list[tuple[Point, Point]]:
    """Cut a line into pieces `dash` long with gaps of the same length."""
    pieces = []
    for (x0, y0), (x1, y1) in pairwise(points):
        length = hypot(x1 - x0, y1 - y0)
        for n in range(0, int(length // dash) + 1, 2):
            a, b = n * dash / length, min(1.0, (n + 1) * dash / length)
            pieces.append(
                ((x0 + (x1 - x0) * a, y0 + (y1 - y0) * a), (x0 + (x1 - x0) * b, y0 + (y1 - y0) * b))
            )
    return pieces
