"""What a handler is given: the services of the program, and the turn that it works on."""

from __future__ import annotations

import math
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.allowance import Allowance
from bot.editing import Editor
from bot.facts import Facts
from bot.pictures import Pictures
from bot.settings import Settings
from bot.state import Store
from bot.texts import Texts
from bot.trivia.rules import Pace


@dataclass
class Turn:
    """One piece of work, an update or a timer, while it is handled.

    What a handler wants kept goes into `effects`; they are committed together with the mark that the work is
    done, after the handler has returned. `begin` and `refund` count attempts. One that is `patient`, because
    nobody waits for it, leaves a group's messages to others where they are short.
    """

    number: int
    begin: Callable[[], object] = lambda: None
    refund: Callable[[], object] = lambda: None
    effects: list[Callable[[], object]] = field(default_factory=list)
    patient: bool = False
    error: Exception | None = None
    press_answered: bool = False
    is_waiting: bool = False

    def keep(self, action: Callable[..., object], *values: Any) -> None:
        """Have `action(*values)` run in the transaction that ends the turn."""
        self.effects.append(lambda: action(*values))

    @asynccontextmanager
    async def waiting(self) -> AsyncIterator[None]:
        """Wait for Telegram inside: a kill during the wait does not count as a failed attempt."""
        self.refund()
        self.is_waiting = True
        yield
        self.is_waiting = False
        self.begin()


CURRENT: ContextVar[Turn | None] = ContextVar("turn", default=None)
"""The turn that the running task works on: sending and errors need it without being handed it."""


@dataclass
class Services:
    """All that handlers share. Other surfaces add their own field here."""

    settings: Settings
    store: Store
    facts: Facts
    texts: Texts
    pace: Pace = field(default_factory=Pace)
    allowance: Allowance = field(default_factory=Allowance)
    pictures: Pictures = field(default_factory=Pictures)
    seed: Callable[[], int] = lambda: secrets.randbits(32)
    """Gives the seed of the next quiz."""
    behind: Callable[[], float] = lambda: math.inf
    """Gives the seconds since no more updates waited at Telegram."""
    room: Callable[[int], float] = lambda chat: math.inf
    """Gives how many messages a group may still get in this minute before any has to wait."""
    early_ends: dict[str, int] = field(default_factory=dict)
    """Polls that were closed before their round was stored, with the numbers of the updates that told so."""
    editor: Editor = field(init=False)

    def __post_init__(self) -> None:
        self.editor = Editor(self.facts, self.store)


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Services]):
    """python-telegram-bot's context, with types."""

    @property
    def services(self) -> Services:
        """What handlers share."""
        return self.bot_data

    @property
    def store(self) -> Store:
        """The state file."""
        return self.bot_data.store

    @property
    def turn(self) -> Turn:
        """The turn in hand; outside of one, a turn whose effects nobody commits."""
        return CURRENT.get() or Turn(0)


App = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], Services, None]
Handled = tuple[Update, Context]
