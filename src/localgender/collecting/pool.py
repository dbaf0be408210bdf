"""Many documents at once, each in a process that may die of it, or be stopped, and no other is lost."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from attrs import define, field, frozen

from localgender.collecting.recipe import Recipe
from localgender.collecting.work import Task, done, unreadable
from localgender.documents.readers.deadline import Deadline, TimedOutError
from localgender.errors import WorkerError

_LAST_WORDS = 5.0


@frozen
class Crew:
    """Who reads, and what they are told.

    Attributes:
        recipe: How every document is read.
        pieces: Folder to which finished documents go.
        workers: How many processes; 1 reads in this one.
        seconds: How long one document may take; None for as long as it takes.
    """

    recipe: Recipe
    pieces: Path
    workers: int
    seconds: float | None


Outcome = tuple[Task, Exception | None]


def outcomes(tasks: Iterable[Task], crew: Crew) -> Generator[Outcome]:
    """Read documents, and yield each with why it could not be read, as soon as that is known.

    Tasks are asked for when somebody is free to do them.

    Raises:
        OSError: When what is finished cannot be written.
        WorkerError: When a process ends before it begins.
    """
    if crew.workers == 1:
        yield from ((task, _alone(task, crew)) for task in tasks)
    else:
        yield from _together(iter(tasks), crew)


def _alone(task: Task, crew: Crew) -> Exception | None:
    if crew.seconds is None:
        return done(task, crew.recipe, crew.pieces)
    try:
        with Deadline(crew.seconds):
            return done(task, crew.recipe, crew.pieces)
    except TimedOutError:
        return _too_slow(task, crew)


def _too_slow(task: Task, crew: Crew) -> Exception:
    return unreadable(task, f"not read within {crew.seconds:g} seconds")


@define
class _Worker:
    """A process, the line to it, and what it is at.

    Attributes:
        process: Told nothing but over the line, and ends when the line does.
        line: Of which no other process holds an end, so that both sides see the other one go.
        task: What it is to do, or does; None when it is free.
        ready: Whether it has said that it can begin.
        until: When it is stopped.
    """

    process: BaseProcess
    line: Connection
    task: Task | None = None
    ready: bool = False
    until: float | None = field(default=None)

    def give(self, task: Task, seconds: float | None) -> None:
        self.task = task
        if self.ready:
            self.begin(seconds)

    def begin(self, seconds: float | None) -> None:
        self.until = None if seconds is None else time.monotonic() + seconds
        # Of a process that has just ended it is heard as soon as it is listened to.
        with suppress(OSError):
            self.line.send(self.task)

    @property
    def is_late(self) -> bool:
        return self.until is not None and self.until <= time.monotonic()

    def stop(self) -> None:
        self.line.close()
        self.process.kill()
        self.process.join(_LAST_WORDS)


def _together(tasks: Iterator[Task], crew: Crew) -> Iterator[Outcome]:
    workers: list[_Worker] = []
    try:
        while True:
            _give_out(tasks, workers, crew)
            busy = [each for each in workers if each.task is not None]
            if not busy:
                return
            for each in _heard(busy):
                yield from _answer(each, workers, crew)
            for each in busy:
                if each.task is not None and each.is_late:
                    _dismiss(each, workers)
                    yield each.task, _too_slow(each.task, crew)
    finally:
        for each in workers:
            each.stop()


def _give_out(tasks: Iterator[Task], workers: list[_Worker], crew: Crew) -> None:
    for each in [each for each in workers if each.task is None and not each.process.is_alive()]:
        _dismiss(each, workers)
    free = [each for each in workers if each.task is None]
    while len(free) + crew.workers - len(workers) > 0 and (task := next(tasks, None)) is not None:
        if not free:
            workers.append(started := _started(crew))
            free.append(started)
        free.pop().give(task, crew.seconds)


def _heard(busy: list[_Worker]) -> list[_Worker]:
    ends = [each.until for each in busy if each.until is not None]
    patience = max(0.0, min(ends) - time.monotonic()) if ends else None
    speaking = wait([each.line for each in busy], patience)
    return [each for each in busy if each.line in speaking]


def _answer(worker: _Worker, workers: list[_Worker], crew: Crew) -> Iterator[Outcome]:
    if (task := worker.task) is None:
        return
    try:
        said = worker.line.recv()
    except (EOFError, OSError):
        if not worker.ready:
            raise WorkerError from None
        worker.task = worker.until = None
        _dismiss(worker, workers)
        yield task, unreadable(task, "reading it ended the process")
        return
    if not worker.ready:
        worker.ready = True
        worker.begin(crew.seconds)
        return
    if isinstance(said, _Broken):
        raise said.error
    worker.task = worker.until = None
    yield task, said


def _dismiss(worker: _Worker, workers: list[_Worker]) -> None:
    worker.stop()
    workers.remove(worker)


def _started(crew: Crew) -> _Worker:
    # A process begun anew, not a copy of this one: alike on every system, and free of threads of others.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, crew.recipe, crew.pieces), daemon=True)
    with _uninterrupted():
        process.start()
    there.close()
    return _Worker(process, here)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let a process begin deaf to Ctrl-C, which a terminal sends to all and only the first answers."""
    # What is ignored stays so in a process that is begun; only the first thread may say so.
    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGINT) is None:
        yield
        return
    was = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, was)


@frozen
class _Broken:
    """What a worker says when it cannot write what it has finished."""

    error: OSError


def _end_with_master() -> None:
    # Over a document that never ends nobody would see that the line has.
    if (master := multiprocessing.parent_process()) is not None:
        master.join()
        os._exit(1)


def _serve(line: Connection, recipe: Recipe, pieces: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_master, daemon=True).start()
    line.send(None)
    while True:
        try:
            task = line.recv()
        except EOFError:
            return
        said: Exception | _Broken | None
        try:
            said = done(task, recipe, pieces)
        except OSError as error:
            said = _Broken(error)
        # Whoever asked may have been stopped; what was finished lies on the disk.
        with suppress(OSError):
            line.send(said)
