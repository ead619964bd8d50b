import Kernel
import Registry
import Storage

/// What stands with whom.
enum PartyBalanceQueries {
    /// What stands with every party at the end of `last` on 112, 113, 211 and 221, and there with nobody; by account.
    static func list(_ organisation: OrganisationID, through last: AccountingMonth, in tx: any ReadTransaction) throws
        -> [AgedBalance]
    {
        struct Key: Hashable {
            let account: AccountCode
            let party: PartyID?
        }
        typealias Month = (month: AccountingMonth, turnover: BookRecount.Turnover)
        var named: [Key: [Month]] = [:]
        var whole: [Key: [AccountingMonth: BookRecount.Turnover]] = [:]
        let prefixes: SQL = "substr(account, 1, 3) IN ('112', '113', '211', '221')"
        try tx.each(
            """
            SELECT account, month, debit_fen, credit_fen FROM account_balance
            WHERE organisation = \(organisation) AND month <= \(last) AND \(prefixes)
            """
        ) { row in
            guard let account = AccountCode(row.text(0)) else { return }
            whole[Key(account: account, party: nil), default: [:]][AccountingMonth(index: Int(row.integer(1)))] =
                BookRecount.Turnover(debit: Money(fen: row.integer(2)), credit: Money(fen: row.integer(3)))
        }
        try tx.each(
            """
            SELECT account, party, month, debit_fen, credit_fen FROM party_balance
            WHERE organisation = \(organisation) AND month <= \(last) AND \(prefixes) ORDER BY account, party, month
            """
        ) { row in
            guard let account = AccountCode(row.text(0)), let party = PartyID(row.text(1)) else { return }
            let month = AccountingMonth(index: Int(row.integer(2)))
            let turnover = BookRecount.Turnover(debit: Money(fen: row.integer(3)), credit: Money(fen: row.integer(4)))
            named[Key(account: account, party: party), default: []].append((month, turnover))
            whole[Key(account: account, party: nil)]?[month]?.debit -= turnover.debit
            whole[Key(account: account, party: nil)]?[month]?.credit -= turnover.credit
        }
        for (key, months) in whole { named[key] = months.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
        return named.map { AgedBalance(account: $0.key.account, party: $0.key.party, $0.value, through: last) }
            .filter { $0.amount != .zero }
            .sorted { ($0.account, $0.party?.text ?? "") < ($1.account, $1.party?.text ?? "") }
    }

    /// What stands on one account itself, by party, and what stands there with nobody; nil balances left out.
    static func standing(on account: AccountCode, of organisation: OrganisationID, in tx: any ReadTransaction) throws
        -> [PartyBalance]
    {
        let whole: Int64 =
            try tx.find(
                """
                SELECT CAST(COALESCE(SUM(debit_fen - credit_fen), 0) AS BIGINT) FROM account_balance
                WHERE organisation = \(organisation) AND account = \(account)
                """) ?? 0
        let parties = try tx.rows(
            """
            SELECT party, CAST(SUM(debit_fen - credit_fen) AS BIGINT) FROM party_balance
            WHERE organisation = \(organisation) AND account = \(account) GROUP BY party ORDER BY party
            """
        ).map { PartyBalance(party: try $0.get(0), amount: try $0.get(1)) }
        let rest = parties.reduce(Money(fen: whole)) { $0 - $1.amount }
        return ([PartyBalance(party: nil, amount: rest)] + parties).filter { $0.amount != .zero }
    }
}
