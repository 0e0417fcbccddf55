"""/export: the facts and the files they are made from. /backup: the state and what administrators added."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import sqlite3
import zipfile
from pathlib import Path

from telegram import InputFile, Update
from telegram.ext import BaseHandler, CommandHandler, filters

from bot.context import Context
from bot.editing import read_inputs
from bot.replies import language_of, say
from bot.state.backups import backup as back_up

BIGGEST_UPLOAD = 50 * 1024 * 1024
"""Bytes; what the Bot API takes from a bot (sendDocument)."""
KEPT_BACKUPS = 5
PARTS = ("articles", "names")


async def export(update: Update, context: Context) -> None:
    """Send the fact base and all article and name files as a zip archive."""
    services = context.services
    try:
        archive = await asyncio.to_thread(
            zipped, services.facts.path, services.facts.folder, services.facts.shipped
        )
    except (OSError, ValueError, sqlite3.Error) as error:
        await say(update, context, "copy.failed", error=str(error)[:200])
        return
    await _deliver(update, context, archive, "facts", ".zip", "export.caption")


def zipped(base: Path, folder: Path, shipped: Path) -> bytes:
    """Return a zip archive of a base, of the shipped files and of those in the data folder."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(base, "facts.sqlite")
        for part in PARTS:
            for path in sorted((shipped / part).glob("*.toml")):
                archive.write(path, f"shipped/{part}/{path.name}")
        for name, text in read_inputs(folder).items():
            archive.writestr(f"added/{name}", text)
    return buffer.getvalue()


async def backup(update: Update, context: Context) -> None:
    """Copy the state while it is in use, keep the copy in the data folder, and send it."""
    services = context.services
    folder = services.facts.folder / "backups"
    stamp = dt.datetime.fromtimestamp(services.store.clock(), dt.UTC).strftime("%Y-%m-%d-%H%M%S")
    target = folder / f"backup-{stamp}.tar.gz"
    try:
        folder.mkdir(exist_ok=True)
        await asyncio.to_thread(back_up, services.settings.data_dir, target)
        for old in sorted(folder.glob("backup-*.tar.gz"))[:-KEPT_BACKUPS]:
            old.unlink()
        archive = await asyncio.to_thread(target.read_bytes)
    except (OSError, sqlite3.Error) as error:
        await say(update, context, "copy.failed", error=str(error)[:200])
        return
    await _deliver(update, context, archive, "backup", ".tar.gz", "backup.caption", file=target.name)


async def _deliver(
    update: Update, context: Context, archive: bytes, name: str, suffix: str, key: str, **values: object
) -> None:
    """Send an archive, or say where it is where it is too big to be sent."""
    services, chat = context.services, update.effective_chat
    assert chat is not None
    if len(archive) > BIGGEST_UPLOAD:
        await say(update, context, "copy.too_big", megabytes=len(archive) // 2**20)
        return
    day = dt.datetime.fromtimestamp(services.store.clock(), dt.UTC).date().isoformat()
    caption = services.texts(language_of(update, services), key, **values)
    await context.bot.send_document(chat.id, InputFile(archive, f"{name}-{day}{suffix}"), caption=caption)


def handlers(only: filters.BaseFilter) -> list[BaseHandler[Update, Context, None]]:
    """Return the commands that make copies."""
    return [CommandHandler("export", export, only), CommandHandler("backup", backup, only)]
