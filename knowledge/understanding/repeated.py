"""What is worked out for what comes more than once is kept; what comes only once takes no room."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

SEEN = 4096
"""Keys that are noted as having come once; a note takes some 100 bytes."""


class Repeated(Generic[Key, Value]):
    """Works something out for a key, and keeps it from the second time on, the newest `size` of them.

    Nearly every follow-up of a day is asked once in just that turn, while the questions that fans of one match share
    come again and again: without the notes the former would push out the latter.
    """

    def __init__(self, work: Callable[[Key], Value], size: int) -> None:
        self._work, self._size = work, size
        self._kept: dict[Key, Value] = {}
        self._once: dict[int, None] = {}

    def __call__(self, key: Key) -> Value:
        """Return what is worked out for `key`."""
        if key in self._kept:
            return self._kept[key]
        value = self._work(key)
        mark = hash(key)
        if mark in self._once:
            del self._once[mark]
            self._kept[key] = value
            if len(self._kept) > self._size:
                del self._kept[next(iter(self._kept))]
        else:
            self._once[mark] = None
            if len(self._once) > SEEN:
                del self._once[next(iter(self._once))]
        return value
