import EventLog
package import Kernel
package import Registry
import Workbook

/// The columns of a bank's statement; their headings are in `Text+Import.swift`.
package enum StatementColumn: String, CaseIterable, Sendable {
    case date, serial, received, paid, amount, direction, balance, name, account, remark, currency
}

/// One movement as the bank wrote it.
package struct FileMovement: Sendable, Hashable {
    /// The row of the file, from 1.
    package let row: Int
    package let date: CivilDate
    package let serial: String?
    /// What came in above zero, what went out below.
    package let amount: Money
    package let balance: Money?
    package let counterparty: String?
    package let counterAccount: String?
    package let remark: String?
}

/// A bank's statement that was read. The bank's credit is what came in (domain notes, trap 7).
package struct StatementFile: Sendable {
    package private(set) var movements: [FileMovement] = []
    /// Rows that are set aside or refused, in the order of the file.
    package private(set) var others: [ImportRow] = []

    /// Throws where the file is no statement; a bad row is answered in `others`, alone.
    package init(_ bytes: [UInt8], sheet: String? = nil) throws(Rejection) {
        let columns = StatementColumn.allCases.map { TableColumn($0, $0.names, isRequired: $0 == .date) }
        let table = try TableFile.read(bytes, TableReader(columns), sheet: sheet)
        guard table.has(.received) || table.has(.paid) || table.has(.amount) else {
            throw KernelRejection.tableHeading(missing: [ImportText.headings(StatementColumn.received)[0]]).rejection
        }
        let direction = StatementFile.direction(in: table)
        for answer in table.answers({ (row) throws(Rejection) in try StatementFile.outcome(row, direction) }) {
            switch answer.outcome {
            case .accepted(let movement): movements.append(movement)
            case .setAside(let reason): others.append(ImportRow(answer.line, .setAside(reason)))
            case .refused(let rejection): others.append(ImportRow(answer.line, .refused(rejection)))
            }
        }
        checkBalances()
        others.sort { $0.row < $1.row }
    }

    /// The place of the column that says which way money went, where its heading is none we know: every record has such a
    /// word there. Nil where the heading is known, or where two columns of amounts say it.
    private static func direction(in table: Table<StatementColumn>) -> Int? {
        guard table.has(.amount), !table.has(.direction), !table.has(.received), !table.has(.paid) else { return nil }
        let records = table.rows.filter { ((try? $0.optional(.date, as: CivilDate.self)) ?? nil) != nil }
        guard !records.isEmpty else { return nil }
        return table.headings.indices.first { place in
            records.allSatisfy { row in
                guard row.cells.indices.contains(place) else { return false }
                let word = Folding.code(row.cells[place]).lowercased()
                return ImportText.incoming.contains(word) || ImportText.outgoing.contains(word)
            }
        }
    }

    private static func outcome(_ row: Table<StatementColumn>.Row, _ direction: Int?) throws(Rejection)
        -> Table<StatementColumn>.Outcome<FileMovement>
    {
        if isSum(row) { return .setAside(.totals) }
        let currency = (try? row.text(.currency)) ?? ""
        // Money of another country is no line of these books.
        if !currency.isEmpty, !ImportText.ownCurrencies.contains(currency.uppercased()) { return .setAside(.foreign) }
        var problems = RowProblems()
        func text(_ key: StatementColumn) -> String? {
            let text = problems.take { () throws(Rejection) in try row.text(key) } ?? ""
            return text.isEmpty ? nil : text
        }
        let date = problems.take { () throws(Rejection) in try row.value(.date, as: CivilDate.self) }
        let amount = problems.take { () throws(Rejection) in try StatementFile.amount(row, direction) }
        let balance = problems.take { () throws(Rejection) in try row.optionalMoney(.balance) } ?? nil
        let serial = text(.serial).map { Folding.code($0) }
        let (name, account, remark) = (text(.name), text(.account), text(.remark))
        try problems.finish()
        guard let date, let amount else { return .setAside(.foreign) }
        // An opening line, or one of information only.
        guard amount != .zero else { return .setAside(.foreign) }
        return .accepted(
            FileMovement(
                row: row.line, date: date, serial: serial, amount: amount, balance: balance, counterparty: name,
                counterAccount: account.map { Folding.code($0) }, remark: remark))
    }

    /// A sum stands where the day should be; so does what was brought forward, without a day and without an amount.
    private static func isSum(_ row: Table<StatementColumn>.Row) -> Bool {
        let day = (try? row.text(.date)) ?? ""
        guard day.isEmpty else { return ImportText.isSum(day) || ImportText.isNameOfSum(day) }
        if ImportText.isSum(row.excerpt) { return true }
        let amounts = [StatementColumn.received, .paid, .amount].map { (try? row.optionalMoney($0)) ?? nil }
        return amounts.allSatisfy { ($0 ?? .zero) == .zero }
    }

    private static func amount(_ row: Table<StatementColumn>.Row, _ place: Int?) throws(Rejection) -> Money {
        let came = try row.optionalMoney(.received) ?? .zero
        let went = try row.optionalMoney(.paid) ?? .zero
        if came != .zero, went != .zero { throw KernelRejection.tableBothSides.rejection.under(row.name(.paid)) }
        if came != .zero || went != .zero || row.column(.amount) == nil { return came - went }
        guard let amount = try row.optionalMoney(.amount) else { return .zero }
        guard row.column(.direction) != nil || place != nil else { return amount }
        let written = if let place { row.cells[place] } else { try row.text(.direction) }
        let word = Folding.code(written).lowercased()
        if ImportText.outgoing.contains(word) { return amount > .zero ? .zero - amount : amount }
        guard word.isEmpty || ImportText.incoming.contains(word) else {
            throw KernelRejection.notAChoice(field: row.name(.direction), choices: ImportText.bankDirections).rejection
        }
        return amount
    }

    /// Holds every balance against the row before, upwards or downwards as the file runs; a row that does not follow is
    /// refused, unless the balances of the file are no chain at all.
    private mutating func checkBalances() {
        guard movements.count > 1 else { return }
        let down = breaks(movements)
        let up = breaks(movements.reversed())
        let broken = up.count < down.count ? up : down
        guard broken.count * 4 <= movements.count else { return }
        for (row, rejection) in broken { others.append(ImportRow(row, .refused(rejection))) }
        movements.removeAll { broken[$0.row] != nil }
    }

    private func breaks(_ rows: [FileMovement]) -> [Int: Rejection] {
        var broken: [Int: Rejection] = [:]
        var known: [Money] = []
        for row in rows {
            guard let balance = row.balance else {
                known = []
                continue
            }
            let expected = known.map { $0 + row.amount }
            if let first = expected.first, !expected.contains(balance) {
                broken[row.row] = LedgerRefusal.balanceBroken(first, balance)
                // Either the balance is wrong, or a row is missing before it: the next may follow from both.
                known = [balance, first]
            } else {
                known = [balance]
            }
        }
        return broken
    }
}

/// Brings the lines of a statement to the books' record of what the bank says.
package struct StatementImport: Sendable {
    package let organisation: OrganisationID
    package let account: AccountCode

    package init(organisation: OrganisationID, account: AccountCode) {
        self.organisation = organisation
        self.account = account
    }

    /// A line of a file as it is brought to the books.
    package struct Line: Sendable {
        package let row: Int
        package let command: RecordStatementLine
        /// Its name before 30 November 2026, of a digest that held the other side's account and words: such lines stay known.
        package let formerly: StatementLineID?
    }

    /// A line for each movement. The same content has the same identifier; of two rows that are alike in all that makes it
    /// the second counts as a second movement.
    package func lines(_ file: StatementFile) -> [Line] {
        let (names, before) = (names(file, content), names(file, contentBefore))
        return zip(file.movements, zip(names, before)).compactMap { movement, name in
            name.0.map { Line(row: movement.row, command: command(movement, $0), formerly: name.1) }
        }
    }

    private func names(_ file: StatementFile, _ content: (FileMovement) -> [String: JSON]) -> [StatementLineID?] {
        var seen: [Hash: Int64] = [:]
        return file.movements.map { movement in
            func hash(_ turn: Int64) -> Hash {
                Hash.file(JSON.object(content(movement).merging(["turn": .integer(turn)]) { $1 }).canonicalBytes)
            }
            let first = hash(0)
            let turn = seen[first, default: 0]
            seen[first] = turn + 1
            return StatementLineID("bank-\(hash(turn).hex.prefix(32))")
        }
    }

    /// What makes a movement this one: where the bank gives a number or a balance, what everybody may read alone. The name
    /// stands in the log for ever, and whoever guesses an account number could try it against a digest that holds it.
    private func content(_ movement: FileMovement) -> [String: JSON] {
        guard movement.serial != nil || movement.balance != nil else { return contentBefore(movement) }
        return open(movement)
    }

    /// A bank that gives neither tells its movements apart by whom and what for alone.
    private func contentBefore(_ movement: FileMovement) -> [String: JSON] {
        var content = open(movement)
        content["counter"] = .string(movement.counterAccount ?? "")
        guard movement.serial == nil, movement.balance == nil else { return content }
        if let name = movement.counterparty { content["name"] = .string(name) }
        if let remark = movement.remark { content["remark"] = .string(remark) }
        return content
    }

    private func open(_ movement: FileMovement) -> [String: JSON] {
        [
            "organisation": .string(organisation.text), "account": .string(account.text),
            "date": movement.date.field, "serial": .string(movement.serial ?? ""), "amount": movement.amount.field,
            "balance": movement.balance?.field ?? .null,
        ]
    }

    private func command(_ movement: FileMovement, _ id: StatementLineID) -> RecordStatementLine {
        func personal(_ text: String?) -> Personal<String>? { text.map { Personal($0, of: DataSubject(ofLine: id)) } }
        let amount = movement.amount
        return RecordStatementLine(
            organisation: organisation, line: id, account: account, date: movement.date, serial: movement.serial,
            received: amount > .zero ? amount : nil, paid: amount < .zero ? .zero - amount : nil,
            balance: movement.balance, counterparty: personal(movement.counterparty),
            counterAccount: personal(movement.counterAccount), remark: personal(movement.remark))
    }
}
