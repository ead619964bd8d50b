package import Kernel
import Registry
package import Storage

extension IndexOriginal {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let found = try VoucherQueries.find(voucher, in: tx)
        let others = try OriginalQueries.list(voucher, in: tx)
        return Facts(
            isVoucherKnown: found?.organisation == organisation,
            shelf: file.flatMap { file in others.first { $0.file == file }?.shelf })
    }
}

extension OriginalIndexed {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO voucher_original (voucher, entry, kind, file, shelf, date)
            VALUES (\(voucher), \(entry.index), \(kind), \(file), \(shelf), \(date))
            """)
    }
}

/// An original behind a voucher.
package struct VoucherOriginal: Sendable, Hashable {
    package let kind: OriginalKind
    package let file: String?
    package let shelf: String
    package let date: CivilDate
}

package enum OriginalQueries {
    /// In the order in which they were entered.
    package static func list(_ voucher: VoucherID, in tx: any ReadTransaction) throws -> [VoucherOriginal] {
        try tx.rows(
            "SELECT kind, file, shelf, date FROM voucher_original WHERE voucher = \(voucher) ORDER BY entry"
        ).map { VoucherOriginal(kind: try $0.get(0), file: try $0.find(1), shelf: try $0.get(2), date: try $0.get(3)) }
    }
}
