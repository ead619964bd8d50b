package import Kernel
import Registry
package import Storage

extension AddSubAccount {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let parent = try? books.parent(forNew: code)
        return Facts(
            standing: try parent.map { try PartyBalanceQueries.standing(on: $0, of: organisation, in: tx) } ?? [])
    }
}

extension SubAccountAdded {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO sub_account (organisation, code, parent, name)
            VALUES (\(organisation), \(code), \(parent), \(name))
            """)
    }
}
