"""A local Telegram to try the bot without a token: a Bot API on loopback and a chat page.

It imports nothing of the bot but its settings, and nothing of `telegram`: the bot that answers is the same
program that runs on Telegram, started beside it, over the same HTTP.
"""

from .launch import run

__all__ = ["run"]
