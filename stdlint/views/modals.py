"""Tell verbal forms from the words that only contain their characters (响应, 适宜, 可靠, 功能).

Source: GB/T 1.1—2020, Annex C; reference gbt-1.1-2020.md, 13.3 to 13.5. A character before the pair may belong to
another word (“处理应”, “影响应”), so a compound counts only where that word is not meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from stdlint import patterns
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


_WORDS = re.compile(
    r"不应该|只准许|不准许|不应当(?!天|日|场|量|地|年|期|面)|可以不(?!同)|不推荐|不建议|没有可能|不可能|有可能|不能够|应该"
    r"|应当(?![量地期年场日班次众面]|天[^然]|即(?!时|刻))|不应|必须|不得|不可|禁止|严禁|不许|不准|不宜|不必|可以|允许|无须|不能|能够|可能"
    r"|推荐|建议|应|宜|可|能|须"
)
_STOPS = ("，", "。", "；", "、", "）", ")", "”", "》", "\n", "的", "")
"""What follows a word that is no verbal form: nothing is left to be done."""

_YING_BEFORE = {
    "相": ("互", "三", "单", "两", "气", "液", "固", "金", "流动", "固定", "有机", "水", "油"),
    "适": ("合", "舒"),
    "反": ("违", "相"),
    "响": ("影",),
    "供": ("提",),
    "对": ("核", "校", "比", "针", "面", "绝", "成", "配"),
    "效": tuple("失有无时生功疗绩高低见实成长速缓药"),
    "感": tuple("手口质触观语情体"),
    "呼": ("招", "称"),
    "顺": ("理", "平", "柔"),
    "回": tuple("召收返撤退取缩挽"),
    "策": ("政", "决", "对"),
    "答": ("回", "解", "作", "问"),
    "因": tuple("原成病诱基起主死外内动"),
}
"""Characters that make a compound with a following “应”, unless one of these words ends with them."""

_YING_AFTER = patterns.compile(
    r"急(?!于|需(?![要求])|速|剧|停)|力(?!求|争|图|戒|矩)|变(?!更|化|为|换|成|小|大|动|得|压|频|速|送|更)|聘(?!用|请|任)|邀(?!请)|届|答(?!复|谢)|景"
    r"|激(?!励|活|发|光)|运而生|有尽有|收账|收款|收票|付账|付款|付职|税(?!务)|县|诉(?!说|求)|声(?!明|称)|试(?=教育|人员|者)"
    r"|[有得]的(?!放矢)|有之|允(?!许)|俱全|募|付(?=各种|突发|复杂|风险|挑战)|征(?=入|者|兵|人)|标(?=文件|书|单位|人)|纳税|交税|缴(?=费用|税|款)|计(?=利息|负债|费用)"
    r"|酬|接不暇|外合|万变|手(?=[，。的])|召(?=集)|验灵|许(?=人)|需(?=而)|(?P<same>\p{Han})尽(?P=same)"
)
_YING_IDIOM = patterns.compile(r"供不应求|不应期|变应[原性]|得心应手|以不变应|里应外|有求必应|理所应当|应知应会")
_DOUBTFUL_BEFORE = frozenset((*_YING_BEFORE, *"可心变里必所不以求", ""))
_DOUBTFUL_AFTER = frozenset(
    "急力变聘邀届答景激运有收付税县诉声试得之允俱募征标纳交缴计酬接外万手召验许求原性期当用对响客顾消供需买卖"
    "甲乙双委申订采使业患病家老服居会旅乘游被相主监第知会"
).union(_STOPS)
"""Where neither stands beside “应”, it is the verbal form and nothing else needs to be asked."""

_YING_USE = patterns.compile(
    r"用(?!于|系统|程序|软件|层|服务|场景|平台|领域|范围|案例|接口|数据|安全|环境|需求|对象|方[^法]|者|开发|管理|标识|技术|模式|效果|情况|能力|的|和|与|及|单元"
    r"|协议|实例|架构|终端|端|商店|性|化学|统计|流程|研究|实践|指南|手册|型|力学|条件|示例|示范|日志|级|组件|业务|网关|网络|功能|资源|容器|进程|界面|设备|频率|水平|程度|过程|相互|之间|直接|自动|统一|分别|无法|[可能应宜须在由时后前中内外上下为是被不]|通过)"
    r"[^，。；、\n]{1,12}?(?:测定|测量|检测|检验|清洗|擦拭|冲洗|计算|表示|标注|标示|固定|连接|覆盖|包裹|密封|封闭|校准|润滑|填充|隔离|隔开|写|填写|书写|包装|记录|标记|加热|干燥|稀释|定容|过滤|浸泡|打磨|涂)"
)
_YING_COPE = patterns.compile(
    r"对(?:称|齐|外|内|中|接|焊|折|半|角)|对[^，。；\n]{1,40}?(?:进行|作(?!用|业)|加以|予以|实施|开展|给予|提出|做|负责|采取|有|校准|检查|检验|说明|明确|设置|建立)"
)
_COPE_WITH = patterns.compile(
    r"对[^，。；\n]{0,10}?(?:挑战|风险|突发|变化|危机|灾|事[件故]|冲击|威胁|措施|策略|方案|机制|能力|计划|预案|老龄|紧急|竞争|压力|困难|问题|情况|需求|疫情|故障|复杂|极端|异常|不确定|流程|各[类种])|对(?=[，。；、的])"
)
_FOR = patterns.compile(
    r"(?:为|以|来|用于|如何|能|可|能够|可以|有效|积极|共同|风险|用以|的|和|及|与|或|、|进行|加强|提高)$"
)
_REQUEST = patterns.compile(
    r"(?:用户|客户|顾客|消费者|[供需买卖甲乙双对]方|委托[方人]|申请[方人]|订货方|采购方|使用方|使用单位|业主|患者|病人|家属|家长|老年人|服务对象|居民|会员|旅客|乘客|游客|被?许可人|[相有]关方|有关部门|主管部门|监管机构|第三方)"
    r"的?(?:书面|特殊|合理)?(?:要求|请求|邀请|申请|委托|需求|需要)"
)
_ON_REQUEST = patterns.compile(r"[^，。；\n]{0,10}?(?:要求|请求|邀请|申请|委托)")
_BARE_VERB = patterns.compile(
    r"(?:共同|同时|重点|首先|主要|优先|一并|分别|能够|能|予以)?"
    r"(?![是为]|[呈选取无含用有][新旧大小好热冷干湿长短高低同空纯清红白黑色]的|有[效序力]|严格|认真|及时|充分|合理|适当|定期|良好|足够|明确|详细|准确|相应|完整|清晰|正确|完善|健全|必要|统一|规范|独立|充足|均匀|牢固|稳定|可靠|妥善|平稳|缓慢|不)"
    r"\p{Han}{1,2}[到于出有入]?的(?=[\p{Han}A-Z])(?!是)"
)
_RELATIVE = patterns.compile(
    r"[由在向随][^，。；：\n]{2,24}?\p{Han}{2}的\p{Han}{1,8}(?:包括|如下|有：|列于|列在|见(?:表|图|附录|第|\d|[A-Z]\.))"
)

_YI = patterns.compile(
    r"(?<!适|(?<![以方轻简即])便|咸|廉|[合失入]时|(?:[地时事人企]|(?<=因)\p{Han})制)宜(?=[^，。；、）)”的\n])"
    r"(?!居(?!中|于|住)|人(?!工|员|均|为|体|数|力)|昌|宾|春(?!季|天|夏|秋|播)|之计|兴(?=[市县紫陶的、])|[都城州章丰阳兰良川君黄](?=[市县])|林[地荒]|农[地荒]|耕[地土]|机[化作]|牧地|\p{Han}则)"
    r"(?<!(?<![人赛故军])事宜(?=[由与和及见应均可：按在]|进行))"
)
_BU_YI = patterns.compile(r"(?<!适|便|合时|相)不宜(?=[^，。；、）)”的\n])")

_KE_AFTER = patterns.compile(
    r"靠|供(?![应给电水气热])|行(?!使|走|进|驶)|见(?!表|图|附|[A-Z0-9（(第])|燃|溶|控(?!制)|比(?!较|对|照)|信(?!任|号|用)|读(?!取|出|入)|变(?!更|换|为|成|化)|逆|视(?!为|情况|具体|需|其|作|实际)"
    r"|调(?!整|用|节|换|取|查|试|配|低|高|至|派)|用(?=性|的|[度，。；、]|$|时间|资源|空间|状态|带宽|频段|频率|容量|区|地|水量|水资|氧|率|于?(?:的|性))|编程|再生|重复(?=性|的|使用|利用|充)|追溯|操作(?=性|的)|持续|移动(?=[的式、和]|部件|设备|电源|支架|平台|终端)|拆卸|拆装|回收|降解"
    r"|接受|扩展|维护性|维修性|吸入|及(?=性|范围|的|时)|谓|观(?!察|测|看)|口|乐|塑|焊|锻|饮用|食用|折叠|移植|识别(?=的)|听|闻|达(?=性|的|约|\s*\d)|得(?=[，：:])|测(?=的|量(?=的))"
    r"|互换|兼容|交换(?=性|的)|预见|预知|信赖|持(?!有)|辨|选(?=项|件|功能|参数|附件|字段|元|值|内容|要素|配|[。；、）)”]|$)|疑|惜|喜|怕|怜|爱|贵|叹|耕地|卡因|尔|汗|转债|憎|鄙|执行(?=的|文件|程序)"
    r"|配置(?=的|项)|复用|再现|重用|互操作|追踪|分割|分离(?=的|式)|拔插|插拔|替代(?=的)|替换(?=的|件|式)|充电|更换(?=的|式|件|部件)|伸缩|升降|旋转(?=的|式)"
    r"|循环(?!使用|利用|进行|往复|执行|播|[，。；、])|插式|生物降解|堆肥|再分散|吸附(?=有机|态|的)|吹扫(?=有机|的)|凝结(?=颗粒|物)|膨胀石墨|浸出(?=量|物|态)|提取(?=态|物)|萃取(?=态|物)|滴定酸|转位|调谐|熔(?!化|接)|弯曲(?=导管|软管)"
    r"|知(?!会|悉)|否|穿戴|编辑(?=的|文|格式)|验证(?=的|凭证|表述|声明|数据注册)|压缩(?=的|气体|流体)|热塑|开启(?=面积|部分|扇|窗)|想而知|乘之机|的松|待因"
    r"|量化(?!为|成)|(?:核查|核实|衡量|考核|测量)(?=[、，。；）])|(?:验证|报告|操作|执行|实现|达到|获得|获取)(?=、可)"
    r"|(?![有为呈用取具加使显含作采改增提降减保影])\p{Han}{1,2}[性率](?![能质状别价])"
)
_KE_BEFORE = patterns.compile(
    r"(?:许|(?<![确默承否])认|宁|不|无|何|即|[有无][法章据规机利案迹例]|指日|屈指|非同小|模棱两|适|岂|未|缺一不)$"
)
_KE_DOUBTFUL = frozenset("许认宁不无何即法章据规机利案迹例日指小两适岂未")
"""The last characters of `_KE_BEFORE`."""

_KE_ENDS = frozenset((*"，。；、：！？）)”的\n", ""))
_KE_NAMES = frozenset("以被称简看视理认写记归概")
_COCOA_AFTER = frozenset("可粉脂豆树液仁制")
_KE_NAME = patterns.compile(r"可(?:以)?(?:被)?(?:称|简称|看作|看成|视为|理解|认为|写作|记作|归纳|概括)")
_COCOA = patterns.compile(r"可?可(?=[粉脂豆树液仁]|制品)|可可")

_HARDLY = patterns.compile("(?:不|难|足)$")
_NOT = patterns.compile("不$")
_NOT_MUST = patterns.compile("[非不所]$")
_IF = patterns.compile("(?:如|若|只要|一切|凡)$")

_NENG_BEFORE = patterns.compile(
    r"(?:功|性|智|职|技|电|热|动|势|光|核|阳|效|产|机|万|多|储|潜|赋|节|可|才|只|贮|官|本|体|蓄|耗|用|风|水|氢|化学|机械|位|聚|无|全|异|低|高|蛮|贤|所|未|释|换|吸|供|耐|抗|放|逞"
    r"|磁|辐射|结合|活化|原子|电离)$"
)
_NENG_DOUBTFUL = frozenset(
    "功性智职技电热动势光核阳效产机万多储潜赋节可才只贮官本体蓄耗用风水氢学械位聚无全异低高蛮贤所未释换吸供耐抗放逞"
    "磁射合化子离"
)
"""The last characters of `_NENG_BEFORE`."""

_NENG_AFTER = patterns.compile(
    r"量|源|力|效|耗|见度|级|谱|动(?!作|态|力)|否|够|带|人|干|手|吏|指数|源|效|评|级|壁|斯特|岛|者|流图"
)
_BU_NENG_ADJ = patterns.compile(r"(?:不得不|只不|性不|功不)$")

_BU_KE = patterns.compile(
    r"不可(?:避免|或缺|缺少|少(?!于)|抗力|抗拒|逆|燃|见|分(?!别|开|批|散|装|解)|溶|靠|行(?!走|驶)|用(?=[性，。；、的]|时|$)|预见|预测|预知|再生|拆(?=[的卸除]|分)|否认|抵赖|接受|追溯|篡改|读|知|控|比|视|食用|饮用"
    r"|回收|降解|调(?!整)|移动(?=的|文物|部件|部分)|更改的|替代|替换的|估量|估计|忽视|忽略|小视|小觑|低估|轻视|多得|思议|侵犯|侵占|撤销|撤回|恢复|修复|中断(?=[的，。性]|电源|供电)|信|及|达|复用|编辑|逾越|磨灭|名状|言|同日|得兼|一概而论"
    r"|压缩|互换|兼容|访问|识别|测|观|充电|转让|转移|持续|变(?=[的量性，。])|判定|计数|理喻|救药|企及|攀|胜数|摧|限量|偏废|动摇|收拾|开交|终日|捉摸|遏|一世|或无|乘|重复使用的|生物降解|凝(?!结)|冷凝|皂化|透(?!露)|渗(?!漏)|降解|挽回|弥补|承受|容忍|维修|修复|伸缩|量化|枚举|解析|关断|编程|擦除|移植|推卸|阻挡|兼得|共存|混溶|互溶"
    r"|更换(?=部件|电池|式)|\p{Han}{1,2}[性的])"
)
_BU_KE_BEFORE = patterns.compile(r"(?:必|缺一|非|无|牢|势|密|坚|怒|功|机|高|俗|苦|妙|锐)$")
_BU_DE = patterns.compile(r"不得(?:不|已|而知|当(?!作|成)|了|要领|其|人心|体|法|分)")
_BU_DE_BEFORE = patterns.compile(r"(?:巴|由|见|怪|恨|舍|哭笑|求之|迫|万|只|认|记|顾|免|怨|要|料)$")
_JIN_ZHI = patterns.compile(
    r"禁止(?:标志|标识|类|令|标牌|牌|符号|信号|性|进境|目录|清单|通行标|停车标|吸烟标|入内标|或|及|和(?=限制|警告)|\p{Han}{1,2}的(?=\p{Han})|(?:添加|生产|销售|进出口)[、和]?\p{Han}{2}的"
    r"|[在向用][^，。；、\n]{1,12}?\p{Han}{2}的(?:[^，。；、\n]{0,10}?)(?:标志|标识|名单|名录|目录|清单|物质|物品|成分|添加剂|行为|药物|原料|材料|产品|农药|兽药|项目|区域|设备|工艺|技术|事项|情形|规定))"
)
_JIN_ZHI_BEFORE = patterns.compile(
    r"(?:被|已|(?<![场处住厕])所|明令|令行|国家|属于|法律法规|(?<!金)属|和|或|规定中?|为|是|表示|竞业|明文|法律)$"
)
_XU_BEFORE = patterns.compile(
    r"(?:必|无|胡|(?<!接)触|(?<![每单逐一两各])根|(?<![应紧])急|些|(?<![服任业事义财职债商公医政劳税])务|终|不|莫|毋|苇|(?<=玉)米|晶"
    r"|(?<![案试答考问文])卷|龙|鲸|何)$"
)
_XU_AFTER = patterns.compile(r"知(?!道|晓|悉)|臾|眉|弥|发(?=的|皆|、)|根|鲸|癣|后(?=水|乳)|生(?=角)")
_ALLOWED_NOUN = patterns.compile(
    r"(?:允许)(?:的?(?:最大|最小|最高|最低|极限|使用|工作|变动)*(?:误差|偏差|值|范围|浓度|公差|限|量|差|温度|压力|载荷|应力|电流|电压|功率|系数|残留|波动|间隙|误|不确定度|变形|挠度|荷载|排放|泄漏|数|时间|使用浓度))"
)
_ADVISE_NOUN = patterns.compile(
    r"(?:推荐|建议)(?:最[大小高低佳]|使用|每日)*(?:用量|剂量|温度|膳食|摄入|浓度|压力|参数|配置|型号|尺寸|范围|限值|条件|做法|实践|等级|工艺|流程|路线|指标|布局|间隔|周期|顺序|名称|术语|项)"
    r"|建议(?:书|稿|表|性|者|值|人|的|和|与|或|及|、|，|。|；|）|”|$|书面|项目|采纳|处理|清单|草案|方案(?=的|和|、))|推荐(?:性|值|的(?!是)|表|信|书|者|人|系统|算法|名单|目录|单位|方法(?=的|和|、|。)|量|用量|剂量|标准|产品|服务|意见|奖|引擎|结果)"
)
_ADVISE_BEFORE = patterns.compile(
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
    types, judges, modal = _TYPES, _JUDGES, Modal
    for match in _WORDS.finditer(text):
        word = match[0]
        span = start, end = match.span()
        if word == "应":
            doubtful = text[start - 1 : start] in _DOUBTFUL_BEFORE or (
                text[end : end + 1] in _DOUBTFUL_AFTER or text[end + 1 : end + 2] == "尽"
            )
            if doubtful and not _ying(text, start):
                continue
        elif (judge := judges.get(word)) is not None and not judge(text, start):
            continue
        type_ = types[word]
        yield modal(span, word, type_, type_ in _CLAUSES and _attributive(text, start, end))


_ATTRIBUTE_SIGNS = frozenset("如怎何由在向随")
_CLAUSES = frozenset((REQUIREMENT, RECOMMENDATION, PERMISSION))


def _attributive(text: str, start: int, after: int) -> bool:
    """Say whether a verbal form stands in an attribute or an indirect question: “应满足的要求”, “是否应停机”."""
    if text[start - 1 : start] == "否" and text.endswith("是否", 0, start):
        return True
    if text.find("的", after, after + 8) > 0 and _BARE_VERB.match(text, after):
        return True
    if text[after : after + 1] not in _ATTRIBUTE_SIGNS:
        return False
    return text.startswith(("如何", "怎样", "何时"), after) or _RELATIVE.match(text, after) is not None


def _before(text: str, start: int, pattern: regex.Pattern[str]) -> bool:
    return pattern.search(text[max(0, start - 5) : start]) is not None


def _ying(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    words = _YING_BEFORE.get(before)
    if words is not None and not text.endswith(words, 0, start - 1):
        return False
    after = start + 1
    if before == "可" and _ON_REQUEST.match(text, after):
        return False
    if text[after : after + 1] in _STOPS or _YING_AFTER.match(text, after) or _REQUEST.match(text, after):
        return False
    if _YING_IDIOM.search(text, max(0, start - 4), start + 4):
        return False
    if text.startswith("用", after):
        return not _before(text, start, _FOR) and _YING_USE.match(text, after) is not None
    if text.startswith("对", after):
        if _before(text, start, _FOR):
            return False
        return _YING_COPE.match(text, after) is not None or _COPE_WITH.match(text, after) is None
    if text.startswith("响", after):
        return text.startswith("响应", after)
    return True


def _bu_ying(text: str, start: int) -> bool:
    if text[start - 1 : start] != "供" and text[start + 2 : start + 3] != "期":
        return True
    return _YING_IDIOM.search(text, max(0, start - 1), start + 4) is None


def _yi(text: str, start: int) -> bool:
    return _YI.match(text, start) is not None


def _bu_yi(text: str, start: int) -> bool:
    return _BU_YI.match(text, start) is not None


def _ke(text: str, start: int) -> bool:
    before, after = text[start - 1 : start], text[start + 1 : start + 2]
    if after in _KE_ENDS or _KE_AFTER.match(text, start + 1):
        return False
    if (before == "可" or after in _COCOA_AFTER) and (_COCOA.match(text, start) or _COCOA.match(text, start - 1)):
        return False
    if before in _KE_DOUBTFUL and _before(text, start, _KE_BEFORE):
        return False
    return after not in _KE_NAMES or not _KE_NAME.match(text, start)


def _ke_yi(text: str, start: int) -> bool:
    return not _KE_NAME.match(text, start) and not _before(text, start, _HARDLY)


def _neng(text: str, start: int) -> bool:
    if text[start - 1 : start] in _NENG_DOUBTFUL and _before(text, start, _NENG_BEFORE):
        return text[start - 1 : start] in "用换" and text[start - 2 : start - 1] in "使"
    return _NENG_AFTER.match(text, start + 1) is None


def _bu_neng(text: str, start: int) -> bool:
    return not _before(text, start, _BU_NENG_ADJ)


def _bu_ke(text: str, start: int) -> bool:
    if _before(text, start, _BU_KE_BEFORE) or _BU_KE.match(text, start):
        return False
    return not text.startswith("以", start + 2)


def _bu_de(text: str, start: int) -> bool:
    return text[start + 2 : start + 3] not in _STOPS and not (
        _before(text, start, _BU_DE_BEFORE) or _BU_DE.match(text, start)
    )


def _jin_zhi(text: str, start: int) -> bool:
    return text[start + 2 : start + 3] not in _STOPS and not (
        _before(text, start, _JIN_ZHI_BEFORE) or _JIN_ZHI.match(text, start)
    )


def _xu(text: str, start: int) -> bool:
    return not (_before(text, start, _XU_BEFORE) or _XU_AFTER.match(text, start + 1))


_HEADS_A_NAME = patterns.compile(r"\p{Han}{0,8}(?=[\n\u2028/（(]|$)")
"""What follows a word that opens a block and is only part of a short name: “推荐设备” in the header of a table."""
_OPENS = patterns.compile(r"(?:^|[，。；：、\n“（(]|也|均|都|时|下|不|还|一般|通常)$")
_ACTS = patterns.compile(
    r"(?:采用|使用|在|由|将|按|选用|选择|设置|优先|每|对|配|定期|进行|为|以|参照|参考|根据|与|不|增加|减少|建立|制定|开展|用|取|从|把|组织)"
)


def _is_name(text: str, start: int) -> bool:
    """Say whether the word opens a block that is only a short name, without a verb behind it."""
    opens = text[start - 1 : start] in ("", "\n", "\u2028")
    return opens and _HEADS_A_NAME.match(text, start + 2) is not None and not _ACTS.match(text, start + 2)


def _allowed(text: str, start: int) -> bool:
    if _ALLOWED_NOUN.match(text, start) or text.startswith("的", start + 2) or _is_name(text, start):
        return False
    return _before(text, start, _OPENS) and not _before(text, start, _NOT)


def _advice(text: str, start: int) -> bool:
    if _ADVISE_NOUN.match(text, start) or _before(text, start, _ADVISE_BEFORE) or _is_name(text, start):
        return False
    return _before(text, start, _OPENS) or _ACTS.match(text, start + 2) is not None


def _bi_xu(text: str, start: int) -> bool:
    return text[start + 2 : start + 3] not in (*_STOPS, "品") and not _before(text, start, _NOT_MUST)


def _bu_zhun(text: str, start: int) -> bool:
    return text[start + 2 : start + 3] not in ("确", "时", "则", "的", "，", "。", "、", "")


def _bu_xu(text: str, start: int) -> bool:
    return not text.startswith("可", start + 2)


def _possible(text: str, start: int) -> bool:
    return not text.startswith("性", start + 2) and not text.endswith("尽", 0, start)


def _likely(text: str, start: int) -> bool:
    return text[start - 1 : start] != "所" and not _before(text, start, _IF)


def _bu_bi(text: str, start: int) -> bool:
    return not text.startswith("要", start + 2)


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
    "有可能": _likely,
    "不必": _bu_bi,
    "必须": _bi_xu,
    "不准": _bu_zhun,
    "不许": _bu_xu,
    "应当": _ying,
    "应该": _ying,
}

_POSITIVE = frozenset(("应", "应该", "应当", "必须", "须"))


def clashes(modals: Iterable[Modal]) -> list[tuple[Modal, Modal]]:
    """Return the pairs of neighbours that stand side by side and do not go together (“宜应”, “必须应”)."""
    return [pair for pair in pairwise(modals) if pair[0].span[1] == pair[1].span[0] and _clash(*pair)]


def _clash(first: Modal, second: Modal) -> bool:
    if not {first.type, second.type} <= _CLAUSES or (first.word == "应" and second.type == PERMISSION):
        return False
    return first.type != second.type or {first.word, second.word} <= _POSITIVE


_NOUN_BEFORE = r"(?<!\b(?:[Aa]n?|[Tt]he|[Ee]ach|[Ee]very|[Pp]er|of|tin|metal|fuel|oil|grape)\s)"
_NOUN_AFTER = r"(?!\s+(?:is|are|was|were|has|of|with|shall|should|must|may|in\s+which)\b)"
_ENGLISH = patterns.compile(
    r"\b(?:(?P<shall>shall(?:\s+not)?|(?:is|are)\s+required\s+to|has\s+to|(?<!\bnot\s)have\s+to|(?:is|are)\s+to(?=\s+be\b))"
    rf"|(?P<must>{_NOUN_BEFORE}must(?:\s+not|n't)?(?!\s+of\b))"
    r"|(?P<should>should(?:\s+not)?|ought\s+(?:not\s+)?to|[Ii]t\s+is\s+(?:not\s+)?recommended\s+that)"
    r"|(?P<may>(?<!\d\s)may(?:\s+not)?(?!\s+\d)|need\s+not|do(?:es)?\s+not\s+have\s+to|(?:is|are)\s+(?:permitted|permissible))"
    rf"|(?P<can>{_NOUN_BEFORE}can(?:not|\s+not)?(?=[\s,]){_NOUN_AFTER}|(?:is|are)\s+(?:able|unable)\s+to))\b"
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
        start, end = match.span()
        if text[start - 1 : start] in _MARKS or text[end : end + 1] in _MARKS or _EXPLAINED.match(text, end):
            continue
        word = match.group()
        equivalent = word.startswith(("is", "are", "ha")) and word.endswith("to")
        before = text[max(0, start - 120) : start] if equivalent else ""
        if equivalent and _AIM.search(before):
            continue
        group = match.lastgroup or "can"
        yield Modal((start, end), word, _ENGLISH_TYPES[group], equivalent and _SUBORDINATE.search(before) is not None)


_MARKS = frozenset("'‘’\"“”`")
_EXPLAINED = patterns.compile(r"\s+(?:indicates?|means?|denotes?|expresses|express)\s")
_AIM = patterns.compile(r"\b(?:aim|purpose|objective|goal|intention|intent|idea|role|task|function)s?\b[^.;:\n]*$")
_SUBORDINATE = patterns.compile(
    r"\b(?:[Ii]f|[Ww]hen(?:ever)?|[Ww]hether|[Ww]here(?:ver)?|that|which|who|what|how|as|once|before|after|until|unless|than)"
    r"\b[^,.;:\n]*$"
)
_REPORTED = patterns.compile(r"(?<![Nn]ote\s)\b(?:that|[Ww]hether|[Hh]ow|what|who|whom)\b[^,.;:\n]*$")
_DESCRIBED = patterns.compile(r"\b(?:that|which|who|where|when|if|because|since|as)\b[^.;:\n]*$")
_EXTERNAL = patterns.compile(
    r"\b(?:laws?|lawful(?:ly)?|legal(?:ly)?|legislat\w+|regulat(?:ions?|ory)|statut\w+|treat(?:y|ies)|nature|physics|[Bb]ecause|[Dd]ue\sto)\b",
    regex.IGNORECASE,
)


def external(text: str, sentence: Span) -> bool:
    """Say whether an English sentence names an external constraint (law, nature), which “must” expresses."""
    return _EXTERNAL.search(text, *sentence) is not None


def provides(text: str, modal: Modal, sentence: Span) -> bool:
    """Say whether an English verbal form makes a provision where none may stand, beyond all doubt.

    Reported requirements (“states that … shall”), what “may” happen in a relative clause, “need not”, and “must”, which
    tells of external constraints, do not.
    """
    word = modal.word.split()[0]
    if modal.attributive or word not in ("shall", "should", "ought", "may", "It", "it"):
        return False
    before = text[sentence[0] : modal.span[0]]
    return not (_REPORTED.search(before) or (word == "may" and _DESCRIBED.search(before)))
