package import Kernel
package import Storage

extension ReverseVoucher {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            voucher: try VoucherQueries.find(voucher, in: tx),
            isTaken: try reversal.map { try VoucherQueries.exists($0, in: tx) } ?? false)
    }
}
