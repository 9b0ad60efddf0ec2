"""Help: the guides for staff and for volunteers, with their parts at the left and a search."""

from typing import Any, Self

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from directory_app import paths
from directory_app.ui import language, theme
from directory_app.ui.pages.page import Page
from directory_app.ui.parts.help_guides import FILES, Guide, load
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label, Pane, ScrollBar
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.sidebar import Entry, SidebarList
from directory_app.ui.widgets.toolbar import Toolbar

#: The width of a line at most, in pixels: longer ones are hard to follow.
_LINE = 680
_STYLES = {1: "display", 2: "title", 3: "heading"}


def _has_picture(block: QTextBlock) -> bool:
    parts = block.begin()
    while not parts.atEnd():
        if parts.fragment().charFormat().isImageFormat():
            return True
        parts += 1
    return False


class Reader(QTextBrowser):
    """``show_guide(markdown)``, ``go_to(heading)``, ``find_next(words)``.

    ``passed(place)``: the heading (its place among all) that stands at the top by now.
    """

    passed = Signal(int)
    focus_ring = "inside"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._markdown = ""
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures of the guides alone: whatever else a text names is not opened."""
        wanted = QUrl(name).path().removeprefix("images/")
        picture = paths.manual("images") / wanted
        if kind == QTextDocument.ResourceType.ImageResource.value and "/" not in wanted:
            return self._picture(str(picture))
        return b""

    def _picture(self, file: str) -> QImage:
        """Made smaller smoothly, once: the text would leave out rows of it."""
        whole, ratio = QImage(file), self.devicePixelRatioF()
        wide = min(round(_LINE * ratio), whole.width())
        made = whole.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        made.setDevicePixelRatio(ratio)
        return made

    def show_guide(self, markdown: str) -> None:
        """Show it from its beginning."""
        self._markdown = markdown
        self._dress()
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark: the colours of links and tables lie in the document."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.document().isEmpty():
            at = self.verticalScrollBar().value()
            self._dress()
            self.verticalScrollBar().setValue(at)

    def _dress(self) -> None:
        """Set the words in our type and colours."""
        document = self.document()
        document.setDefaultFont(theme.font("body"))
        dialect = QTextDocument.MarkdownFeature
        document.setMarkdown(self._markdown, dialect.MarkdownDialectGitHub | dialect.MarkdownNoHTML)
        document.setDocumentMargin(24)
        block = document.begin()
        while block.isValid():
            self._dress_block(block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        self._bound()

    @staticmethod
    def _dress_block(block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        level = shape.headingLevel()
        shape.setNonBreakableLines(False)  # of what is typed in a terminal
        # a hundredth of a line: QTextBlockFormat.ProportionalHeight; a picture is no line
        shape.setLineHeight(100.0 if _has_picture(block) else 135.0, 1)
        if _has_picture(block):
            shape.setTopMargin(8.0)
            shape.setBottomMargin(16.0)
        if level:
            shape.setTopMargin(28.0 if level == 2 else 12.0)
            shape.setBottomMargin(8.0)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            form = cursor.charFormat()
            form.setFont(theme.font(_STYLES.get(level, "strong")))
            cursor.setCharFormat(form)
        QTextCursor(block).setBlockFormat(shape)

    @staticmethod
    def _dress_table(table: QTextTable) -> None:
        form = table.format()
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(theme.color("line"))
        form.setBorder(1)
        form.setCellSpacing(0)
        form.setCellPadding(6)
        form.setTopMargin(8)
        form.setBottomMargin(12)
        table.setFormat(form)

    def _blocks(self) -> list[QTextBlock]:
        """The headings of the guide and of its parts, in their order."""
        found = []
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() in (1, 2):
                found.append(block)
            block = block.next()
        return found

    def go_to(self, place: int) -> None:
        """Bring the heading of a part to the top."""
        blocks = self._blocks()
        if place < len(blocks):
            top = self.document().documentLayout().blockBoundingRect(blocks[place]).top()
            self.verticalScrollBar().setValue(0 if place == 0 else round(top) - 16)

    def _scrolled(self, value: int) -> None:
        layout = self.document().documentLayout()
        tops = [layout.blockBoundingRect(block).top() - 24 for block in self._blocks()]
        self.passed.emit(max((at for at, top in enumerate(tops) if top <= value), default=0))

    def find_next(self, words: str) -> bool:
        """Select the next place where these words stand, round the end; whether there is one."""
        if self.find(words):
            return True
        here = self.textCursor()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if self.find(words):
            return True
        self.setTextCursor(here)
        return False

    def _bound(self) -> None:
        """Keep lines as long as one can follow."""
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        form.setRightMargin(max(24, self.viewport().width() - _LINE - 24))
        frame.setFrameFormat(form)
        self._fit_pictures(min(_LINE, self.viewport().width() - 48))

    def _fit_pictures(self, wide: int) -> None:
        """Each as wide as the lines, and no wider than it is."""
        block = self.document().begin()
        while block.isValid():
            parts = block.begin()
            while not parts.atEnd():
                form = parts.fragment().charFormat()
                if form.isImageFormat():
                    self._fit_picture(parts.fragment(), form.toImageFormat(), wide)
                    break  # the fragments are others now; no line has two
                parts += 1
            block = block.next()

    def _fit_picture(self, part: QTextFragment, form: QTextImageFormat, wide: int) -> None:
        file = paths.manual("images") / QUrl(form.name()).path().removeprefix("images/")
        natural = QImageReader(str(file)).size()  # of its head alone
        if natural.isEmpty():
            return
        form.setWidth(min(wide, natural.width()))
        form.setHeight(form.width() * natural.height() / natural.width())
        cursor = QTextCursor(self.document())
        cursor.setPosition(part.position())
        cursor.setPosition(part.position() + part.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines as long as one can follow."""
        super().resizeEvent(event)
        self._bound()

    def repaint_colors(self) -> None:
        """Light and dark changed."""
        at = self.verticalScrollBar().value()
        self._dress()
        self.verticalScrollBar().setValue(at)


_PARTS_WIDTH = 296
#: Below this width the parts go, and the text has it all.
_NARROW = 640


class HelpPage(Page):
    """``open((guide, place))`` shows a part, ``open(None)`` where one was."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = Label(self.tr("Help"), "page-name")
        self.field = Field(self.tr("Search in the guides"))
        self.field.setMaximumWidth(280)
        self.told = Label("", "small", "ink-soft")
        self.parts = SidebarList("")
        self.reader = Reader("")
        self._guides: dict[str, Guide] = {}
        self._shown = ""
        self._lay_out()
        self.parts.picked.connect(self._picked)
        self.reader.passed.connect(self._passed)
        self.field.returnPressed.connect(self._find)
        self.field.textEdited.connect(lambda _text: self.told.setText(""))
        theme.watch().changed.connect(self.reader.repaint_colors)
        self.setAccessibleName(self.tr("Help"))
        self.field.setPlaceholderText(self.tr("Search in the guides"))
        self.parts.setAccessibleName(self.tr("Parts of the guides"))
        self.reader.setAccessibleName(self.tr("The guide"))
        self._guides = {key: load(key, language.current()) for key in FILES}
        rows = []
        for key, guide in self._guides.items():
            rows.append(Entry(key, guide.headings[0]))
            rows += [
                Entry(f"{key}:{place}", words, "file-text")
                for place, words in enumerate(guide.headings)
                if place
            ]
        self.parts.entries.set_rows(rows)
        shown, self._shown = self._shown or "volunteers", ""
        self._show(shown, 0)

    def _lay_out(self) -> None:
        head = Toolbar(self.title, STRETCH, self.told, (self.field, 1))
        self._side = Pane("window", "r")
        self._side.setFixedWidth(_PARTS_WIDTH)
        vbox(self._side, self.parts, margins=(0, 8, 1, 8))
        row = hbox(None, self._side, (self.reader, 1))
        vbox(self, head, (row, 1))

    # -- reading

    def open(self, argument: Any = None) -> None:
        """Show a part: (guide, place of its heading)."""
        if argument is not None:
            self._show(*argument)

    def _show(self, key: str, place: int) -> None:
        if key != self._shown:
            self._shown = key
            self.reader.show_guide(self._guides[key].text)
        self.reader.go_to(place)
        self.parts.select(f"{key}:{place}")

    def _picked(self, key: str) -> None:
        guide, _, place = key.partition(":")
        self._show(guide, int(place))

    def _passed(self, place: int) -> None:
        self.parts.select(f"{self._shown}:{place}")

    def _find(self) -> None:
        """The next place in this guide, else in the others."""
        words = self.field.text().strip()
        if not words or self.reader.find_next(words):
            self.told.setText("")
            return
        for key, guide in self._guides.items():
            if words.casefold() in guide.text.casefold() and key != self._shown:
                self._show(key, 0)
                if self.reader.find_next(words):
                    return
        self.told.setText(self.tr("Not in the guides"))

    # -- keyboard and size

    def resume(self, before: Self) -> None:
        """The same part of the guide."""
        self.field.setText(before.field.text())
        self._picked(before.parts.current_key() or f"{before._shown}:0")

    def panes(self) -> list[QWidget]:
        """Parts, and the text."""
        return [self.reader, self.parts] if self._side.isVisible() else [self.reader]

    def search(self) -> None:
        """Ctrl+F."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The parts stand beside the text where there is room."""
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= _NARROW)
