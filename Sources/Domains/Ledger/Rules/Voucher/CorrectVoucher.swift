package import Kernel
package import Registry
package import Storage

/// Puts an earlier voucher right without taking it back: this year's by the difference alone, in red where it lowers; one of
/// an earlier year by a blue voucher, because a closed year is never written again (Order 98, art. 51(5)).
package struct CorrectVoucher: LedgerCommand {
    package let organisation: OrganisationID
    /// The voucher that was wrong.
    package let voucher: VoucherID
    package var correction: VoucherID?
    package let date: CivilDate
    package let reason: String
    /// The difference only. Below zero takes away; a line of the original without an amount stays as it is.
    package let lines: [VoucherLine]
    package var attachments: Int64 = 0
    package let reviewer: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), voucher: pass.value("voucher", \.voucher),
            correction: pass.optional("correction", \.correction), date: pass.value("date", \.date),
            reason: pass.value("reason", \.reason), lines: pass.list("lines", \.lines, max: 1_000),
            attachments: pass.whole("attachments", \.attachments, in: CountDomain.self, absent: 0),
            reviewer: pass.value("reviewer", \.reviewer))
    }

    package static let name = "correctVoucher"
    package static var title: Message { LedgerText.correctVoucher }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .beforeBooks, .monthClosed, .inTheFuture, .voucherExists, .makerIsReviewer, .reviewerUnknown,
        .noSuchVoucher, .alreadyReversed, .isReversal, .belongsToReceivable, .belongsToProgram, .beforeOriginal,
        .accountUnknown, .accountNotLeaf, .tooFewLines, .bothSides, .notPositive, .unbalanced, .partyUnknown,
        .contractUnknown, .notOfOriginal, .belowOriginal,
    ]

    package func decide(_ books: Books, _ facts: CorrectionFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        try books.check(date, today: context.now.date)
        try VoucherID.check(correction, isTaken: facts.isTaken)
        let signed = try SignedBy(nil, reviewer, facts.reviewer, context)
        let original = try facts.original(voucher, of: organisation)
        try original.checkByHand()
        guard date >= original.date else { throw LedgerRefusal.beforeOriginal(original.date) }
        let isThisYear = original.month.year == AccountingMonth(date).year
        try books.check(lines, mayBeRed: isThisYear, mayBeEmpty: true)
        try facts.references.check()
        if isThisYear { try checkDifference(original.lines + facts.corrections) }
        let summary =
            isThisYear ? LedgerText.differenceSummary(original, reason) : LedgerText.blueSummary(original, reason)
        let posted = VoucherPosted(
            voucher: correction ?? context.derivedIdentifier(.voucher), organisation: organisation, place: place,
            date: date, number: books.nextNumber(in: AccountingMonth(date)), summary: summary,
            lines: lines.filter { !$0.isEmpty },
            attachments: max(0, attachments), signed: signed, origin: isThisYear ? .difference : .blue,
            corrects: voucher)
        return posted.inParts
    }

    /// The difference stands on the original's accounts and sides and takes away no more than is there.
    private func checkDifference(_ booked: [VoucherLine]) throws(Rejection) {
        struct Side: Hashable {
            let account: AccountCode
            let isDebit: Bool

            init(_ line: VoucherLine) {
                account = line.account
                isDebit = line.debit != nil
            }
        }
        var left: [Side: Money] = [:]
        for line in booked { left[Side(line), default: .zero] += line.debit ?? line.credit ?? .zero }
        for (position, line) in lines.enumerated() where !line.isEmpty {
            guard let there = left[Side(line)] else {
                throw LedgerRefusal.notOfOriginal(line.account).under("lines[\(position)]")
            }
            let after = try there.adding(line.debit ?? line.credit ?? .zero)
            guard after >= .zero else { throw LedgerRefusal.belowOriginal(there).under("lines[\(position)]") }
            left[Side(line)] = after
        }
    }
}
