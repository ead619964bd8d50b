package import Kernel

package enum AccountName {}
/// The code of an account: three digits of the national chart, or a village's own account below one (`10201`).
package typealias AccountCode = Identifier<AccountName>

/// The six classes of the chart; the sheet and the income statement are built from them.
package enum AccountClass: String, FieldChoice { case asset, liability, equity, cost, income, expense }

/// The side on which an account normally stands. `both`: 113, whose debit balances are claims and credit balances debts.
package enum BalanceSide: String, FieldChoice { case debit, credit, both }

/// One of the 42 accounts of the national chart.
package struct Account: Sendable, Hashable {
    package let code: AccountCode
    package let name: Message
    package let accountClass: AccountClass
    package let side: BalanceSide
    /// Where code, name and side were read: a source of the domain notes.
    package let source: String
}

/// An edition of the chart of accounts. Codes of two editions are never compared: 211 was wages in 2004, payables since.
package struct Chart: Sendable {
    /// The year of the edition; every set of books says which it follows.
    package let version: Int64
    package let accounts: [Account]
    private let byCode: [AccountCode: Account]

    /// From rows `chart,code,zh,en,class,side,source` with a heading. Nil when a row cannot be read.
    package init?(csv: String) {
        var accounts: [Account] = []
        var version: Int64?
        for line in csv.split(whereSeparator: \.isNewline).dropFirst() {
            let columns = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard columns.count == 7, let edition = Int64(columns[0]), let code = AccountCode(columns[1]),
                let accountClass = AccountClass(rawValue: columns[4]), let side = BalanceSide(rawValue: columns[5])
            else { return nil }
            version = edition
            let name = Message(zh: columns[2], en: columns[3])
            accounts.append(
                Account(code: code, name: name, accountClass: accountClass, side: side, source: columns[6]))
        }
        guard let version else { return nil }
        self.version = version
        self.accounts = accounts
        byCode = Dictionary(accounts.map { ($0.code, $0) }) { first, _ in first }
    }

    /// The 42 accounts of the accounting system in force since 2024-01-01 (Caikuai 2023 no. 14, annex 1).
    package static let of2023: Chart = {
        let text = String(decoding: PackageResources.accounts_csv, as: UTF8.self)
        guard let chart = Chart(csv: text) else { preconditionFailure("the shipped chart is readable") }
        return chart
    }()

    package subscript(_ code: AccountCode) -> Account? { byCode[code] }

    /// The account of the chart that `code` is or lies below: 102 for `10201`.
    package func root(of code: AccountCode) -> Account? {
        if let account = byCode[code] { return account }
        return AccountCode(String(code.text.prefix(3))).flatMap { byCode[$0] }
    }
}

/// The accounts that the rules themselves post to.
package enum StandardAccount: String, Sendable {
    case cash = "101"
    case bank = "102"
    case receivables = "112"
    case members = "113"
    case fixedAssets = "151"
    case accumulatedDepreciation = "152"
    case disposal = "154"
    case payables = "211"
    case longTermPayables = "221"
    case fund = "311"
    case result = "321"
    case distribution = "322"
    case operatingIncome = "501"
    case otherIncome = "504"
    case otherExpense = "515"

    package var code: AccountCode {
        guard let code = AccountCode(rawValue) else { preconditionFailure("a code is an identifier") }
        return code
    }
}
