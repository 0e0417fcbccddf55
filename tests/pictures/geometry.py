"""What must hold of every page, whatever stands on it."""

from __future__ import annotations

from itertools import combinations

from bot.pictures.boxes import Box, Icon, Page, Shirt, Text
from bot.pictures.faces import face


def ink(text: Text) -> Box:
    """Return the pixels that a text really paints."""
    left, top, right, bottom = face(text.weight, text.size).getbbox(text.content, anchor="ls")
    return Box(int(text.x + left), int(text.base + top), int(right - left), int(bottom - top))


def check(page: Page) -> None:
    """Fail where a text leaves its room or the page, or meets another text or a sign."""
    whole = Box(0, 0, page.width, page.height)
    assert page.width == 1280
    assert page.width + page.height <= 10_000, "Telegram takes no larger photo"
    for text in page.texts:
        assert text.within.holds(text.box), text
        assert text.box.holds(ink(text)), text
        assert whole.holds(text.box), text
    for one, other in combinations(page.texts, 2):
        assert not ink(one).meets(ink(other)), (one, other)
    signs = [s for s in page.shapes if isinstance(s, Icon | Shirt)]
    for shape in page.shapes:
        if hasattr(shape, "box"):
            assert whole.holds(shape.box), shape
    held = ("dot", "disc", "cup")
    for sign in signs:
        if isinstance(sign, Icon) and sign.sign in held:
            continue
        for text in page.texts:
            assert not sign.box.meets(ink(text)), (sign, text)
    apart = [s for s in signs if not (isinstance(s, Icon) and s.sign in held)]
    for a, b in combinations(apart, 2):
        assert not a.box.meets(b.box), (a, b)
