"""Leave contract matters and legal or administrative matters out of a standard.

Claims, guarantees and payment are agreed between the parties; penalties and liability are set by law. A standard that
lays them down exceeds its mandate. Only sentences that lay something down are judged: an indicator (“未受到行政处罚”),
the name of a company or of a document, and a standard whose own subject this is (its title says so) are something else.
That order documents name something (“在合同中注明”) is usual and no contract matter.

索赔、担保、费用结算由合同约定，法律责任、罚则由法律法规规定，标准不作规定。作为评价指标的“无行政处罚记录”、单位名称、文件名称以及本身即以此为主题的
标准不在此列。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span

contract_matter = Check(
    id="OTH010",
    message="“{quote}”属于合同事项，标准中不应规定索赔、担保、费用结算等合同要求。",
    message_en="“{quote}” is a contract matter; a standard contains no requirements on claims, guarantees or payment.",
    bad="""
        # 8 交付

        供方应⟦承担赔偿⟧。
    """,
    good="""
        # 8 交付

        供方应更换不合格品。
    """,
    more=(
        (
            """
            # 8 交付

            需方可向供方提出⟦索赔⟧。

            供方应⟦提供履约担保⟧。

            ⟦检验费用由供方承担⟧。

            货款应按实际重量⟦结算⟧。

            ⟦付款方式⟧应为银行转账。

            供方逾期交货的，应支付⟦违约金⟧。

            造成损失的，应由责任方⟦赔偿⟧。

            因质量问题引起的损失由制造商负责⟦赔偿⟧。

            供方承担⟦违约责任⟧。

            验收合格后7 d内⟦付清货款⟧。
            """,
            """
            # 8 交付

            供方应更换不合格品。
            """,
        ),
    ),
    clean=(
        """
        # 8 交付

        采用的标准应在合同中注明。质量应符合供需双方的合同约定。

        样品由某融资担保有限公司提供。见GB/T 1《索赔规则》。赔偿的说明应清楚。

        应与老年人签订服务合同，明确费用结算方式和违约责任。协议的内容应包括付款方式、违约责任和索赔的程序。

        系统应具有结算功能和付款功能。产品质量担保期应在说明书中给出。

        注：供方承担赔偿。

        文件中不应规定诸如索赔、费用结算等要求。
        """,
        """
        # 快递服务　赔偿

        # 8 赔偿

        快递服务组织应承担赔偿。
        """,
    ),
)

legal_matter = Check(
    id="OTH011",
    message="“{quote}”属于法律或行政管理事项，标准中不应规定行政管理措施、法律责任、罚则等内容。",
    message_en="“{quote}” is a legal or administrative matter; a standard sets no penalties or liability.",
    bad="""
        # 9 管理

        违者⟦处以罚款⟧。
    """,
    good="""
        # 9 管理

        不合格品应隔离存放。
    """,
    more=(
        (
            """
            # 9 管理

            违反本文件规定的，应⟦追究其法律责任⟧。

            由主管部门⟦责令限期改正⟧。

            情节严重的，⟦吊销其生产许可证⟧。

            对违规单位应⟦给予行政处罚⟧。

            责任人应⟦承担法律责任⟧。

            构成犯罪的，依法⟦追究刑事责任⟧。
            """,
            """
            # 9 管理

            不合格品应隔离存放。
            """,
        ),
    ),
    clean=(
        """
        # 4 评价指标

        近三年应未受到行政处罚，无违法罚款记录。

        应未被吊销许可证，未被责令停产整顿。

        应建立责任追究制度。应公示行政许可和行政处罚信息。法律责任见《中华人民共和国标准化法》。

        应没收到投诉。罚款台账应保存。处罚措施应公开。
        """,
        """
        # 市场监管　行政处罚文书规范

        # 4 要求

        应依法给予行政处罚。
        """,
    ),
)

_CONTRACT = patterns.compile(
    r"索赔|赔付|(?:付清|结清|支付)[^，。；\n]{0,8}?(?:货款|价款|尾款|余款|全款)|(?:承担|给予|进行|予以|负责|要求|支付)[^，。；、\n]{0,8}?赔偿(?:责任|金|损失)?"
    r"|(?:由[^，。；\n]{1,12}?|应|照价|双倍|先行)(?P<p>赔偿)"
    r"|违约金|违约责任"
    r"|(?:提供|承担|出具|办理)[^，。；、\n]{0,8}?担保(?![公机有期])"
    r"|(?:检[验测]|复检|运输|运|维修|鉴定|试验|仲裁|安装|样品|往返|相关|有关|返工|退货|一切|全部|经济)?(?:费用|费|损失)"
    r"应?(?:均|全部)?由[^，。；、\n]{1,14}?(?:承担|负担|支付)(?!的)"
    r"|(?:货款|价款|工程款|费用|金额|重量|质量|数量|净重|价格)[^，。；\n]{0,10}?(?P<s>结算)(?![系功能平管软中])"
    r"|(?:付款|支付|结算)(?:方式|期限|条件)(?=[^，。；\n]{0,4}?(?:应|为|按|由))"
    r"|(?:缴纳|交纳|支付|收取|退还|扣除|扣留)[^，。；、\n]{0,8}?(?:质保金|保证金|定金|预付款)"
)
_LEGAL = patterns.compile(
    r"处以[^，。；\n]{0,10}?罚款|(?<=处)[^，。；\n]{1,14}元[^，。；\n]{0,8}?罚款"
    r"|(?:依法|将|予以|由[^，。；\n]{1,16}?|应|要)?(?P<l>(?:依法)?追究[^，。；\n]{0,10}?(?:法律|刑事|行政|民事|相关|相应)责任)"
    r"|(?:承担|负)[^，。；\n]{0,6}?(?:法律|刑事|行政|民事)责任"
    r"|责令[^，。；\n]{0,8}?(?:停[产业工止]|改正|整改|关闭|退出|限期改正)(?:整顿)?"
    r"|(?:吊销|撤销|注销)[^，。；\n]{0,8}?(?:许可证|执照|经营许可|行政许可|资格证书)"
    r"|(?:给予|予以|处以|实施|作出|进行|接受|依法)[^，。；\n]{0,6}?(?:行政)?处罚(?![决信文记案])"
    r"|(?:给予|予以)[^，。；\n]{0,4}?罚款|没收(?:其?违法所得|[^，。；\n]{0,6}?(?:产品|财物|工具))"
    r"|移送(?:司法|公安)机关"
)
_UNDONE = patterns.compile(
    r"不应|不宜|不涉及|不包括|不规定|不适用|未|无|没有|不存在|不得?有|受到|受过|遭|曾|(?<![将应会])被|因(?![^，。；\n]{0,20}由)|是否|[“《]"
)
_CONTENT = patterns.compile(
    r"(?:合同|协议|保单|条款)[^。；\n]{0,20}?(?:明确|包括|约定|内容|载明|列明|注明|写明|签订|规定)"
    r"|(?:签订|订立|明确|约定)[^。；\n]{0,20}?(?:合同|协议)"
)
_CONTRACT_SUBJECT = patterns.compile(
    r"保险|金融|银行|结算|支付|信贷|贷款|担保|合同|交易|拍卖|租赁|三包|售后|快递|理赔|索赔|采购|招标|招投标|投标|电子商务|消费|投诉|赔偿|信用|融资"
    r"|收费|计费|仲裁|调解|结账|税|票据|运输服务|费用|典当|房产|家政|货运|汽车质量|证券|基金|期货|质保"
)
_LEGAL_SUBJECT = patterns.compile(
    r"处罚|执法|行政|法律|监管|司法|政务|监督|信用|合规|公安|法院|检察|法庭|仲裁|税|许可|稽查"
)
_QUIET = frozenset(("terms", "symbols"))
_LAYS_DOWN = patterns.compile(r"应|须|必须|由|可|宜|者|的，|[供需甲乙买卖]方|付清|结清|按|将|依法|不得|有权|负责|为")


_WORDS = re.compile(
    "索赔|赔[偿付]|货款|价款|尾款|余款|违约|担保|承担|支付|结算|付款|质保金|保证金|定金|罚款|追究|法律责任|责令|吊销|撤销|注销|处罚|没收|移送"
)


@contract_matter.finder
@legal_matter.finder
def find(doc: Document) -> Iterator[Finding]:
    found = [match.start() for match in _WORDS.finditer(doc.text)]
    told: set[tuple[str, int]] = set()
    pairs = ((contract_matter, _CONTRACT, _CONTRACT_SUBJECT), (legal_matter, _LEGAL, _LEGAL_SUBJECT))
    for check, pattern, subject in pairs if found else ():
        if subject.search(doc.cover.title):
            continue
        for offset in found:
            block = doc.block_at(offset)
            region = doc.regions[block]
            if (check.id, block) in told or not region.normative or region.element in _QUIET:
                continue
            if region.role in ("text", "cell"):
                span = _matter(doc, pattern, offset)
                if span is not None:
                    told.add((check.id, block))
                    yield check.at(span)


def _matter(doc: Document, pattern: regex.Pattern[str], offset: int) -> Span | None:
    """Return the span of the words around an offset that lay such a matter down in their sentence."""
    start, end = doc.sentence(offset)
    if _CONTENT.search(doc.text, start, offset):
        return None
    for match in pattern.finditer(doc.text, start, end):
        named = [name for name in ("p", "s", "l") if name in pattern.groupindex and match[name]]
        span = match.span(named[0]) if named else match.span()
        clause = max(doc.text.rfind(sign, start, span[0]) for sign in "，；：（") + 1
        undone = _UNDONE.search(doc.text, max(start, clause), span[0]) is not None
        if span[0] in doc.quoted or span[1] <= offset or span[0] > offset or undone:
            continue
        return span if _LAYS_DOWN.search(doc.text, start, end) else None
    return None
