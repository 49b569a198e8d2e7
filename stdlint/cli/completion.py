"""Complete commands, options, rules, packs, kinds and stages in a shell: the command `stdlint completion`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import click
from click.shell_completion import CompletionItem, get_completion_class

_SEPARATORS = ",，、"

Offer = tuple[str, str]
"""A word, and what it means."""


@click.command(short_help="命令行补全 Print a script for completion in a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands, options, rules, packs, kinds and stages.

    输出命令行补全脚本：补全命令、选项、规则、规则包、文件类型和阶段。

    \b
    To install it, once 安装（只需一次）:
      bash  stdlint completion bash > ~/.local/share/bash-completion/completions/stdlint
            （没有 bash-completion 时 without bash-completion）
            echo 'eval "$(stdlint completion bash)"' >> ~/.bashrc
      zsh   echo 'eval "$(stdlint completion zsh)"' >> ~/.zshrc      （在 compinit 之后 after compinit）
      fish  stdlint completion fish > ~/.config/fish/completions/stdlint.fish

    Create the folder if need be; a new shell knows it. 文件夹不存在时先建立；新开的终端生效。
    """
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"{shell} is not known")
    click.echo(made(ctx.find_root().command, {}, "stdlint", "_STDLINT_COMPLETE").source())


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer families of rules for nothing and, for what begins so, rules by id and name."""
    english = ctx.params.get("lang") == "en"
    return _offered(incomplete, lambda word: _rules(word, english))


def complete_packs(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the packs of stdlint and those that other installed packages offer."""
    return _offered(incomplete, lambda word: _beginning(word, _packs()))


def complete_kinds(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the kinds of documents, by their Chinese word where one is begun."""
    from stdlint.views.kinds import KINDS

    named = [(name, kind.zh) for name, kind in KINDS.items()]
    return _offered(incomplete, lambda word: _beginning(word, _either(word, named)))


def complete_stages(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the stages, by their Chinese word where one is begun."""
    from stdlint.views.stage import STAGES

    named = [(name, words[0]) for name, words in STAGES.items()]
    return [_item("", *offer) for offer in _beginning(incomplete, _either(incomplete, named))]


def _rules(word: str, english: bool) -> Iterator[Offer]:
    from stdlint.reports.families import FAMILIES

    families = [(id_, names[english]) for id_, names in FAMILIES.items()]
    yield from _beginning(word.upper(), [*families, ("ALL", "all" if english else "全部")])
    if word:
        codes = _codes()
        yield from _beginning(word.upper(), codes)
        yield from _beginning(word, ((name, id_) for id_, name in codes))


def _codes() -> list[Offer]:
    """Return ids and names of the rules: stdlint's own, and those of the project in whose folder the user is."""
    from stdlint.cli.explaining import Book
    from stdlint.config import NONE, settings_for
    from stdlint.pack import UsageError

    try:
        return list(Book((), settings_for("draft.md")).names.items())
    except UsageError:
        return list(Book((), NONE).names.items())


def _packs() -> list[Offer]:
    from importlib.metadata import entry_points

    from stdlint.profile import PLUGINS, pack_names, read_pack

    own = [(name, read_pack(name).title) for name in pack_names()]
    return [*own, *((one.name, one.value) for one in entry_points(group=PLUGINS))]


def _beginning(word: str, offers: Iterable[Offer]) -> Iterator[Offer]:
    return (offer for offer in offers if offer[0].startswith(word))


def _either(word: str, named: list[Offer]) -> list[Offer]:
    """Return names with their Chinese words, the other way round where a Chinese word is begun."""
    return named if word.isascii() else [(chinese, name) for name, chinese in named]


def _offered(incomplete: str, offers: Callable[[str], Iterable[Offer]]) -> list[CompletionItem]:
    """Return what completes the last of the words between commas."""
    cut = max(map(incomplete.rfind, _SEPARATORS)) + 1
    return [_item(incomplete[:cut], *offer) for offer in offers(incomplete[cut:])]


def _item(before: str, word: str, told: str) -> CompletionItem:
    return CompletionItem(before + word, help=told or None)
