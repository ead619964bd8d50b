package import Kernel
import Workbook

/// A bank's file as text: of a workbook the cells of the first sheet that is a file of arrivals, each row on its own line.
package enum DepositFile {
    package static func read(_ bytes: [UInt8]) throws(Rejection) -> String {
        guard bytes.starts(with: [0x50, 0x4B]) else {
            try TableFile.refuseOther(bytes)
            return try TableText(bytes).text
        }
        var texts: [String] = []
        var fault: Rejection?
        try Grid.shown(bytes) { _, grid in
            fault = fault ?? grid.rows.lazy.flatMap(\.cells).compactMap(\.fault).first
            texts.append(text(of: grid))
        }
        // A figure that the workbook has lost is no figure: an account of nineteen digits kept as a number.
        if let fault { throw fault }
        guard let first = texts.first else { throw KernelRejection.tableEmpty.rejection }
        return texts.first { (try? BankLine.answers($0)) != nil } ?? first
    }

    private static func text(of grid: Grid) -> String {
        var lines: [String] = []
        for row in grid.rows.prefix(100_000) {
            // Rows that hold nothing keep their place, so that an answer names the row of the sheet.
            while lines.count < min(row.number - 1, 100_000) { lines.append("") }
            let cells = row.cells.map { String($0.text.map { $0.isNewline ? " " : $0 }) }
            lines.append(cells.map(CSVCell.quoted).joined(separator: ","))
        }
        return lines.joined(separator: "\n")
    }
}
