package import Kernel
package import Registry
package import Storage

package enum DraftName {}
/// The address of a voucher before it has a number.
package typealias DraftID = Identifier<DraftName>

/// Makes a voucher that another person is to review and a third to post; saved again it replaces the maker's own draft.
package struct DraftVoucher: LedgerCommand {
    package let organisation: OrganisationID
    /// Derived when absent; the maker's own draft that was not yet reviewed, or was returned, is replaced.
    package var draft: DraftID?
    package let date: CivilDate
    package let summary: String
    package let lines: [VoucherLine]
    package var attachments: Int64 = 0
    /// Why there is no paper; asked for where there is none (Order 98, art. 51(4)).
    package var withoutPapers: String?
    /// What the members decided about the payment, and the township's filing of it (Cainong 2021 no. 121, art. 7).
    package var resolution: ResolutionID?
    package var filing: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), draft: pass.newName("draft", \.draft),
            date: pass.value("date", \.date), summary: pass.value("summary", \.summary),
            lines: pass.list("lines", \.lines, max: LinesContinued.limit),
            attachments: pass.whole("attachments", \.attachments, in: CountDomain.self, absent: 0),
            withoutPapers: pass.optional("withoutPapers", \.withoutPapers),
            resolution: pass.optional("resolution", \.resolution), filing: pass.optional("filing", \.filing))
    }

    package static let name = "draftVoucher"
    package static var title: Message { LedgerText.draftVoucher }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .accountUnknown, .accountNotLeaf, .beforeBooks, .monthClosed, .inTheFuture, .tooFewLines,
        .bothSides, .neitherSide, .notPositive, .unbalanced, .partyUnknown, .contractUnknown, .noSuchDraft,
        .draftNotYours, .draftNotOpen, .papersWithoutReason, .phoneInSummary,
        .noSpendingResolution, .spendingWithoutResolution, .spendingWithoutFiling,
        .loanForPublicWorks, .loanWithoutResolution,
    ]

    package struct Facts: Sendable {
        let draft: VoucherDraft?
        let references: LineReferences
        let papers: PaperRule
        let spending: SpendingRule
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        try books.check(date, today: context.now.date)
        try books.check(lines)
        guard !MobileNumber.stands(in: summary) else { throw LedgerRefusal.phoneInSummary() }
        try facts.references.check()
        let reason = try facts.papers.reason(withoutPapers, attachments, lines)
        let filed = try facts.spending.check(lines, resolution, filing, of: organisation)
        if let draft = facts.draft {
            guard draft.organisation == organisation else { throw LedgerRefusal.noSuchDraft(draft.id) }
            guard draft.makerPerson == context.principal.person else { throw LedgerRefusal.draftNotYours() }
            guard draft.state == .made || draft.state == .returned else { throw LedgerRefusal.draftNotOpen() }
        }
        return [
            VoucherDrafted(
                draft: draft ?? context.derivedIdentifier(.draft), organisation: organisation, place: place,
                date: date, summary: summary, lines: lines, attachments: max(0, attachments),
                maker: context.principal.office, makerPerson: context.principal.person, withoutPapers: reason,
                resolution: resolution, filing: filed)
        ]
    }
}

/// A voucher was made and waits for its reviewer.
package struct VoucherDrafted: LedgerEvent {
    package static let name = "voucherDrafted"
    package let draft: DraftID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let date: CivilDate
    package let summary: String
    package let lines: [VoucherLine]
    package let attachments: Int64
    package let maker: OfficeID
    package let makerPerson: PersonID
    package var withoutPapers: String?
    package var resolution: ResolutionID?
    package var filing: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            draft: pass.value("draft", \.draft), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), date: pass.value("date", \.date),
            summary: pass.value("summary", \.summary), lines: pass.list("lines", \.lines),
            attachments: pass.whole("attachments", \.attachments, in: CountDomain.self),
            maker: pass.value("maker", \.maker),
            makerPerson: pass.value("makerPerson", \.makerPerson),
            withoutPapers: pass.optional("withoutPapers", \.withoutPapers),
            resolution: pass.optional("resolution", \.resolution), filing: pass.optional("filing", \.filing))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
