package import Kernel

/// What the year end of one year has booked, so that it can be taken back in reverse order.
package struct YearEnd: Sendable, Hashable {
    /// The vouchers of the transfer of income and expense, in order.
    package internal(set) var transfer: [VoucherID] = []
    package internal(set) var distribution: [VoucherID] = []
}

/// What stands on the accounts the year end empties, debit above zero; nil balances left out.
package struct YearBalances: Sendable, Hashable {
    package let accounts: [AccountCode: Money]

    func sum(_ prefix: String) -> Money {
        accounts.reduce(.zero) { $1.key.text.hasPrefix(prefix) ? $0 + $1.value : $0 }
    }

    /// The accounts below `prefix` with something on them, by code.
    func standing(_ prefixes: [String]) -> [(account: AccountCode, amount: Money)] {
        accounts.filter { account, amount in
            amount != .zero && prefixes.contains { account.text.hasPrefix($0) }
        }.map { (account: $0.key, amount: $0.value) }.sorted { $0.account < $1.account }
    }
}
