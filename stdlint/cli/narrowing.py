"""Tell only what is new: the options `--baseline`, `--diff-from` and `--changed-only` of `stdlint check`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from stdlint.cli.running import Asked, Meant, Work, lint_data

if TYPE_CHECKING:
    from stdlint.baseline import Baseline
    from stdlint.cli.fixing import Fixer
    from stdlint.result import DocumentReport
    from stdlint.since import Since
    from stdlint.walk import Found


class Narrowing:
    """Leave out what a baseline knows, and what was there at a state that git knows.

    `baseline` is the path of a baseline over what the settings of a file name, `ref` a state of git or None.
    """

    def __init__(self, asked: Asked, baseline: str | None, ref: str | None) -> None:
        self.asked = asked
        self.path = baseline
        self.since = _since(ref)
        self._fresh: dict[str, frozenset[str]] = {}
        self._read: dict[str, Baseline] = {}
        if baseline is not None:
            self._baseline(baseline)

    def changed(self, drafts: Sequence[Found]) -> Sequence[Found]:
        """Return the drafts that have changed."""
        since = self.since
        return drafts if since is None else [draft for draft in drafts if not since.unchanged(draft.path)]

    def tell(self, unchanged: int) -> None:
        """Say on standard error how many drafts were not read because they have not changed."""
        if unchanged:
            one = unchanged == 1
            click.echo(
                f"{unchanged} unchanged {'file' if one else 'files'} not checked."
                if self.asked.lang == "en"
                else f"{unchanged}个文件没有改动，未检查。",
                err=True,
            )

    def work(self, fixer: Fixer | None) -> Work | None:
        """Return what to do with a file; None where it is only linted."""
        if self.since is None and fixer is None:
            return None

        def work(path: str, data: bytes, name: str, is_meant: Meant) -> DocumentReport:
            if fixer is None:
                report = lint_data(data, name, self.asked)
                self._note(report, data)
                return report

            def narrow(report: DocumentReport) -> DocumentReport:
                self._note(report, report.document.source.data if report.document else data)
                return self.narrow([report])[0]

            fixer.narrow = narrow
            return fixer(path, data, name, is_meant)

        return work

    def narrow(self, reports: Sequence[DocumentReport]) -> list[DocumentReport]:
        """Return the reports with what is new."""
        from stdlint.config import settings_for

        groups: defaultdict[str, list[int]] = defaultdict(list)
        for at, report in enumerate(reports):
            groups[self.path if self.path is not None else settings_for(report.path).baseline].append(at)
        narrowed = list(reports)
        for path, indexes in groups.items():
            if path:
                from stdlint.baseline import against

                told = against(self._baseline(path), [reports[at] for at in indexes])
                for at, report in zip(indexes, told, strict=True):
                    narrowed[at] = report
        return [self._only(report) for report in narrowed]

    def _note(self, report: DocumentReport, data: bytes) -> None:
        """Remember which findings of a file count; of a file that is being fixed those of its last report."""
        if self.since is not None:
            self._fresh[report.path] = self.since.fresh(
                report, data, lambda old, name: lint_data(old, name, self.asked)
            )

    def _only(self, report: DocumentReport) -> DocumentReport:
        if report.path not in self._fresh:
            return report
        from stdlint.since import only

        return only(report, self._fresh[report.path])

    def _baseline(self, path: str) -> Baseline:
        if path not in self._read:
            from stdlint.baseline import read

            self._read[path] = read(path)
        return self._read[path]


def _since(ref: str | None) -> Since | None:
    if ref is None:
        return None
    from stdlint.since import Since

    return Since(ref)
