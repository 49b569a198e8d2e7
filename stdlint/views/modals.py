"""Tell verbal forms from the words that only contain their characters (响应, 适宜, 可靠, 功能).

Source: GB/T 1.1—2020, Annex C; reference gbt-1.1-2020.md, 13.3 to 13.5. A character before the pair may belong to
another word (“处理应”, “影响应”), so a compound counts only where that word is not meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from stdlint.model import Span

REQUIREMENT = "requirement"
RECOMMENDATION = "recommendation"
PERMISSION = "permission"
CAPABILITY = "capability"
POSSIBILITY = "possibility"


class Modal(NamedTuple):
    """A verbal form: where it stands, the word as written, and the type of clause it makes.

    `attributive`: it stands in an attribute (“应满足的要求”) and makes no provision of the sentence.
    """

    span: Span
    word: str
    type: str
    attributive: bool = False


_WORDS = regex.compile(
    r"不应该|只准许|不准许|不应当|可以不|不推荐|不建议|没有可能|不可能|有可能|不能够|应该|应当|不应|必须|不得|不可|禁止|严禁|不许|不准"
    r"|不宜|不必|可以|允许|无须|不能|能够|可能|推荐|建议|应|宜|可|能|须"
)

_YING_BEFORE = {
    "相": "互三单两气液固",
    "适": "合舒",
    "反": "违相",
    "响": "影音",
    "供": "提",
    "对": "核校比针面绝成",
    "效": "失有无时生功疗绩高低见",
    "感": "手口质触观语情",
    "呼": "",
    "顺": "",
    "回": "召收",
    "策": "政",
    "照": "按参对依",
    "答": "回解作",
    "因": "原成病诱基起",
}
_YING_AFTER = regex.compile(
    r"急(?!于|需|速|剧|停)|力(?!求|争|图|戒|矩)|变(?!更|化|为|换|成|小|大|动|得|压|频|速|送|更)|聘(?!用|请|任)|邀(?!请)|届|答(?!复|谢)|景"
    r"|激(?!励|活|发|光)|运而生|有尽有|有的(?!放矢)|收账|收款|收票|付账|付款|付职|税(?!务)|县|诉(?!说|求)|声(?!明|称)|试教育"
    r"|得的|允(?!许)|俱全|募|届|付(?=各种|突发|复杂|风险|挑战)"
)
_YING_USE = regex.compile(
    r"用[^，。；、\n]{1,12}?(?:测定|测量|检测|检验|清洗|擦拭|冲洗|计算|表示|标注|标示|固定|连接|覆盖|包裹|密封|封闭|校准|润滑|填充|隔离|隔开|写|填写|书写)"
)
_YING_COPE = regex.compile(
    r"对[^，。；\n]{1,40}?(?:进行|作(?!用|业)|加以|予以|实施|开展|给予|提出|做|负责|采取|有|校准|检查|检验|说明|明确|设置|建立)"
)
_FOR = regex.compile(
    r"(?:为|以|来|用于|如何|能|可|能够|可以|有效|积极|共同|风险|用以|的|和|及|与|或|、|进行|加强|提高)$"
)
_ATTRIBUTE = regex.compile(
    r"(?:共同|同时|重点|首先|主要|优先|一并|分别|能够|能|予以)?\p{Han}{1,2}[到于出有入]?的(?:最低|最高|最大|最小|基本|全部|各项|主要|其他|相关|有关|具体|一般|通用|所有|法定|安全|技术|质量)*"
    r"(?:要求|条件|规定|特性|能力|内容|事项|措施|职责|责任|义务|准则|规则|原则|指标|水平|程度|因素|信息|项目|数值|限值|功能|性能|值|量|时间|方法"
    r"|步骤|程序|文件|标准|资格|资质|证明|材料|状态|位置|角色|任务|目标|行为|问题|作用|方式|参数|数据|活动|工作)"
)

_YI = regex.compile(
    r"(?<!适|便(?<!以便)|相(?<!三相|两相|单相)|咸|(?<![组配混结综联复整集耦融缝符吻])合|(?<=地|时|事|人)制|(?<![人赛])事(?=宜(?:[，。；、的由与和]|$))|权(?<!授权|有权))"
    r"宜(?!居(?!中|于|住)|人(?!工|员|均|为|体|数)|昌|宾|春(?!季|天|夏|秋|播)|之计)"
)
_BU_YI = regex.compile(r"(?<!适|便|合时|相)不宜")

_KE_AFTER = regex.compile(
    r"靠|行(?!使|走|进|驶)|见(?!表|图|附|[A-Z0-9（(第])|燃|溶|控(?!制)|比(?!较|对|照)|信(?!任|号|用)|读(?!取|出|入)|变(?!更|换|为|成|化)|逆|视(?!为|情况|具体|需|其|作|实际)"
    r"|调(?!整|用|节|换|取|查|试|配|低|高|至|派)|用(?=性|的|度|时间|资源|空间|状态|区|地|水|氧|率|于?(?:的|性))|编程|再生|重复(?=性|的|使用)|追溯|操作(?=性|的)|持续|移动|拆卸|拆装|回收|降解"
    r"|接受|扩展|维护性|维修性|吸入|及(?=性|范围|的|时)|谓|观(?!察|测|看)|口|乐|塑|焊|锻|饮用|食用|折叠|移植|识别(?=性|的)|验证性|听|闻|达(?=性|的)|得(?=性)|测(?=性|的|量(?=的))"
    r"|互换|兼容|交换(?=性|的)|预见|预知|信赖|持(?!有)|辨|选(?=项|件)|疑|惜|喜|怕|怜|爱|贵|叹|耕地|卡因|尔|汗|转债|憎|鄙|执行(?=性|的|文件|程序)|维持性"
    r"|获得性|理解性|访问性|配置(?=性|的|项)|复用|复制性|再现|重用|互操作|追踪|分割|分离(?=的|式)|拔插|插拔|替代(?=性|的)|替换(?=的|件|式)|充电|更换(?=的|式|件)|伸缩|升降|旋转(?=的|式)|视化"
)
_KE_BEFORE = regex.compile(r"(?:许|认|宁|不|无|何|非同小|模棱两|适|岂|未|缺一不)$")
_KE_END = regex.compile(r"(?:即|方|亦|均|便|尚|就|也|都)可(?=[，。；、：！？\n）)”]|$)")
_KE_NAME = regex.compile(r"可(?:以)?(?:被)?(?:称|简称|看作|看成|视为|理解|认为|写作|记作|归纳|概括)")

_NENG_BEFORE = regex.compile(
    r"(?:功|性|智|职|技|电|热|动|势|光|核|阳|效|产|机|万|多|储|潜|赋|节|可|才|只|贮|官|本|体|蓄|耗|用|风|水|氢|化学|机械|位|聚|无|全|异|低|高|蛮|贤|所|未|释|换|吸|供|耐|抗|放|逞)$"
)
_NENG_AFTER = regex.compile(
    r"量|源|力|效|耗|见度|级|谱|动(?!作|态|力)|否|够|带|人|干|手|吏|指数|源|效|评|级|壁|斯特|岛|者"
)
_BU_NENG_ADJ = regex.compile(r"(?:不得不|只不|性不|功不)$")

_BU_KE = regex.compile(
    r"不可(?:避免|或缺|缺少|少|抗力|抗拒|逆|燃|见|分|溶|靠|行|用(?!于|作|在)|预见|预测|预知|再生|拆|否认|抵赖|接受|追溯|篡改|读|知|控|比|视|食用|饮用|回收|降解|控制|调|移动|更改的"
    r"|替代|替换的|估量|忽视|忽略|小视|低估|多得|思议|侵犯|侵占|撤销|撤回|恢复|修复|中断|信|及|达|重复|复用|编辑|逾越|磨灭|名状|同日|得兼|压缩|互换|兼容|访问|识别|测|观|充电|转让|转移|持续|变)"
)
_BU_KE_BEFORE = regex.compile(r"(?:必|缺一|非|无|牢|势|密)$")
_BU_DE = regex.compile(r"不得(?:不|已|而知|当(?!作|成)|了|要领|其|人心|体|法|分)")
_BU_DE_BEFORE = regex.compile(r"(?:巴|由|见|怪|恨|舍|哭笑|求之|迫|万|只|认|记|顾|免|怨|要|料)$")
_JIN_ZHI = regex.compile(
    r"禁止(?:标志|标识|类|令|标牌|牌|符号|信号|性|进境|目录|清单|通行标|停车标|吸烟标|入内标|[^，。；、\n]{1,14}?的(?:[^，。；、\n]{0,10}?)(?:标志|标识|名单|名录|目录|清单|物质|物品|成分|添加剂|行为|药物|原料|材料|产品|农药|兽药|项目|区域|设备|工艺|技术|事项|情形|规定))"
)
_JIN_ZHI_BEFORE = regex.compile(r"(?:被|已|所|明令|令行|国家|属于|法律法规|属|或|和|、|规定|中|为|是)$")
_XU_BEFORE = regex.compile(r"(?:必|无|胡|触|根|急|些|务|终|不|莫|毋|苇)$")
_XU_AFTER = regex.compile(r"知|臾|眉|弥|发|根|鲸|癣|后|生")
_ALLOWED_NOUN = regex.compile(
    r"(?:允许)(?:的?(?:最大|最小|最高|最低|极限|使用|工作|变动)*(?:误差|偏差|值|范围|浓度|公差|限|量|差|温度|压力|载荷|应力|电流|电压|功率|系数|残留|波动|间隙|误|不确定度|变形|挠度|荷载|排放|泄漏|数|时间|使用浓度))"
)
_ADVISE_NOUN = regex.compile(
    r"建议(?:书|稿|表|性|者|值|人|的|和|与|或|及|、|，|。|；|）|”|$|书面|项目|采纳|处理|清单|草案|方案(?=的|和|、))|推荐(?:性|值|的(?!是)|表|信|书|者|人|系统|算法|名单|目录|单位|方法(?=的|和|、|。)|量|用量|剂量|标准|产品|服务|意见|奖|引擎|结果)"
)
_ADVISE_BEFORE = regex.compile(
    r"(?:的|和|与|及|或|、|提出|提供|给出|合理化|改进|修改|整改|意见|相关|项目|专家|作为|听取|采纳|处理|反馈|指导|审查|征求|智能|个性化|被|所|优先|参考|位|名|单位|有关|立项|以下|下列|个|条|项|等|供|了|政策|处置|治疗|防治|预防|使用|维修)$"
)

_TYPES = {
    "应": REQUIREMENT,
    "不应": REQUIREMENT,
    "应该": REQUIREMENT,
    "不应该": REQUIREMENT,
    "应当": REQUIREMENT,
    "不应当": REQUIREMENT,
    "只准许": REQUIREMENT,
    "不准许": REQUIREMENT,
    "必须": REQUIREMENT,
    "不得": REQUIREMENT,
    "不可": REQUIREMENT,
    "禁止": REQUIREMENT,
    "严禁": REQUIREMENT,
    "不许": REQUIREMENT,
    "不准": REQUIREMENT,
    "须": REQUIREMENT,
    "宜": RECOMMENDATION,
    "不宜": RECOMMENDATION,
    "推荐": RECOMMENDATION,
    "不推荐": RECOMMENDATION,
    "建议": RECOMMENDATION,
    "不建议": RECOMMENDATION,
    "可": PERMISSION,
    "可以": PERMISSION,
    "可以不": PERMISSION,
    "不必": PERMISSION,
    "无须": PERMISSION,
    "允许": PERMISSION,
    "能": CAPABILITY,
    "能够": CAPABILITY,
    "不能": CAPABILITY,
    "不能够": CAPABILITY,
    "可能": POSSIBILITY,
    "有可能": POSSIBILITY,
    "不可能": POSSIBILITY,
    "没有可能": POSSIBILITY,
}


def chinese(text: str) -> Iterator[Modal]:
    """Yield the verbal forms of a Chinese text; quoted words are the caller's affair."""
    for match in _WORDS.finditer(text):
        word = match.group()
        start = match.start()
        judge = _JUDGES.get(word)
        verdict = True if judge is None else judge(text, start)
        if verdict:
            attributive = _TYPES[word] == REQUIREMENT and _ATTRIBUTE.match(text, match.end()) is not None
            yield Modal(match.span(), word, _TYPES[word], attributive)


def _before(text: str, start: int, pattern: regex.Pattern[str]) -> bool:
    return pattern.search(text[max(0, start - 5) : start]) is not None


def _ying(text: str, start: int) -> bool:
    before = text[start - 1] if start else "\n"
    earlier = text[start - 2] if start > 1 else "\n"
    if earlier not in _YING_BEFORE.get(before, earlier):
        return False
    if before == "一" and text.startswith("俱全", start + 1):
        return False
    after = start + 1
    if _YING_AFTER.match(text, after):
        return False
    if text.startswith("用", after):
        return _YING_USE.match(text, after) is not None
    if text.startswith("对", after):
        return not _before(text, start, _FOR) and _YING_COPE.match(text, after) is not None
    if text.startswith("响", after):
        return text.startswith("响应", after)
    return True


def _bu_ying(text: str, start: int) -> bool:
    after = start + 2
    return not (_YING_AFTER.match(text, after) or (text.startswith("用", after) and not _YING_USE.match(text, after)))


def _yi(text: str, start: int) -> bool:
    return _YI.match(text, start) is not None


def _bu_yi(text: str, start: int) -> bool:
    return _BU_YI.match(text, start) is not None


def _ke(text: str, start: int) -> bool:
    if _before(text, start, _KE_BEFORE) or _KE_AFTER.match(text, start + 1):
        return False
    if _KE_END.match(text, start - 1):
        return False
    return not _KE_NAME.match(text, start) and text[start + 1 : start + 2] not in "，。；、：）)”\n"


def _ke_yi(text: str, start: int) -> bool:
    return not _KE_NAME.match(text, start) and not _before(text, start, regex.compile("(?:不|难|足)$"))


def _neng(text: str, start: int) -> bool:
    if _before(text, start, _NENG_BEFORE):
        return text[start - 1 : start] in "用换" and text[start - 2 : start - 1] in "使"
    return _NENG_AFTER.match(text, start + 1) is None


def _bu_neng(text: str, start: int) -> bool:
    return not _before(text, start, _BU_NENG_ADJ)


def _bu_ke(text: str, start: int) -> bool:
    if _before(text, start, _BU_KE_BEFORE) or _BU_KE.match(text, start):
        return False
    return not text.startswith("以", start + 2)


def _bu_de(text: str, start: int) -> bool:
    return not (_before(text, start, _BU_DE_BEFORE) or _BU_DE.match(text, start))


def _jin_zhi(text: str, start: int) -> bool:
    return not (_before(text, start, _JIN_ZHI_BEFORE) or _JIN_ZHI.match(text, start))


def _xu(text: str, start: int) -> bool:
    return not (_before(text, start, _XU_BEFORE) or _XU_AFTER.match(text, start + 1))


_OPENS = regex.compile(r"(?:^|[，。；：、\n“（(]|也|均|都|时|下|不|还|一般|通常)$")
_ACTS = regex.compile(
    r"(?:采用|使用|在|由|将|按|选用|选择|设置|优先|每|对|配|定期|进行|为|以|参照|参考|根据|与|不|增加|减少|建立|制定|开展|用|取|从|把|组织)"
)


def _allowed(text: str, start: int) -> bool:
    if _ALLOWED_NOUN.match(text, start) or text.startswith("的", start + 2):
        return False
    return _before(text, start, _OPENS) and not _before(text, start, regex.compile("不$"))


def _advice(text: str, start: int) -> bool:
    if _ADVISE_NOUN.match(text, start) or _before(text, start, _ADVISE_BEFORE):
        return False
    return _before(text, start, _OPENS) or _ACTS.match(text, start + 2) is not None


def _bi_xu(text: str, start: int) -> bool:
    return not (text.startswith("的", start + 2) or _before(text, start, regex.compile("(?:非|是|不|所)$")))


def _bu_zhun(text: str, start: int) -> bool:
    return text[start + 2 : start + 3] not in ("确", "时", "则", "的", "，", "。", "、", "")


def _bu_xu(text: str, start: int) -> bool:
    return not text.startswith("可", start + 2)


def _ying_dang(text: str, start: int) -> bool:
    return text[start + 2 : start + 3] not in ("量", "地", "期", "年", "场") and _ying(text, start)


def _possible(text: str, start: int) -> bool:
    return not text.startswith("性", start + 2)


_JUDGES = {
    "应": _ying,
    "不应": _bu_ying,
    "宜": _yi,
    "不宜": _bu_yi,
    "可": _ke,
    "可以": _ke_yi,
    "能": _neng,
    "不能": _bu_neng,
    "不可": _bu_ke,
    "不得": _bu_de,
    "禁止": _jin_zhi,
    "须": _xu,
    "允许": _allowed,
    "推荐": _advice,
    "建议": _advice,
    "可能": _possible,
    "必须": _bi_xu,
    "不准": _bu_zhun,
    "不许": _bu_xu,
    "应当": _ying_dang,
    "应该": _ying,
}

_ENGLISH = regex.compile(
    r"\b(?:(?P<shall>shall(?:\s+not)?|(?:is|are)\s+required\s+to|has\s+to|have\s+to|(?:is|are)\s+to(?=\s+be\b))"
    r"|(?P<must>must(?:\s+not)?|mustn't)|(?P<should>should(?:\s+not)?|ought\s+(?:not\s+)?to|it\s+is\s+(?:not\s+)?recommended\s+that)"
    r"|(?P<may>(?<!\d\s)may(?:\s+not)?(?!\s+\d)|need\s+not|(?:is|are)\s+(?:permitted|permissible))"
    r"|(?P<can>can(?:not|\s+not)?(?=\s)|(?:is|are)\s+(?:able|unable)\s+to))\b"
)
_ENGLISH_TYPES = {
    "shall": REQUIREMENT,
    "must": REQUIREMENT,
    "should": RECOMMENDATION,
    "may": PERMISSION,
    "can": CAPABILITY,
}


def english(text: str) -> Iterator[Modal]:
    """Yield the verbal forms of an English text (ISO/IEC Directives, Part 2, clause 7)."""
    for match in _ENGLISH.finditer(text):
        group = match.lastgroup or "can"
        yield Modal(match.span(), match.group(), _ENGLISH_TYPES[group])
