"""Words of the kinds of findings about statistics: title, then sentences, the most telling first."""

from __future__ import annotations

from collections.abc import Mapping

from localgender.showing.catalogue import Said
from localgender.showing.kinds import Kind, kind

SENTENCES: Mapping[str, Kind] = {
    "parts-differ-from-total": kind(
        Said("Totals that their parts do not add up to"),
        Said("“{name}”, {period}: the total is {printed}, its parts by {by} add up to {computed}."),
        Said("“{name}”: the total is {printed}, its parts by {by} add up to {computed}."),
        Said("{about}: the parts do not add up to the total."),
    ),
    "part-exceeds-whole": kind(
        Said("Parts that are more than their whole"),
        Said("“{name}”, {period}: the whole is {printed}, what is told of it by {by} makes {computed}."),
        Said("“{name}”: the whole is {printed}, what is told of it by {by} makes {computed}."),
        Said("{about}: a part is more than the whole."),
    ),
    "total-outside-parts": kind(
        Said("Rates of all that lie outside those of the parts"),
        Said("“{name}”, {period}: {printed} for all does not lie between the parts ({amounts})."),
        Said("“{name}”: {printed} for all does not lie between the parts ({amounts})."),
        Said("{about}: the rate of all does not lie between those of the parts."),
    ),
    "figure-contradicts": kind(
        Said("Figures printed twice with different numbers"),
        Said("“{name}”, {period}: the same figure is printed differently ({amounts})."),
        Said("“{name}”: the same figure is printed differently ({amounts})."),
        Said("{about}: the same figure is printed differently."),
    ),
    "share-unexplained": kind(
        Said("Shares that the counts do not give"),
        Said("“{name}”, {period}: {printed} is printed, {part} of {whole} would be {computed}."),
        Said("“{name}”: {printed} is printed, {part} of {whole} would be {computed}."),
        Said("{about}: the printed share does not follow from the counts beside it."),
    ),
    "share-above-whole": kind(
        Said("Shares beyond the whole"),
        Said("“{name}”, {period}: a share of {printed} is none."),
        Said("“{name}”: a share of {printed} is none."),
        Said("{about}: the share lies beyond the whole."),
    ),
    "share-jump": kind(
        Said("Shares that jumped within a year"),
        Said("“{name}”, {period}: {printed}, a year before {before}; the reason is not told."),
        Said("{about}: the share changed within a year by more than is usual."),
    ),
    "not-disaggregated": kind(
        Said("Indicators that ask for parts and are told without"),
        Said("“{name}”: the indicator asks for figures by {axes}, and there are none."),
        Said("{about}: the parts the indicator asks for are missing."),
    ),
}
