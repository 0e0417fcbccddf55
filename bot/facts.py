"""The fact base in use: built from its inputs where it is old, replaced whole on a reload."""

from __future__ import annotations

import asyncio
import gc
import hashlib
import logging
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import partial
from importlib.resources import files
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

from knowledge import SHIPPED, BaseUnreadable, BuildFailed, Knowledge, Mistake, Report, build

log = logging.getLogger(__name__)
SELDOM = 20_000
"""New objects between two looks for circles: an answer makes hundreds that go by themselves, and hardly a circle."""
START = "spawn"
"""How child processes begin: without anything of this one, which has threads and open files."""
P = ParamSpec("P")
T = TypeVar("T")


class Facts:
    """Holds the open `Knowledge` as `current`; a reload replaces it in one assignment.

    `folder` is the data folder: it holds the base (`facts.sqlite`), a digest of its inputs, and what
    administrators added. The base before the last change is kept (`facts.previous.sqlite`) for an undo.
    """

    def __init__(self, folder: Path, shipped: Path | None = None) -> None:
        """`shipped` replaces the folder of the facts that come with the program."""
        self.folder = folder
        self.shipped = shipped or SHIPPED
        self._path = folder / "facts.sqlite"
        self._previous = folder / "facts.previous.sqlite"
        self._digest = folder / "facts.inputs"
        self._lock = asyncio.Lock()
        self.current: Knowledge
        self.opened_with: Report | None = None
        """The report of the build at the start, where there was a base before it; None without a build."""

    def open(self) -> Report | None:
        """Open the base, built first where it is missing or its inputs changed; return the build's report.

        Where the inputs hold mistakes, the base of the last good build is opened. Raises BuildFailed where
        there is none.
        """
        report = None
        self.folder.mkdir(parents=True, exist_ok=True)
        if not self._fresh():
            try:
                if self._path.exists():
                    self._keep_previous()
                had_base = self._path.exists()
                report = self._compile()
                self.opened_with = report if had_base else None
                self._digest.write_text(inputs_digest(self.folder))
            except BuildFailed as error:
                report = error.report
                if not self._path.exists():
                    raise
        try:
            self.current = _open_quietly(self._path)
        except BaseUnreadable:
            self._path.unlink(missing_ok=True)
            report = self._compile()
            self.current = _open_quietly(self._path)
        return report

    def _fresh(self) -> bool:
        return (
            self._path.exists()
            and self._digest.exists()
            and self._digest.read_text() == inputs_digest(self.folder)
        )

    def _compile(self) -> Report:
        log.info("building the facts")
        return build(self._path, self.folder, shipped=self.shipped)

    @property
    def path(self) -> Path:
        """The file of the base in use."""
        return self._path

    async def reload(self, inputs: Path | None = None, commit: Callable[[], object] = lambda: None) -> Report:
        """Build in a child process, check the result by opening it, then swap; return what changed.

        `inputs` is the folder to build from, the data folder unless given; `commit` is called once the new
        facts are ready, and puts what was built from in its place. The report of a failed build, or of a
        `commit` that raised OSError, lists the mistakes, and the old facts go on answering.
        """
        async with self._lock:
            fresh = self._path.with_suffix(".next")
            try:
                digest = await asyncio.to_thread(inputs_digest, self.folder)
                # The report compares with what stands at the target.
                await asyncio.to_thread(shutil.copyfile, self._path, fresh)
                report = await in_child(_try_compile, fresh, inputs or self.folder, self.shipped)
                if report.ok:
                    opened = await asyncio.to_thread(_open_quietly, fresh)
                    commit()
                    if inputs:
                        digest = inputs_digest(self.folder)
                    self._keep_previous()
                    fresh.replace(self._path)
                    self._swap(opened)
                    with suppress(OSError):  # the next start then builds once more
                        self._digest.write_text(digest)
                return report
            except Exception as error:  # whatever the build met, the old facts stay and the reason is told
                log.exception("the facts were not built")
                return Report((Mistake(self._path.name, "", f"{type(error).__name__}: {error}"),))
            finally:
                fresh.unlink(missing_ok=True)

    async def go_back(self) -> bool:
        """Serve the base before the last change, and keep the present one; return whether there was one.

        Raises OSError or BaseUnreadable, and then nothing has changed.
        """
        async with self._lock:
            if not self._previous.exists():
                return False
            opened = await asyncio.to_thread(_open_quietly, self._previous)
            aside = self._path.with_suffix(".next")
            self._path.replace(aside)
            self._previous.replace(self._path)
            aside.replace(self._previous)
            self._swap(opened)
            return True

    def _swap(self, opened: Knowledge) -> None:
        old, self.current = self.current, opened
        old.close()

    def _keep_previous(self) -> None:
        """Keep the base in use under a second name; the file itself is about to be replaced."""
        self._previous.unlink(missing_ok=True)
        self._previous.hardlink_to(self._path)


def _open_quietly(path: Path) -> Knowledge:
    """Open a base; the collector shall not stop everybody to look through it, now or at any answer."""
    gc.disable()
    try:
        opened = Knowledge.open(path)
        opened.warm()
        return opened
    finally:
        gc.freeze()
        gc.set_threshold(SELDOM)
        gc.enable()


def _try_compile(target: Path, folder: Path, shipped: Path) -> Report:
    """Build; return the report also where it failed, since an error would lose it between processes."""
    try:
        return build(target, folder, shipped=shipped)
    except BuildFailed as error:
        return error.report


async def in_child(function: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    """Call a module's function in a process of its own, so that questions go on being answered meanwhile.

    Raises what the function raises, and BrokenProcessPool where the process was killed.
    """
    pool = ProcessPoolExecutor(1, mp_context=get_context(START))
    try:
        call = partial(function, *args, **named)
        return await asyncio.get_running_loop().run_in_executor(pool, call)
    except asyncio.CancelledError:  # the bot stops: nobody waits for the result
        for process in list((pool._processes or {}).values()):
            process.kill()
        raise
    finally:
        pool.shutdown(wait=False)


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
