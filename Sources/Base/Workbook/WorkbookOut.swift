import CXlsxWriter
import Foundation
package import Kernel

/// Sheets of rows as a workbook that office programs open (libxlsxwriter; decision record 0370).
///
/// Words stand as words, never as formulas; amounts as numbers with two places, so that a column can be added up.
package struct WorkbookOut: Sendable {
    package enum Cell: Sendable {
        case text(String)
        case money(Money)
        case count(Int64)
        case empty
    }

    package struct Sheet: Sendable {
        package let name: String
        /// Lines above the table: whose it is, of which day, in which unit.
        package let heading: [String]
        package let columns: [String]
        package let rows: [[Cell]]

        package init(_ name: String, heading: [String] = [], columns: [String], rows: [[Cell]]) {
            self.name = name
            self.heading = heading
            self.columns = columns
            self.rows = rows
        }
    }

    package static let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    private let sheets: [Sheet]
    private let at: Instant

    /// `at` is when it became true: the same rows give the same bytes.
    package init(_ sheets: [Sheet], at: Instant) {
        self.sheets = sheets
        self.at = at
    }

    /// The file. Throws when the machine's temporary folder cannot be written: the library writes to a path only.
    package func bytes() throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("qianmo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("out.xlsx")
        guard write(to: file.path) else { throw CocoaError(.fileWriteUnknown) }
        return [UInt8](try Data(contentsOf: file))
    }

    private func write(to path: String) -> Bool {
        guard let book = workbook_new(path) else { return false }
        var properties = lxw_doc_properties()
        properties.created = time_t(at.milliseconds / 1_000)
        workbook_set_properties(book, &properties)
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        let money = workbook_add_format(book)
        format_set_num_format(money, "#,##0.00")
        for sheet in sheets {
            guard let page = workbook_add_worksheet(book, Self.safe(sheet.name)) else {
                _ = workbook_close(book)
                return false
            }
            fill(page, sheet, bold: bold, money: money)
        }
        return workbook_close(book) == LXW_NO_ERROR
    }

    private func fill(
        _ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet, bold: UnsafeMutablePointer<lxw_format>?,
        money: UnsafeMutablePointer<lxw_format>?
    ) {
        var row: UInt32 = 0
        for line in sheet.heading {
            worksheet_write_string(page, row, 0, line, nil)
            row += 1
        }
        for (column, name) in sheet.columns.enumerated() {
            worksheet_write_string(page, row, UInt16(column), name, bold)
        }
        worksheet_freeze_panes(page, row + 1, 0)
        // Printed on A4, each page with the heads of its columns.
        worksheet_set_paper(page, 9)
        worksheet_repeat_rows(page, row, row)
        worksheet_fit_to_pages(page, 1, 0)
        worksheet_set_column(page, 0, UInt16(max(1, sheet.columns.count) - 1), 16, nil)
        for cells in sheet.rows {
            row += 1
            for (column, cell) in cells.enumerated() {
                let column = UInt16(column)
                switch cell {
                case .text(let text): worksheet_write_string(page, row, column, text, nil)
                case .money(let amount):
                    worksheet_write_number(page, row, column, Double(amount.fen) / 100, money)
                case .count(let number): worksheet_write_number(page, row, column, Double(number), nil)
                case .empty: break
                }
            }
        }
    }

    /// A sheet's name has at most 31 letters and none of `[]:*?/\`.
    private static func safe(_ name: String) -> String {
        String(name.map { "[]:*?/\\".contains($0) ? " " : $0 }.prefix(31))
    }
}
