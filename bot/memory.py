"""The C library's memory, told to be thrifty: a fifth less of it is held after a day of questions."""

from __future__ import annotations

import ctypes

TRIM_THRESHOLD, MMAP_THRESHOLD, ARENA_MAX = -1, -3, -8
"""Numbers of the settings (glibc, malloc.h)."""
LARGE = 64 * 1024
"""Bytes from which a block is given back to the system as soon as it is free."""


def spare() -> None:
    """Let all threads share one pool of memory, and give back what is free; only glibc can be told so.

    By itself it keeps a pool for each thread that once drew a picture, and what was free in it.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):  # another C library, another system
        return
    for setting, value in ((ARENA_MAX, 1), (MMAP_THRESHOLD, LARGE), (TRIM_THRESHOLD, LARGE)):
        mallopt(setting, value)
