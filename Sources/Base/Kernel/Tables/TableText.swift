import Foundation

/// How a file's bytes were read as text.
package enum TableEncoding: String, Sendable, CaseIterable {
    case utf8, utf16LittleEndian, utf16BigEndian, gb18030
    /// No text: the cells of a workbook.
    case workbook
}

/// The text of a file of rows, whatever program wrote it.
package struct TableText: Sendable {
    package let text: String
    package let encoding: TableEncoding

    /// The largest file that is read, unless the reader says otherwise.
    package static let largest = 8 * 1_048_576

    /// By its byte order mark; without one UTF-8 where the bytes are UTF-8, UTF-16 where every other byte is zero, and GB18030
    /// (GBK and GB2312 are parts of it) for the rest. Throws with the first line that is none of them.
    package init(_ bytes: [UInt8], largest: Int = TableText.largest) throws(Rejection) {
        guard bytes.count <= largest else { throw KernelRejection.tooLarge(limit: largest).rejection }
        if bytes.starts(with: [0xFF, 0xFE]) {
            self.init(utf16: bytes.dropFirst(2), isBigEndian: false)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self.init(utf16: bytes.dropFirst(2), isBigEndian: true)
        } else if let isBigEndian = TableText.zeroSide(bytes) {
            self.init(utf16: bytes[...], isBigEndian: isBigEndian)
        } else if let text = String(
            validating: bytes.starts(with: TableText.mark) ? bytes[3...] : bytes[...], as: UTF8.self)
        {
            self.init(text, .utf8)
        } else if !TableText.isMostlyUTF8(bytes), let text = String(bytes: bytes, encoding: TableText.gb18030) {
            self.init(text, .gb18030)
        } else {
            throw KernelRejection.tableEncoding(line: TableText.firstUnreadable(bytes)).rejection
        }
    }

    private init(_ text: String, _ encoding: TableEncoding) {
        self.text = text
        self.encoding = encoding
    }

    /// Halves of surrogate pairs become U+FFFD, for which the cell they stand in is refused.
    private init(utf16 bytes: ArraySlice<UInt8>, isBigEndian: Bool) {
        let bytes = Array(bytes)
        let units = stride(from: 0, to: bytes.count - bytes.count % 2, by: 2).map { position in
            let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        self.init(String(decoding: units, as: UTF16.self), isBigEndian ? .utf16BigEndian : .utf16LittleEndian)
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// `kCFStringEncodingGB_18030_2000`, which Foundation has no name for.
    static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

    /// Whether zeros stand before (true) or behind (false) the bytes of plain letters, as in UTF-16 without a mark; nil when
    /// there are too few for that.
    private static func zeroSide(_ bytes: [UInt8]) -> Bool? {
        let head = bytes.prefix(4_096)
        guard head.count >= 4, head.contains(0) else { return nil }
        var zeros = (even: 0, odd: 0)
        for (position, byte) in head.enumerated() where byte == 0 {
            if position % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let few = head.count / 16
        if zeros.odd > few && zeros.even <= few { return false }
        if zeros.even > few && zeros.odd <= few { return true }
        return nil
    }

    /// Whether more lines are UTF-8 with letters beyond ASCII than are not: then the file is UTF-8 with a wound, and reading
    /// it as something else would make nonsense of it.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var balance = 0
        for part in bytes.split(separator: UInt8(ascii: "\n")) {
            if String(validating: part, as: UTF8.self) == nil {
                balance -= 1
            } else if part.contains(where: { $0 >= 0x80 }) {
                balance += 1
            }
        }
        return balance > 0
    }

    private static func firstUnreadable(_ bytes: [UInt8]) -> Int {
        let isUTF8 = isMostlyUTF8(bytes)
        var line = 1
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil, isUTF8 || String(bytes: part, encoding: gb18030) == nil {
                return line
            }
            line += 1
        }
        return 1
    }
}
