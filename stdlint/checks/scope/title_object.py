"""Name in the scope the object that the title names.

Readers who find the document by its title look into the scope to see what it is about. The words of the title are
compared in pairs of characters, kinds of documents (规范, 试验方法 …) left out; only where most of them, and the last
ones, are missing from the whole scope is something told.

范围与文件名称说的应是同一对象。比较时不计“规范”“试验方法”等文件类型的用词，名称的用词大多不见于范围时才报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.wording import fold

title_object_not_in_scope = Check(
    id="SCP080",
    message="范围没有提及文件名称中的“{object}”。",
    message_en="The scope does not mention “{object}”, which the title names.",
    bad="""
        # 螺栓　要求

        # 1 ⟦范围⟧

        本文件规定了螺母的要求。

        本文件适用于螺母。

        # 2 规范性引用文件
    """,
    good="""
        # 螺栓　要求

        # 1 范围

        本文件规定了螺栓的要求。

        本文件适用于螺栓。

        # 2 规范性引用文件
    """,
    more=(
        (
            "# 果园用手持式电动摘果剪\n\n# 1 ⟦范围⟧\n\n本文件规定了园艺用手持式电动修枝剪的要求。\n\n# 2 术语和定义",
            "# 果园用手持式电动摘果剪\n\n# 1 范围\n\n本文件规定了果园用手持式电动摘果剪的要求。\n\n# 2 术语和定义",
        ),
    ),
    clean=(
        "# 居家养老服务管理规范\n\n# 1 范围\n\n本文件规定了居家养老服务的要求。\n\n# 2 规范性引用文件",
        "# 信息安全技术　个人信息安全规范\n\n# 1 范围\n\n本文件规定了处理个人信息的要求。\n\n# 2 规范性引用文件",
        "# 术语\n\n# 1 范围\n\n本文件界定了灌溉的术语。\n\n# 2 规范性引用文件",
        "# 螺栓　第3部分：包装\n\n# 1 范围\n\n本文件规定了螺栓包装的要求。\n\n# 2 规范性引用文件",
        "# ××××要求\n\n# 1 范围\n\n本文件规定了要求。\n\n# 2 规范性引用文件",
    ),
)

_ASIDE = patterns.compile(r"[（(][^（）()]*[）)]|第[0-9一二三四五六七八九十]+部分[:：]?|[0-9A-Za-z.:：、]+")
_KIND = patterns.compile(
    r"(?:通用|基本|技术|安全|一般|操作|管理|服务|使用|评价|实施|应用|编制|设计|建设|工作|试验|检测|检验|测定|测试|验收|分析|质量|基础)*"
    r"(?:规范|规程|指南|导则|通则|准则|要求|条件|方法|术语|词汇|符号|分类|代码|编码|程序|规则|总则|评价|测定|体系|原则|细则|标准|指标)(?:[与和及]\p{Han}{2,6})?$"
)
_ELEMENTS = patterns.compile("[ \u3000—-]+")
_SHARED = 0.6


@title_object_not_in_scope.finder
def find(doc: Document) -> Iterator[Finding]:
    scope, title = doc.scope, doc.cover.title
    if scope is None or not title or "×" in title or "XX" in title:
        return
    stated = fold("".join(doc.said(index) for index in scope.blocks))
    objects = [core for element in _ELEMENTS.split(_ASIDE.sub(" ", title)) if len(core := _core(fold(element))) > 1]
    if objects and not any(_is_named(core, stated) for core in objects):
        yield title_object_not_in_scope.at(scope.section.place, object=objects[-1])


def _core(element: str) -> str:
    """Return an element of the title without the words that tell the kind of document."""
    return str(_KIND.sub("", element))


def _is_named(core: str, stated: str) -> bool:
    pairs = [core[at : at + 2] for at in range(len(core) - 1)]
    return pairs[-1] in stated or sum(pair in stated for pair in pairs) >= _SHARED * len(pairs)
