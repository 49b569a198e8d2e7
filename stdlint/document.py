"""Hold what a standard says: one cached property per view over a `Source`, and questions that many checks ask."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

import regex

from stdlint import patterns
from stdlint.model import Block, Source, Span
from stdlint.views import adoption as _adoption
from stdlint.views import captions as _captions
from stdlint.views import chapters as _chapters
from stdlint.views import citations as _citations
from stdlint.views import code_tables as _code_tables
from stdlint.views import comment_table as _comment_table
from stdlint.views import contents_entries as _contents_entries
from stdlint.views import cover as _cover
from stdlint.views import cover_page as _cover_page
from stdlint.views import entries as _entries
from stdlint.views import explanations as _explanations
from stdlint.views import explanatory_note as _explanatory_note
from stdlint.views import figures as _figures
from stdlint.views import footnotes as _footnotes
from stdlint.views import foreword as _foreword
from stdlint.views import full_width as _full_width
from stdlint.views import grades as _grades
from stdlint.views import indicator_tables as _indicator_tables
from stdlint.views import kinds as _kinds
from stdlint.views import levels as _levels
from stdlint.views import lists as _lists
from stdlint.views import mentions as _mentions
from stdlint.views import modals as _modals
from stdlint.views import notes as _notes
from stdlint.views import outline as _outline
from stdlint.views import places as _places
from stdlint.views import pointers as _pointers
from stdlint.views import project as _project
from stdlint.views import provisions as _provisions
from stdlint.views import punctuation as _punctuation
from stdlint.views import quantities as _quantities
from stdlint.views import references as _references
from stdlint.views import regions as _regions
from stdlint.views import scope as _scope
from stdlint.views import stage as _stage
from stdlint.views import symbol_tables as _symbol_tables
from stdlint.views import symbols as _symbols
from stdlint.views import tables as _tables
from stdlint.views import terms as _terms
from stdlint.views import wording as _wording
from stdlint.views.project import Project

_SELF = patterns.compile("本文件|本标准|本部分|本指导性技术文件|本规范|本规程")
_ENGINEERING = frozenset(("术语", "术语和符号", "术语与符号", "基本规定", "引用标准名录", "条文说明"))


class Document:
    """A draft as its reader understands it. Every view is computed when it is first asked for."""

    def __init__(
        self,
        source: Source,
        *,
        lang: str | None = None,
        name: str = "",
        demanded: Project = _project.NOTHING,
        usual: Project = _project.NOTHING,
        beside: Mapping[str, Document] | None = None,
        today: date | None = None,
    ) -> None:
        """Read `source`; `name` is that of its file.

        `demanded` wins over what the draft itself states of its kind, stage and project, `usual` is taken where it
        states nothing. `beside` holds other documents of the submission: “draft” (to which an explanatory note
        belongs), “commented” (on which comments were made). `today` tells the age of a document.
        """
        self.source = source
        self.text = source.text
        self.blocks = source.blocks
        self.format = source.format
        self.name = name
        self.beside: Mapping[str, Document] = beside or {}
        self.today = today
        self._lang = lang
        self.demanded = demanded
        self.usual = usual

    @cached_property
    def lang(self) -> str:
        """The main language of the draft: “zh” or “en”."""
        return self._lang or _wording.language(self.text)

    @cached_property
    def outline(self) -> _outline.Outline:
        """Elements, clauses and annexes."""
        return _outline.outline(self.source)

    @cached_property
    def contents(self) -> _contents_entries.Contents | None:
        """The table of contents with its entries; None where there is none."""
        if self.outline.first("contents") is None:
            return None
        numbers = frozenset(entry.number for entry in self.terms.entries if entry.number)
        return _contents_entries.contents_entries(self.source, self.outline, self.captions, numbers)

    @cached_property
    def levels(self) -> _levels.Levels:
        """The numbered clauses, those that stand under one another together."""
        return _levels.levels(self.outline)

    @cached_property
    def lists(self) -> list[_lists.List]:
        """The lists of the text."""
        return _lists.lists(self.source, self.outline, self.regions)

    @cached_property
    def cover(self) -> _cover.Cover:
        """Number, title, stage and level."""
        return _cover.cover(self.source, self.outline)

    @cached_property
    def cover_page(self) -> _cover_page.CoverPage:
        """The lines of the cover by what they say."""
        return _cover_page.cover_page(self.source, self.cover)

    @cached_property
    def project(self) -> Project:
        """What is stated of kind, stage and project besides the text."""
        return self.demanded.over(_project.project(self.source.meta)).over(self.usual)

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of document (guidance …), the main one first: as stated, else as title and text tell."""
        if self.project.kind:
            stated = [kind.strip() for kind in self.project.kind.split(",")]
            return tuple(kind for kind in stated if kind in _kinds.KINDS)
        roles = {role for chapter in self.chapters if chapter.section.element == "clause" for role in chapter.roles}
        opening = self.text[slice(*self.scope.opening)].strip() if self.scope else ""
        return _kinds.kinds(self.cover.title, opening, roles)

    @property
    def kind(self) -> str:
        """The main kind of document, or “”."""
        return self.kinds[0] if self.kinds else ""

    @cached_property
    def stage(self) -> _stage.Stage:
        """The stage at which the draft stands, and what tells it."""
        return _stage.stage(self.project.stage, self.cover, self.cover_page, self.name)

    @cached_property
    def level(self) -> str:
        """Who makes the document: national, industry, local, group, enterprise, or “”."""
        level = self.cover_page.level or self.cover.level
        return "national" if level == "guidance" else level

    @cached_property
    def chapters(self) -> list[_chapters.Chapter]:
        """The author's own chapters and the annexes with what their titles say they are for."""
        return _chapters.chapters(self.outline)

    @cached_property
    def foreword(self) -> _foreword.Foreword | None:
        """The statements of the foreword; None where there is no foreword."""
        return _foreword.foreword(self.source, self.outline)

    @cached_property
    def adoption(self) -> _adoption.Adoption:
        """Which ISO or IEC document is adopted, how nearly, and where that is said."""
        return _adoption.adoption(self.source, self.outline, self.cover_page, self.foreword, self.citations)

    @cached_property
    def citations(self) -> list[_citations.Citation]:
        """Every standard number in the text."""
        return _citations.citations(self.source, self.lang)

    @cached_property
    def references(self) -> _references.Lists:
        """Normative references and bibliography."""
        return _references.references(self.source, self.outline, self.citations)

    @cached_property
    def entries(self) -> _entries.Entries:
        """The entries of both lists, taken apart."""
        return _entries.entries(self.source, self.references)

    @cached_property
    def scope(self) -> _scope.Scope | None:
        """What the scope states; None where there is no scope, or nothing in it."""
        return _scope.scope(self.source, self.outline, self.regions)

    @cached_property
    def terms(self) -> _terms.Terms:
        """Term entries."""
        return _terms.terms(self.source, self.outline, self.kind, self.lang)

    @cached_property
    def symbols(self) -> _symbols.Symbols:
        """The clauses of symbols and abbreviated terms with their entries."""
        return _symbols.read(self.source, self.outline, self.regions)

    @cached_property
    def code_tables(self) -> list[_code_tables.CodeTable]:
        """The lists of codes of a classification standard."""
        return _code_tables.code_tables(self.tables)

    @cached_property
    def symbol_tables(self) -> list[_symbol_tables.SymbolTable]:
        """The tables of a symbols standard that give symbols with their meanings."""
        return _symbol_tables.symbol_tables(self.tables)

    @cached_property
    def sources(self) -> list[_terms.SourceLine]:
        """The statements “[来源：…]” of the whole draft."""
        return _terms.all_sources(self.source, self.lang)

    @cached_property
    def mentions(self) -> list[_mentions.Mention]:
        """How the text mentions other documents."""
        return _mentions.mentions(
            self.source,
            self.citations,
            self.regions,
            self.provisions,
            self.quoted,
            [line.span for line in self.sources],
            set(self.terms.lead_in),
            self.cover,
            self.kind,
            self.lang,
        )

    @cached_property
    def notes(self) -> list[_notes.Note]:
        """Notes, examples and text footnotes."""
        return _notes.notes(self.source, self.outline)

    @cached_property
    def note_leads(self) -> list[_notes.Lead]:
        """What introduces notes and examples in a wrong form."""
        return _notes.leads(self.source, self.outline, self.regions, self.tables)

    @cached_property
    def note_series(self) -> list[_notes.Series]:
        """The notes and the examples, those of one clause, term entry, table or figure together."""
        return _notes.series(
            self.source, self.outline, self.notes, self.note_leads, self.tables, self.figures, self.terms
        )

    @cached_property
    def text_footnotes(self) -> list[_footnotes.TextFootnote]:
        """The footnotes of the text that an author typed."""
        return _footnotes.text_footnotes(self.source, self.outline, self.notes)

    @cached_property
    def table_footnotes(self) -> list[_footnotes.Footed]:
        """The footnotes of the tables with their marks."""
        return _footnotes.table_footnotes(self.source, self.tables)

    @cached_property
    def captions(self) -> list[_captions.Caption]:
        """Numbers and titles of figures and tables, numbers of formulas."""
        return _captions.captions(self.source, self.outline)

    @cached_property
    def continuations(self) -> list[_captions.Continuation]:
        """Captions of tables and figures that go on from the page before."""
        return _captions.continuations(self.source, self.outline)

    @cached_property
    def formulas(self) -> list[_explanations.Group]:
        """Formulas on lines of their own, those in a row together, with the lines that explain their symbols."""
        return _explanations.groups(self.source, self.outline, self.regions, self.captions)

    @cached_property
    def tables(self) -> list[_tables.DataTable]:
        """Tables with their captions, units and notes."""
        return _tables.tables(self.source, self.outline, self.regions, self.captions, self.continuations)

    @cached_property
    def indicator_tables(self) -> list[_indicator_tables.IndicatorTable]:
        """The tables of indicators of an evaluation standard."""
        return _indicator_tables.indicator_tables(self.source, self.tables)

    @cached_property
    def grades(self) -> list[list[_grades.Grade]]:
        """The ranges of scores that grades stand for, those of one table, list or sentence together."""
        tabled = [_grades.of_table(self.source, table) for table in self.tables]
        return [*filter(None, tabled), *_grades.of_text(self.source, self.outline, self.regions)]

    @cached_property
    def figures(self) -> list[_figures.Figure]:
        """Pictures with their captions, subfigures, keys and notes."""
        return _figures.figures(self.source, self.outline, self.regions, self.captions, self.continuations, self.tables)

    @cached_property
    def pointers(self) -> list[_pointers.Pointer]:
        """Every mention of a clause, annex, figure, table, formula, list item or page, and into which document."""
        return _pointers.pointers(
            self.source,
            self.outline,
            self.regions,
            self.citations,
            self.quoted,
            [line.span for line in self.sources],
            frozenset(_pointers.canonical(caption.number) for caption in self.captions if caption.kind != "formula"),
            self.lang,
        )

    @cached_property
    def explanatory_note(self) -> _explanatory_note.ExplanatoryNote:
        """The draft read as an explanatory note (编制说明)."""
        return _explanatory_note.explanatory_note(self.source)

    @cached_property
    def comment_table(self) -> _comment_table.CommentTable:
        """The draft read as a table of comments (征求意见汇总处理表)."""
        return _comment_table.comment_table(self.source)

    @cached_property
    def quoted(self) -> _wording.Spans:
        """Spans of quoted words and titles."""
        return _wording.quotations(self.text)

    @cached_property
    def punctuation(self) -> _punctuation.Punctuation:
        """The places at which a punctuation mark is wrong."""
        return _punctuation.punctuation(self.source, self.regions, self.quoted, self.block_at)

    @cached_property
    def provisions(self) -> _provisions.Provisions:
        """Verbal forms, and sentences with the type of clause they make."""
        return _provisions.Provisions(self.source, self.quoted, self.lang)

    @cached_property
    def quantities(self) -> _quantities.Quantities:
        """Numbers with their units, ranges, tolerances and products."""
        return _quantities.Quantities(self.source, self.regions, self.citations, self.quoted)

    @cached_property
    def full_width(self) -> list[_full_width.Wide]:
        """Full-width letters and digits, those of document numbers apart."""
        return _full_width.full_width(self.source)

    @cached_property
    def regions(self) -> list[_regions.Region]:
        """For each block, the element and role it has."""
        return _regions.regions(self.source, self.outline, self.notes)

    @cached_property
    def clause_modals(self) -> list[_modals.Modal]:
        """The verbal forms of clauses and normative annexes; scope, term entries and additional information apart."""
        defined = {block for entry in self.terms.entries for block in entry.blocks}
        chinese = self.lang == "zh"
        speaks = [
            region.normative
            and region.role in _regions.PROVISION_ROLES
            and region.element != "scope"
            and (region.element != "title" or chinese)
            and index not in defined
            for index, region in enumerate(self.regions)
        ]
        return [modal for modal in self.provisions.modals if speaks[self.block_at(modal.span[0])]]

    @cached_property
    def clashes(self) -> list[tuple[_modals.Modal, _modals.Modal]]:
        """The pairs of verbal forms in clauses and normative annexes that do not go together (“宜应”)."""
        return _modals.clashes(self.clause_modals)

    @cached_property
    def clashing(self) -> frozenset[_modals.Modal]:
        """The verbal forms of these pairs: what is wrong with them is told of the pair."""
        return frozenset(modal for pair in self.clashes for modal in pair)

    @cached_property
    def is_draft(self) -> bool:
        """Whether the file is a draft standard: it has two of its parts, and one that other documents do not have."""
        tops = [s for s in self.outline.top if s.element not in ("cover", "title")]
        parts = {s.element for s in tops if s.element != "clause" or (s.number and s.titled and not s.implied)}
        chinese = self.lang == "zh"
        sign = (
            not parts.isdisjoint(("references", "symbols", "annex") if chinese else ("references",))
            or any(s.element == "scope" and s.number == "1" and not s.implied for s in tops)
            or any(s.element == "terms" and ("定义" if chinese else "definitions") in s.title for s in tops)
            or (chinese and (self.cover.present or _SELF.search(self.text) is not None))
        )
        return sign and len(parts) + (chinese and bool(self.cover.number)) >= 2 and not self.is_engineering_code

    @cached_property
    def is_other(self) -> bool:
        """Whether nothing looks like a standard: no element, no document number, and no numbered clause.

        In English only elements are a sign: manuals and documents about standards have the others too.
        """
        if any(s.element not in ("cover", "title", "clause") for s in self.outline.top):
            return False
        return self.lang != "zh" or not (self.cover.number or any(section.number for section in self.walk()))

    @cached_property
    def is_engineering_code(self) -> bool:
        """Whether the draft follows the rules for engineering codes (“1 总则”, “2 术语”, 条文说明), not GB/T 1.1."""
        tops = self.outline.top
        if any(s.element in ("scope", "references") for s in tops):
            return False
        titles = {_wording.fold(s.title) for s in tops}
        first = next((s for s in tops if s.element == "clause" and s.number), None)
        if first is None or first.number != "1" or _wording.fold(first.title) != "总则":
            return False
        dotted = any(child.number.startswith("1.0.") for child in first.children)
        return dotted or not titles.isdisjoint(_ENGINEERING)

    @cached_property
    def _sections(self) -> list[_outline.Section]:
        return list(self.outline.walk())

    def walk(self) -> Iterator[_outline.Section]:
        """Yield every section in document order."""
        return iter(self._sections)

    def block_at(self, offset: int) -> int:
        """Return the index of the block that holds `offset`."""
        return max(bisect_right(self._block_starts, offset) - 1, 0)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span[0] for block in self.blocks]

    def sentence(self, offset: int) -> Span:
        """Return the span of the sentence that holds `offset`, inside its block."""
        return self.provisions.bounds(offset, self.block_at(offset))

    def verbs(self, span: Span) -> list[_modals.Modal]:
        """Return the verbal forms inside a span."""
        return self.provisions.within(span)

    def provision_blocks(self, section: _outline.Section) -> Iterator[int]:
        """Yield the blocks of a section, and of all below it, whose sentences are its own: no notes, no examples."""
        return (index for index in section.blocks() if self.regions[index].role in _regions.PROVISION_ROLES)

    def said(self, block: Block | int) -> str:
        """Return the text of a block, by index or itself."""
        start, end = (self.blocks[block] if isinstance(block, int) else block).span
        return self.text[start:end]

    def stripped(self, span: Span) -> Span:
        """Return a span without the blanks at its ends."""
        text = self.text[span[0] : span[1]]
        return span[0] + len(text) - len(text.lstrip()), span[0] + len(text.rstrip())

    def matches(self, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
        """Yield the matches of `pattern` that stand inside one block of the text proper, quotations left out."""
        for match in pattern.finditer(self.text):
            start, end = match.span()
            block = self.blocks[self.block_at(start)]
            if end > block.span[1] or block.kind in _wording.UNSAID or start in self.quoted:
                continue
            yield match

    def region_at(self, offset: int) -> _regions.Region:
        """Return the region of the block that holds `offset`."""
        return self.regions[self.block_at(offset)]

    def place(self, offset: int) -> _places.Spot:
        """Return element, clause and paragraph of an offset."""
        return _places.spot(self.source, self.outline, self.block_at(offset), self.lang)

    def first_span(self) -> Span:
        """Return a span for what concerns the whole document: its title, else its first block."""
        if self.cover.title_span:
            return self.cover.title_span
        return next((b.span for b in self.blocks if b.kind != "label" and b.span[0] < b.span[1]), (0, 0))
