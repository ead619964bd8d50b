package import Kernel

/// What a cell of a sheet holds. Numbers are the decimal text of the file, never floating point.
package enum Cell: Sendable, Hashable {
    case text(String)
    /// Plain decimal text without exponent: "24000.1". At most the fifteen figures that spreadsheets keep.
    case number(String)
    /// A day, or a day and a time, as ISO text: "2024-03-01", "2024-03-01 09:30:00"; a time alone "09:30:00".
    case date(String)
    /// Cannot be read; the text is what the file has there.
    case fault(Rejection, String)

    /// What stands there, for whoever looks at the row.
    package var text: String {
        switch self {
        case .text(let text), .number(let text), .date(let text), .fault(_, let text): text
        }
    }
}

/// Where a cell stands: column and row from 1.
package struct CellAddress: Sendable, Hashable {
    package let column: Int
    package let row: Int

    package static let widest = 16_384
    package static let deepest = 1_048_576

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// From "G4" or "$G$4"; nil for anything else and for places no spreadsheet has.
    package init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                guard row == 0, column < CellAddress.widest else { return nil }
                column = column * 26 + Int(byte & 0x1F)
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard row < CellAddress.deepest else { return nil }
                row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
        }
        guard (1...CellAddress.widest).contains(column), (1...CellAddress.deepest).contains(row) else { return nil }
        self.init(column: column, row: row)
    }

    /// "G4".
    package var name: String { CellAddress.letters(column) + String(row) }

    /// "G" for 7.
    package static func letters(_ column: Int) -> String {
        var rest = max(1, column)
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

/// A rectangle of cells that look like one.
struct CellRange: Sendable, Hashable {
    let first: CellAddress
    let last: CellAddress

    /// From "A1:H1".
    init?(_ text: String) {
        let halves = text.split(separator: ":")
        guard let first = halves.first.flatMap({ CellAddress($0) }),
            let last = halves.last.flatMap({ CellAddress($0) }), halves.count <= 2, last.column >= first.column,
            last.row >= first.row
        else { return nil }
        self.first = first
        self.last = last
    }

    func contains(_ place: CellAddress) -> Bool {
        (first.column...last.column).contains(place.column) && (first.row...last.row).contains(place.row)
    }
}
