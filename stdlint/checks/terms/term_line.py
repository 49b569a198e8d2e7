"""Write the term line as “术语　english equivalent；ABBR”.

A gap of one Chinese character stands between term and English; the English is in lower case unless it is a proper
name or an acronym; an abbreviation follows a semicolon.

术语与英文之间空一个汉字；英文除专有名词和缩略语外小写；缩略语前用分号。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.terms import English, Entry
from stdlint.views.wording import BLANK

missing_term_gap = Check(
    id="TRM050",
    message="术语“{term}”与英文对应词之间应空一个汉字的间隙。",
    message_en="A gap of one character stands between the term “{term}” and its English equivalent.",
    bad="""
        # 3 术语和定义

        ### 3.1

        ⟦文件document⟧

        固定在介质上的信息。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        文件 document

        固定在介质上的信息。

        ### 3.2

        LED影厅  LED auditorium

        使用LED屏幕放映的影厅。
        """,
    ),
)

capitalized_english_equivalent = Check(
    id="TRM060",
    message="英文对应词“{english}”除专有名词和缩略语外应小写。",
    message_en="The English equivalent “{english}” is in lower case except for proper names and acronyms.",
    bad="""
        # 3 术语和定义

        ### 3.1

        标准化文件　⟦Standardizing Document⟧

        通过标准化活动制定的文件。

        ### 3.2

        文件　⟦Document⟧

        固定在介质上的信息。

        ### 3.3

        标准　⟦NATIONAL STANDARD⟧

        由国家机构通过的文件。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        标准化文件　standardizing document

        通过标准化活动制定的文件。

        ### 3.2

        文件　document

        固定在介质上的信息。

        ### 3.3

        标准　national standard

        由国家机构通过的文件。
    """,
    more=(
        (
            """
            # 3 术语和定义

            ### 3.1

            组合式育苗盘　⟦Modular seedling tray⟧

            盘体能首尾拼接的育苗容器。
            """,
            """
            # 3 术语和定义

            ### 3.1

            组合式育苗盘　modular seedling tray

            盘体能首尾拼接的育苗容器。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        卡尔曼滤波　Kalman filter

        一种递推估计方法。

        ### 3.2

        物联网　internet of things；IoT

        连接物的网络。

        ### 3.3

        以太网　Ethernet

        一种局域网。

        ### 3.4

        大肠埃希氏菌　Escherichia coli

        一种细菌。

        ### 3.5

        X射线　X-ray

        波长很短的电磁波。

        ### 3.6

        酸碱度　pH value

        氢离子浓度的负对数。

        ### 3.7

        布氏硬度　Brinell hardness

        用球压头测得的硬度。

        ### 3.8

        发光二极管　LED；light emitting diode

        能发光的二极管。

        ### 3.9

        阪崎克罗诺杆菌　Cronobacter sakazakii

        一种细菌。

        ### 3.10

        沙门氏菌　Salmonella

        一属细菌。

        ### 3.11

        世界贸易组织　World Trade Organization；WTO

        一个国际组织。
        """,
    ),
)

term_abbreviation_separator = Check(
    id="TRM180",
    message="英文对应词与缩略语“{abbreviation}”之间宜用分号。",
    message_en="A semicolon stands between the English equivalent and the abbreviation “{abbreviation}”.",
    bad="""
        # 3 术语和定义

        ### 3.1

        物联网　internet of things⟦，⟧IoT

        连接物的网络。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        物联网　internet of things；IoT

        连接物的网络。
    """,
    more=(
        (
            """
            # 3 术语和定义

            ### 3.1

            物联网　internet of things⟦（IoT）⟧

            连接物的网络。
            """,
            """
            # 3 术语和定义

            ### 3.1

            物联网　internet of things；IoT

            连接物的网络。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        物联网　internet of things；IoT

        连接物的网络。

        ### 3.2

        暖通空调　heating, ventilating and air conditioning

        室内环境的调节。
        """,
    ),
)

_WORD_ENDS = patterns.compile(r"[ \-]+")
_WORD = patterns.compile(r"[A-Za-z][A-Za-z’'\-]*")
_SMALL_WORDS = "a an and as at by for from in into of on or per the to via with without"
_SMALL = frozenset(_SMALL_WORDS.split())
_PROPER = """
Bluetooth Ethernet Internet Wi-Fi Web Java Python Linux Unix Windows Android Kubernetes Docker Hadoop Git Scrum Markdown
English Chinese European American Greek Latin Arabic Roman Northern Southern Earth Sun Moon Mars Beidou BeiDou Modbus
Profibus Zigbee ZigBee LoRa HarmonyOS Celsius Fahrenheit Kelvin Kalman Gauss Gaussian Fourier Laplace Bayes Bayesian
Markov Monte Carlo Brinell Rockwell Vickers Mohs Newton Newtonian Poisson Young Reynolds Boolean Cartesian Euclidean
Doppler Raman Faraday Hall Kjeldahl Soxhlet Karl Fischer Petri Weibull Wiener Charpy Izod Mooney Shore Abbe Zernike
Joule Pascal Bourdon Pitot Venturi Coriolis Carnot Rankine Stirling Diesel Otto Gram Bradford Merkle Turing Huffman
Hamming Reed Solomon Pareto Gantt Likert Delphi Kano Six Sigma Taguchi Shewhart
"""
_NAMES = frozenset(_PROPER.split())
_BODIES = frozenset(
    ("Organization", "Organisation", "Union", "Agency", "Institute", "Committee", "Association", "Units")
)
_LATIN = patterns.compile(r"[A-Z][a-z]+(?:a|us|um|is|ella|bacter|coccus|monas|myces|iae|oides|aceae|ales|er|or)")
_EPITHET = patterns.compile(r"[a-z]+(?:us|um|is|ii|ae|a|ans|ens|oides|ense|ei|es|ix|spp|sp)")
_COMMON_END = patterns.compile(
    r"(?:ing|tion|sion|ment|ity|ness|ance|ence|ed|ive|ous|able|ible|ical|ional|ology|graphy|ship|ware|work|ure|ist|er|or|ic|[tu]al|ular)$"
)
_EVERYDAY = """
service services system systems data product products quality test tests water food safety software hardware network
device document standard standards user customer method model process risk energy power air light heat sample material
materials equipment unit level type code key public private smart green digital cloud big open local global total gross
net dry wet hot cold raw rated real time value area size weight mass length height width depth load speed rate force
stress field space body health plant animal soil fish seed steel paper glass rubber plastic textile oil gas fuel fire
road vehicle train ship building house land map image text file record trust supply life cycle event case plan goal use
access control group member party role task term basic general common media criteria radius focus status campus corpus
"""
_COMMON = frozenset(_EVERYDAY.split())
_LATINATE = "analysis basis axis synthesis hypothesis apparatus spectrum medium data criteria processes services"
_ENGLISH_WORDS = frozenset(_LATINATE.split())
_GENUS = patterns.compile(
    r"[A-Z][a-z]*(?:ella|bacter|bacterium|coccus|monas|myces|illus|ium|ria|rio|nia|cus|aceae|ales)"
)
_ABBREVIATION = patterns.compile(r"[A-Z][A-Za-z0-9/&+.\-]{0,9}")
_TAIL = patterns.compile(
    rf"(?P<long>[A-Za-z][A-Za-z \-]{{2,80}}[a-z])(?P<open>{BLANK}*[（(/／、]{BLANK}*|{BLANK}+)"
    r"(?P<short>[A-Z][A-Za-z0-9&\-]{1,9})(?P<close>[）)]?)"
)


@missing_term_gap.finder
@capitalized_english_equivalent.finder
@term_abbreviation_separator.finder
def find(doc: Document) -> Iterator[Finding]:
    for entry in doc.terms.entries:
        if not entry.english:
            continue
        first = entry.english[0]
        glued = entry.gap[0] == entry.gap[1] and first.span[0] == entry.gap[1]
        if glued and entry.text.strip() and doc.text[first.span[0]] not in "（(":
            edit = Edit(entry.gap[0], entry.gap[0], "\u3000")
            yield missing_term_gap.at((entry.term[0], first.span[1]), fix=[edit], term=entry.text.strip())
        for english in entry.english:
            edits = _lowered(english)
            if edits:
                yield capitalized_english_equivalent.at(english.span, fix=edits, safe=False, english=english.text)
        yield from _separator(entry)


def _lowered(english: English) -> list[Edit]:
    """Return the edits that put the capitals of common words in lower case, none if it may be a proper name."""
    words = list(_WORD.finditer(english.text))
    if not words or words[0].start() > 0:
        return []
    first = words[0].group()
    shouted = english.text.isupper() and sum(len(word.group()) > 3 for word in words) > 1
    if shouted:
        return [Edit(english.span[0] + w.start(), english.span[0] + w.end(), w.group().lower()) for w in words]
    if not _capitalized(first) or first in _NAMES:
        return []
    if _proper_name(english.text, [word.group() for word in words]):
        return []
    others = [w.group() for w in words[1:] if w.group().lower() not in _SMALL and not w.group().isupper()]
    title_case = bool(others) and all(_capitalized(word) and word not in _NAMES for word in others)
    common = first.lower() in _COMMON or (len(first) > 4 and _COMMON_END.search(first) is not None)
    alone = not others and (len(words) == 1 or common)
    if not (title_case or (common and (alone or not any(map(_capitalized, others)))) or (alone and len(first) > 3)):
        return []
    start = english.span[0]
    return [
        Edit(start + word.start(), start + word.start() + 1, word.group()[0].lower())
        for word in words
        if _capitalized(word.group()) and word.group() not in _NAMES
    ]


def _proper_name(text: str, words: list[str]) -> bool:
    """Say whether words in capitals look like the Latin name of a species or genus, or the name of an organization."""
    if any(word in _BODIES for word in words):
        return True
    if len(words) == 1:
        return words[0].lower() not in _COMMON and _GENUS.fullmatch(words[0]) is not None
    latin = len(words) == 2 and " " in text and words[0].lower() not in _COMMON and _LATIN.fullmatch(words[0])
    return bool(latin and _EPITHET.fullmatch(words[1])) and words[1] not in _COMMON | _ENGLISH_WORDS


def _capitalized(word: str) -> bool:
    return word[0].isupper() and len(word) > 1 and word[1].isalpha() and word[1:].islower()


def _separator(entry: Entry) -> Iterator[Finding]:
    """Report what stands before an abbreviation instead of a semicolon."""
    for before, english in zip(entry.english, entry.english[1:], strict=False):
        comma = english.separator.strip()
        if comma not in (",", "，", "、") or not _ABBREVIATION.fullmatch(english.text):
            continue
        capitals = sum(char.isupper() for char in english.text)
        if capitals < 2 or before.text.isupper() or english is not entry.english[-1]:
            continue
        start = english.separator_span[0]
        yield term_abbreviation_separator.at((start, english.span[0]), fix="；", abbreviation=english.text)
        return
    for english in entry.english:
        match = _TAIL.fullmatch(english.text)
        if match is None or sum(char.isupper() for char in match["short"]) < 2 or match["long"].isupper():
            continue
        if match["open"].strip() not in ("（", "(", "、") and not _spells(match["long"], match["short"]):
            continue
        start = english.span[0]
        edits = [Edit(start + match.start("open"), start + match.end("open"), "；")]
        if match["close"]:
            edits.append(Edit(start + match.start("close"), start + match.end("close"), ""))
        span = (start + match.start("open"), english.span[1])
        yield term_abbreviation_separator.at(span, fix=edits, abbreviation=match["short"])
        return


def _spells(long: str, short: str) -> bool:
    """Say whether the letters of an abbreviation are the initials of the words before it."""
    initials = [word[0].lower() for word in _WORD_ENDS.split(long) if word]
    wanted = [char.lower() for char in short if char.isalpha()]
    return len(wanted) > 1 and wanted[0] == initials[0] and all(char in initials for char in wanted)
