package import Kernel

/// One line of a statement: its words, its amount, and whether it sums up the lines above.
package struct StatementLine: Sendable, Hashable {
    package let label: Message
    package let amount: Money
    package let isTotal: Bool

    init(_ label: Message, _ amount: Money, isTotal: Bool = false) {
        self.label = label
        self.amount = amount
        self.isTotal = isTotal
    }
}

/// The balance sheet of the accounting system (domain notes 3.4): two sides that are equal in every month.
package struct BalanceSheet: Sendable, Hashable {
    package let date: CivilDate
    package let assets: [StatementLine]
    package let liabilities: [StatementLine]
    package let equity: [StatementLine]
    package let totalAssets: Money
    package let totalLiabilities: Money
    package let totalEquity: Money

    package var isBalanced: Bool { totalAssets == totalLiabilities + totalEquity }

    package init(_ balance: TrialBalance) {
        date = balance.through
        func debit(_ codes: String...) -> Money { codes.reduce(.zero) { $0 + balance.closing(prefix: $1) } }
        func credit(_ codes: String...) -> Money { -codes.reduce(.zero) { $0 + balance.closing(prefix: $1) } }
        // 113 has two sides: accounts below it that stand in debit are claims, those in credit are debts.
        let members = balance.lines.filter { $0.account.text.hasPrefix("113") }.map(\.closing)
        let claims = members.filter { $0 > .zero }.reduce(.zero, +)
        let debts = -members.filter { $0 < .zero }.reduce(.zero, +)
        var sheet = Builder()
        let text = StatementText.self
        sheet.add(text.cash, debit("101", "102"))
        sheet.add(text.shortInvestments, debit("111"))
        sheet.add(text.receivables, debit("112") + claims)
        sheet.add(text.inventories, debit("121", "401"))
        sheet.add(text.consumableBiological, debit("131"))
        sheet.total(text.currentAssets)
        sheet.add(text.longInvestments, debit("141"))
        sheet.add(text.productiveBiologicalNet, debit("132", "133"))
        sheet.add(text.fixedAssetsNet, debit("151", "152"))
        sheet.add(text.construction, debit("153"))
        sheet.add(text.disposal, debit("154"))
        sheet.add(text.intangibleNet, debit("161", "162"))
        sheet.add(text.publicBiological, debit("134"))
        sheet.add(text.deferredExpenses, debit("171"))
        sheet.add(text.pendingLosses, debit("181"))
        sheet.total(text.longTermAssets)
        totalAssets = sheet.grand(text.totalAssets)
        assets = sheet.lines
        sheet = Builder()
        sheet.add(text.shortBorrowings, credit("201"))
        sheet.add(text.payables, credit("211") + debts)
        sheet.add(text.wages, credit("212"))
        sheet.add(text.labourFees, credit("213"))
        sheet.add(text.taxes, credit("214"))
        sheet.total(text.currentLiabilities)
        sheet.add(text.longPayables, credit("221"))
        sheet.add(text.levies, credit("231"))
        sheet.add(text.grants, credit("241"))
        sheet.total(text.longTermLiabilities)
        totalLiabilities = sheet.grand(text.totalLiabilities)
        liabilities = sheet.lines
        sheet = Builder()
        sheet.add(text.capital, credit("301"))
        sheet.add(text.fund, credit("311"))
        // During the year the result still stands on the income and expense accounts.
        sheet.add(text.undistributed, credit("321", "322", "5"))
        totalEquity = sheet.grand(text.totalEquity)
        equity = sheet.lines
    }
}

/// The income and distribution statement of a period (domain notes 3.5), down to the net result.
package struct IncomeStatement: Sendable, Hashable {
    package let from: CivilDate
    package let through: CivilDate
    package let lines: [StatementLine]
    package let net: Money

    package init(_ balance: TrialBalance) {
        from = balance.from
        through = balance.through
        func income(_ code: String) -> Money { -balance.movement(prefix: code) }
        func expense(_ code: String) -> Money { balance.movement(prefix: code) }
        let text = StatementText.self
        let operating =
            income("501") + income("502") + income("503") - expense("511") - expense("512") - expense("513")
        let total = operating + income("504") - expense("514") - expense("515")
        net = total - expense("521")
        lines = [
            StatementLine(text.operatingIncome, income("501")),
            StatementLine(text.investmentIncome, income("502")),
            StatementLine(text.subsidies, income("503")),
            StatementLine(text.operatingExpenses, expense("511")),
            StatementLine(text.surcharges, expense("512")),
            StatementLine(text.administration, expense("513")),
            StatementLine(text.operatingResult, operating, isTotal: true),
            StatementLine(text.otherIncome, income("504")),
            StatementLine(text.publicExpenses, expense("514")),
            StatementLine(text.otherExpenses, expense("515")),
            StatementLine(text.totalResult, total, isTotal: true),
            StatementLine(text.incomeTax, expense("521")),
            StatementLine(text.netResult, net, isTotal: true),
        ]
    }
}

/// Adds lines and sums them up twice: per part and for the whole side.
private struct Builder {
    var lines: [StatementLine] = []
    private var part = Money.zero
    private var whole = Money.zero

    mutating func add(_ label: Message, _ amount: Money) {
        lines.append(StatementLine(label, amount))
        part += amount
    }

    mutating func total(_ label: Message) {
        lines.append(StatementLine(label, part, isTotal: true))
        whole += part
        part = .zero
    }

    mutating func grand(_ label: Message) -> Money {
        whole += part
        part = .zero
        lines.append(StatementLine(label, whole, isTotal: true))
        return whole
    }
}
