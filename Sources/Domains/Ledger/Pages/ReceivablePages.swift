import Kernel
import Registry
import Storage
import Web

/// What contracts owe the organisation: due, paid, in arrears; each open instalment a door to taking its payment.
struct ReceivableListPage {
    let organisation: Organisation
    let receivables: [Receivable]
    let debtors: [PartyID: String]

    init(_ organisation: Organisation, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        receivables = try ReceivableQueries.list(organisation.id, in: tx)
        var debtors: [PartyID: String] = [:]
        for receivable in receivables {
            debtors[receivable.debtor] = try PartyQueries.findDisplayName(receivable.debtor, in: tx)
        }
        self.debtors = debtors
    }

    func page(_ request: PageRequest) -> Page {
        let today = request.day
        let answer = BookText.owedAnswer(
            request.money(receivables.owed(on: today)), request.money(receivables.overdue(on: today)))
        let rows = receivables.flatMap { claim in claim.parts.map { row(claim, $0, today, request) } }
        return Page(
            BookText.receivables, request,
            [
                BookDesk.crumbs(organisation, request, BookText.receivables),
                Headline(BookText.whoOwes, answer: answer, in: request.language),
                ListTable(
                    request,
                    columns: [
                        .init("debtor", BookText.debtor), .init("contract", BookText.contract),
                        .init("part", BookText.instalment, .number), .init("due", BookText.due, .number),
                        .init("amount", BookText.amount, .number), .init("paid", BookText.paid, .number),
                        .init("left", BookText.left, .number), .init("state", BookText.state, .state),
                        .init("acts", BookText.acts),
                    ], rows: rows, empty: EmptyState(BookText.nobodyOwes)),
            ])
    }

    private func row(_ claim: Receivable, _ part: Receivable.Part, _ today: CivilDate, _ request: PageRequest)
        -> [ListCell]
    {
        let settle = BookDesk.path(organisation.id, "/receivables/\(claim.id)/\(part.number)/settle")
        let mayTake = part.left > .zero && request.may(SettleInstalment.self)
        let format = request.format
        return [
            .text(debtors[claim.debtor] ?? claim.debtor.text),
            .text(claim.contract.text, to: "/contracts/\(claim.contract)"), .count(part.number, format),
            .date(part.due, format), .money(part.amount, format), .money(part.paid, format),
            .money(part.left, format),
            .tag(state(part, today), request.language),
            mayTake ? .text(request(BookText.settle), to: settle) : .text(""),
        ]
    }

    private func state(_ part: Receivable.Part, _ today: CivilDate) -> Tag {
        if part.left == .zero, part.closed > .zero { return Tag(BookText.stateClosed) }
        if part.left == .zero { return Tag(BookText.statePaid, .good) }
        if part.isOverdue(on: today) { return Tag(BookText.stateOverdue, .bad) }
        return part.due <= today ? Tag(BookText.stateDue, .active) : Tag(BookText.stateAhead)
    }
}
