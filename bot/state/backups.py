"""Backup of a data folder into one archive, and back; without the fact base, which is built from the rest."""

from __future__ import annotations

import shutil
import sqlite3
import tarfile
import tempfile
from pathlib import Path

STATE = "state.sqlite"
FILES = ("amendments.toml",)
FOLDERS = ("articles", "names")


def backup(folder: Path, target: Path) -> list[str]:
    """Write state and added facts of a data folder to `target` (.tar.gz); return what it holds.

    The state is copied by SQLite itself, so the bot may be writing. Raises OSError or sqlite3.Error.
    """
    names = []
    fresh = target.with_name(target.name + ".new")
    with tempfile.TemporaryDirectory() as name, tarfile.open(fresh, "w:gz") as archive:
        if (folder / STATE).exists():
            copy = Path(name) / STATE
            _copy(folder / STATE, copy)
            archive.add(copy, STATE)
            names.append(STATE)
        for part in (*FILES, *FOLDERS):
            if (folder / part).exists():
                archive.add(folder / part, part)
                names.append(part)
    fresh.replace(target)
    return names


def restore(source: Path, folder: Path) -> list[str]:
    """Put a backup back in place of what a data folder holds; return what was put back.

    What was there is kept beside it as `<name>.before-restore`. Raises ValueError where the archive is none
    of ours, and sqlite3.Error or OSError.
    """
    with tempfile.TemporaryDirectory(dir=folder) as name:
        with tarfile.open(source) as archive:
            archive.extractall(name, filter="data")
        found = [part for part in (STATE, *FILES, *FOLDERS) if (Path(name) / part).exists()]
        if STATE not in found:
            raise ValueError(f"{source} is no backup of this bot: it holds no {STATE}")
        with sqlite3.connect(Path(name) / STATE) as db:
            if db.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise ValueError(f"the {STATE} in {source} is damaged")
        db.close()
        for part in (STATE, *FILES, *FOLDERS):
            _set_aside(folder / part)
        for suffix in ("-wal", "-shm"):
            (folder / (STATE + suffix)).unlink(missing_ok=True)
        for part in found:
            shutil.move(Path(name) / part, folder / part)
    return found


def _set_aside(path: Path) -> None:
    aside = path.with_name(path.name + ".before-restore")
    if not path.exists():
        return
    if aside.is_dir():
        shutil.rmtree(aside)
    path.replace(aside)


def _copy(source: Path, target: Path) -> None:
    old, new = sqlite3.connect(source), sqlite3.connect(target)
    try:
        old.backup(new)
    finally:
        old.close()
        new.close()
