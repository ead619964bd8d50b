import Kernel
import Registry
import Storage
import Web

/// The vouchers on their way, and what the reader may do with each.
struct DraftListPage {
    let organisation: Organisation
    let drafts: [VoucherDraft]
    let unconfirmed: [AccountingMonth: Int]

    init(_ organisation: Organisation, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        drafts = try DraftQueries.listOpen(organisation.id, in: tx)
        unconfirmed = try VoucherQueries.unconfirmedMonths(organisation.id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let waiting = unconfirmed.values.reduce(0, +)
        return Page(
            BookText.drafts, request,
            [
                BookDesk.crumbs(organisation, request, BookText.drafts),
                Headline(
                    BookText.whatWaits, answer: BookText.waits(drafts.count, waiting), note: BookText.threeHands,
                    in: request.language),
                DataTable(
                    columns: [
                        .init(BookText.summary), .init(BookText.date, .number), .init(BookText.amount, .number),
                        .init(BookText.state, .state), .init(BookText.acts),
                    ], rows: drafts.map { row($0, request) }, empty: EmptyState(BookText.noDrafts)),
                ActionBar(
                    unconfirmed.keys.sorted().compactMap { month in
                        request.may(ConfirmVouchers.self)
                            ? Action(
                                BookText.confirmMonth(month.description, unconfirmed[month] ?? 0),
                                to: BookDesk.path(organisation.id, "/confirm/\(month)")) : nil
                    }),
            ])
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
        act(LedgerText.withdrawDraft, "withdraw", WithdrawDraft.self, isOwn && draft.state != .reviewed)
        let reason = draft.state == .returned ? draft.reason.map { " · " + $0 } ?? "" : ""
        return [
            HTML(text: draft.summary + reason), HTML(text: request.format.date(draft.date)),
            HTML(text: request.money(draft.sum)), Tag(BookText.draftState(draft.state)).html(request.language),
            HTML.acts(acts),
        ]
    }
}
