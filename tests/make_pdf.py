#!/usr/bin/env python3
"""Writes a small PDF from plain text, for the tests: Helvetica, lines exactly as they stand in the text.

Usage: make_pdf.py [--header TEXT] [--footer TEXT] [--title TEXT] [--author TEXT] [--created D:YYYYMMDD]
                   [--columns] [--locked] [--no-text] SOURCE TARGET

A form feed begins a page, an empty line is a gap, "# " before a line makes its letters larger, two spaces before it
indent it. {n} in header and footer is the page's number, {pages} how many there are. --columns puts each half of a
page, parted by a line "|", beside the other. --locked makes a file that asks for a password, --no-text one that has
only a drawing on its pages, as a scanner makes them.
"""
import argparse

WIDTH, HEIGHT, MARGIN, PITCH, SIZE, LARGE = 595, 842, 60, 14, 11, 20


def string(text):
    return b"(" + text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def show(x, y, size, text):
    return b"BT /F1 %d Tf %.1f %.1f Td %s Tj ET\n" % (size, x, y, string(text))


def column(lines, x):
    drawn, y = b"", HEIGHT - 90
    for line in lines:
        size = LARGE if line.startswith("# ") else SIZE
        text = line[2:] if size == LARGE else line.strip()
        indent = 20 if line.startswith("  ") else 0
        y -= PITCH if text else PITCH * 0.8
        if size == LARGE:
            y -= PITCH
        if text:
            drawn += show(x + indent, y, size, text)
    return drawn


def page(text, number, pages, options):
    lines = text.strip("\n").split("\n")
    if options.no_text:
        return b"0.5 g 100 100 300 400 re f\n"
    drawn = b""
    for place, words in ((HEIGHT - 40, options.header), (30, options.footer)):
        if words:
            drawn += show(MARGIN, place, 9, words.replace("{n}", str(number)).replace("{pages}", str(pages)))
    if options.columns and "|" in lines:
        cut = lines.index("|")
        return drawn + column(lines[:cut], MARGIN) + column(lines[cut + 1:], WIDTH / 2 + 20)
    return drawn + column(lines, MARGIN)


def main():
    parser = argparse.ArgumentParser()
    for name in ("header", "footer", "title", "author", "created"):
        parser.add_argument("--" + name)
    for name in ("columns", "locked", "no-text"):
        parser.add_argument("--" + name, action="store_true")
    parser.add_argument("source")
    parser.add_argument("target")
    options = parser.parse_args()
    with open(options.source, encoding="utf-8") as file:
        texts = file.read().split("\f")
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(texts), b" ".join(
                   b"%d 0 R" % (5 + 2 * i) for i in range(len(texts)))),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
               b"<< " + b" ".join(b"/%s %s" % (key, string(value)) for key, value in
                                  ((b"Title", options.title), (b"Author", options.author),
                                   (b"CreationDate", options.created)) if value) + b" >>"]
    for i, text in enumerate(texts):
        content = page(text, i + 1, len(texts), options)
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
                       b"/Resources << /Font << /F1 3 0 R >> >> >>" % (WIDTH, HEIGHT, 6 + 2 * i))
        objects.append(b"<< /Length %d >>\nstream\n%sendstream" % (len(content), content))
    trailer = b"/Root 1 0 R /Info 4 0 R"
    if options.locked:
        trailer += b" /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (
            b"5a" * 32, b"a5" * 32)
    out, places = b"%PDF-1.4\n", []
    for i, body in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i + 1, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, table)
    with open(options.target, "wb") as file:
        file.write(out)


if __name__ == "__main__":
    main()
