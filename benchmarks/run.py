"""Measure reading and linting against the floor, memory and start-up, and print everything in one run.

    python benchmarks/run.py [PAGES …]

The floor of a Word file is unzipping word/document.xml and `lxml.etree.fromstring`; nothing that reads Word files with
lxml can be faster. Times are medians of interleaved runs: compare ratios, not milliseconds. The peak memory is that of
a fresh process.
"""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parent
SIZES = (10, 100, 1000)
_STARTS = 21


def floor(data: bytes) -> object:
    """Do what no reader of Word files can avoid."""
    from lxml import etree

    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))


def read(data: bytes, name: str) -> object:
    """Read a draft and nothing more."""
    from stdlint import formats

    return formats.reader(name).read(data)


def lint(data: bytes, name: str) -> object:
    """Read and lint a draft."""
    import stdlint

    return stdlint.lint(data, name)


def timed(work: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each piece of work, run in turn.

    Each is run once more just before it is timed: memory that another piece has given back to the system (the tree of
    lxml) would be paid for by the next.
    """
    times: dict[str, list[float]] = {name: [] for name in work}
    for number in range(rounds + 1):
        for name, do in work.items():
            gc.collect()
            do()
            start = perf_counter()
            do()
            if number:
                times[name].append(perf_counter() - start)
    return {name: median(taken) for name, taken in times.items()}


def started(command: list[str]) -> Callable[[], object]:
    """Return a call that runs a command as on a user's machine, where Python keeps what it has compiled."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run(command, capture_output=True, check=False, env=environment)


def measure(what: str, path: str) -> None:
    """Do one thing in this process and print its peak memory: the work of `memory`."""
    data = Path(path).read_bytes()
    if what == "floor":
        floor(data)
    elif what == "lint":
        lint(data, path)
    print(peak())


def peak() -> float:
    """Return the peak memory of this process in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        # On Linux ru_maxrss is inherited from the process that started this one, VmHWM is not.
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def memory(what: str, path: Path) -> float:
    """Return the peak memory in MB of a fresh process that does `what`."""
    command = [sys.executable, __file__, "--measure", what, str(path)]
    return float(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def dearest(path: Path, floor_seconds: float, most: int = 10) -> None:
    """Print the finders and the views that cost most on a draft, as parts of the floor.

    A view is computed when the first rule asks for it, so views are timed apart (what a view asks of other views is
    left out), and finders on a document whose views are there.
    """
    from functools import cached_property

    from stdlint import engine, formats
    from stdlint.document import Document
    from stdlint.profile import load, packs_for

    source = formats.reader(path.name).read(path.read_bytes())
    views: dict[str, float] = {}
    running: list[float] = []

    def counted(name: str, view: Callable[[Document], object]) -> Callable[[Document], object]:
        def compute(doc: Document) -> object:
            running.append(0.0)
            start = perf_counter()
            value = view(doc)
            taken = perf_counter() - start
            views[name] = min(views.get(name, taken), taken - running.pop())
            if running:
                running[-1] += taken
            return value

        return compute

    class Timed(Document):
        """A document that counts what its views cost."""

    for name, view in vars(Document).items():
        if isinstance(view, cached_property):
            timed_view = cached_property(counted(name, view.func))
            timed_view.__set_name__(Timed, name)
            setattr(Timed, name, timed_view)

    finders: dict[str, float] = {}
    uses = load(packs_for(Document(source))[0])
    for _ in range(5):
        doc = Timed(source)
        engine.lint(doc, uses)
        for siblings in engine.runs(doc, uses):
            start = perf_counter()
            list(siblings[0].check.find(doc, **siblings[0].options))  # type: ignore[misc]
            taken = perf_counter() - start
            name = f"{siblings[0].check.find.__module__.removeprefix('stdlint.checks.')} ({len(siblings)} rules)"
            finders[name] = min(finders.get(name, taken), taken)
    whole = sum(finders.values()) / floor_seconds
    print(f"\n  {len(uses)} rules cost {whole:.2f} × floor, {100 * whole / len(uses):.2f} % each on average")
    for title, times in (("views", views), ("rules", finders)):
        print(f"  dearest {title}, together {sum(times.values()) / floor_seconds:.2f} × floor")
        for name, seconds in sorted(times.items(), key=lambda item: -item[1])[:most]:
            print(f"    {name:<42} {seconds * 1000:7.2f} ms  {100 * seconds / floor_seconds:5.1f} % of the floor")


def drafts(pages: int) -> tuple[Path, Path]:
    """Return the drafts of that length, made anew."""
    subprocess.run([sys.executable, ROOT / "generate.py", str(pages)], check=True)
    return ROOT / "data" / f"draft-{pages}.docx", ROOT / "data" / f"draft-{pages}.md"


def main(sizes: list[int]) -> None:
    """Print all measurements."""
    for pages in sizes:
        word, markdown = drafts(pages)
        data, text = word.read_bytes(), markdown.read_bytes()
        rounds = max(3, min(15, 1500 // pages))
        taken = timed(
            {
                "floor": lambda data=data: floor(data),  # type: ignore[misc]
                "docx read": lambda data=data: read(data, "a.docx"),  # type: ignore[misc]
                "docx read + lint": lambda data=data: lint(data, "a.docx"),  # type: ignore[misc]
                "markdown read": lambda text=text: read(text, "a.md"),  # type: ignore[misc]
                "markdown read + lint": lambda text=text: lint(text, "a.md"),  # type: ignore[misc]
            },
            rounds,
        )
        full = word.with_suffix(".full.docx").read_bytes()
        full_taken = timed(
            {
                "floor, full": lambda full=full: floor(full),  # type: ignore[misc]
                "docx read, full": lambda full=full: read(full, "a.docx"),  # type: ignore[misc]
                "docx read + lint, full": lambda full=full: lint(full, "a.docx"),  # type: ignore[misc]
            },
            rounds,
        )
        print(f"\n{pages} pages, median of {rounds}")
        for name, seconds in taken.items():
            print(f"  {name:<22} {seconds * 1000:9.1f} ms  {seconds / taken['floor']:6.2f} × floor")
        for name, seconds in full_taken.items():
            print(f"  {name:<22} {seconds * 1000:9.1f} ms  {seconds / full_taken['floor, full']:6.2f} × floor")
        if pages == 100:
            dearest(word, taken["floor"])
        base, whole = memory("floor", word), memory("lint", word)
        print(f"  {'docx peak memory':<22} {whole:9.1f} MB  {whole / base:6.2f} × floor ({base:.1f} MB)")
        print(f"  {'markdown peak memory':<22} {memory('lint', markdown):9.1f} MB")
    script = str(Path(sys.executable).with_name("stdlint"))
    checks = {
        f"stdlint check {pages} pages {path.suffix}": started([script, "check", str(path)])
        for pages in (10, 100)
        for path in drafts(pages)
    }
    taken = timed(
        {
            "python -c pass": started([sys.executable, "-c", "pass"]),
            "stdlint --version": started([script, "--version"]),
            "stdlint --help": started([script, "--help"]),
            **checks,
        },
        _STARTS,
    )
    print(f"\nWhole processes, median of {_STARTS}")
    bare = taken["python -c pass"]
    for name, seconds in taken.items():
        print(f"  {name:<30} {seconds * 1000:7.1f} ms  + {(seconds - bare) * 1000:6.1f} ms")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(*sys.argv[2:])
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
