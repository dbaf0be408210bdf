"""Conversion through LibreOffice, for formats that only it knows."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from localgender.documents.grid import Limits
from localgender.errors import UnreadableDocumentError

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
# Nothing in a document is run, and nothing it points at is fetched.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"\
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"\
 oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def converted(data: bytes, name: str, limits: Limits, *, source: str, target: str) -> bytes:
    """Return a document in another format.

    Every call has a profile of its own, so calls do not disturb each other nor an open LibreOffice.

    Args:
        data: The document.
        name: What it is called in messages.
        limits: Sizes beyond which the result is refused.
        source: Suffix of its format, such as "doc".
        target: Suffix of the format asked for, such as "docx".

    Raises:
        UnreadableDocumentError: When LibreOffice is not there, or cannot convert the document in time.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        reason = f"a .{source} is read through LibreOffice, which was not found"
        raise UnreadableDocumentError(name, f"{reason}; install it, or save the document as .{target}")
    with TemporaryDirectory(prefix="localgender-", ignore_cleanup_errors=True) as folder:
        _convert(program, Path(folder), data, name, source=source, target=target)
        made = Path(folder, f"document.{target}")
        if not made.is_file():
            raise UnreadableDocumentError(name, "LibreOffice cannot open it; it may be corrupt or encrypted")
        if made.stat().st_size > limits.file_bytes:
            raise UnreadableDocumentError(name, f"converts to more than {limits.file_bytes} bytes")
        return made.read_bytes()


def _convert(program: str, folder: Path, data: bytes, name: str, *, source: str, target: str) -> None:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf8")
    # The suffix of the copy differs from any target, and its name from anything the caller chose.
    document = folder / f"document.{source}"
    document.write_bytes(data)
    command = [
        *(program, "--headless", "--norestore", "--nolockcheck", "--nodefault"),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--convert-to", target, "--outdir", str(folder), str(document)),
    ]
    environment = {**os.environ, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    process = subprocess.Popen(  # noqa: S603  # no shell, and no word of the command comes from a document
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        raise UnreadableDocumentError(name, f"LibreOffice did not convert it in {_SECONDS} seconds") from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with what it started: its launcher leaves the program itself behind."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
