"""Spell words as dictionaries do, and do not confuse words that sound alike.

The table of misspelt words was measured on 20 million characters of edited text: what it finds there is wrong or
obsolete. Guards keep the words that only look the same (民工差异, 影响因素). Quotations, titles of documents, lists of
references and names of people keep their own spelling.

用字应规范。错别字表用2000万字的法律文本校准过，形同而实非错字的词语（如“民工差异”“影响因素”）有排除条件。引文、文件
名称、引用文件清单和人名保留原有写法。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit

misspelling = Check(
    id="WRD080",
    message="“{word}”是错别字，应为“{right}”。",
    message_en="“{word}” is misspelt; write “{right}”.",
    bad="""
        # 4 要求

        各项要求⟦己经⟧满足。
    """,
    good="""
        # 4 要求

        各项要求已经满足。
    """,
    more=(
        (
            """
            # 4 要求

            应⟦按装⟧防护罩，⟦阀值⟧应符合⟦标淮⟧的规定，用户的⟦帐户⟧应保密，阀值应可调。

            ⟦截止⟧2020年，⟦惟一⟧标识应与⟦座标⟧相符，⟦成份⟧应均匀，⟦未端⟧⟦磨擦⟧应符合表1，⟦既使⟧断电应能显示。
            """,
            """
            # 4 要求

            应安装防护罩，阈值应符合标准的规定，用户的账户应保密，阈值应可调。

            截至2020年，唯一标识应与坐标相符，成分应均匀，末端摩擦应符合表1，即使断电应能显示。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件主要起草人：成份、惟一明。

        # 2 规范性引用文件

        GB/T 1　标淮名称

        # 4 要求

        自己经营的单位按排污许可和按排放量执行，民工差异、影响因素、绿色采购和引导至出口均应记录。

        截止阀的截止日期和截止频率见表1，不应写作“己经”，见《标淮名称》。数量里程见表1。

        应冷却保温，按装置和按装配图检查，底座标高和插座标志应清晰，两类形式、粉末经筛分、面粉未经处理、双重覆盖、必须求得
        主要球面，转矩型和力值加载至力值，计量桶、数据和参数里，装机率、立即然后、监视范围见表1。

        应按股分红，按年分析，准备分类，人防害虫，来自已知来源，既使用甲又使用乙，既使产品轻便又使操作简单，视范围而定，并连续记录，并连接电源。
        """,
    ),
)

discouraged_word = Check(
    id="WRD101",
    message="“{word}”不是规范词形，应写“{right}”。",
    message_en="“{word}” is not the standard spelling; write “{right}”.",
    bad="""
        # 4 要求

        ⟦其它⟧要求见附录A。
    """,
    good="""
        # 4 要求

        其他要求见附录A。
    """,
    more=(
        (
            """
            # 4 要求

            ⟦定货时⟧应说明⟦定单⟧编号，⟦其它⟧要求和其它条件由供需双方商定。
            """,
            """
            # 4 要求

            订货时应说明订单编号，其他要求和其他条件由供需双方商定。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        规定单位和确定单元应一致，指定货架上的固定货物应分类，不应写作“其它”。
        """,
    ),
)

misordered_legal_term = Check(
    id="WRD102",
    message="应写“{right}”，不写“{word}”。",
    message_en="The official term is “{right}”, not “{word}”.",
    bad="""
        # 4 要求

        安全应不低于⟦国家强制性标准⟧的要求。
    """,
    good="""
        # 4 要求

        安全应不低于强制性国家标准的要求。
    """,
    more=(
        (
            """
            # 4 要求

            产品应符合⟦国家推荐性标准⟧和⟦强制国家标准⟧的规定。
            """,
            """
            # 4 要求

            产品应符合推荐性国家标准和强制性国家标准的规定。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应符合强制性国家标准、国家标准和推荐性国家标准的规定，“国家强制性标准”不是法定术语。
        """,
    ),
)

confused_word_pair = Check(
    id="WRD103",
    message="此处“{word}”应为“{right}”：{reason}。",
    message_en="“{word}” should be “{right}” here.",
    bad="""
        # 4 要求

        应防止燃气⟦泄露⟧。
    """,
    good="""
        # 4 要求

        应防止燃气泄漏。
    """,
    more=(
        (
            """
            # 4 要求

            个人信息不应⟦泄漏⟧，不应泄漏商业秘密。用户⟦登陆⟧系统后可向主管部门⟦反应⟧意见和诉求。

            储罐发生⟦泄露⟧时，应检查机油有无泄露，氨气的泄露量应不大于1 mL，化学⟦反映⟧的温度应记录。
            """,
            """
            # 4 要求

            个人信息不应泄露，不应泄露商业秘密。用户登录系统后可向主管部门反映意见和诉求。

            储罐发生泄漏时，应检查机油有无泄漏，氨气的泄漏量应不大于1 mL，化学反应的温度应记录。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应防止燃气泄漏和信息泄露，泄漏检测系统应报警，台风登陆后应观察反应情况，登录系统后应反映意见。

        信息系统应能发现管道泄漏，采集的数据应包括泄漏量。设备反应时间应反映性能。用户的反应、意见应记录。
        """,
    ),
)


class Word(NamedTuple):
    """A wrong word and what it should be.

    `before` and `behind` are the beginnings and ends of words in which the same characters are right. `check` reports
    it.
    """

    wrong: str
    right: str
    check: Check
    before: tuple[str, ...]
    behind: tuple[str, ...]


class Confusion(NamedTuple):
    """A word that is wrong where `pattern` matches, and why."""

    pattern: regex.Pattern[str]
    right: str
    reason: str


# [before]wrong[behind]>right: the characters in brackets make another word of it; “/” separates longer ones.
_MISSPELT = """
    基木>基本 撑握>掌握 [手脚]掌提>掌握 [自]己经[营过济历]>已经 [来源取出选引摘抄]自已[知有被完经]>自己 编篡>编纂
    按装[置配车载箱机船货卸潢药料入瓶盒修饰备填订袋罐桶运甲]>安装 按排[污放水名序列气量查风烟涝练产]>安排
    安照[明相片]>按照 布署>部署 部暑>部署 即然[后]>既然 [自]由其是[否]>尤其是 犹其>尤其 尤如>犹如
    [供发配补]给于[是与]>给予 [传]授于>授予 赋于>赋予 [引疏传教领指诱误]导至>导致 以致于>以至于
    [甚直及乃]至使[用]>致使 [甚直乃]至力[值矩为传达学量的]>致力 一至性>一致性 防碍>妨碍 [预消国]防害[虫兽鼠鸟]>妨害
    时侯>时候 气侯>气候 侯选>候选 幅射>辐射 辐度>幅度 振辐>振幅 篇辐>篇幅 松驰>松弛 峻工>竣工 冷确>冷却 [冷]却保>确保
    粗燥度>粗糙度 [民职员务手人]工差[异距别]>公差 [算方编]法码>砝码 孤度>弧度 孤形>弧形 电孤>电弧 磨擦>摩擦 摩损>磨损
    石腊>石蜡 锻烧>煅烧 煅造>锻造 粹火>淬火 溶点>熔点 [金]融点>熔点 阀值>阈值 标淮>标准 [规]模似>模拟 千燥>干燥
    千扰>干扰 粉未[经能达检完被干溶熟过变]>粉末 [尚]未端[正接]>末端 [期周月年世始粉研细药]末经>未经
    [期周始粉]末知>未知 [期周月年粉]末规定>未规定 分辩率>分辨率 辩识>辨识 辩别>辨别 辩认>辨认 再接再励>再接再厉
    名符其实>名副其实 必须品[尝质]>必需品 必需遵守>必须遵守 必需符合>必须符合 复盖>覆盖 颠复>颠覆 反覆[盖]>反复
    重覆[盖]>重复 答覆>答复 回覆[盖土]>回复 [基底插机支轴管阀灯席卡讲鞍]座标[识志记高注签牌称准明出号]>坐标
    [公校田庄果]园形>圆形 [公校田庄果]园心>圆心 [公校田庄果]园周[边围界年]>圆周 [公校田庄果]园柱>圆柱 园弧>圆弧
    [对气印抽现形]象素>像素 [版地]图象[限征]>图像 影象[限征]>影像 录象>录像 摄象>摄像 [形构组生]成象[限征]>成像
    显象>显像 头象>头像 [爱友]好象>好像 帐号>账号 帐户>账户 帐单>账单 帐目>账目 记帐>记账 结帐>结账 对帐>对账
    [省年月备股身每一二三两几等该各此数样]份量[取]>分量 成份[额数]>成分 部份[额数]>部分 水份[额]>水分 糖份>糖分
    盐份>盐分 养份>养分 [每各一两该]组份[额数]>组分 充份>充分 [按每]股分[红配成置为类别拆离]>股份 笔划[线出分]>笔画
    活性碳>活性炭 焦碳>焦炭 煤碳>煤炭 木碳>木炭 碳黑>炭黑 竹碳>竹炭 [石]炭酸>碳酸 炭水化合物>碳水化合物
    [单整停开待装联关死宕飞]机率>概率 惟一[致]>唯一 截止到>截至 截止目前>截至目前 截止今>截至今
    [叫看当称]做为[了期]>作为 凋整>调整 [一]串连[续接成]>串联 并连[续同接带成]>并联 [相有无海]关连[接续]>关联
    图型[号式]>图形 [椭]圆型[号式]>圆形 [力转扭]矩型[号式]>矩形 [人]类形[式状态成体貌变势]>类型 模形>模型
    [图外地]形号>型号 折卸>拆卸 [计定容大少批测配重质流数总]量桶[装]>量筒 试菅>试管 滴定菅>滴定管 烧怀>烧杯
    [绿特有]色采[样用集购取光]>色彩 联糸>联系 关糸>关系 [一规确设选指固限约]定一范围>一定范围 [自]己安装>已安装
    [自]己完成>已完成 [自]己达到>已达到 [期周月年粉始]末达到>未达到 [期周月年粉始]末完成>未完成 已发市>已发布
    [自]己发布>已发布 竟争>竞争 竞然>竟然 检侧[面边]>检测 [两内外单一左右背顶底旁该每各此前后]侧量>测量
    验收淮则>验收准则 规犯>规范 视范[围畴例本式]>示范 实旋>实施 措旋>措施 措拖>措施 适泾>途径 沟通渠到>沟通渠道
    [影]响因>响应 评佑>评估 评沽>评估 [杂物介基溶电]质里>质量 [函参次倍分整系十百千万]数里[外路长远之]>数量
    [主需重必]要球[阀面体磨形墨罐头铁]>要求 [必无务]须求>需求 期忘>期望 满易度>满意度
    电磁干忧>电磁干扰 抗干忧>抗干扰 干忧信号>干扰信号
"""
_DISCOURAGED = """
    [极尤与]其它>其他 定货单>订货单 定货合同>订货合同 定货量>订货量 定货时>订货时 定货方>订货方 定货者>订货者
    [规确指特固选设判测鉴制认限拟约一稳]定单[位元独一个次体向面价项纯双品]>订单
"""
_LEGAL = """
    国家强制性标准[化]>强制性国家标准 国家强制标准[化]>强制性国家标准 国家推荐性标准[化]>推荐性国家标准
    国家推荐标准[化]>推荐性国家标准 强制国家标准>强制性国家标准 推荐国家标准>推荐性国家标准
"""
_ENTRY = re.compile(r"(?:\[(?P<before>[^\]]+)\])?(?P<wrong>\w+)(?:\[(?P<behind>[^\]]+)\])?>(?P<right>\w+)")
_FLUID = (
    "(?:燃气|煤气|天然气|石油气|[氨氯氢氧氮甲乙丙毒废沼尾热]气|气体|液体|废液|溶液|电解液|制冷剂|冷媒|蒸汽|冷却水|污水|[燃润滑机原]油|油品|油料|液压油"
    "|溶剂|介质|危险化学品|化学品|危化品|有毒物质|放射性物质|储罐|储液罐|油箱|水箱|油缸|气缸|管道|管路|接头|法兰|泵体|阀门|容器|密封|蓄?电池|电池包)"
)
_DATA = "(?:信息|数据|隐私|秘密|机密|密码|密钥|口令|资料|内容|账号|试题|情报)"
_ACT = "应?(?:的|发生|出现|产生|意外|大量|轻微|严重|有|无|有无|是否|可能|不应|不得|未|被)?"
_SYSTEM = (
    r"(?:到|了|进)?(?:本|该|其|各|上述|相关|管理|信息|业务|操作|服务|统一|后台|办公){0,3}(?:系统|网站|平台|账号|帐号|账户|页面|界面"
    r"|服务器|数据库|网址|邮箱|客户端|终端|门户|后台|[AaPp]{2,3}|APP|小程序)"
)
_CONFUSED = tuple(
    Confusion(patterns.compile(pattern), right, reason)
    for pattern, right, reason in (
        (rf"泄露(?<={_FLUID}{_ACT}泄露)", "泄漏", "气体、液体用“泄漏”"),
        (rf"泄露(?=(?:的)?(?:{_FLUID}))(?!的?{_DATA})", "泄漏", "气体、液体用“泄漏”"),
        (rf"泄漏(?<={_DATA}{_ACT}泄漏)(?!检测|量|率|点|报警|探测|监测|试验)", "泄露", "信息、秘密用“泄露”"),
        (
            rf"泄漏(?=(?:的)?(?:企业|商业|国家|个人|用户|客户|患者|受试者|技术|工作)?{_DATA}(?!系统|采集|库))",
            "泄露",
            "信息、秘密用“泄露”",
        ),
        (
            rf"登陆(?={_SYSTEM})|登陆(?<=(?:账号|用户|系统|网络|远程|密码|单点|平台)登陆)(?!舱|艇|点|地)",
            "登录",
            "进入系统用“登录”",
        ),
        (
            r"反应(?=的?(?:意见|诉求|建议|需求))|反应(?<=(?:用户|顾客|客户|消费者|群众|居民|职工)反应)(?=的?(?:问题|情况))",
            "反映",
            "意见、情况用“反映”",
        ),
        (
            r"反映(?<=(?:化学|氧化|聚合|水解|中和|放热|过敏|不良|应急|还原|催化|酯化|副)反映)",
            "反应",
            "化学变化等用“反应”",
        ),
    )
)
_UNTIL = Confusion(patterns.compile(r"截止(?=(?:19|20)\d\d年)"), "截至", "")
_EVEN = Confusion(patterns.compile(r"既使(?![用得])(?![^。；\n]*[又也且])"), "即使", "")
_REASONS = {confusion.right: confusion.reason for confusion in _CONFUSED}


def _guards(said: str | None) -> tuple[str, ...]:
    return tuple(said.split("/") if "/" in said else said) if said else ()


def _words() -> dict[str, list[Word]]:
    """Return the words of the tables by their first two characters."""
    found: dict[str, list[Word]] = {}
    for table, check in ((_MISSPELT, misspelling), (_DISCOURAGED, discouraged_word), (_LEGAL, misordered_legal_term)):
        for entry in _ENTRY.finditer(table):
            before, behind = _guards(entry["before"]), _guards(entry["behind"])
            word = Word(entry["wrong"], entry["right"], check, before, behind)
            found.setdefault(word.wrong[:2], []).append(word)
    return found


_WORDS = _words()
_CONTEXTS = {
    "泄露": _CONFUSED[:2],
    "泄漏": _CONFUSED[2:4],
    "登陆": _CONFUSED[4:5],
    "反应": _CONFUSED[5:6],
    "反映": _CONFUSED[6:],
    "截止": (_UNTIL,),
    "既使": (_EVEN,),
}
_STARTS = [*_WORDS, *_CONTEXTS]
_COMMON = frozenset(
    "应标定规性要分数求于电范验量法部一为试适号机时水度通符对单录以其识发按安期类成实工结组接国编制型提码质评检关值使装导"
    "基采布目图照必保家由点别知模并需记确火力名率形素端收象联重差满气"
)
"""Characters that occur everywhere: a word is looked for by the other one of its first two."""


def _scans() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the rarer of two characters with the other one behind it or before it."""
    ahead = [start for start in _STARTS if start[0] not in _COMMON or start[1] in _COMMON]
    back = [start for start in _STARTS if start[0] in _COMMON and start[1] not in _COMMON]
    (first, then), (before, last) = (map(_chars, zip(*starts, strict=True)) for starts in (ahead, back))
    return re.compile(f"{first}(?={then})"), re.compile(f"{last}(?<={before}.)")


def _chars(chars: tuple[str, ...]) -> str:
    return f"[{''.join(sorted(set(chars)))}]"


_AHEAD, _BACK = _scans()
_KEEP_THEIR_SPELLING = frozenset(("references", "bibliography"))


@misspelling.finder
@discouraged_word.finder
@misordered_legal_term.finder
@confused_word_pair.finder
def find(doc: Document) -> Iterator[Finding]:
    text = doc.text
    slips: dict[tuple[int, Check, str, str], list[int]] = {}
    for at in _hits(text):
        found = _wrong(text, at)
        if found and _says(doc, at):
            slips.setdefault((doc.block_at(at), *found), []).append(at)
    for (_, check, word, right), places in slips.items():
        edits = [Edit(at, at + len(word), right) for at in places]
        span = (places[0], places[0] + len(word))
        safe = check in (discouraged_word, misordered_legal_term)
        yield check.at(span, fix=edits, safe=safe, word=word, right=right, reason=_REASONS.get(right, ""))


def _hits(text: str) -> list[int]:
    """Return the offsets at which a word of the tables may begin."""
    return sorted({m.start() for m in _AHEAD.finditer(text)} | {m.start() - 1 for m in _BACK.finditer(text)})


def _wrong(text: str, at: int) -> tuple[Check, str, str] | None:
    """Return the check, the wrong word at an offset and the right one, or None."""
    start = text[at : at + 2]
    for word in _WORDS.get(start, ()):
        if _stands(text, word, at):
            return word.check, word.wrong, word.right
    for confusion in _CONTEXTS.get(start, ()):
        if confusion.pattern.match(text, at):
            return (confused_word_pair if confusion.reason else misspelling), start, confusion.right
    return None


def _stands(text: str, word: Word, at: int) -> bool:
    """Say whether a wrong word stands at an offset and is no piece of other words."""
    end = at + len(word.wrong)
    if not text.startswith(word.wrong, at):
        return False
    return not text.endswith(word.before or ("\0",), 0, at) and not text.startswith(word.behind or ("\0",), end)


def _says(doc: Document, at: int) -> bool:
    """Say whether the draft itself says the word: no quotation, title, name or list of references."""
    index = doc.block_at(at)
    block, region = doc.blocks[index], doc.regions[index]
    if at in doc.quoted or block.kind in ("label", "toc", "header", "footer", "code", "formula"):
        return False
    return region.element not in _KEEP_THEIR_SPELLING and "起草人" not in doc.said(index)
