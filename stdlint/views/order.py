"""Believe headings that can stand where they stand, and count those of a draft without numbers."""

from __future__ import annotations

from stdlint.views.heads import BACK, FIXED, FRONT, Head


class Reading:
    """Read the headings from top to bottom and leave out what cannot be one at its place."""

    def __init__(self, found: list[Head]) -> None:
        self.found = found
        chapters = [head for head in found if head.chapter and not head.weak]
        self.sure = [head.chapter for head in chapters]
        self.numbered = bool(self.sure)
        self.level = 1
        self.chapter = 0
        self.part = ""
        self.front = False
        self.parts: list[int] = []
        self.chapters: set[int] = set()
        self.elements: set[str] = set()
        self.annex = False
        self.inner = 0
        self.quoting = False
        self.refused = (0, 0)

    def believed(self) -> list[Head]:
        """Return the headings that can be believed; those of quoted samples are marked as such."""
        return [head for position, head in enumerate(self.found) if self._take(head, position)]

    def _take(self, head: Head, position: int) -> bool:
        if head.annex or head.element == "annex":
            if self.annex and self.inner and head.written > self.level and not self._is_next(head.number):
                head.sample, head.element = True, ""
                return True
            self.annex, self.part, self.parts, self.inner, self.quoting = True, head.number, [], 0, False
        elif head.chapter:
            return self._chapter(head, position)
        elif "." in head.number:
            return self._clause(head, position)
        elif head.element in (*FRONT, *BACK):
            return self._unnumbered(head, position)
        elif head.element in FIXED or head.element == "symbols":
            self._normative(head)
        return True

    def _is_next(self, letter: str) -> bool:
        return len(letter) == len(self.part) == 1 and ord(letter) == ord(self.part) + 1

    def _chapter(self, head: Head, position: int) -> bool:
        number = head.chapter
        if head.element in (*FRONT, *BACK):
            return self._unnumbered(head, position)
        if head.weak and not head.element:
            listed = (number - 1, head.first - 1) == self.refused
            if listed or not self._follows(head, position):
                self.refused = (number, head.block)
                return False
        if self._divides_front(head, position):
            head.inner = True
            return True
        self.front = False
        if self._is_sample(head):
            head.sample, head.element = True, ""
            self.inner, self.quoting = number, True
            return True
        self.quoting = False
        self.inner = 0
        self.annex = False
        self.chapter, self.part, self.parts = number, head.number, []
        self.chapters.add(number)
        self.elements.add(head.element)
        if not head.weak:
            self.level = head.level
        return True

    def _divides_front(self, head: Head, position: int) -> bool:
        """Say whether a heading of the foreword or introduction is numbered like a clause: the scope comes later."""
        if not self.front or self.chapter or head.weak or head.element:
            return False
        return any(other.chapter == 1 and other.element == "scope" for other in self.found[position + 1 :])

    def _is_sample(self, head: Head) -> bool:
        """Say whether a clause on the top level belongs to a text that is only quoted, or to an annex."""
        number = head.chapter
        if self.annex and self.chapters:
            known = number in self.chapters or number < min(self.chapters)
            return known or (self.inner > 0 and (number == self.inner + 1 or head.level > self.level))
        if self.quoting:
            return number == self.inner + 1 and number <= self.chapter
        return head.element == "scope" and number == 1 and self.chapter > 3 and "scope" in self.elements

    def _follows(self, head: Head, position: int) -> bool:
        """Say whether a number in front of a short line can be that of the next clause."""
        number = head.chapter
        following = self.found[position + 1].number if position + 1 < len(self.found) else ""
        late = self.annex and number not in self.chapters
        supported = following.startswith(f"{number}.") and (late or number > self.chapter)
        sequential = self.chapter in (0, number - 1)
        if len(self.sure) < 2:
            return sequential or supported
        later = next((other.chapter for other in self.found[position + 1 :] if other.chapter and not other.weak), 0)
        return supported or (sequential and (later == number + 1 or (head.above and not later)))

    def _clause(self, head: Head, position: int) -> bool:
        parts = head.number.split(".")
        if self.quoting and parts[0] == str(self.inner) and parts[0] != self.part:
            head.sample = True
            return True
        self.quoting = False
        if head.weak and self.part and not (self._can_follow(parts) or self._lacks_letter(position)):
            return False
        numbers = [int(part) for part in parts[1:]]
        self.parts = numbers
        return True

    def _can_follow(self, parts: list[str]) -> bool:
        """Say whether a number typed in front of a paragraph is that of a clause, not a decimal."""
        if parts[0].isalpha():
            return self.annex
        if self.part == "0" or self.annex:
            return parts[0] == self.part
        if not self.chapter or parts[0] == "0":
            return not self.chapter and parts[0] != "0"
        if abs(int(parts[0]) - self.chapter) > 1:
            return False
        numbers = [int(part) for part in parts[1:]]
        depth = len(numbers) - 1
        before = self.parts[depth] if depth < len(self.parts) and self.parts[:depth] == numbers[:depth] else 0
        return numbers[depth] - before <= 3 and (numbers[depth] > 0 or before > 0 or depth > 0)

    def _lacks_letter(self, position: int) -> bool:
        """Say whether a number typed in an annex is one of a run from 1.1 on: “1.1”, “1.2” for “A.1”, “A.2”."""
        number = self.found[position].number
        around = [head.number for head in self.found[max(position - 1, 0) : position + 2]]
        if not self.annex or self.chapters.isdisjoint((1,)) or number.count(".") != 1 or not number.startswith("1."):
            return False
        last = int(number[2:])
        return f"1.{last - 1}" in around or (last == 1 and "1.2" in around)

    def _unnumbered(self, head: Head, position: int) -> bool:
        element = head.element
        later = self.found[position + 1 :]
        if element in FRONT:
            deeper = self.chapter > 0 and (head.weak or head.level > self.level)
            if deeper or ((self.annex or self.chapter > 3) and element in self.elements):
                if head.weak:
                    return False
                head.sample, head.element = True, ""
                self.quoting = self.annex
                return True
            self.part = "0" if element == "introduction" else ""
            self.front = element != "contents"
        else:
            again = any(other.element == element for other in later)
            if self.annex and again and (self.inner or self.quoting):
                head.sample, head.element = True, ""
                return True
            if head.weak and self.numbered and any(other.chapter and not other.weak for other in later):
                return False
            if head.weak and element == "index" and element in self.elements:
                return False
            self.annex = False
            self.part = ""
        self.elements.add(element)
        return True

    def _normative(self, head: Head) -> None:
        """Judge scope, references, terms or symbols without a number: the clause itself, or only called like it."""
        expected = self.chapter == FIXED.get(head.element, 0) - 1
        deeper = self.numbered and head.level > self.level and not expected
        inside = self.annex and (self.numbered or head.element in self.elements)
        numbered = any(other.chapter and other.element == head.element for other in self.found)
        if inside or deeper or numbered or (self.numbered and head.element in self.elements):
            head.element = ""
            return
        self.elements.add(head.element)
        self.part = ""


def imply_numbers(found: list[Head]) -> None:
    """Count the clauses of a draft whose headings carry no numbers at all, as its author's tools will."""
    if any(head.chapter and not head.sample for head in found):
        return
    anchors = [head for head in found if head.element in FIXED]
    if not anchors:
        return
    base = anchors[0].level
    typed = _typed(found, base)
    counters: list[int] = []
    letter = ""
    open_ = False
    for position, head in enumerate(found):
        if head.element in (*FRONT, *BACK, "title"):
            open_ = False
            continue
        if head.annex:
            letter, counters, open_ = head.number, [], True
            continue
        open_ = open_ or head.element in FIXED
        if not open_ or head.level < base or head.number:
            continue
        depth = head.level - base
        if letter and depth == 0:
            depth = 1
        if depth and position in typed:
            continue
        counters = counters[: depth + 1] + [0] * (depth + 1 - len(counters))
        if letter:
            counters[0] = 0
        counters[depth] += 1
        shown = [str(count) for count in counters]
        head.number = ".".join([letter, *shown[1:]] if letter else shown)
        head.implied = True


def _typed(found: list[Head], base: int) -> set[int]:
    """Return the positions of the heads in those clauses whose subclauses have typed numbers."""
    typed: set[int] = set()
    start = 0
    for position in range(1, len(found) + 1):
        if (
            position == len(found)
            or found[position].annex
            or (found[position].level <= base and not found[position].number)
        ):
            if any("." in head.number for head in found[start:position]):
                typed.update(range(start, position))
            start = position
    return typed
