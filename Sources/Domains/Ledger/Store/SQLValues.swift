import Kernel
package import Storage

extension AccountingMonth: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) { self.init(index: try Int(sqlValue: sqlValue)) }
    package var sqlValue: SQLValue { .integer(Int64(index)) }
}

extension VoucherOrigin: SQLValueConvertible {}
extension ReviewKind: SQLValueConvertible {}
extension DraftState: SQLValueConvertible {}
