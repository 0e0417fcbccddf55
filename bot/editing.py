"""The one way in which the facts change: tried first, recorded with what stood before, then live at once.

Two changes never run at the same time; a change that was cut short is finished when it is asked for again.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.facts import Facts, in_child
from bot.state import Store
from knowledge import BaseUnreadable, Language, Mistake, Report, Trial, added_inputs, trial

log = logging.getLogger(__name__)

AMENDMENTS = "amendments.toml"
FOLDERS = ("articles", "names")
REFUSED = (OSError, ValueError, sqlite3.Error, BaseUnreadable, BrokenProcessPool)
"""What a change may end with that is told rather than raised: disks, files made by hand, a killed child."""
Inputs = dict[str, str]
Edit = Callable[[Inputs], Inputs]
Announce = Callable[[int, str, Report], None]
OnWait = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a change ended.

    `repeated`: it had been made before, and nothing was done. `served_previous`: an undo that could only go
    back to the base before, because shipped files had changed.
    """

    report: Report
    change_id: int = 0
    repeated: bool = False
    served_previous: bool = False


class Editor:
    """Changes the data folder's files and the facts; `announce(by, action, report)` tells the others."""

    def __init__(self, facts: Facts, store: Store) -> None:
        self.facts = facts
        self._store = store
        self._lock = asyncio.Lock()
        self.announce: Announce = lambda by, action, report: None

    @asynccontextmanager
    async def _alone(self, on_wait: OnWait | None) -> AsyncIterator[None]:
        """Let one change run at a time; `on_wait` is called where somebody else's runs first."""
        if self._lock.locked() and on_wait:
            await on_wait()
        async with self._lock:
            yield

    def note_start(self) -> None:
        """Record what a new version of the program, or files changed while it was down, did to the facts."""
        for left in (*self.facts.folder.glob(".change-*"), *self.facts.folder.glob(".trial-*")):
            shutil.rmtree(left, ignore_errors=True)  # of a process that was killed
        report = self.facts.opened_with
        if report and report.ok and (report.added or report.changed or report.removed):
            number = self._store.changes.begin(None, 0, "start", "", self._in_use())
            self._store.changes.finish(number, len(report.added), len(report.changed), len(report.removed))
        self.facts.opened_with = None

    async def reload(self, by: int, change_id: int | None = None, on_wait: OnWait | None = None) -> Outcome:
        """Take over what was changed in the files by hand."""
        async with self._alone(on_wait):
            if change_id is not None and self._is_done(change_id):
                return self._repeated(change_id)
            number = change_id or 0
            try:
                before = self._in_use()
                report = await self.facts.reload()
                changed = report.added or report.changed or report.removed
                if report.ok and (changed or before != self._in_use()):
                    number = self._store.changes.begin(change_id, by, "reload", "", before)
                    self._finish(number, by, "reload", report)
            except REFUSED as error:
                report = _failed(error)
            return Outcome(report, number)

    async def change(
        self, change_id: int, by: int, action: str, detail: str, edit: Edit, on_wait: OnWait | None = None
    ) -> Outcome:
        """Try `edit` on a copy of the data folder's files, and put it in place where the facts can be built.

        `change_id` is the number of the update that asks for it: the same change is made once.
        """
        async with self._alone(on_wait):
            if self._is_done(change_id):
                return self._repeated(change_id)
            begun = self._store.changes.get(change_id)
            try:
                before = (
                    begun.before if begun and begun.before is not None else read_inputs(self.facts.folder)
                )
                after = await asyncio.to_thread(edit, dict(before))
                report = await self._install(change_id, by, action, detail, before, after)
            except REFUSED as error:
                report = _failed(error)
            if report.ok:
                self._finish(change_id, by, action, report)
            else:
                self._store.changes.cancel(change_id)
            return Outcome(report, change_id)

    async def undo(
        self, change_id: int, by: int, number: int | None = None, on_wait: OnWait | None = None
    ) -> Outcome | None:
        """Put back the inputs before the last change, or before change `number`; None where there is none."""
        async with self._alone(on_wait):
            if self._is_done(change_id):
                return self._repeated(change_id)
            changes = self._store.changes
            last = changes.get(number) if number else next(iter(changes.latest()), None)
            if last is None or last.before is None or last.state != "done":
                return None
            wanted = last.before
            try:
                before = self._before(change_id)
                if before == wanted and self._in_use() == wanted:
                    return await self._previous(change_id, by, before)
                report = await self._install(change_id, by, "undo", str(last.id), before, wanted)
            except REFUSED as error:
                report = _failed(error)
            if report.ok:
                self._finish(change_id, by, "undo", report)
            else:
                changes.cancel(change_id)
            return Outcome(report, change_id)

    async def _previous(self, change_id: int, by: int, before: Inputs) -> Outcome | None:
        """Serve the base before: the files of the data folder are the same, so shipped ones have changed."""
        self._store.changes.begin(change_id, by, "undo", "", before)
        if not await self.facts.go_back():
            self._store.changes.cancel(change_id)
            return None
        self._finish(change_id, by, "undo", Report())
        return Outcome(Report(), change_id, served_previous=True)

    async def try_out(self, edit: Edit, questions: Sequence[tuple[str, Language]]) -> Trial:
        """Return what a change would give, with the answers to some questions; nothing is changed."""
        try:
            with tempfile.TemporaryDirectory(dir=self.facts.folder, prefix=".trial-") as name:
                staged = Path(name) / self.facts.folder.resolve().name
                write_inputs(staged, await asyncio.to_thread(edit, read_inputs(self.facts.folder)))
                return await in_child(
                    trial, Path(name) / "facts.sqlite", staged, questions, self.facts.shipped
                )
        except Exception as error:  # whatever the trial met, nothing has changed and the reason is told
            log.exception("a trial failed")
            return Trial(_failed(error))

    async def _install(
        self, change_id: int, by: int, action: str, detail: str, before: Inputs, after: Inputs
    ) -> Report:
        """Build from a copy with the change; where that works, record it and change the files themselves."""
        folder = self.facts.folder
        with tempfile.TemporaryDirectory(dir=folder, prefix=".change-") as name:
            staged = Path(name) / folder.resolve().name
            write_inputs(staged, after)

            def commit() -> None:
                self._store.changes.begin(change_id, by, action, detail, before)
                try:
                    replace_inputs(folder, staged, before, after)
                except OSError:
                    write_inputs(folder, before)
                    raise

            return await self.facts.reload(staged, commit)

    def _before(self, change_id: int) -> Inputs:
        """Return what stands in the files, or stood there before the change was begun and cut short."""
        begun = self._store.changes.get(change_id)
        return begun.before if begun and begun.before is not None else read_inputs(self.facts.folder)

    def _in_use(self) -> Inputs:
        """Return the data folder's files as the base in use was built from them."""
        return added_inputs(self.facts.path)

    def _is_done(self, change_id: int) -> bool:
        found = self._store.changes.get(change_id)
        return found is not None and found.state == "done"

    def _repeated(self, change_id: int) -> Outcome:
        return Outcome(Report(), change_id, repeated=True)

    def _finish(self, number: int, by: int, action: str, report: Report) -> None:
        self._store.changes.finish(number, len(report.added), len(report.changed), len(report.removed))
        log.info("the facts changed", extra={"action": action, "by": by, "change": number})
        self.announce(by, action, report)


def _failed(error: Exception) -> Report:
    """Say in one mistake what kept a change from being made, such as a full disk."""
    if isinstance(error, OSError):
        name = Path(str(error.filename)).name if error.filename else ""
        return Report(
            (Mistake(name, "", f"{error.strerror or error}; check the folder and the space on its disk"),)
        )
    return Report((Mistake(AMENDMENTS, "", f"{type(error).__name__}: {error}"),))


def read_inputs(folder: Path) -> Inputs:
    """Return the input files of a data folder. Raises OSError, or ValueError for one that is not UTF-8."""
    found: Inputs = {}
    paths = [path for part in FOLDERS for path in sorted((folder / part).glob("*.toml"))]
    if (folder / AMENDMENTS).exists():
        paths.append(folder / AMENDMENTS)
    for path in paths:
        try:
            found[path.relative_to(folder).as_posix()] = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ValueError(f"{path.name} is not UTF-8; save it as UTF-8") from None
    return found


def write_inputs(folder: Path, inputs: Inputs) -> None:
    """Write input files below a folder, each in one step. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in inputs.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(f".{target.name}.new")
        fresh.write_bytes(text.encode())
        fresh.replace(target)


def replace_inputs(folder: Path, staged: Path, before: Inputs, after: Inputs) -> None:
    """Move the files of `staged` that differ into a data folder, names before articles, and remove what went.

    Both lie on one disk, so that no file is copied now: a full disk has shown itself before. Raises OSError.
    """
    for path in sorted(after, key=lambda p: not p.startswith("names/")):
        if after[path] != before.get(path):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(staged / path, target)
    for path in before.keys() - after.keys():
        (folder / path).unlink(missing_ok=True)
