"""Words of the kinds of findings about reports of units: title, then sentences, the most telling first."""

from __future__ import annotations

from collections.abc import Mapping

from localgender.showing.catalogue import Counted, Said
from localgender.showing.kinds import Kind, kind

SENTENCES: Mapping[str, Kind] = {
    "report-left-out": kind(
        Said("Reports that are left out of the sums"),
        Said("{unit}: the report is on {told}, not on {period}; it is left out of the sums."),
        Said("{unit}: the report is of {whose}, not of {community}; it is left out of the sums."),
        Said("{unit}: the report does not tell its period; it is left out of the sums for {period}."),
        Said("A report is left out of the sums: it is of another period or community, or tells no period."),
    ),
    "report-missing": kind(
        Said("Units that handed in no report"),
        Said("{unit}: no report was handed in."),
        Said("A report is missing."),
    ),
    "report-late": kind(
        Said("Reports that came late"),
        Counted(
            "{unit}: came on {received}, {days} day after it was due ({due}).",
            "{unit}: came on {received}, {days} days after it was due ({due}).",
            by="days",
        ),
        Said("A report came on {received}; it was due on {due}."),
        Said("A report came late."),
    ),
    "unit-unnamed": kind(
        Said("Reports that name no unit"),
        Said("{document}: the report does not tell who reports."),
        Said("A report does not tell who reports."),
    ),
    "unit-unexpected": kind(
        Said("Units that were not expected to report"),
        Said("{unit}: not among the units that were to report; its name is perhaps spelled otherwise."),
        Said("A unit reports that was not to report."),
    ),
    "unit-reports-twice": kind(
        Said("Units that handed in several reports"),
        Counted(
            "{unit}: {reports} reports, and several tell of {measures} measure ({about}); "
            "the same may be told twice.",
            "{unit}: {reports} reports, and several tell of {measures} measures ({about}); "
            "the same may be told twice.",
            by="measures",
        ),
        Said("{unit}: {reports} reports on different measures; they are added up."),
        Said("A unit handed in several reports."),
    ),
    "money-claimed-twice": kind(
        Said("Money that several units claim"),
        Said("{figure}: {units} tell the same amounts ({amounts}); {counted}."),
        Said("{about}: several units tell the same amounts."),
    ),
    "planned-repeated": kind(
        Said("Plans that several units repeat"),
        Said(
            "{figure}: several units plan the same ({amounts}), and all is added up; "
            "perhaps each repeats the plan of the whole measure."
        ),
        Said("{about}: several units plan the same, and all is added up."),
    ),
    "planned-differs": kind(
        Said("Plans that differ between units"),
        Said("{figure}: units tell the plan of the whole measure differently ({amounts}); {counted}."),
        Said("{figure}: units plan different amounts ({amounts}); they are added up."),
        Said("{about}: units plan different amounts."),
    ),
    "measures-perhaps-same": kind(
        Said("Measures that are perhaps one"),
        Said("{first} and {second} are perhaps one measure, told by several units: {titles}."),
        Said("{about}: perhaps one measure, told by several units."),
    ),
    "described-differently": kind(
        Said("What units describe differently"),
        Said("{about}: units differ in the {field} ({values}); the first is kept."),
        Said("{about}: units describe it differently."),
    ),
}
