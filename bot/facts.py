"""The fact base in use: built from its inputs where it is old, replaced whole on a reload."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import shutil
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib.resources import files
from multiprocessing import get_context
from pathlib import Path

from knowledge import BaseUnreadable, BuildFailed, Knowledge, Mistake, Report, build

log = logging.getLogger(__name__)


class Facts:
    """Holds the open `Knowledge` as `current`; a reload replaces it in one assignment.

    `folder` is the data folder: it holds the base (`facts.sqlite`), a digest of its inputs, and what
    administrators added.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / "facts.sqlite"
        self._digest = folder / "facts.inputs"
        self._lock = asyncio.Lock()
        self.current: Knowledge

    def open(self) -> Report | None:
        """Open the base, built first where it is missing or its inputs changed; return the build's report.

        Where the inputs hold mistakes, the base of the last good build is opened. Raises BuildFailed where
        there is none.
        """
        report = None
        self.folder.mkdir(parents=True, exist_ok=True)
        if not self._fresh():
            try:
                report = _compile(self._path, self.folder)
                self._digest.write_text(inputs_digest(self.folder))
            except BuildFailed as error:
                report = error.report
                if not self._path.exists():
                    raise
        try:
            self.current = Knowledge.open(self._path)
        except BaseUnreadable:
            self._path.unlink(missing_ok=True)
            report = _compile(self._path, self.folder)
            self.current = Knowledge.open(self._path)
        return report

    def _fresh(self) -> bool:
        return (
            self._path.exists()
            and self._digest.exists()
            and self._digest.read_text() == inputs_digest(self.folder)
        )

    async def reload(self) -> Report:
        """Build in a child process, check the result by opening it, then swap; return what changed.

        The report of a failed build lists the mistakes, and the old facts go on answering.
        """
        async with self._lock:
            fresh = self._path.with_suffix(".next")
            digest = inputs_digest(self.folder)
            shutil.copyfile(self._path, fresh)  # the report compares with what stands at the target
            try:
                report = await _in_child(fresh, self.folder)
                if report.ok:
                    opened = Knowledge.open(fresh)
                    fresh.replace(self._path)
                    self.current, old = opened, self.current
                    old.close()
                    self._digest.write_text(digest)
                return report
            except (BaseUnreadable, BrokenProcessPool, OSError) as error:
                return Report((Mistake(self._path.name, "", f"{type(error).__name__}: {error}"),))
            finally:
                fresh.unlink(missing_ok=True)


def _compile(target: Path, folder: Path) -> Report:
    log.info("building the facts")
    return build(target, folder)


def _try_compile(target: Path, folder: Path) -> Report:
    """Build; return the report also where it failed, since an error would lose it between processes."""
    try:
        return build(target, folder)
    except BuildFailed as error:
        return error.report


async def _in_child(target: Path, folder: Path) -> Report:
    """Build in a process of its own, so that questions go on being answered meanwhile."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return await asyncio.get_running_loop().run_in_executor(pool, _try_compile, target, folder)


def inputs_digest(folder: Path) -> str:
    """Return a digest of all that a base is built from: the package itself and the data folder's files."""
    package = Path(str(files("knowledge")))
    found = [path for path in package.rglob("*") if path.suffix in (".toml", ".py")]
    for name in ("articles", "names"):
        found += (folder / name).glob("*.toml")
    found += folder.glob("amendments.toml")
    digest = hashlib.sha256()
    for path in sorted(found):
        digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
