"""A web endpoint of another municipal tool: a document comes in, findings go out as JSON."""

# %% [markdown]
# # A web endpoint
#
# What a developer of another tool does with the library: one WSGI function. What the caller can mend is
# answered by a status 4xx with the library's own sentence; anything else is a fault of the server, and is not
# hidden.

# %%
import json
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import localgender as lg

MOST_BYTES = 5_000_000
NO_DOCUMENT = (lg.errors.UnreadableDocumentError, lg.errors.UnknownFormatError)
NO_TABLE = (lg.errors.LayoutError, lg.errors.ProseError)


def findings(content):
    """Audit a document; the answer is what goes out as JSON."""
    reading = lg.read(content)
    return [
        {"kind": each.kind, "severity": each.severity, "message": lg.describe(each, "en", reading.places)}
        for each in lg.audit(reading)
    ]


def answer(environ):
    """Answer one request with a status and a body."""
    if environ["REQUEST_METHOD"] != "POST":
        return HTTPStatus.METHOD_NOT_ALLOWED, {"error": "POST a document"}
    length = environ.get("CONTENT_LENGTH") or ""
    if not (length.isascii() and length.isdigit()):
        return HTTPStatus.LENGTH_REQUIRED, {"error": "say how long the document is"}
    if int(length) > MOST_BYTES:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"error": f"at most {MOST_BYTES} bytes"}
    try:
        return HTTPStatus.OK, findings(environ["wsgi.input"].read(int(length)))
    except NO_DOCUMENT as error:
        return HTTPStatus.UNSUPPORTED_MEDIA_TYPE, {"error": lg.describe_error(error, "en")}
    except NO_TABLE as error:
        return HTTPStatus.UNPROCESSABLE_ENTITY, {"error": lg.describe_error(error, "en")}


def application(environ, start_response):
    """Speak WSGI; `wsgiref.simple_server.make_server("", 8000, application)` serves it."""
    status, told = answer(environ)
    start_response(f"{status.value} {status.phrase}", [("Content-Type", "application/json; charset=utf-8")])
    return [json.dumps(told, ensure_ascii=False, indent=1).encode()]


# %% [markdown]
# A report, and what is none:

# %%
report = (Path(__file__).parent / "data" / "kalynivka" / "report-2024.txt").read_bytes()
for content in (report, b"PK\x03\x04 torn", "Добрий день!".encode()):
    environ = {"REQUEST_METHOD": "POST", "CONTENT_LENGTH": str(len(content)), "wsgi.input": BytesIO(content)}
    setup_testing_defaults(environ)
    (body,) = application(environ, lambda status, headers: print(status))
    print(body.decode())
