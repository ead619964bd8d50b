import Kernel
import Registry
import Storage

/// What stands with whom.
enum PartyBalanceQueries {
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
