"""Choose at most three elements for the title, and one word of function type.

Introductory, main and complementary element go from the general to the special; the name of a part counts as the last.
A title does not call itself a standard, and it does not list the aspects that the document covers. Many valid titles
have no word of function type; only those are told that have the word of another kind of document (办法, 制度, 方案).

名称的元素不多于三个（引导、主体、补充），不称自己为标准，不逐一列举各个方面，含有且只含有一个表示功能类型的词。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.cover import Piece
from stdlint.views.kinds import kind_of_title
from stdlint.views.wording import BLANK


def _title(text: str) -> str:
    return f"        # {text}\n\n        # 前言\n\n        # 1 范围\n\n        # 2 规范性引用文件\n"


too_many_title_elements = Check(
    id="NAM020",
    message="名称有{count}个元素，不宜多于三个。",
    message_en="The title has {count} elements; use at most three.",
    bad=_title("⟦化学品　工业品　过硼酸钠　堆积密度测定⟧"),
    good=_title("工业用过硼酸钠　堆积密度测定"),
    more=(
        (
            _title("⟦机械 农业机械 散装物料机械 联合收割机 技术规范⟧"),
            _title("农业机械 散装物料机械 技术规范"),
        ),
        (
            _title("⟦信息技术　通信　网络　第1部分：总则⟧"),
            _title("信息技术　网络　第1部分：总则"),
        ),
    ),
    clean=(
        _title("农业机械和设备　散装物料机械　技术规范"),
        _title("水质　总磷的测定　第2部分：　分光光度法"),
        _title("水质　总磷的测定　第2部分　分光光度法"),
        _title("电 子 秤 规 范"),
        _title("基于 IPv6 的 5G 网络　接口　测试方法"),
    ),
)

aspect_list_in_title = Check(
    id="NAM030",
    message="名称不逐一列举所涉及的各个方面（“{quote}”）。",
    message_en="A title does not list all the aspects that it covers (“{quote}”).",
    bad=_title("咖啡研磨机　⟦术语、符号、材料、尺寸、包装⟧"),
    good=_title("咖啡研磨机"),
    more=((_title("茶叶　⟦分类、技术要求、试验方法、检验规则⟧"), _title("茶叶")),),
    clean=(
        _title("钢板、钢带、钢管术语"),
        _title("茶叶　标志和包装"),
        _title("有毒有害气体、液体、粉尘检测方法"),
        _title("猪、牛、羊屠宰操作规程"),
        _title("钢丝　验收、包装、标志的一般规定"),
    ),
)

standard_in_title = Check(
    id="NAM040",
    message="名称中不含“{word}”字样。",
    message_en="A title does not contain “{word}”.",
    bad=_title("物业服务⟦标准⟧"),
    good=_title("物业服务规范"),
    more=(
        (_title("养老服务⟦标准⟧　第1部分：总则"), _title("养老服务规范　第1部分：总则")),
        (_title("养老服务⟦标准⟧（试行）"), _title("养老服务规范（试行）")),
    ),
    clean=(
        _title("卓越服务良好实践转化为标准指南"),
        _title("水质　氨氮标准物质"),
        _title("标准化工作导则　第1部分：总则"),
        _title("非标准设备设计规范"),
        _title("食品安全国家标准　食品中水分的测定"),
        _title("大气污染物综合排放标准"),
        _title("地表水环境质量标准"),
        _title("标准编写规则　第10部分：产品标准"),
        """
        # 中国工程建设标准化协会标准

        # 公园设计规范

        # 1 范围
        """,
    ),
)

missing_function_word = Check(
    id="NAM050",
    message="“{word}”不是文件的功能类型，名称宜用“规范”“规程”“指南”等词。",
    message_en="“{word}” is no function type of a document; use a word such as “规范”, “规程” or “指南”.",
    bad=_title("物业管理⟦办法⟧"),
    good=_title("物业管理规程"),
    more=(
        (_title("安全生产管理⟦制度⟧"), _title("安全生产管理规范")),
        (_title("应急处置⟦方案⟧"), _title("应急处置指南")),
        (_title("大气采样器使用⟦手册⟧"), _title("大气采样器使用指南")),
    ),
    clean=(
        _title("咖啡研磨机"),
        _title("咖啡研磨机　技术要求"),
        _title("电力变压器运行导则"),
        _title("钢板包装、标志的一般规定"),
        _title("数据元目录"),
    ),
)

several_function_words = Check(
    id="NAM051",
    message="名称只宜含有一个表示功能类型的词，这里有“{first}”和“{second}”。",
    message_en="A title has only one word of function type; here are “{first}” and “{second}”.",
    bad=_title("物业服务⟦规范指南⟧"),
    good=_title("物业服务规范"),
    more=(
        (_title("螺栓　⟦规范和试验方法⟧"), _title("螺栓　规范")),
        (_title("起重机⟦规程及指南⟧"), _title("起重机规程")),
        (_title("螺栓　⟦技术规范与检验规程⟧"), _title("螺栓　技术规范")),
        (_title("螺栓　⟦术语和规范⟧"), _title("螺栓　术语")),
    ),
    clean=(
        _title("卓越服务良好实践转化为标准指南"),
        _title("环境管理体系　规范及使用指南"),
        _title("螺栓　技术要求和试验方法"),
        _title("分类和编码"),
        _title("规范编写指南"),
        _title("质量管理　顾客满意　组织行为规范指南"),
        _title("术语工作　原则与方法"),
        _title("信息分类编码规范"),
        _title("规范性文件管理规程"),
    ),
)

_HAN = "[\u4e00-\u9fff]"
_GAP = patterns.compile(
    rf"(?<![：:、，]|部[分份])(?:\u3000{BLANK}*|{BLANK}{{2,}}|(?<=[\u4e00-\u9fff）)])[ \u00a0](?=[\u4e00-\u9fff（(]))"
    rf"(?!{BLANK})"
)
_SPREAD = patterns.compile(rf"(?:^|{BLANK}){_HAN}{BLANK}+{_HAN}(?:{BLANK}|$)")
_MOST = 3
_ASPECT = patterns.compile(
    r"(?:术语|定义|符号|代号|缩略语|材料|原料|尺寸|外形|重量|性能|特性|额定值|参数|要求|方法|规则|分类|分级|型式|型号|规格|结构|标志|标签|标识"
    r"|包装|运输|贮存|储存|检验|试验|验收|命名|编码|质量证明书|说明书|条件)$"
)
_GENERAL = patterns.compile("(?:规定|规范|规程|指南|通则|总则|导则|要求)$")
_STANDARD = patterns.compile(
    rf"(?<!非|排放|质量|控制|管控|协会|学会|联盟|联合会|商会|基准)(?:(?:国家|行业|地方|团体|企业)?标准|标准化指导性技术文件)"
    rf"(?={BLANK}*(?:[（(][^（）()]*[）)])?{BLANK}*(?:$|{BLANK}第[\dX×一二三四五六七八九十]+部[分份]))"
)
_ABOUT = patterns.compile("标准|^$")
"""A title about standards, or a line that is nothing but “标准”."""
_TAIL = patterns.compile(
    r"(办法|制度|细则|方案|手册|教程|条例|章程|守则|须知|管理规定|预案)(?=(?:[（(][^（）()]*[）)])?$)"
)
_WORDS = "规范(?!性|化)|规程|指南|试验方法|测试方法|检验方法|检测方法|术语"
_SEVERAL = patterns.compile(
    rf"(?:技术)?(?P<first>(?<!行为|道德|礼仪)规范(?!性|化)|规程|指南|术语(?!工作))(?:(?:[、和与及]|以及)(?!使用|应用|实施){_HAN}{{0,4}}?)?(?P<second>{_WORDS})$"
)


@too_many_title_elements.finder
@aspect_list_in_title.finder
@standard_in_title.finder
@missing_function_word.finder
@several_function_words.finder
def find(doc: Document) -> Iterator[Finding]:
    pieces = doc.cover_page.main_title
    if not pieces or not _is_set_normally(pieces) or not doc.is_draft:
        return
    yield from _counted(pieces)
    last, span = pieces[-1]
    yield from _aspects(last, span[0])
    if match := _SEVERAL.search(last):
        yield several_function_words.at(
            (span[0] + match.start(), span[0] + match.end()), first=match["first"], second=match["second"]
        )
    if doc.is_engineering_code:
        return
    yield from _standard(doc)
    if (match := _TAIL.search(last)) and not kind_of_title(last):
        yield missing_function_word.at((span[0] + match.start(), span[0] + match.end()), word=match[1])


def _is_set_normally(pieces: list[Piece]) -> bool:
    """Say whether the title is set normally, not with a blank behind every character."""
    return not any(_SPREAD.search(text) for text, _ in pieces)


def _counted(pieces: list[Piece]) -> Iterator[Finding]:
    """Count the gaps inside the lines: where a line ends an element may go on."""
    gaps = [len(_GAP.findall(text)) for text, _ in pieces]
    if sum(gaps) + 1 > _MOST:
        worst = pieces[gaps.index(max(gaps))]
        yield too_many_title_elements.at(worst[1], count=sum(gaps) + 1)


def _aspects(text: str, at: int) -> Iterator[Finding]:
    start = max([0, *(match.end() for match in _GAP.finditer(text))])
    element = text[start:]
    items = element.split("、")
    if len(items) < _MOST or (_GENERAL.search(element) and not _ASPECT.fullmatch(items[-1])):
        return
    if sum(bool(_ASPECT.search(item)) for item in items) >= _MOST:
        yield aspect_list_in_title.at((at + start, at + len(text)))


def _standard(doc: Document) -> Iterator[Finding]:
    """Report a title that ends in “标准”, or whose part in front of “第×部分” does, and change it everywhere."""
    edits: list[Edit] = []
    first: Finding | None = None
    for text, span in doc.cover_page.titles:
        if (match := _STANDARD.search(text)) is None or _ABOUT.search(text, 0, match.start()):
            continue
        place = (span[0] + match.start(), span[0] + match.end())
        edits += [Edit(*place, "规范")] if match.group() == "标准" else []
        first = first or standard_in_title.at(place, word=match.group())
    if first is not None:
        yield standard_in_title.at(first.span, fix=edits, safe=False, **first.fields)
