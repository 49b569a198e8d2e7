"""Say that persons observe rules (遵守) and that things conform to requirements (符合).

Organizations and people act, so they observe; products, systems, processes and services have properties, so they
conform. The qualification of a person is a property: 人员资质应符合 is right, and so is 文件的起草应遵守.

“遵守”用于人或组织的行为，“符合”用于产品、系统、过程或服务的特性。“人员资质应符合……”“文件的起草应遵守……”是正确的。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.wording import fold

observe_for_conform = Check(
    id="WRD010",
    message="“{subject}”是物或特性，应写“符合”，不写“遵守”。",
    message_en="“{subject}” is a thing or a property; it conforms (符合), it does not observe (遵守).",
    bad="""
        # 4 要求

        产品应⟦遵守⟧GB/T 191的规定。
    """,
    good="""
        # 4 要求

        产品应符合GB/T 191的规定。
    """,
    more=(
        (
            """
            # 4 要求

            外壳的尺寸均应⟦遵守⟧表1的规定，包装材料应⟦遵守⟧下列要求。控制系统宜⟦遵守⟧GB/T 1的规定。充电器应⟦遵守⟧表1。
            """,
            """
            # 4 要求

            外壳的尺寸均应符合表1的规定，包装材料应符合下列要求。控制系统宜符合GB/T 1的规定。充电器应符合表1。
            """,
        ),
        (
            """
            # 手持式电动修枝剪

            # 1 范围

            本文件规定了修枝剪的要求。

            # 4 要求

            修枝剪应⟦遵守⟧表2的规定。
            """,
            """
            # 手持式电动修枝剪

            # 1 范围

            本文件规定了修枝剪的要求。

            # 4 要求

            修枝剪应符合表2的规定。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        文件的起草和表述应遵守GB/T 1.1的规定。操作人员应遵守操作规程。产品的生产应遵守有关制度，司机应遵守规程，
        使用设备时应遵守说明书。

        产品应符合GB/T 191的规定，企业应遵守承诺，设备的操作者应遵守规程。
        """,
    ),
)

conform_for_observe = Check(
    id="WRD011",
    message="“{subject}”是人或组织，宜写“遵守”，不写“符合”。",
    message_en="“{subject}” is a person or an organization; they observe (遵守) rules, they do not conform (符合).",
    bad="""
        # 4 要求

        操作人员应⟦符合⟧操作规程。
    """,
    good="""
        # 4 要求

        操作人员应遵守操作规程。
    """,
    more=(
        (
            """
            # 4 要求

            经营单位均应⟦符合⟧国家法律法规。检验员应⟦符合⟧实验室的安全制度。
            """,
            """
            # 4 要求

            经营单位均应遵守国家法律法规。检验员应遵守实验室的安全制度。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        操作人员的资质应符合表1的规定，检验机构应符合GB/T 27025的要求，企业应符合下列条件，人员资质应符合制度的规定。

        计量单位应符合国家法律法规的规定，传动机构应符合安全规程的规定。

        操作人员应符合安全规程规定的健康条件。
        """,
    ),
)

_THING = (
    "(?:产品|设备|材料|原料|系统|装置|性能|尺寸|质量|含量|指标|参数|器具|仪器|仪表|部件|零件|零部件|元件|外壳|接口|温度|湿度|强度"
    "|精度|特性|特性值|浓度|厚度|外观|颜色|标志|标签|包装箱|容器|车辆|线路|电缆|管道|软件|平台|数据|设施|工具|样品|试样|试剂|服务"
    "|(?:(?<!用)[器泵阀箱柜]|(?<!司)机|电池|轴承|仪表|涂料|涂层|[电光]缆|薄膜|食品|制品|药品|用品))"
)
_OBSERVED_BY_THINGS = patterns.compile(
    rf"遵守(?<=(?:^|[，。；：、\n\u2028]|[\u4e00-\u9fff])(?P<subject>{_THING})(?:均|都|还|也|全部|同时)?(?:应该|应当|应|宜|须)遵守)"
)
_OBSERVED = patterns.compile(
    r"遵守(?<=(?:^|[，。；：、\n\u2028])(?P<subject>[\u4e00-\u9fff]{2,12}?)(?:均|都|还|也|全部|同时)?(?:应该|应当|应|宜|须)遵守)"
)
_CONDUCT = patterns.compile(r"[^，。；\n]{0,16}(?:规程|制度|守则|纪律|道德|法律|法规|规章|公约|章程|承诺|时间|约定)")
_ACTS = patterns.compile(
    r"(?:使用|操作|安装|维护|生产|运输|采购|管理|检验|选用|提供|开展|处理|按照|对|将|在|经)[^，。；：\n]*$"
)
_PERSONS = (
    r"(?:人员|操作者|使用者|经营者|生产者|管理者|参与者|(?<!成)[检化采驾司安维]\w?员|员工|工人|(?<!计量|度量)单位|企业"
    "|(?<![传驱联运制转启]动|执行|操纵|升降|行走|夹紧|锁紧|控制)机构|(?<!金相|显微|内部|基体|微观|热影响区)组织"
    "|部门|公司|供方|双方|各方)"
)
_PERSON = patterns.compile(_PERSONS)
_CONFORMED_BY_PERSONS = patterns.compile(
    rf"符合(?<=(?P<subject>{_PERSONS})(?:均|都|还|也|全部|同时)?(?:应该|应当|应|须)符合)"
    r"(?=[^，。；：\n\d]{0,14}(?:规程|制度|程序|守则|纪律|规章|法律|法规)(?:的?规定|的?要求)?[，。；、和及与\n])"
)


@observe_for_conform.finder
@conform_for_observe.finder
def find(doc: Document) -> Iterator[Finding]:
    for match in doc.matches(_OBSERVED_BY_THINGS):
        first, last = doc.sentence(match.start())
        acting = _ACTS.search(doc.text, first, match.start("subject"))
        conduct = match["subject"] in ("服务", "平台") and _CONDUCT.match(doc.text, match.end(), last)
        if not acting and not conduct and _speaks(doc, match.start()):
            yield observe_for_conform.at(match.span(), fix="符合", safe=False, subject=match["subject"])
    for match in doc.matches(_OBSERVED):
        subject = match["subject"]
        acting = _ACTS.search(doc.text, doc.sentence(match.start())[0], match.start("subject"))
        if not acting and _is_product(doc, subject) and _speaks(doc, match.start()):
            yield observe_for_conform.at(match.span(), fix="符合", safe=False, subject=subject)
    for match in doc.matches(_CONFORMED_BY_PERSONS):
        if _speaks(doc, match.start()):
            yield conform_for_observe.at(match.span(), fix="遵守", safe=False, subject=match["subject"])


def _is_product(doc: Document, subject: str) -> bool:
    """Say whether the title of the draft ends with what is said to observe: the product that it is about."""
    return fold(doc.cover.title).endswith(subject[-3:]) and not _PERSON.search(subject)


def _speaks(doc: Document, offset: int) -> bool:
    region = doc.region_at(offset)
    return region.role in ("text", "cell", "note") and region.element not in ("references", "bibliography", "cover")
