import Kernel
package import Storage

extension AccountingMonth: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) { self.init(index: try Int(sqlValue: sqlValue)) }
    package var sqlValue: SQLValue { .integer(Int64(index)) }
}

extension AccountingYear: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) {
        guard let year = AccountingYear(try Int(sqlValue: sqlValue)) else { throw StorageError.failed("no year") }
        self = year
    }
    package var sqlValue: SQLValue { .integer(Int64(number)) }
}

extension VoucherOrigin: SQLValueConvertible {}
extension ReviewKind: SQLValueConvertible {}
extension DraftState: SQLValueConvertible {}
extension WearMethod: SQLValueConvertible {}
extension ReceiptMethod: SQLValueConvertible {}
extension ClaimState: SQLValueConvertible {}
extension SpendingKind: SQLValueConvertible {}
extension OriginalKind: SQLValueConvertible {}
extension ClaimAct: SQLValueConvertible {}
extension YearCheckKind: SQLValueConvertible {}
extension InvoiceVerdict: SQLValueConvertible {}
extension ReportRecipient: SQLValueConvertible {}
extension ArchiveKeeper: SQLValueConvertible {}
