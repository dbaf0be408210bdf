"""Words of the kinds of findings about councils and decisions: title, then sentences."""

from __future__ import annotations

from collections.abc import Mapping

from localgender.showing.catalogue import Counted, Said
from localgender.showing.kinds import Kind, kind

SENTENCES: Mapping[str, Kind] = {
    "decision-without-assignee": kind(
        Said("Decisions that nobody is to carry out"),
        Said("{about}: nobody is named who is to carry it out (“{text}”)."),
        Said("{about}: nobody is named who is to carry it out."),
    ),
    "decision-without-due": kind(
        Said("Decisions without a day"),
        Said("{about}: it is not said by when it is to be carried out (“{text}”)."),
        Said("{about}: it is not said by when it is to be carried out."),
    ),
    "decision-without-follow-up": kind(
        Said("Decisions and recommendations that nothing followed"),
        Said("{about}: nothing later in the text takes it up (“{text}”)."),
        Said("{about}: nothing later in the text takes it up."),
    ),
    "fewer-meetings-than-promised": kind(
        Said("Fewer meetings than promised"),
        Counted(
            "{about}: {promised} meeting a year is promised, {held} reported.",
            "{about}: {promised} meetings a year are promised, {held} reported.",
            by="promised",
        ),
        Said("{about}: fewer meetings are reported than promised."),
    ),
}
