package import Kernel
import Workbook

/// A paper list of contracts (合同清理台账) as it really comes: title, two rows of headings, merged groups, units, sums and
/// remarks below. Read row by row; what has no one reading is named, the rest of the row stays.
package struct ContractSheet: Sendable {
    package enum Column: String, Sendable, CaseIterable {
        case serial, group, number, object, lessee, category, boundaries, area, measured, term, start, end, annual
        case oneOff, mode, paidUntil, form, decided, signed, signatory, use, booking, clause, holder, state
    }

    /// A cell that has no one reading, as it stood.
    package struct UnreadCell: Sendable, Hashable {
        package let column: Column
        package let text: String
        package let why: Message
    }

    package struct Row: Sendable, Hashable {
        /// As the spreadsheet counts.
        package let row: Int
        /// What names the row in a second import: its serial number, or where it stands.
        package let key: String
        package let contract: FoundContract
        package let unread: [UnreadCell]
    }

    package let encoding: TableEncoding
    package let rows: [Row]
    /// The day the list was filled in, where it says.
    package let filled: CivilDate?
    /// Rows with words that are no contract: sums, remarks.
    package let setAside: [Int]

    package init(_ bytes: [UInt8], sheet: String? = nil) throws(Rejection) {
        let (grid, layout) = try Self.list(bytes, sheet)
        encoding = grid.encoding
        filled = layout.filled
        var reader = SheetRowReader(layout: layout)
        var aside: [Int] = []
        for row in grid.rows.dropFirst(layout.firstRow) {
            switch reader.take(row) {
            case .read, .blank: continue
            case .setAside: aside.append(row.number)
            }
        }
        rows = reader.rows
        setAside = aside
    }

    /// The sheet that was named, or the one of those shown that is a list; of several none is chosen.
    private static func list(_ bytes: [UInt8], _ wanted: String?) throws(Rejection) -> (Grid, SheetLayout) {
        if let wanted {
            let grid = try Grid(bytes, sheet: wanted)
            return (grid, try SheetLayout(grid))
        }
        var first: (grid: Grid, layout: SheetLayout)?
        var names: [String] = []
        var problem: Rejection?
        try Grid.shown(bytes) { name, grid in
            do throws(Rejection) {
                let layout = try SheetLayout(grid)
                names.append(name)
                first = first ?? (grid, layout)
            } catch {
                problem = problem ?? error
            }
        }
        guard let first else { throw problem ?? KernelRejection.tableEmpty.rejection }
        guard names.count == 1 else { throw WorkbookRejection.severalSheets(names: names).rejection }
        return (first.grid, first.layout)
    }
}

/// Reads the rows in order: a merged cell of a text file comes empty below its first.
private struct SheetRowReader {
    enum Outcome { case read, blank, setAside }

    let layout: SheetLayout
    var rows: [ContractSheet.Row] = []
    var group = ""
    private var keys: Set<String> = []

    init(layout: SheetLayout) { self.layout = layout }

    mutating func take(_ row: Grid.Row) -> Outcome {
        guard row.cells.contains(where: { !SheetWords.plain($0.text).isEmpty }) else { return .blank }
        let words = SheetWords.plain(row.cells.first { !SheetWords.plain($0.text).isEmpty }?.text ?? "")
        let cells = SheetCells(row: row, layout: layout)
        guard !SheetHeadings.isSum(words), !cells.isNoContract else { return .setAside }
        var contract = FoundContract()
        var unread: [ContractSheet.UnreadCell] = []
        names(cells, &contract)
        facts(cells, &contract, &unread)
        amounts(cells, &contract, &unread)
        term(cells, &contract, &unread)
        if contract.object.isEmpty {
            unread.append(.init(column: .object, text: "", why: CleanupText.noObject))
        }
        rows.append(
            ContractSheet.Row(row: row.number, key: key(cells, row.number), contract: contract, unread: unread))
        return .read
    }

    private mutating func key(_ cells: SheetCells, _ number: Int) -> String {
        let serial = SheetWords.plain(cells.text(.serial)).replacing(".0", with: "")
        let key = Int(serial).map { "s\($0)" } ?? "r\(number)"
        if keys.insert(key).inserted { return key }
        keys.insert("r\(number)")
        return "r\(number)"
    }

    private mutating func names(_ cells: SheetCells, _ contract: inout FoundContract) {
        let written = cells.text(.group)
        if !written.isEmpty { group = written }
        contract.group = group
        contract.object = cells.text(.object)
        contract.number = cells.text(.number)
        contract.lessee = cells.text(.lessee)
        // One contract over several fields: neither party nor number is said again.
        if contract.lessee.isEmpty, contract.number.isEmpty, let above = rows.last?.contract {
            contract.lessee = above.lessee
            contract.number = above.number
        }
        contract.category = cells.text(.category)
        contract.boundaries = cells.text(.boundaries)
        contract.signatory = cells.text(.signatory)
        contract.use = cells.text(.use)
        contract.clause = SheetHeadings.meaning(cells.text(.clause))
        contract.holder = SheetHeadings.holder(cells.text(.holder))
        contract.isPaidAtOnce = SheetHeadings.isAtOnce(cells.text(.mode))
    }

    private func facts(
        _ cells: SheetCells, _ contract: inout FoundContract, _ unread: inout [ContractSheet.UnreadCell]
    ) {
        contract.form = SheetHeadings.form(cells.text(.form))
        contract.isDecided = SheetHeadings.yesNo(cells.text(.decided))
        contract.booking = SheetHeadings.booking(cells.text(.booking))
        contract.isInUse = SheetHeadings.isInUse(cells.text(.state))
        contract.signed = cells.take(.signed, &unread) { text throws(Unread) in
            guard let day = SheetDates.day(text) else { throw Unread(CleanupText.dayUnreadable) }
            return day
        }
        contract.paidUntil = cells.take(.paidUntil, &unread) { text throws(Unread) in
            guard let day = SheetDates.lastDay(text) else { throw Unread(CleanupText.dayUnreadable) }
            return day
        }
    }

    private func amounts(
        _ cells: SheetCells, _ contract: inout FoundContract, _ unread: inout [ContractSheet.UnreadCell]
    ) {
        let count = unread.count
        contract.area = cells.take(.area, &unread) { text throws(Unread) in try SheetAmounts.area(text) }
        contract.isAreaVague = unread.dropFirst(count).contains { $0.why == CleanupText.areaVague }
        contract.measured = cells.take(.measured, &unread) { text throws(Unread) in try SheetAmounts.area(text) }
        if let rent = SheetAmounts.inKind(cells.text(.annual)) {
            contract.inKind = rent
            unread.append(.init(column: .annual, text: cells.text(.annual), why: CleanupText.inKindNeedsPrice))
        } else {
            contract.annual = cells.take(.annual, &unread) { text throws(Unread) in try SheetAmounts.money(text) }
        }
        contract.oneOff = cells.take(.oneOff, &unread) { text throws(Unread) in try SheetAmounts.money(text) }
    }

    private func term(
        _ cells: SheetCells, _ contract: inout FoundContract, _ unread: inout [ContractSheet.UnreadCell]
    ) {
        let text = cells.term
        let term =
            cells.hasDays
            ? SheetDates.term(from: cells.text(.start), to: cells.text(.end))
            : SheetDates.term(text, signed: contract.signed)
        contract.start = term.start
        contract.end = term.end
        if let why = term.unread { unread.append(.init(column: .term, text: text, why: why)) }
    }
}

/// The cells of one row by their columns.
private struct SheetCells {
    let row: Grid.Row
    let layout: SheetLayout

    func text(_ column: ContractSheet.Column) -> String {
        guard let place = layout.places[column] else { return "" }
        let text = (try? CanonicalText.of(row[place].text)) ?? SheetWords.plain(row[place].text)
        if ["-", "--", "/", "\\"].contains(SheetWords.plain(text)) { return "" }
        return layout.units[column]?.applied(to: text) ?? text
    }

    /// Whether the term is said by its first and last day in columns of their own; a day of them alone goes behind the text.
    var hasDays: Bool {
        guard layout.places[.end] != nil else { return false }
        return text(.term).isEmpty || !text(.start).isEmpty && !text(.end).isEmpty
    }

    /// What the row says of the term, in one text.
    var term: String {
        if hasDays { return [text(.start), text(.end)].filter { !$0.isEmpty }.joined(separator: SheetWords.until[0]) }
        let (start, term) = (text(.start), text(.term))
        // A number of years runs from the first day beside it.
        guard !start.isEmpty, SheetDates.scan(SheetWords.plain(term)).dates.isEmpty else { return term }
        return start + SheetWords.since + term
    }

    /// Whether the row names neither field nor person, or is a remark, the headings again, their numbers, or a sum of the
    /// rows above it.
    var isNoContract: Bool {
        let (object, lessee) = (text(.object), text(.lessee))
        if object.isEmpty && lessee.isEmpty || !object.isEmpty && object == text(.term) { return true }
        if SheetHeadings.isSubtotal(object) || SheetHeadings.isSubtotal(lessee) { return true }
        if Int(SheetWords.plain(object)) != nil, Int(SheetWords.plain(lessee)) != nil { return true }
        let repeated = layout.places.filter { column, place in
            SheetHeadings.column(SheetHeadings.plain(row[place].text)) == column
        }
        return repeated.count > 2
    }

    /// Whether a day is kept as a number that lost its last figure: 2026.10 typed as a number is 2026.1, as is January.
    private func isCutMonth(_ column: ContractSheet.Column) -> Bool {
        guard [.signed, .paidUntil].contains(column), let cell = layout.places[column].map({ row[$0] }) else {
            return false
        }
        return cell.isNumber && cell.text.utf8.count == 6 && cell.text.hasSuffix(".1")
    }

    /// The value of a cell; nil where it is blank, or where it cannot be read and is named.
    func take<Value>(
        _ column: ContractSheet.Column, _ unread: inout [ContractSheet.UnreadCell],
        _ read: (String) throws(Unread) -> Value
    ) -> Value? {
        let text = text(column)
        guard !SheetWords.plain(text).isEmpty else { return nil }
        if isCutMonth(column) {
            unread.append(.init(column: column, text: text, why: CleanupText.monthCut))
            return nil
        }
        do throws(Unread) {
            return try read(text)
        } catch {
            let fault = layout.places[column].flatMap { row[$0].fault }
            unread.append(.init(column: column, text: text, why: fault?.text ?? error.why))
            return nil
        }
    }
}
