"""How much one person may ask of the bot in groups, so that nobody uses up what all share.

In private Telegram's own limit of one message a second a chat does the same, and there nothing is left out.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

BURST = 20.0
"""Requests that may come at once; a group gets no more than 20 messages a minute from a bot in any case."""
PER_SECOND = 1 / 3
"""Requests a second in the long run, over all groups: a ninetieth of what the bot may send."""
MOST_PEOPLE = 1000
"""People remembered before those whose allowance is whole again are forgotten."""

Verdict = Literal["fine", "first", "over"]


class Allowance:
    """A bucket of requests for each person, in memory: a restart fills it."""

    def __init__(
        self, burst: float = BURST, per_second: float = PER_SECOND,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._burst = burst
        self._per_second = per_second
        self._now = monotonic
        self._used: dict[int, tuple[float, float, bool]] = {}

    def take(self, user_id: int) -> Verdict:
        """Count a request; "first" is the first one over the allowance since it was last kept to."""
        now = self._now()
        used, since, told = self._used.get(user_id, (0.0, now, False))
        used = max(used - (now - since) * self._per_second, 0.0)
        if used + 1 <= self._burst:
            self._used[user_id] = (used + 1, now, False if used < self._burst / 2 else told)
            self._forget(now)
            return "fine"
        self._used[user_id] = (used, now, True)
        return "over" if told else "first"

    def _forget(self, now: float) -> None:
        if len(self._used) > MOST_PEOPLE:
            whole = self._burst / self._per_second
            self._used = {user: kept for user, kept in self._used.items() if now - kept[1] < whole}
