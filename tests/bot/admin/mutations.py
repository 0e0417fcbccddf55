"""Article files with something broken in them, from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]
WRONG = (
    "minute = 999",
    "score = [9, 9]",
    'home = "nobody"',
    "kind = 5",
    "id = 1",
    "[[event]]",
    '"',
    "]",
    "=",
    "é",
)


def cut(raw: bytes, dice: random.Random) -> bytes:
    """End in the middle."""
    return raw[: dice.randrange(len(raw))]


def flip(raw: bytes, dice: random.Random) -> bytes:
    """Change a few bytes to any others."""
    changed = bytearray(raw)
    for _ in range(dice.randrange(1, 12)):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def drop_line(raw: bytes, dice: random.Random) -> bytes:
    """Leave out a line."""
    lines = raw.splitlines(keepends=True)
    del lines[dice.randrange(len(lines))]
    return b"".join(lines)


def insert(raw: bytes, dice: random.Random) -> bytes:
    """Put in something that does not belong there."""
    at = dice.randrange(len(raw))
    return raw[:at] + dice.choice(WRONG).encode() + raw[at:]


def repeat(raw: bytes, dice: random.Random) -> bytes:
    """Say a piece twice."""
    start = dice.randrange(len(raw))
    piece = raw[start : start + dice.randrange(1, 400)]
    return raw[:start] + piece + raw[start:]


def swap_lines(raw: bytes, dice: random.Random) -> bytes:
    """Put the lines in another order."""
    lines = raw.splitlines(keepends=True)
    dice.shuffle(lines)
    return b"".join(lines)


def replace_line(raw: bytes, dice: random.Random) -> bytes:
    """Write a wrong line in place of a right one."""
    lines = raw.splitlines(keepends=True)
    lines[dice.randrange(len(lines))] = dice.choice(WRONG).encode() + b"\n"
    return b"".join(lines)


MUTATIONS: tuple[Mutation, ...] = (cut, flip, drop_line, insert, repeat, swap_lines, replace_line)


def mutated(raw: bytes, dice: random.Random) -> bytes:
    """Return `raw` with one thing broken."""
    return dice.choice(MUTATIONS)(raw, dice)
