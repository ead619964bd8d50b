import Kernel

/// A row of a ledger with more columns than debit and credit, with the sums to carry over where a page ends after it.
struct WideRow: Sendable, Hashable {
    let kind: AccountLedger.RowKind
    /// The columns of the row itself; nil stays empty.
    let figures: [WideFigure?]
    /// Of the year up to here: what a page's end carries over (Order 98, art. 60(8)).
    let carried: [WideFigure?]
}

enum WideFigure: Sendable, Hashable {
    case money(Money)
    /// In thousandths.
    case quantity(Int64)
}

/// The ledger of an account cut by what lies below it (多栏式明细账): one column for each, those beyond the room together.
struct ColumnLedger: Sendable, Hashable {
    /// As many columns as a page has room for beside debit, credit and balance.
    static let room = 4

    /// The accounts of the columns; those below them count there.
    let columns: [AccountCode]
    /// Whether a last column gathers the rest.
    let hasRest: Bool
    let rows: [WideRow]

    /// `below`: the accounts next below. A column counts on the account's own side: income as credit, spending as debit.
    init(_ ledger: AccountLedger, _ below: [AccountCode], isCredit: Bool) {
        var moved: [AccountCode: Money] = [:]
        func column(_ account: AccountCode) -> AccountCode? { below.first { account.text.hasPrefix($0.text) } }
        for case .entry(let entry) in ledger.rows.map(\.kind) {
            guard let place = column(entry.account) else { continue }
            moved[place, default: .zero] += entry.debit + entry.credit
        }
        let used = below.filter { moved[$0] != nil }
        let largest = used.sorted { (moved[$0, default: .zero], $1) > (moved[$1, default: .zero], $0) }.prefix(
            Self.room)
        let columns = used.filter { largest.contains($0) }
        self.columns = columns
        let gathers = ledger.rows.contains { row in
            guard case .entry(let entry) = row.kind else { return false }
            return !columns.contains { entry.account.text.hasPrefix($0.text) }
        }
        hasRest = gathers
        var month = Sums(columns.count + 1)
        var year = Sums(columns.count + 1)
        var rows: [WideRow] = []
        for row in ledger.rows {
            let shown: Sums
            switch row.kind {
            case .entry(let entry):
                var own = Sums(columns.count + 1)
                let place = columns.firstIndex { entry.account.text.hasPrefix($0.text) } ?? columns.count
                own.add(entry, at: place, isCredit)
                month.add(entry, at: place, isCredit)
                year.add(entry, at: place, isCredit)
                shown = own
            case .day: continue
            case .month: shown = month
            case .year(let last):
                shown = year
                if last.next == last.next.january { year = Sums(columns.count + 1) }
            }
            if case .month = row.kind { month = Sums(columns.count + 1) }
            rows.append(
                WideRow(
                    kind: row.kind, figures: shown.figures(row.balance, gathers),
                    carried: year.figures(row.balance, gathers)))
        }
        self.rows = rows
    }

    private struct Sums {
        var debit = Money.zero
        var credit = Money.zero
        var columns: [Money]

        init(_ count: Int) { columns = Array(repeating: .zero, count: count) }

        mutating func add(_ entry: AccountLedger.Entry, at place: Int, _ isCredit: Bool) {
            debit += entry.debit
            credit += entry.credit
            let change = entry.debit - entry.credit
            columns[place] += isCredit ? -change : change
        }

        func figures(_ balance: Money, _ gathers: Bool) -> [WideFigure?] {
            ([debit, credit, balance] + (gathers ? columns : Array(columns.dropLast()))).map { .money($0) }
        }
    }
}

/// The ledger of an account by amount and by pieces, kilograms or mu (数量金额式明细账).
struct QuantityLedger: Sendable, Hashable {
    let opening: (quantity: Int64, amount: Money)
    let rows: [WideRow]

    static func == (left: QuantityLedger, right: QuantityLedger) -> Bool {
        left.rows == right.rows && left.opening == right.opening
    }

    func hash(into hasher: inout Hasher) { hasher.combine(rows) }

    /// `before`: what was there when the ledger begins. Totals of the year begin anew with it, quantities go on.
    init(_ ledger: AccountLedger, before: Int64) {
        opening = (before, ledger.opening)
        var stock = before
        var month = Sums()
        var year = Sums()
        var rows: [WideRow] = []
        for row in ledger.rows {
            let shown: Sums
            switch row.kind {
            case .entry(let entry):
                var own = Sums()
                own.add(entry)
                month.add(entry)
                year.add(entry)
                stock = Self.sum(stock, entry.debit == .zero ? -(entry.quantity ?? 0) : entry.quantity ?? 0)
                shown = own
            case .day: continue
            case .month: shown = month
            case .year(let last):
                shown = year
                if last.next == last.next.january { year = Sums() }
            }
            if case .month = row.kind { month = Sums() }
            let standing = Self.figures(stock, row.balance)
            rows.append(
                WideRow(kind: row.kind, figures: shown.figures + standing, carried: year.figures + standing))
        }
        self.rows = rows
    }

    /// Both are within the bounds of a field, or of sums of many such.
    static func sum(_ left: Int64, _ right: Int64) -> Int64 {
        Whole.clamped(Whole.clamped(left) + Whole.clamped(right))
    }

    /// Quantity, price and amount; a price only where there is something to divide by.
    static func figures(_ quantity: Int64, _ amount: Money) -> [WideFigure?] {
        [quantity == 0 ? nil : .quantity(quantity), price(quantity, amount).map { .money($0) }, .money(amount)]
    }

    /// To the fen, halves away from zero; nil where nothing is there, or more than can be reckoned.
    static func price(_ quantity: Int64, _ amount: Money) -> Money? {
        guard quantity != 0, amount != .zero else { return nil }
        let (thousandfold, isTooMuch) = amount.fen.magnitude.multipliedReportingOverflow(by: 1_000)
        guard !isTooMuch else { return nil }
        let (whole, rest) = thousandfold.quotientAndRemainder(dividingBy: quantity.magnitude)
        let rounded = Int64(clamping: whole + (rest >= quantity.magnitude - rest ? 1 : 0))
        return Money(fen: (quantity < 0) == (amount < .zero) ? rounded : -rounded)
    }

    private struct Sums {
        var came: (quantity: Int64, amount: Money) = (0, .zero)
        var went: (quantity: Int64, amount: Money) = (0, .zero)

        mutating func add(_ entry: AccountLedger.Entry) {
            let quantity = entry.quantity ?? 0
            if entry.debit == .zero {
                went = (QuantityLedger.sum(went.quantity, quantity), went.amount + entry.credit)
            } else {
                came = (QuantityLedger.sum(came.quantity, quantity), came.amount + entry.debit)
            }
        }

        var figures: [WideFigure?] {
            QuantityLedger.figures(came.quantity, came.amount) + QuantityLedger.figures(went.quantity, went.amount)
        }
    }
}
