"""The web endpoint of the examples answers real requests, also those of people who mean no good."""

from __future__ import annotations

import http.client
import io
import json
import runpy
import threading
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

import localgender as lg
from paths import ROOT

REPORT = ROOT / "examples" / "data" / "kalynivka" / "report-2024.txt"
Ask = Callable[..., tuple[int, Any]]


class Quiet(WSGIRequestHandler):
    """Serves without telling the terminal."""

    def log_message(self, *told: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    example = runpy.run_path(str(ROOT / "examples" / "web_endpoint.py"))
    with make_server("127.0.0.1", 0, example["application"], handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()

        def asked(body: bytes, method: str = "POST", **headers: str) -> tuple[int, Any]:
            connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
            told = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, "/", body=body, headers=told)
            answer = connection.getresponse()
            status, text = answer.status, answer.read()
            connection.close()
            return status, json.loads(text)

        yield asked
        server.shutdown()
        thread.join()


def archive(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(name, content)
    return packed.getvalue()


def test_a_posted_report_comes_back_as_its_findings(ask: Ask) -> None:
    status, told = ask(REPORT.read_bytes())
    assert status == 200
    assert [each["kind"] for each in told] == [each.kind for each in lg.audit(lg.read(REPORT))]
    assert told[0]["severity"] == "error"
    assert "125.3\xa0thousand" in told[0]["message"]


@pytest.mark.parametrize(
    ("body", "status", "says"),
    [
        pytest.param(b"", 415, "is empty", id="empty"),
        pytest.param(bytes(range(256)) * 20, 415, "no readable format", id="noise"),
        pytest.param(b"PK\x03\x04 torn", 415, "no readable format", id="torn archive"),
        pytest.param(archive("word/document.xml", b"<w:document"), 415, "bytes", id="torn docx"),
        pytest.param(
            archive("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]>"), 415, "bytes", id="entity"
        ),
        pytest.param(b"%PDF-1.7 torn", 415, "bytes", id="torn pdf"),
        pytest.param("Добрий день!".encode(), 422, "no table", id="letter"),
        pytest.param("Квіти\tКолір\nмак\tчервоний\n".encode(), 422, "Квіти", id="foreign table"),
    ],
)
def test_what_the_caller_can_mend_is_answered_with_the_library_s_sentence(
    ask: Ask, body: bytes, status: int, says: str
) -> None:
    answered, told = ask(body)
    assert answered == status
    assert says in told["error"]


def test_too_much_is_refused_before_it_is_read(ask: Ask) -> None:
    assert ask(b"", Content_Length="99999999999")[0] == 413


@pytest.mark.parametrize("length", ["-1", "many", "١٢"])
def test_a_length_that_is_no_number_is_asked_for(ask: Ask, length: str) -> None:
    assert ask(b"", Content_Length=length.encode() if not length.isascii() else length)[0] == 411


def test_only_documents_that_are_posted_are_read(ask: Ask) -> None:
    assert ask(b"", "GET")[0] == 405


def test_the_endpoint_goes_on_after_each_refusal(ask: Ask) -> None:
    assert ask(b"%PDF-1.7 torn")[0] == 415
    assert ask(REPORT.read_bytes())[0] == 200
