"""What a browser forbids is not done: no process, no connection, no thread."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import requires

from paths import ROOT

READS = """
import sys
asked = []
forbidden = ("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "socket.", "_thread.start")
sys.addaudithook(lambda event, _: asked.append(event) if event.startswith(forbidden) else None)
import localgender as lg
reading = lg.read("examples/data/zhytomyr-report-2023.txt")
lg.audit(reading)._repr_html_()
assert lg.read(lg.render(lg.tabulate.official(reading.value), "docx")).value.plan.measures
print(asked)
"""


def test_reading_and_auditing_start_nothing_and_call_nobody() -> None:
    done = subprocess.run(
        [sys.executable, "-c", READS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_the_hook_hears_what_a_browser_forbids() -> None:
    """Otherwise the test above could not fail."""
    loud = READS.replace(
        "lg.audit(reading)", "__import__('subprocess').run([sys.executable, '-V']); lg.audit(reading)"
    )
    done = subprocess.run([sys.executable, "-c", loud], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "subprocess.Popen" in done.stdout


def test_the_recipe_gathers_every_library_that_the_core_needs() -> None:
    recipe = (ROOT / "docs" / "how-to" / "run-in-a-browser.md").read_text("utf8")
    (gathered,) = re.findall(r"--python-version [\d.]+ (.*)", recipe)
    core = [re.match(r"[\w.-]+", each) for each in requires("localgender") or () if "extra ==" not in each]
    assert sorted(gathered.split()) == sorted(each.group() for each in core if each)
