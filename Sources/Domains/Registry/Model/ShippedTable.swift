package import Kernel

/// A table that comes with the program, read by the one reader of rows (record 0222): every row of it is a record.
package struct ShippedTable: Sendable {
    package struct Record: Sendable {
        /// The line of the file, from 2.
        package let row: Int
        private let cells: [String: String]

        fileprivate init(row: Int, cells: [String: String]) { (self.row, self.cells) = (row, cells) }

        /// The cell of `column`; empty where it is blank.
        package func text(_ column: String) -> String { cells[column] ?? "" }
    }

    package let records: [Record]

    /// Throws where a column is missing, or a row is no record: a table of ours has neither preamble nor sums.
    package init(_ bytes: [UInt8], columns: [String]) throws(Rejection) {
        let table = try TableReader(columns.map { TableColumn($0, [$0]) }).read(bytes)
        var records: [Record] = []
        let answers = table.answers { (row) throws(Rejection) in
            var cells: [String: String] = [:]
            for column in columns { cells[column] = try row.text(column) }
            return Table<String>.Outcome.accepted(Record(row: row.line, cells: cells))
        }
        for answer in answers {
            switch answer.outcome {
            case .accepted(let record): records.append(record)
            case .setAside(.blank): continue
            case .setAside: throw RegistryRefusal.fileColumns(answer.line)
            case .refused(let rejection): throw rejection
            }
        }
        self.records = records
    }

    /// The rows that `make` reads. A table of ours is whole: a row that is no record, or that `make` cannot read, stops the
    /// program and is never left out.
    package static func rows<Row>(_ bytes: [UInt8], columns: [String], _ make: (Record) -> Row?) -> [Row] {
        guard let table = try? ShippedTable(bytes, columns: columns) else {
            preconditionFailure("the shipped table of \(columns) is readable")
        }
        return table.records.map { record in
            guard let row = make(record) else {
                preconditionFailure("line \(record.row) of the shipped table of \(columns) is readable")
            }
            return row
        }
    }
}
