"""Scrolling a page whose paragraphs are laid out as they come into view: what one looks at never jumps."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QScrollBar, QWidget

from gui.text.faces import Role, face
from gui.text.sheet import Sheet

TOP, BOTTOM = 22, 160
"""Room above the first paragraph and below the last."""

Anchor = tuple[int, float]
"""An offset, and how far below the top of the view its line stands."""
BEGINNING: Anchor = (0, float(TOP))


class Scrolled(Protocol):
    """A view of a sheet, as far as scrolling is concerned."""

    sheet: Sheet | None
    zoom: float
    spacing: float

    def verticalScrollBar(self) -> QScrollBar: ...
    def viewport(self) -> QWidget: ...


class Scroller:
    """Keeps the view's scroll bar and its sheet in step."""

    def __init__(self, view: Scrolled) -> None:
        self._view = view
        self._bar = view.verticalScrollBar()
        self._pinned = 0
        """Heights that change above this paragraph are made up for by the bar."""
        self._painted_at = 0

    @property
    def top(self) -> int:
        """Where the top of the view stands on the sheet."""
        return self._bar.value() - TOP

    @property
    def _height(self) -> int:
        return self._view.viewport().height()

    def visible(self) -> range:
        """The paragraphs in view."""
        sheet = self._view.sheet
        return range(0) if sheet is None else range(sheet.flow.at(self.top), sheet.flow.at(self.top + self._height) + 1)

    def anchor(self) -> Anchor:
        """What stands at the top of the view, to be brought back there when the page is set anew."""
        sheet = self._view.sheet
        if sheet is None or self._bar.value() == 0:
            return BEGINNING
        offset, _ = sheet.hit(0, self.top + 1)
        return offset, sheet.spot(offset).top - self.top

    def restore(self, anchor: Anchor) -> None:
        """Bring the anchor back to where it was on the view."""
        sheet = self._view.sheet
        if sheet is None:
            return
        value = 0
        if anchor != BEGINNING:
            self._pinned = sheet.spot(anchor[0]).paragraph
            sheet.grown.clear()
            value = round(sheet.spot(anchor[0]).top - anchor[1]) + TOP
        self.fit()
        self._move(value)
        self.settle()

    def fit(self) -> None:
        """Give the bar the page's height."""
        view, bar = self._view, self._bar
        height = 0 if view.sheet is None else int(view.sheet.height) + TOP + BOTTOM
        blocked = bar.blockSignals(True)
        bar.setPageStep(self._height)
        bar.setSingleStep(int(face(Role.BODY, view.zoom, view.spacing).pitch))
        bar.setRange(0, max(0, height - self._height))
        bar.blockSignals(blocked)

    def _move(self, value: int) -> None:
        """Set the bar without moving what is painted: the page has changed under it."""
        blocked = self._bar.blockSignals(True)
        self._bar.setValue(value)
        self._bar.blockSignals(blocked)

    def absorb(self) -> None:
        """Take heights that turned out otherwise than estimated; what is seen stays where it is."""
        sheet = self._view.sheet
        if sheet is None or not sheet.grown:
            return
        shift = sum(by for n, by in sheet.grown if n < self._pinned)
        sheet.grown.clear()
        self.fit()
        if shift:
            self._move(self._bar.value() + round(shift))
        self._view.viewport().update()

    def settle(self) -> None:
        """Lay out what is in view."""
        sheet = self._view.sheet
        if sheet is None:
            return
        for _ in range(8):
            n, bottom = sheet.flow.at(self.top), self.top + self._height
            while n < len(sheet.display) and sheet.top(n) < bottom:
                sheet.laid(n)
                n += 1
            if not sheet.grown:
                break
            self.absorb()
        self._pinned = sheet.flow.at(self.top)

    def scrolled(self, dy: int) -> None:
        """The bar has moved: move what is painted, by more or less where estimates above became heights."""
        sheet, viewport = self._view.sheet, self._view.viewport()
        if sheet is not None and abs(dy) > self._height:
            self._pinned = sheet.flow.at(self.top)
        self.settle()
        moved = self._painted_at - self._bar.value()
        self._painted_at = self._bar.value()
        if abs(moved) < self._height:
            viewport.scroll(0, moved)
        else:
            viewport.update()

    def painted(self) -> None:
        """The view has been painted with the bar where it is."""
        self._painted_at = self._bar.value()

    def show(self, offset: int, share: float) -> None:
        """Bring a place to a share of the view's height from its top."""
        sheet = self._view.sheet
        if sheet is None:
            return
        for _ in range(3):
            self._pinned = sheet.spot(offset).paragraph
            self.absorb()
            self._bar.setValue(round(sheet.spot(offset).top) + TOP - int(self._height * share))
            if not sheet.grown:
                break

    def reveal(self, top: int, bottom: int) -> None:
        """Scroll by just so much that a part of the view from `top` to `bottom` can be seen."""
        over, under = 30 - top, bottom + 40 - self._height
        if over > 0:
            self._bar.setValue(self._bar.value() - over)
        elif under > 0:
            self._bar.setValue(self._bar.value() + under)
