package import Kernel
import Registry
package import Storage

extension ReverseVoucher {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> CorrectionFacts {
        try CorrectionFacts(voucher, taken: reversal, reviewer, books, in: tx)
    }
}

extension CorrectVoucher {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> CorrectionFacts {
        var facts = try CorrectionFacts(voucher, taken: correction, reviewer, books, in: tx)
        facts.references = try LineReferences(lines, in: tx)
        return facts
    }
}

extension CorrectionFacts {
    init(
        _ voucher: VoucherID, taken: VoucherID?, _ reviewer: OfficeID, _ books: Books, in tx: any ReadTransaction
    ) throws {
        self.init(
            voucher: try VoucherQueries.find(voucher, in: tx),
            corrections: try VoucherQueries.differences(to: voucher, in: tx),
            isTaken: try taken.map { try VoucherQueries.exists($0, in: tx) } ?? false,
            reviewer: try ReviewDesk.find(reviewer, over: books.place, in: tx))
    }
}
