import Foundation

/// Packs files without compressing them, as the tests need them; `lies` changes what the directory says of sizes.
struct ZipWriter {
    struct Part {
        let name: String
        let bytes: [UInt8]
        var method: UInt16 = 0
        var claimed: Int?
    }

    static func pack(_ parts: [Part]) -> [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let offset = out.count
            let name = Array(part.name.utf8)
            let sum = crc(part.bytes)
            let claimed = part.claimed ?? part.bytes.count
            let middle =
                two(20) + two(0) + two(Int(part.method)) + two(0) + two(33) + four(Int(sum)) + four(part.bytes.count)
                + four(claimed) + two(name.count) + two(0)
            out += four(0x0403_4B50) + middle + name + part.bytes
            directory +=
                four(0x0201_4B50) + two(20) + middle + two(0) + two(0) + two(0) + four(0) + four(offset) + name
        }
        return out + directory + four(0x0605_4B50) + two(0) + two(0) + two(parts.count) + two(parts.count)
            + four(directory.count) + four(out.count) + two(0)
    }

    private static func two(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private static func four(_ value: Int) -> [UInt8] { two(value & 0xFFFF) + two(value >> 16) }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}

/// A workbook of one or more sheets, each given as the XML of its rows.
struct BookWriter {
    var sheets: [(name: String, state: String, rows: String)] = []
    var strings: [String] = []
    /// Codes of number formats; style n + 1 is the nth, style 0 is general.
    var formats: [String] = []
    var is1904 = false
    var merged: [String] = []
    var prolog = ""

    init(_ rows: String, formats: [String] = [], strings: [String] = [], merged: [String] = [], is1904: Bool = false) {
        sheets = [("Sheet1", "visible", rows)]
        self.formats = formats
        self.strings = strings
        self.merged = merged
        self.is1904 = is1904
    }

    var parts: [ZipWriter.Part] {
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func part(_ name: String, _ text: String) -> ZipWriter.Part {
            ZipWriter.Part(name: name, bytes: Array("<?xml version=\"1.0\"?>\(text)".utf8))
        }
        func relation(_ id: String, _ type: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(kind)/\(type)\" Target=\"\(target)\"/>"
        }
        let list = sheets.enumerated().map {
            "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" state=\"\($1.state)\" r:id=\"r\($0)\"/>"
        }.joined()
        let relations =
            sheets.indices.map { relation("r\($0)", "worksheet", "worksheets/sheet\($0).xml") }.joined()
            + relation("s", "styles", "styles.xml") + relation("t", "sharedStrings", "sharedStrings.xml")
        let codes = formats.enumerated().map {
            "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1.replacing("\"", with: "&quot;"))\"/>"
        }.joined()
        let styles = "<xf numFmtId=\"0\"/>" + formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }.joined()
        let merges =
            merged.isEmpty ? "" : "<mergeCells>\(merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>"
        var parts = [
            part("_rels/.rels", "<Relationships>\(relation("m", "officeDocument", "xl/workbook.xml"))</Relationships>"),
            part(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"\(kind)\"><workbookPr date1904=\"\(is1904 ? 1 : 0)\"/><sheets>\(list)</sheets></workbook>"
            ),
            part("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"),
            part("xl/styles.xml", "<styleSheet><numFmts>\(codes)</numFmts><cellXfs>\(styles)</cellXfs></styleSheet>"),
        ]
        if !strings.isEmpty {
            parts.append(
                part("xl/sharedStrings.xml", "\(prolog)<sst>\(strings.map { "<si>\($0)</si>" }.joined())</sst>"))
        }
        for (index, sheet) in sheets.enumerated() {
            parts.append(
                part(
                    "xl/worksheets/sheet\(index).xml",
                    "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>\(sheet.rows)</sheetData>\(merges)</worksheet>"
                ))
        }
        return parts
    }

    var bytes: [UInt8] { ZipWriter.pack(parts) }
}
