#!/usr/bin/env python3
"""What a spreadsheet says, by the standard library alone. read-xlsx.py FILE prints a line a fact:

    sheet NAME
    cell A2 number 12.5 0.00        a number, or a day as one, and its format
    cell B2 text words @            line ends and tabs escaped
    cell C2 boolean 1 ...
    bold A1, frozen 1, filter A1:C9, width A 12.7, title T, company C

read-xlsx.py --count FILE prints "NAME ROWS" a sheet."""
import re
import sys
import zipfile
import xml.etree.ElementTree as ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def text_of(element):
    """As a spreadsheet program reads it: _x0041_ is the character of that number."""
    text = "".join(part.text or "" for part in element.iter(MAIN + "t"))
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match.group(1), 16)), text)


def formats_of(book):
    styles = ElementTree.fromstring(book.read("xl/styles.xml"))
    codes = {3: "#,##0", 4: "#,##0.00", 49: "@"}
    codes.update({int(code.get("numFmtId")): code.get("formatCode") for code in styles.iter(MAIN + "numFmt")})
    fonts = [font.find(MAIN + "b") is not None for font in styles.find(MAIN + "fonts")]
    return [(codes.get(int(xf.get("numFmtId")), xf.get("numFmtId")), fonts[int(xf.get("fontId"))]) for xf in styles.find(MAIN + "cellXfs")]


def say_sheet(book, number, formats):
    sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet%d.xml" % number))
    for pane in sheet.iter(MAIN + "pane"):
        print("frozen", pane.get("ySplit"))
    for column in sheet.iter(MAIN + "col"):
        print("width", chr(64 + int(column.get("min"))), column.get("width"))
    for view in sheet.iter(MAIN + "sheetView"):
        if view.get("rightToLeft") == "1":
            print("right to left")
    for cell in sheet.iter(MAIN + "c"):
        code, bold = formats[int(cell.get("s", "0"))]
        value = cell.find(MAIN + "v")
        if cell.find(MAIN + "f") is not None:
            print("formula", cell.get("r"))
        if cell.get("t") == "inlineStr":
            print("cell", cell.get("r"), "text", text_of(cell).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"), code)
        elif cell.get("t") == "b":
            print("cell", cell.get("r"), "boolean", value.text, code)
        elif value is not None:
            print("cell", cell.get("r"), "number", value.text, code)
        if bold:
            print("bold", cell.get("r"))
    for found in sheet.iter(MAIN + "autoFilter"):
        print("filter", found.get("ref"))
    if sheet.find(MAIN + "hyperlinks") is not None:
        print("links")


def main():
    count = sys.argv[1] == "--count"
    book = zipfile.ZipFile(sys.argv[-1])
    assert book.testzip() is None
    names = [sheet.get("name") for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
    formats = formats_of(book)
    for number, name in enumerate(names, 1):
        if count:
            print(name, book.read("xl/worksheets/sheet%d.xml" % number).count(b"<row "))
            continue
        print("sheet", name)
        say_sheet(book, number, formats)
    for part in ("docProps/core.xml", "docProps/app.xml"):
        for element in ElementTree.fromstring(book.read(part)).iter():
            tag = element.tag.split("}")[1].lower()
            if tag in ("title", "company", "created") and element.text:
                print(tag, element.text)


main()
