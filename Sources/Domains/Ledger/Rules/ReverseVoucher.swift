package import Kernel
package import Registry
package import Storage

/// Takes a voucher back by a second one with the same lines in red letters; the first stays as it is.
package struct ReverseVoucher: LedgerCommand {
    package let organisation: OrganisationID
    package let voucher: VoucherID
    /// The identifier of the reversing voucher; derived when absent.
    package var reversal: VoucherID?
    package let date: CivilDate
    package let reason: String
    package var maker: OfficeID?
    package let reviewer: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), voucher: pass.value("voucher", \.voucher),
            reversal: pass.newName("reversal", \.reversal), date: pass.value("date", \.date),
            reason: pass.value("reason", \.reason), maker: pass.optional("maker", \.maker),
            reviewer: pass.value("reviewer", \.reviewer))
    }

    package static let name = "reverseVoucher"
    package static var title: Message { LedgerText.reverseVoucher }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .beforeBooks, .monthClosed, .inTheFuture, .voucherExists, .makerIsReviewer, .noSuchVoucher,
        .alreadyReversed, .isReversal, .belongsToReceivable,
    ]

    package struct Facts: Sendable {
        /// The voucher to take back; nil when no books have it.
        let voucher: Voucher?
        /// Whether the identifier that the caller chose is another voucher's.
        let isTaken: Bool
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        try books.check(date, today: context.now.date)
        try VoucherID.check(reversal, isTaken: facts.isTaken)
        let maker = maker ?? context.principal.office
        guard maker != reviewer else { throw LedgerRefusal.makerIsReviewer() }
        guard let original = facts.voucher, original.organisation == organisation else {
            throw LedgerRefusal.noSuchVoucher(voucher)
        }
        if let other = original.reversedBy { throw LedgerRefusal.alreadyReversed(other) }
        switch original.origin {
        case .manual: break
        case .reversal: throw LedgerRefusal.isReversal()
        case .accrual, .release, .settlement: throw LedgerRefusal.belongsToReceivable()
        }
        return [
            VoucherPosted(
                voucher: reversal ?? context.derivedIdentifier("voucher"), organisation: organisation,
                place: place, date: date, number: books.nextNumber(in: AccountingMonth(date)),
                summary: reason, lines: original.lines.map(\.reversed), maker: maker, reviewer: reviewer,
                origin: .reversal, reverses: voucher)
        ]
    }
}
