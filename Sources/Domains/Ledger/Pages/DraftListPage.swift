import Kernel
import Registry
import Storage
import Web

/// The vouchers on their way, and what the reader may do with each.
struct DraftListPage {
    let organisation: Organisation
    let drafts: [VoucherDraft]
    /// Those whose maker has left: whoever keeps the books takes them back.
    let orphans: Set<DraftID>
    /// What waits for its confirmation, and what of it the reader may confirm.
    let waiting: Int
    let unconfirmed: [AccountingMonth: Int]

    init(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        let drafts = try DraftQueries.listOpen(organisation.id, in: tx)
        let left = try Set(drafts.map(\.makerPerson)).filter {
            try !OfficeQueries.isOfficial($0, over: organisation.division, in: tx)
        }
        self.drafts = drafts
        orphans = Set(drafts.filter { left.contains($0.makerPerson) }.map(\.id))
        waiting = try VoucherQueries.unconfirmedMonths(organisation.id, in: tx).values.reduce(0, +)
        unconfirmed =
            request.may(ConfirmVouchers.self)
            ? try VoucherQueries.unconfirmedMonths(organisation.id, besides: request.principal?.person, in: tx) : [:]
    }

    func page(_ request: PageRequest) -> Page {
        let areAllOwn = waiting > 0 && unconfirmed.isEmpty && request.may(ConfirmVouchers.self)
        return Page(
            BookText.drafts, request,
            [
                BookDesk.crumbs(organisation, request, BookText.drafts),
                Headline(
                    BookText.whatWaits, answer: BookText.waits(drafts.count, waiting), note: BookText.threeHands,
                    in: request.language),
            ] + (drafts.isEmpty && waiting > 0 ? [] : [table(request)])
                + (areAllOwn ? [Callout(.info, BookText.othersConfirm)] : []) + [
                    ActionBar(
                        unconfirmed.keys.sorted().map { month in
                            Action(
                                BookText.confirmMonth(month.description, unconfirmed[month] ?? 0),
                                to: BookDesk.path(organisation.id, "/confirm/\(month)"))
                        })
                ])
    }

    private func table(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(BookText.summary), .init(BookText.date, .number), .init(BookText.amount, .number),
                .init(BookText.state, .state), .init(BookText.acts),
            ], rows: drafts.map { row($0, request) }, empty: EmptyState(BookText.noDrafts))
    }

    private func row(_ draft: VoucherDraft, _ request: PageRequest) -> [HTML] {
        let isOwn = request.principal?.person == draft.makerPerson
        var acts: [(label: String, path: String)] = []
        func act(_ label: Message, _ rest: String, _ command: any LedgerCommand.Type, _ isOffered: Bool) {
            guard isOffered, request.may(command) else { return }
            acts.append((request(label), BookDesk.path(organisation.id, "/drafts/\(draft.id)/\(rest)")))
        }
        act(LedgerText.reviewDraft, "review", ReviewDraft.self, !isOwn && draft.state == .made)
        act(LedgerText.returnDraft, "return", ReturnDraft.self, !isOwn && draft.state != .returned)
        act(
            LedgerText.postDraft, "post", PostDraft.self,
            !isOwn && draft.state == .reviewed && request.principal?.person != draft.reviewerPerson)
        act(
            LedgerText.withdrawDraft, "withdraw", WithdrawDraft.self,
            (isOwn || orphans.contains(draft.id)) && draft.state != .reviewed)
        let reason = draft.state == .returned ? draft.reason.map { " · " + $0 } ?? "" : ""
        return [
            HTML(text: draft.summary + reason), HTML(text: request.format.date(draft.date)),
            HTML(text: request.money(draft.sum)), Tag(BookText.draftState(draft.state)).html(request.language),
            HTML.acts(acts),
        ]
    }
}
