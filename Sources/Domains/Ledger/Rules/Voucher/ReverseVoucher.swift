package import Kernel
package import Registry
package import Storage

/// Takes a voucher of this year back by a second one with the same lines in red letters; the first stays as it is.
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
        .booksNotOpen, .beforeBooks, .monthClosed, .inTheFuture, .voucherExists, .makerIsAnother, .makerIsReviewer,
        .reviewerUnknown, .noSuchVoucher, .alreadyReversed, .isReversal, .belongsToReceivable, .belongsToProgram,
        .beforeOriginal, .earlierYear, .accountNotLeaf,
    ]

    package func decide(_ books: Books, _ facts: CorrectionFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        try books.check(date, today: context.now.date)
        try VoucherID.check(reversal, isTaken: facts.isTaken)
        let signed = try SignedBy(maker, reviewer, facts.reviewer, context)
        let original = try facts.original(voucher, of: organisation)
        try original.checkByHand()
        guard date >= original.date else { throw LedgerRefusal.beforeOriginal(original.date) }
        guard original.month.year == AccountingMonth(date).year else {
            throw LedgerRefusal.earlierYear(original.date)
        }
        // What was already corrected of the amount is taken back too.
        let lines = (original.lines + facts.corrections).map(\.reversed)
        try books.checkLeaves(lines)
        let posted = VoucherPosted(
            voucher: reversal ?? context.derivedIdentifier(.voucher), organisation: organisation,
            place: place, date: date, number: books.nextNumber(in: AccountingMonth(date)),
            summary: LedgerText.reversalSummary(original, reason), lines: lines, signed: signed,
            origin: .reversal, reverses: voucher)
        return posted.inParts
    }
}

/// What the correction of a voucher has to know of it.
package struct CorrectionFacts: Sendable {
    /// The voucher to put right; nil when no books have it.
    let voucher: Voucher?
    /// The lines of the differences already booked to it.
    let corrections: [VoucherLine]
    /// Whether the identifier that the caller chose is another voucher's.
    let isTaken: Bool
    let reviewer: ReviewDesk?
    var references = LineReferences()

    /// The voucher, if these books have it and it was not taken back.
    func original(_ voucher: VoucherID, of organisation: OrganisationID) throws(Rejection) -> Voucher {
        guard let original = self.voucher, original.organisation == organisation else {
            throw LedgerRefusal.noSuchVoucher(voucher)
        }
        if let other = original.reversedBy { throw LedgerRefusal.alreadyReversed(other) }
        return original
    }
}

extension Voucher {
    /// Only what a person booked is put right by hand; what the program made has a guided way of its own.
    func checkByHand() throws(Rejection) {
        switch origin {
        case .manual, .blue: return
        case .closing, .distribution: if people.review != .program { return }
        case .reversal, .difference: throw LedgerRefusal.isReversal()
        case .accrual, .release, .settlement: throw LedgerRefusal.belongsToReceivable()
        case .transfer, .depreciation, .disposal, .wages, .haulage: break
        }
        throw LedgerRefusal.belongsToProgram()
    }
}

extension Books {
    /// An account that was divided since takes no postings; its voucher is put right on the accounts below it.
    func checkLeaves(_ lines: [VoucherLine]) throws(Rejection) {
        for line in lines where parents.contains(line.account) { throw LedgerRefusal.accountNotLeaf(line.account) }
    }
}
