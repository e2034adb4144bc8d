#!/usr/bin/env python3
"""Makes the workbooks that upstream-calamine.md speaks of, beside this file: python3 make.py"""
import io
import os
import struct
import zipfile

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
HERE = os.path.dirname(os.path.abspath(__file__))


def write(name, content):
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(content)


# Workbooks of Excel 97 to 2003: a compound file (MS-CFB) with one stream of records (MS-XLS).

def record(kind, content=b""):
    return struct.pack("<HH", kind, len(content)) + content


BOF = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
EOF = record(0x000A)


def bound_sheet(position):
    return record(0x0085, struct.pack("<IBB", position, 0, 0) + b"\x01\x00S")


def with_sheet(records):
    """One sheet that holds these records."""
    sheet = len(BOF + bound_sheet(0) + EOF)
    return BOF + bound_sheet(sheet) + EOF + BOF + records + EOF


def entry(name, kind, start, length):
    text = name.encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind, 1, FREE, FREE, 1 if kind == 5 else FREE)
    return head + bytes(36) + struct.pack("<IQ", start, length)


def compound(stream, fat=(FAT, END, END, END), small=True):
    """Sectors: 0 says which follows which, 1 the directory, 2 the same of small sectors, 3 the small sectors."""
    assert len(stream) <= 512
    used = (len(stream) + 63) // 64
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<IIIIIIII", 1, 1, 0, 4096, 2 if small else END, 1 if small else 0, END, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", FREE) * 108
    sectors = [
        b"".join(struct.pack("<I", number) for number in fat).ljust(512, b"\xff"),
        (entry("Root Entry", 5, 3, 64 * used) + entry("Workbook", 2, 0, len(stream))).ljust(512, b"\0"),
        b"".join(struct.pack("<I", number) for number in [*range(1, used), END]).ljust(512, b"\xff"),
        stream.ljust(512, b"\0"),
    ]
    return header + b"".join(sectors)


# 1 to 4: the compound file.
write("01-chain-into-itself.xls", compound(with_sheet(b""), fat=(FAT, 1, END, END)))
write("02-cut-before-a-sector.xls", compound(with_sheet(b""))[: 512 * 3 + 100])
write("03-chain-past-the-table.xls", compound(with_sheet(record(0x0000, bytes(64))), small=False))
write("04-cut-within-the-table.xls", compound(with_sheet(b""))[: 512 + 17])
# 5 to 7: sizes and places that are believed.
write("05-sheet-behind-the-end.xls", compound(BOF + bound_sheet(0x00800000) + EOF))
write("06-dimensions-backwards.xls", compound(with_sheet(record(0x0200, struct.pack("<IIHHH", 9, 1, 0, 1, 0)))))
far = record(0x0203, struct.pack("<HHHd", 0, 0, 0, 1)) + record(0x0203, struct.pack("<HHHd", 65535, 65535, 0, 1))
write("07-two-cells-far-apart.xls", compound(with_sheet(far)))
# 8 to 12: records that are shorter than what is read of them.
write("08-short-bof.xls", compound(record(0x0809) + EOF))
write("09-short-bound-sheet.xls", compound(BOF + record(0x0085, b"\0\0\0\0") + EOF))
write("10-short-lbl.xls", compound(BOF + record(0x0018, b"\0\0") + EOF))
write("11-short-extern-sheet.xls", compound(BOF + record(0x0017) + EOF))
write("12-short-sst.xls", compound(BOF + record(0x00FC, struct.pack("<II", 1, 1) + b"\1\0\x0c") + EOF))


# Binary workbooks (MS-XLSB).

def brt(kind, content=b""):
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + bytes([len(content)]) + content


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def zipped(parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(zipfile.ZipInfo(name), content)
    return held.getvalue()


def xlsb(sheet, bundle=bytes(8) + wide("rId1") + wide("S")):
    return zipped({
        "xl/workbook.bin": brt(131) + brt(143) + brt(156, bundle) + brt(144) + brt(132),
        "xl/_rels/workbook.bin.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>',
        "xl/worksheets/sheet1.bin": sheet,
    })


ROW = brt(0, bytes(17))
CELLS = brt(129) + brt(148, bytes(16)) + brt(145)
write("13-relationship-that-is-not-there.xlsb", xlsb(CELLS, bytes(8) + wide("rId2") + wide("S")))
write("14-short-bundle.xlsb", xlsb(CELLS, bytes(8)))
write("15-short-dimensions.xlsb", xlsb(brt(129) + brt(148, b"\0") + brt(145)))
write("16-shared-string-that-is-not-there.xlsb", xlsb(CELLS + ROW + brt(7, struct.pack("<III", 0, 0, 9)) + brt(146)))

# OpenDocument.
write("17-table-never-closed.ods", zipped({
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": "<manifest:manifest/>",
    "content.xml": '<office:spreadsheet><table:table table:name="S">',
}))
