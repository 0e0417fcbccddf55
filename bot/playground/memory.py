"""What the playground keeps between two starts: the bot's commands, name and descriptions.

Telegram keeps them, so the bot publishes only what has changed since the last time.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path

from .world import World

log = logging.getLogger(__name__)


def recall(world: World, path: Path) -> None:
    """Put what `path` keeps into the world; nothing where there is no such file, or a broken one."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        world.commands = {(scope, code): commands for scope, code, commands in kept["commands"]}
        world.texts = {(what, code): text for what, code, text in kept["texts"]}
    except FileNotFoundError:
        return
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.warning("%s cannot be read: %s", path, error)


def keep(world: World, path: Path) -> None:
    """Write the bot's commands, name and descriptions to `path`."""
    kept = {
        "commands": [[*key, commands] for key, commands in world.commands.items()],
        "texts": [[*key, text] for key, text in world.texts.items()],
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
        fresh.replace(path)
    except OSError as error:
        log.warning("%s cannot be written: %s", path, error)
