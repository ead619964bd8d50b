import Kernel

/// Whether a voucher made by hand must say why it has no paper: every voucher has its originals, except those that close
/// the year or put another right (Order 98, art. 51(4)).
package struct PaperRule: Sendable, Hashable {
    /// The county's figure at the place on the day of the voucher.
    let isAsked: Bool

    /// What the voucher keeps of `reason`. Throws where there is neither a paper nor a word about it.
    func reason(_ reason: String?, _ attachments: Int64, _ lines: [VoucherLine]) throws(Rejection) -> String? {
        guard attachments < 1 else { return nil }
        let words = reason.flatMap { $0.isBlank ? nil : $0 }
        if words == nil, isAsked, VoucherNature(lines) == nil { throw LedgerRefusal.papersWithoutReason() }
        return words
    }
}
