package import Kernel
package import Registry
package import Storage

/// Puts a voucher into the books.
package struct PostVoucher: LedgerCommand {
    package let organisation: OrganisationID
    package var voucher: VoucherID?
    package let date: CivilDate
    /// What happened, in one line. No names of persons: it is public.
    package let summary: String
    package let lines: [VoucherLine]
    package var attachments: Int64 = 0
    /// Why there is no paper; asked for where there is none (Order 98, art. 51(4)).
    package var withoutPapers: String?
    /// What the members decided about the payment, and the township's filing of it (Cainong 2021 no. 121, art. 7).
    package var resolution: ResolutionID?
    package var filing: String?
    /// Whoever posts has made it; another desk named here is refused.
    package var maker: OfficeID?
    /// The desk whose person checks it; never the maker's person (Accounting Law art. 15). Its own act is due before the
    /// month closes (record 0242).
    package let reviewer: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), voucher: pass.newName("voucher", \.voucher),
            date: pass.value("date", \.date), summary: pass.value("summary", \.summary),
            lines: pass.list("lines", \.lines, max: 1_000),
            attachments: pass.whole("attachments", \.attachments, in: CountDomain.self, absent: 0),
            withoutPapers: pass.optional("withoutPapers", \.withoutPapers),
            resolution: pass.optional("resolution", \.resolution), filing: pass.optional("filing", \.filing),
            maker: pass.optional("maker", \.maker),
            reviewer: pass.value("reviewer", \.reviewer))
    }

    package static let name = "postVoucher"
    package static var title: Message { LedgerText.postVoucher }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .accountUnknown, .accountNotLeaf, .beforeBooks, .monthClosed, .inTheFuture, .voucherExists,
        .tooFewLines, .bothSides, .neitherSide, .notPositive, .unbalanced, .makerIsAnother, .makerIsReviewer,
        .reviewerUnknown, .partyUnknown, .contractUnknown, .overBudget, .papersWithoutReason,
        .noSpendingResolution, .spendingWithoutResolution, .spendingWithoutFiling,
        .loanForPublicWorks, .loanWithoutResolution,
    ]

    package struct Facts: Sendable {
        /// Whether the identifier that the caller chose is another voucher's. Not asked where the program names it.
        let isTaken: Bool
        /// The desk named as reviewer; nil where none such is open above the place.
        let reviewer: ReviewDesk?
        let references: LineReferences
        /// Nil where going beyond the budget is only warned of.
        var budget: Budget?
        let papers: PaperRule
        let spending: SpendingRule
    }

    /// Needs the books' state and one desk: this is the path that must carry twenty thousand vouchers a second.
    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        try books.check(date, today: context.now.date)
        try VoucherID.check(voucher, isTaken: facts.isTaken)
        try books.check(lines)
        try facts.references.check()
        try facts.budget?.check(lines)
        let reason = try facts.papers.reason(withoutPapers, attachments, lines)
        let filed = try facts.spending.check(lines, resolution, filing, of: organisation)
        let signed = try SignedBy(maker, reviewer, facts.reviewer, context)
        var posted = VoucherPosted(
            voucher: voucher ?? context.derivedIdentifier(.voucher), organisation: organisation,
            place: place, date: date, number: books.nextNumber(in: AccountingMonth(date)),
            summary: summary, lines: lines, attachments: max(0, attachments), signed: signed,
            origin: VoucherNature.origin(lines), withoutPapers: reason)
        (posted.resolution, posted.filing) = (resolution, filed)
        return posted.inParts
    }
}

/// A voucher is in the books, for ever as it is.
package struct VoucherPosted: LedgerEvent {
    package static let name = "voucherPosted"
    package let voucher: VoucherID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let date: CivilDate
    /// From 1 per organisation and month of `date`, without gaps.
    package let number: Int64
    package let summary: String
    /// Debits and credits are equal in sum. In a reversal the amounts are negative.
    package var lines: [VoucherLine]
    package var attachments: Int64 = 0
    package let maker: OfficeID
    package let reviewer: OfficeID
    package let origin: VoucherOrigin
    package var reverses: VoucherID?
    package var receivable: ReceivableID?
    package var corrects: VoucherID?
    /// Nil in vouchers of before the persons were noted.
    package var makerPerson: PersonID?
    package var reviewerPerson: PersonID?
    package var review: ReviewKind?
    /// The desk and person that posted it, where not the maker.
    package var poster: OfficeID?
    package var posterPerson: PersonID?
    package var draft: DraftID?
    /// How many lines follow in events of their own, because one leaf cannot hold them.
    package var linesToCome: Int64?
    /// Why a voucher made by hand has no paper; nil in those of before it was asked.
    package var withoutPapers: String?
    /// What the members decided about the payment, and the township's filing of it (Cainong 2021 no. 121, art. 7).
    package var resolution: ResolutionID?
    package var filing: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            voucher: pass.value("voucher", \.voucher), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), date: pass.value("date", \.date),
            number: pass.whole("number", \.number, in: CountDomain.self), summary: pass.value("summary", \.summary),
            lines: pass.list("lines", \.lines),
            attachments: pass.whole("attachments", \.attachments, in: CountDomain.self),
            maker: pass.value("maker", \.maker), reviewer: pass.value("reviewer", \.reviewer),
            origin: pass.value("origin", \.origin), reverses: pass.optional("reverses", \.reverses),
            receivable: pass.optional("receivable", \.receivable), corrects: pass.optional("corrects", \.corrects),
            makerPerson: pass.optional("makerPerson", \.makerPerson),
            reviewerPerson: pass.optional("reviewerPerson", \.reviewerPerson),
            review: pass.optional("review", \.review), poster: pass.optional("poster", \.poster),
            posterPerson: pass.optional("posterPerson", \.posterPerson), draft: pass.optional("draft", \.draft),
            linesToCome: pass.optional("linesToCome", \.linesToCome),
            withoutPapers: pass.optional("withoutPapers", \.withoutPapers),
            resolution: pass.optional("resolution", \.resolution), filing: pass.optional("filing", \.filing))
    }

    package func change(_ books: inout Books, at instant: Instant) {
        books.voucherCounts[AccountingMonth(date)] = number
    }
}

extension VoucherPosted {
    init(
        voucher: VoucherID, organisation: OrganisationID, place: DivisionID, date: CivilDate, number: Int64,
        summary: String, lines: [VoucherLine], attachments: Int64 = 0, signed: SignedBy, origin: VoucherOrigin,
        reverses: VoucherID? = nil, corrects: VoucherID? = nil, withoutPapers: String? = nil
    ) {
        self.init(
            voucher: voucher, organisation: organisation, place: place, date: date, number: number, summary: summary,
            lines: lines, attachments: attachments, maker: signed.maker, reviewer: signed.reviewer, origin: origin,
            reverses: reverses, corrects: corrects, makerPerson: signed.makerPerson,
            reviewerPerson: signed.reviewerPerson, review: signed.review, withoutPapers: withoutPapers)
    }

    /// The voucher, and its lines beyond what one leaf holds in events of their own.
    var inParts: [any Event<Ledger>] {
        guard lines.count > LinesContinued.limit else { return [self] }
        var head = self
        head.lines = Array(lines.prefix(LinesContinued.limit))
        head.linesToCome = Int64(lines.count - LinesContinued.limit)
        return [head]
            + LinesContinued.parts(
                of: lines, organisation: organisation, place: place, month: AccountingMonth(date), number: number)
    }
}

extension Identifier where Named == VoucherName {
    /// A voucher's identifier that the caller chose is free, and none of those the program makes by itself.
    static func check(_ chosen: VoucherID?, isTaken: Bool) throws(Rejection) {
        guard let chosen else { return }
        let isReserved = chosen.text.hasPrefix("voucher-") && chosen.text.dropFirst(8).allSatisfy(\.isNumber)
        if isTaken || isReserved { throw LedgerRefusal.voucherExists(chosen) }
    }
}
