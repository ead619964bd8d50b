package import Kernel
package import Registry
package import Storage

/// What stands in the store about an opening that is brought in.
package enum BalanceImport {
    /// Whose balances the file holds: those asked for, those the file names, else the one body without books.
    package static func organisation(
        _ file: BalanceFile, asked: OrganisationID?, in tx: any ReadTransaction
    ) throws -> OrganisationID {
        if let asked { return asked }
        if file.organisations.count == 1, let id = file.organisations.first.flatMap({ OrganisationID($0) }) {
            return id
        }
        let free = try tx.rows(
            """
            SELECT o.id FROM organisation o LEFT JOIN books b ON b.organisation = o.id
            WHERE b.organisation IS NULL ORDER BY o.id LIMIT 2
            """)
        guard file.organisations.isEmpty, free.count == 1, let only = free.first else {
            throw LedgerRefusal.notOneOrganisation()
        }
        return try only.get(0)
    }

    /// The balances with which books began; nil where they are not open.
    package static func standing(_ organisation: OrganisationID, in tx: any ReadTransaction) throws
        -> [AccountCode: Money]?
    {
        guard try BookQueries.find(organisation, in: tx) != nil else { return nil }
        var standing: [AccountCode: Money] = [:]
        try tx.each(
            """
            SELECT account, debit_fen - credit_fen FROM account_balance
            WHERE organisation = \(organisation) AND month = \(AccountingMonth.opening)
            """
        ) { row in
            if let account = AccountCode(row.text(0)) { standing[account] = Money(fen: row.integer(1)) }
        }
        return standing
    }

    /// The account of the bank in these books: 102, or the first below it.
    package static func bankAccount(_ organisation: OrganisationID, in tx: any ReadTransaction) throws -> AccountCode {
        let accounts = try BookQueries.accounts(organisation, in: tx)
        let bank = StandardAccount.bank.code
        return accounts.first { $0.isLeaf && $0.code.text.hasPrefix(bank.text) }?.code ?? bank
    }
}
