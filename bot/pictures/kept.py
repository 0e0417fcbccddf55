"""Which layout draws which record, and pictures kept by their content so that none is drawn twice."""

from __future__ import annotations

import asyncio
import hashlib
import threading
from collections import OrderedDict

from . import career, comparison, cup_run, leaderboard, match_card, questions, timeline
from .boxes import Page
from .drawing import png
from .records import Card, Career, Comparison, CupRun, Leaderboard, Picture, Questions, Timeline

LOOK = 1
"""Version of the looks: raise it with every visible change, or old pictures go on being sent."""

ROOM = 4_000_000
"""Bytes of finished pictures that are kept: some 75 of them."""

_ONE_AT_A_TIME = threading.Lock()
"""FreeType faces are shared, and two pictures at once would only take turns on the processor."""


def layout(picture: Picture) -> Page:
    """Settle where everything of a picture stands."""
    match picture:
        case Card():
            return match_card.layout(picture)
        case Timeline():
            return timeline.layout(picture)
        case Comparison():
            return comparison.layout(picture)
        case Career():
            return career.layout(picture)
        case CupRun():
            return cup_run.layout(picture)
        case Leaderboard():
            return leaderboard.layout(picture)
        case Questions():
            return questions.layout(picture)


def draw(picture: Picture) -> bytes:
    """Draw a picture anew and return its PNG."""
    with _ONE_AT_A_TIME:
        return png(layout(picture))


def content_key(picture: Picture) -> str:
    """Return a name for the content of a picture: the same for equal records, another for any other."""
    return hashlib.sha256(f"{LOOK}:{picture!r}".encode("utf-8", "surrogatepass")).hexdigest()


class Pictures:
    """Finished pictures, the least used forgotten first. Safe to ask from any thread."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self.drawn = 0

    def get(self, picture: Picture) -> bytes:
        """Return the PNG of a picture, drawing it where it is not kept."""
        key = content_key(picture)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        data = draw(picture)
        with self._lock:
            self.drawn += 1
            self._kept[key] = data
            while len(self._kept) > 1 and sum(map(len, self._kept.values())) > self._room:
                self._kept.popitem(last=False)
        return data

    async def fetch(self, picture: Picture) -> bytes:
        """Return the PNG of a picture without holding up the event loop."""
        return await asyncio.to_thread(self.get, picture)
