"""The program: `python -m bot` runs the bot; `check`, `backup` and `restore` look after it."""

from __future__ import annotations

import asyncio
import fcntl
import gc
import logging
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from telegram.error import InvalidToken

from bot import logs, memory
from bot.facts import Facts
from bot.serve import serve
from bot.settings import Settings, SettingsError, load
from bot.state import Store
from bot.state.backups import backup as back_up
from bot.state.backups import restore as put_back
from bot.state.rescue import open_state
from knowledge import BuildFailed

log = logging.getLogger("bot")


@click.group(invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Run the bot: on Telegram with a token, on the playground without one."""
    try:
        settings = load()
    except SettingsError as error:
        raise click.ClickException("\n" + "\n".join(error.mistakes)) from None
    logs.set_up(settings.log_level, settings.log_format, settings.token)
    context.obj = settings
    if context.invoked_subcommand is None:
        sys.exit(_run(settings))


def _run(settings: Settings) -> int:
    memory.spare()
    if settings.telegram_bot_token is None:
        from bot.playground import run as run_playground  # only here: the bot itself shall not hold it

        return run_playground(
            settings.playground_listen,
            exactly="playground_listen" in settings.model_fields_set,
            memory=settings.data_dir / "playground.json",
        )
    try:
        with lock(settings.data_dir):
            store = open_state(settings.state_path)
            try:
                asyncio.run(_serve(settings, store))
            finally:
                store.close()
    except BuildFailed as error:
        raise click.ClickException("\n" + "\n".join(str(m) for m in error.report.mistakes)) from None
    except InvalidToken:
        raise click.ClickException("Telegram refuses TELEGRAM_BOT_TOKEN; ask @BotFather for it.") from None
    except sqlite3.Error as error:
        raise click.ClickException(f"{settings.state_path} cannot be used: {error}") from None
    except OSError as error:
        raise click.ClickException(f"{error.strerror or error}: {error.filename or ''}") from None
    return 0


async def _serve(settings: Settings, store: Store) -> None:
    facts = Facts(settings.data_dir)
    report = facts.open()
    for mistake in report.mistakes if report else ():
        log.log(
            logging.WARNING if mistake.warning else logging.ERROR, "facts", extra={"mistake": str(mistake)}
        )
    # The facts live as long as the program: kept out of the collector's rounds, a tenth less work.
    gc.collect()
    gc.freeze()
    await serve(settings, store, facts)


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold a data folder for one process. Raises click.ClickException where another holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "bot.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise click.ClickException(f"Another bot already runs on {folder}.") from None
        yield


@main.command()
@click.pass_obj
def check(settings: Settings) -> None:
    """Tell what is configured, reachable and wrong."""
    from bot.checking import check as run_check  # only here: the running bot needs no tables

    sys.exit(0 if asyncio.run(run_check(settings)) else 1)


@main.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def backup(settings: Settings, target: Path) -> None:
    """Copy the data folder into the archive TARGET, also while the bot runs."""
    try:
        names = back_up(settings.data_dir, target)
    except (OSError, sqlite3.Error) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{target}: {', '.join(names)}")


@main.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def restore(settings: Settings, source: Path) -> None:
    """Put the archive SOURCE back into the data folder; the bot must not run."""
    with lock(settings.data_dir):
        try:
            names = put_back(source, settings.data_dir)
        except (OSError, ValueError, sqlite3.Error) as error:
            raise click.ClickException(str(error)) from None
    click.echo(f"{settings.data_dir}: {', '.join(names)}")


if __name__ == "__main__":
    main()
