"""`python -m bot.playground`: start the playground and the bot beside it."""

from __future__ import annotations

import sys

from bot import settings

from . import run


def main() -> int:
    """Run by the settings; return the exit status."""
    try:
        found = settings.load()
    except settings.SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return run(
        found.playground_listen,
        exactly="playground_listen" in found.model_fields_set,
        memory=found.data_dir / "playground.json",
    )


if __name__ == "__main__":
    sys.exit(main())
