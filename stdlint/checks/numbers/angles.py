"""Give a plane angle in decimal degrees.

“17.25°” can be calculated with as it stands, “17°15′” not. Geographical coordinates are customarily given in minutes.

平面角用十进制的度表示，“17.25°”可直接用于计算；经纬度按习惯用分、秒，不报告。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document

sexagesimal_angle = Check(
    id="NUM090",
    message="平面角宜用十进制的度表示，“{quote}”写为“{right}”。",
    message_en="Give the angle “{quote}” in decimal degrees: “{right}”.",
    bad="""
        # 4 要求

        锥角应为⟦17°15′⟧。
    """,
    good="""
        # 4 要求

        锥角应为17.25°。
    """,
    more=(
        (
            """
            # 4 要求

            锥角应为⟦30°30′36″⟧，偏角应不大于⟦1° 15'⟧。
            """,
            """
            # 4 要求

            锥角应为30.51°，偏角应不大于1.25°。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        锥角应为17.25°，偏差为15′，站点位于东经116°23′、北纬39°54′，坐标为N 39°54′，116°23′E，经度和纬度为116°23′，
        “17°15′”。
        """,
    ),
)

_ANGLE = patterns.compile(
    r"(?<![\d.])(?P<degrees>\d{1,3})[°º˚][ \u00a0]?(?P<minutes>[0-5]?\d(?:\.\d+)?)[′']"
    r"(?:[ \u00a0]?(?P<seconds>[0-5]?\d(?:\.\d+)?)(?:[″\"]|''|′′))?"
)
_ANY = re.compile(r"[°º˚][ \u00a0]?[0-9]")
_COORDINATE = patterns.compile(r"[经纬]|坐标|[NSEW][ \u00a0]?\d|[′″'\"][ \u00a0]?[NSEW](?![A-Za-z])")


@sexagesimal_angle.finder
def find(doc: Document) -> Iterator[Finding]:
    if _ANY.search(doc.text) is None:
        return
    for match in doc.matches(_ANGLE):
        if _COORDINATE.search(doc.said(doc.block_at(match.start()))):
            continue
        degrees = int(match["degrees"]) + float(match["minutes"]) / 60 + float(match["seconds"] or 0) / 3600
        right = f"{degrees:.4f}".rstrip("0").rstrip(".") + "°"
        yield sexagesimal_angle.at(match.span(), fix=right, safe=False, right=right)
