package import Kernel
package import Registry
import Workbook

/// The columns of a file of balances; their headings are in `Text+Import.swift`.
package enum BalanceColumn: String, CaseIterable, Sendable {
    case code, oldCode, name, debit, credit, amount, direction, party, organisation
}

/// The balances a village brings along, old or new.
package struct BalanceFile: Sendable {
    package struct Line: Sendable, Hashable {
        package let row: Int
        package let code: AccountCode
        package let name: String
        package let debit: Money?
        package let credit: Money?
        package let party: PartyID?
    }

    /// In the order of the file; accounts of 2023.
    package private(set) var lines: [Line] = []
    /// Rows that are set aside or refused, in the order of the file.
    package private(set) var others: [ImportRow] = []
    /// The organisations the file names.
    package private(set) var organisations: Set<String> = []

    package init(_ bytes: [UInt8], sheet: String? = nil) throws(Rejection) {
        let columns = BalanceColumn.allCases.map { TableColumn($0, $0.names, isRequired: false) }
        let table = try TableFile.read(bytes, TableReader(columns), sheet: sheet)
        guard table.has(.code) || table.has(.oldCode) else {
            throw KernelRejection.tableHeading(missing: [ImportText.headings(BalanceColumn.code)[2]]).rejection
        }
        guard table.has(.debit) || table.has(.amount) else {
            throw KernelRejection.tableHeading(missing: [ImportText.headings(BalanceColumn.debit)[2]]).rejection
        }
        let layout = Layout(table)
        guard layout.hasSides || table.has(.amount) else {
            throw KernelRejection.tableHeading(missing: [ImportText.headings(BalanceColumn.amount)[1]]).rejection
        }
        var households = 0
        var named: Set<String> = []
        func read(_ row: Table<BalanceColumn>.Row) throws(Rejection) -> Table<BalanceColumn>.Outcome<Line> {
            if ImportText.isSum((try? row.text(.name)) ?? "") || ImportText.isSum((try? row.text(.code)) ?? "") {
                return .setAside(.totals)
            }
            if let place = try? row.text(.organisation), !place.isEmpty { named.insert(place) }
            return try BalanceFile.line(row, layout, &households)
        }
        for answer in table.answers(read) {
            switch answer.outcome {
            case .accepted(let line): lines.append(line)
            case .setAside(let reason): others.append(ImportRow(answer.line, .setAside(reason)))
            case .refused(let rejection): others.append(ImportRow(answer.line, .refused(rejection)))
            }
        }
        organisations = named
        leaveOutParents()
    }

    /// A balance list prints an account above the ones below it: where those add up to it, it brings nothing of its own.
    private mutating func leaveOutParents() {
        let codes = Set(lines.map(\.code.text))
        func above(_ code: String) -> [String] {
            (1..<max(1, code.count)).map { String(code.prefix($0)) }.filter { codes.contains($0) }
        }
        let parents = Set(codes.flatMap(above))
        var (own, below): ([String: Int128], [String: Int128]) = ([:], [:])
        for line in lines {
            let net = Int128(line.debit?.fen ?? 0) - Int128(line.credit?.fen ?? 0)
            own[line.code.text, default: 0] += net
            guard !parents.contains(line.code.text) else { continue }
            for code in above(line.code.text) { below[code, default: 0] += net }
        }
        let sums = parents.filter { own[$0] == below[$0] }
        let rows = lines.filter { sums.contains($0.code.text) }.map(\.row)
        lines.removeAll { sums.contains($0.code.text) }
        others += rows.map { ImportRow($0, .setAside(.totals)) }
        others.sort { $0.row < $1.row }
    }

    /// Which columns of the file say what stands on an account.
    private struct Layout {
        /// Whether its debit and credit do. What moved on it in a period stands in such columns too; then the balance has a
        /// column of its own.
        let hasSides: Bool
        /// Where the word for the side stands, if columns of one heading say it, each of its own balance.
        let direction: Int?

        init(_ table: Table<BalanceColumn>) {
            let side = table.rows.first?.heading(.debit) ?? ""
            let amount = table.rows.first?.heading(.amount) ?? ""
            let isOfBalance =
                !ImportText.isTurnover(side) && !(ImportText.isBareSide(side) && ImportText.isBalance(amount))
            hasSides = table.has(.debit) && isOfBalance
            direction = Layout.direction(table)
        }

        private static func direction(_ table: Table<BalanceColumn>) -> Int? {
            guard table.has(.direction), let row = table.rows.first, let amount = row.column(.amount) else {
                return nil
            }
            let word = row.heading(.direction)
            let words = table.headings.indices.filter { table.headings[$0] == word }
            let amounts = table.headings.indices.filter { BalanceColumn.amount.names.contains(table.headings[$0]) }
            guard words.count > 1, words.count == amounts.count, let pair = amounts.firstIndex(of: amount - 1) else {
                return nil
            }
            return words[pair]
        }

        func word(_ row: Table<BalanceColumn>.Row) throws(Rejection) -> String {
            guard let direction else { return try row.text(.direction).lowercased() }
            let cell = row.cells.indices.contains(direction) ? row.cells[direction] : ""
            return cell.filter { !$0.isWhitespace }.lowercased()
        }
    }

    private static func line(_ row: Table<BalanceColumn>.Row, _ layout: Layout, _ households: inout Int)
        throws(Rejection) -> Table<BalanceColumn>.Outcome<Line>
    {
        var problems = RowProblems()
        let sides = problems.take { () throws(Rejection) in try BalanceFile.amounts(row, layout) }
        let name = problems.take { () throws(Rejection) in try row.text(.name) } ?? ""
        let party = problems.take { () throws(Rejection) in try row.optional(.party, as: PartyID.self) }
        let account = problems.take { () throws(Rejection) in try BalanceFile.account(row, &households) }
        try problems.finish()
        guard let account else { return .setAside(.foreign) }
        // An account on which nothing stands brings nothing along.
        guard let sides, sides.0 != nil || sides.1 != nil else { return .setAside(.foreign) }
        return .accepted(
            Line(
                row: row.line, code: account.code, name: name.isEmpty ? account.name : name, debit: sides.0,
                credit: sides.1, party: party ?? nil))
    }

    private static func account(_ row: Table<BalanceColumn>.Row, _ households: inout Int) throws(Rejection)
        -> (code: AccountCode, name: String)
    {
        if row.column(.oldCode) != nil, row.column(.code) == nil {
            return try OldChart.account(try row.text(.oldCode), &households)
        }
        let account = FileAccount(try row.text(.code))
        guard let text = account.code, let code = AccountCode(text) else {
            throw KernelRejection.missing(field: row.name(.code)).rejection
        }
        return (code, account.words)
    }

    private static func amounts(_ row: Table<BalanceColumn>.Row, _ layout: Layout) throws(Rejection)
        -> (Money?, Money?)
    {
        func present(_ money: Money?) -> Money? { money == .zero ? nil : money }
        if !layout.hasSides {
            guard let amount = present(try row.optionalMoney(.amount)) else { return (nil, nil) }
            let word = try layout.word(row)
            if ImportText.creditWords.contains(word) { return (nil, amount) }
            guard word.isEmpty || ImportText.debitWords.contains(word) else {
                throw KernelRejection.notAChoice(field: row.name(.direction), choices: ImportText.directions).rejection
            }
            // Without a word the sign says the side.
            return amount < .zero && word.isEmpty ? (nil, .zero - amount) : (amount, nil)
        }
        return (present(try row.optionalMoney(.debit)), present(try row.optionalMoney(.credit)))
    }
}

/// Codes of 2004 whose whole balance goes to one account of 2023 (Caikuai 2023 no. 20; data of the domain report).
enum OldChart {
    private static let whole = [
        "101": "101", "102": "102", "111": "111", "112": "112", "121": "121", "141": "141", "151": "151", "152": "152",
        "153": "154", "154": "153", "201": "201", "221": "221", "231": "231", "241": "241", "301": "301",
        "311": "311", "321": "321", "322": "32201", "401": "401",
    ]

    /// 113 stays apart by household: each gets an account of its own, in the order of the file.
    static func account(_ text: String, _ households: inout Int) throws(Rejection) -> (code: AccountCode, name: String)
    {
        let digits = String(text.prefix { $0.isASCII && $0.isNumber })
        let words = text.dropFirst(digits.count).trimming { $0.isWhitespace || ImportText.levels.contains($0) }
        if digits.hasPrefix("113"), households < 99 {
            households += 1
            let own = "113" + (households < 10 ? "0" : "") + String(households)
            if let code = AccountCode(own) { return (code, words.isEmpty ? own : words) }
        }
        guard let target = whole[digits], let code = AccountCode(target) else {
            throw LedgerRefusal.oldAccountSplit(digits.isEmpty ? text : digits)
        }
        return (code, target.count > 3 ? ImportText.undistributed : "")
    }
}

extension BalanceFile {
    /// The command that opens the books with these balances. Accounts with digits beyond three become the village's own.
    package func opening(_ organisation: OrganisationID, on start: CivilDate) -> OpenBooks {
        var own: [String: String] = [:]
        for line in lines where line.code.text.count > 3 {
            let last = line.name.split { ImportText.levels.contains($0) }.last.map(String.init)
            if own[line.code.text]?.isEmpty ?? true { own[line.code.text] = last ?? "" }
        }
        let entries = own.sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }.compactMap { code, name in
            AccountCode(code).map { SubAccountEntry(code: $0, name: name.isEmpty ? code : name) }
        }
        return OpenBooks(
            organisation: organisation, startDate: start, subAccounts: entries,
            openings: lines.map {
                VoucherLine($0.code, debit: $0.debit, credit: $0.credit, party: $0.party)
            })
    }

    /// Whether these are the balances the books were opened with: account by account, to the fen.
    package func matches(_ standing: [AccountCode: Money]) -> Bool {
        var sums: [AccountCode: Money] = [:]
        for line in lines { sums[line.code, default: .zero] += (line.debit ?? .zero) - (line.credit ?? .zero) }
        return sums.filter { $0.value != .zero } == standing.filter { $0.value != .zero }
    }
}
