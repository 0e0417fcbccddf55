"""Names as people type them, made drawable: what the fonts lack becomes a neutral mark, controls go."""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
MARK = "•"
"""Stands for a run of characters that the fonts do not have: emoji, other scripts."""

VANISHING = frozenset({"Cc", "Cf", "Cs", "Mn", "Me", "Mc"})
"""Unicode's categories that leave no trace: controls, formats (bidi, zero width), halves, stacked accents."""

LONGEST = 600
"""Characters that are looked at: more than any name has room for, and Telegram's names end at 128."""


@cache
def covered() -> frozenset[int]:
    """Return the code points that every shipped font can draw."""
    return frozenset.intersection(*(_code_points(path) for path in sorted(FONTS.glob("*.otf"))))


def _code_points(path: Path) -> frozenset[int]:
    """Read the table `cmap` of a font (OpenType 1.9, format 12)."""
    data = path.read_bytes()
    tables = {
        data[at : at + 4]: struct.unpack(">I", data[at + 8 : at + 12])[0]
        for at in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16)
    }
    start = tables[b"cmap"]
    found: set[int] = set()
    for n in range(struct.unpack(">H", data[start + 2 : start + 4])[0]):
        offset = start + struct.unpack(">I", data[start + 8 + 8 * n : start + 12 + 8 * n])[0]
        if struct.unpack(">H", data[offset : offset + 2])[0] != 12:
            continue
        groups = struct.unpack(">I", data[offset + 12 : offset + 16])[0]
        for first, last, _ in struct.iter_unpack(">III", data[offset + 16 : offset + 16 + 12 * groups]):
            found.update(range(first, last + 1))
    return frozenset(found)


def _drawable(char: str) -> bool:
    """Whether a character is a letter, figure, sign or space of the fonts that keeps to its line."""
    category = unicodedata.category(char)
    return ord(char) in covered() and (category[0] in "LNP" or category in ("Sc", "Sm") or char == " ")


def clean(text: str) -> str:
    """Return `text` as one line that the fonts can draw.

    What is `VANISHING` goes, each run of what the fonts lack becomes `MARK`, white space single spaces.
    """
    folded = unicodedata.normalize("NFC", text[:LONGEST])
    out: list[str] = []
    for char in folded:
        if char.isspace():
            char = " "
        elif unicodedata.category(char) in VANISHING:
            continue
        elif not _drawable(char):
            char = MARK
        if char in (" ", MARK) and out and out[-1] == char:
            continue
        out.append(char)
    return "".join(out).strip()


def clean_name(text: str, nameless: str) -> str:
    """Return the name cleaned, fancy letters made plain (NFKC); `nameless` where nothing is left to read."""
    name = clean(unicodedata.normalize("NFKC", text[:LONGEST])).strip(f"{MARK} ")
    return name if any(char.isalnum() for char in name) else nameless


def plain(text: str, most: int) -> str:
    """Return a name as it may stand in a caption: its own script, on one line, unable to turn others around.

    Controls and direction marks go; the rest is held together by FSI and PDI (Unicode, UAX 9) where it holds
    letters that run from the right.
    """
    kept = (" " if c.isspace() else c for c in text[:LONGEST])
    name = "".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c == "\u200d")
    name = " ".join(name.split())[:most]
    turned = any(unicodedata.bidirectional(c) in ("R", "AL") for c in name)
    return f"\u2068{name}\u2069" if turned else name
