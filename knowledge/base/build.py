"""Compiling the input files into one SQLite file: whole or not at all, and the same rows each time."""

from __future__ import annotations

import gc
import os
import re
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlite_utils

from knowledge.errors import BuildFailed
from knowledge.models import LANGUAGES, Mistake, Report

from .catalogue import catalogue
from .checks import check_inputs
from .compiled import Compiled
from .files import SHIPPED, Inputs, read_inputs
from .language_checks import check_languages
from .schema import EventPart, FactPart
from .tables import FORMAT, row_hashes, write_tables

_ONE_BUILD = threading.Lock()
"""Two builds of one process would write the same unfinished file; those of two processes do not."""

_UNFINISHED = re.compile(r".+\.(\d+)\.new(?:-journal)?")
"""Name of a file that a build has not finished; the figure is the process that writes it."""


def check(data_dir: Path | None = None, *, shipped: Path = SHIPPED) -> Report:
    """Read and check all inputs and the words of both languages, samples included; write nothing."""
    inputs, mistakes = read_inputs(data_dir, shipped)
    mistakes += check_inputs(inputs, catalogue(), thorough=True, whole=not mistakes)
    mistakes += check_languages()
    return Report(tuple(mistakes), counts(inputs))


def build(target: Path, data_dir: Path | None = None, *, shipped: Path = SHIPPED) -> Report:
    """Compile the shipped files and those of `data_dir` into `target`, replacing it in one step.

    The report names the rows that came, changed and went since the base that stood there. Raises
    `BuildFailed` with every mistake where there is one; then `target` stays as it was.
    """
    with _without_collector():
        return _build(target, data_dir, shipped)


def _build(target: Path, data_dir: Path | None, shipped: Path) -> Report:
    inputs, mistakes = read_inputs(data_dir, shipped)
    mistakes += check_inputs(inputs, catalogue(), whole=not mistakes)
    report = Report(tuple(mistakes), counts(inputs))
    if not report.ok:
        raise BuildFailed(report)
    try:
        with _ONE_BUILD:
            before, after = _replace(target, inputs)
    except (OSError, sqlite3.Error) as error:
        unwritten = Mistake(
            target.name, "", f"cannot be written: {error}; check the folder and the space on its disk"
        )
        raise BuildFailed(Report((*mistakes, unwritten), report.counts)) from error
    both = after.keys() & before.keys()
    return Report(
        report.mistakes,
        report.counts,
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(id_ for id_ in both if after[id_] != before[id_])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the garbage collector from looking again and again through what is being built, none of it garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _replace(target: Path, inputs: Inputs) -> tuple[dict[str, str], dict[str, str]]:
    """Write a new base beside `target` and rename it; return the hashes of the old rows and of the new."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _clean(target.parent)
    fresh = target.with_name(f"{target.name}.{os.getpid()}.new")
    try:
        db = sqlite_utils.Database(fresh)
        try:
            write_tables(db, Compiled(inputs), inputs)
            after = row_hashes(db.conn)
        finally:
            db.close()
        before = _hashes(target)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return before, after


def _clean(folder: Path) -> None:
    """Remove what builds that were killed have left: unfinished files of processes that no longer run."""
    for path in folder.glob("*.new*"):
        found = _UNFINISHED.fullmatch(path.name)
        if found and (int(found.group(1)) == os.getpid() or not _runs(int(found.group(1)))):
            path.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _hashes(path: Path) -> dict[str, str]:
    """Return the hashes of the base at `path`; none where there is no readable base of this version."""
    if not path.exists():
        return {}
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        version = conn.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        return row_hashes(conn) if version == (str(FORMAT),) else {}
    except sqlite3.Error:
        return {}
    finally:
        conn.close()


def counts(inputs: Inputs) -> dict[str, int]:
    """Count what the inputs hold: per article, kind of event, topic of fact, and language."""
    found: Counter[str] = Counter(
        articles=len(inputs.articles), names=len(inputs.names), matches=0, events=0, facts=0
    )
    kinds: Counter[str] = Counter()
    for _, article in inputs.articles:
        for what, rows in (("matches", article.match), ("events", article.event), ("facts", article.fact)):
            found[what] += len(rows)
            found[f"{article.source.id}: {what}"] += len(rows)
        kinds.update(f"events: {event.kind}" for event in article.event)
        kinds.update(f"facts: {fact.topic}" for fact in article.fact)
        rows_told: list[EventPart | FactPart] = [*article.event, *article.fact]
        for row in rows_told:
            for language in LANGUAGES:
                more = inputs.asked.get(language, {}).get(row.id)
                own = sum(len(samples.get(language)) for samples in (row.ask, row.yes, row.no))
                asked = sum(len(s) for s in (more.ask, more.yes, more.no)) if more else 0
                found[f"questions in {language}"] += own + asked
                found[f"sentences in {language}"] += bool(row.en if language == "en" else row.it)
    return {**found, **dict(sorted(kinds.items()))}
