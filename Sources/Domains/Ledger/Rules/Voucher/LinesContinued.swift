package import Kernel
package import Registry
import Storage

/// More lines of a voucher or of the openings, because one leaf of the log holds a limited number of bytes. Always in the
/// transaction of the event they continue; a village of 300 households brings as many lines (record 0243).
package struct LinesContinued: LedgerEvent {
    package static let name = "linesContinued"
    /// Lines in one event: with every dimension filled in they stay below what a leaf holds.
    static let limit = 150

    package let organisation: OrganisationID
    package let place: DivisionID
    /// Nil for the balances the books began with.
    package let month: AccountingMonth?
    /// The voucher's number in its month; 0 for openings.
    package let number: Int64
    /// The position of the first line here, counting from 0.
    package let first: Int64
    /// What the whole voucher is to the year's result.
    let nature: VoucherNature?
    package let lines: [VoucherLine]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            month: pass.optional("month", \.month), number: pass.value("number", \.number),
            first: pass.value("first", \.first), nature: pass.optional("nature", \.nature),
            lines: pass.list("lines", \.lines))
    }

    package func change(_ books: inout Books, at instant: Instant) {}

    /// What comes after the first `limit` of `lines`.
    static func parts(
        of lines: [VoucherLine], organisation: OrganisationID, place: DivisionID, month: AccountingMonth?, number: Int64
    ) -> [LinesContinued] {
        let nature = month == nil ? nil : VoucherNature(lines)
        return stride(from: limit, to: lines.count, by: limit).map { first in
            LinesContinued(
                organisation: organisation, place: place, month: month, number: number, first: Int64(first),
                nature: nature, lines: Array(lines[first..<min(first + limit, lines.count)]))
        }
    }
}
