"""Printed pages: nothing runs into the foot, and a row that is a heading goes across its table."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter, QTextTable

from desktop.shell.handout import Paragraph, Sheet, Table
from desktop.shell.pdf import document_of, draw_document, sheets_pdf

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")
LONG = Table(("A", "B"), tuple((f"Row {at}", "words\nand words") for at in range(40)))


def test_a_row_of_one_text_spans_its_table() -> None:
    document = document_of([Table(("A", "B", "C"), (("Group",), ("a", "b", "c")))], QSizeF(400, 600))
    (table,) = (each for each in document.rootFrame().childFrames() if isinstance(each, QTextTable))
    assert [table.cellAt(row, 0).columnSpan() for row in range(3)] == [1, 3, 1]


@pytest.mark.parametrize("height", range(180, 240, 7))  # some end within a row
def test_no_line_of_a_table_goes_on_below_its_page(height: int) -> None:
    document = document_of([LONG], QSizeF(300, height))
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    draw_document(document, painter, QRectF(0, 0, 300, height))
    painter.end()
    filled = {y for y in range(300) if any(image.pixel(x, y) != 0xFFFFFFFF for x in range(300))}
    assert max(filled) in range(height - 60, height)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext, which reads a PDF, is not installed")
def test_a_long_foot_leaves_room_for_the_number_of_the_page(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(sheets_pdf("Title", "word " * 200, [Sheet("Title", (Paragraph("Text"),))]))
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, timeout=60)
    foot = done.stdout.decode().strip().splitlines()[-1]
    assert foot.split()[-2].endswith("…")
    assert foot.split()[-1] == "1"
