"""Time limit on a library that was not written with hostile files in mind."""

from __future__ import annotations

import ctypes
import threading
from types import TracebackType

# So many turns of a loop that what was sent to the thread has arrived.
_TURNS = 1000


class TimedOutError(BaseException):
    """Raised inside the code that took too long; no `except Exception` on the way may swallow it."""


class Deadline:
    """Stops the Python code inside its `with` block after some seconds.

    >>> with Deadline(60):
    ...     print("soon done")
    soon done

    Where no thread can be started, as in a browser, nothing is stopped.
    """

    def __init__(self, seconds: float) -> None:
        self._thread = ctypes.c_ulong(threading.get_ident())
        self._lock = threading.Lock()
        self._over = self._struck = False
        self._timer = threading.Timer(seconds, self._strike)
        self._timer.daemon = True

    def __enter__(self) -> None:
        try:
            self._timer.start()
        except RuntimeError:
            self._over = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._over = True
        self._timer.cancel()
        # What was sent but has not arrived yet must not arrive in code that kept its time. Taking it back
        # would leave the interpreter looking for it for ever, so it is waited for.
        for _ in range(_TURNS if self._struck else 0):
            pass

    def _strike(self) -> None:
        with self._lock:
            if not self._over:
                self._struck = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread, ctypes.py_object(TimedOutError))
