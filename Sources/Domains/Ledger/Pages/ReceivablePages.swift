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
                DataTable(
                    columns: [
                        .init(BookText.debtor), .init(BookText.contract), .init(BookText.instalment, .number),
                        .init(BookText.due, .number), .init(BookText.amount, .number), .init(BookText.paid, .number),
                        .init(BookText.left, .number), .init(BookText.state, .state),
                    ], rows: rows, empty: EmptyState(BookText.nobodyOwes)),
            ])
    }

    private func row(_ claim: Receivable, _ part: Receivable.Part, _ today: CivilDate, _ request: PageRequest) -> [HTML]
    {
        let settle = BookDesk.path(organisation.id, "/receivables/\(claim.id)/\(part.number)/settle")
        let left = HTML(text: request.money(part.left))
        return [
            HTML(text: debtors[claim.debtor] ?? claim.debtor.text), HTML(text: claim.contract.text),
            HTML(text: request.format.count(part.number)),
            HTML(text: request.format.date(part.due)), HTML(text: request.money(part.amount)),
            HTML(text: request.money(part.paid)),
            part.left > .zero && request.isKeeper ? HTML.link(left, to: settle) : left,
            state(part, today).html(request.language),
        ]
    }

    private func state(_ part: Receivable.Part, _ today: CivilDate) -> Tag {
        if part.left == .zero, part.closed > .zero { return Tag(BookText.stateClosed) }
        if part.left == .zero { return Tag(BookText.statePaid, .good) }
        if part.isOverdue(on: today) { return Tag(BookText.stateOverdue, .bad) }
        return part.due <= today ? Tag(BookText.stateDue, .active) : Tag(BookText.stateAhead)
    }
}

/// Taking the payment of one instalment.
enum SettleForm {
    static func page(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws -> Page? {
        guard let id = request.identifier("receivable", as: ReceivableName.self),
            let claim = try ReceivableQueries.find(id, in: tx), claim.organisation == organisation.id,
            let part = claim.parts.first(where: { String($0.number) == request.parameters["number"] })
        else { return nil }
        let money = try BookQueries.accounts(organisation.id, in: tx).filter {
            $0.isLeaf && ($0.code.text.hasPrefix("101") || $0.code.text.hasPrefix("102"))
        }.map { FormField.Option($0.code.text, "\($0.code) \(request($0.name))") }
        let debtor = try PartyQueries.findDisplayName(claim.debtor, in: tx) ?? claim.debtor.text
        return Page(
            BookText.settle, request,
            [
                BookDesk.crumbs(organisation, request, BookText.receivables),
                Headline(
                    BookText.howMuchArrived, answer: BookText.stillOpen(request.money(part.left)),
                    in: request.language),
                FactList([
                    .init(BookText.debtor, HTML(text: debtor)),
                    .init(BookText.contract, HTML(text: claim.contract.text)),
                    .init(BookText.due, HTML(text: request.format.date(part.due))),
                ]),
                FormBuilder(
                    request, submit: BookText.settle, note: BookText.unchangeable,
                    [
                        .hidden("organisation", organisation.id.text), .hidden("receivable", claim.id.text),
                        .hidden("number", String(part.number)),
                        .money("amountFen", BookText.amount, value: part.left),
                        .text("bankReference", BookText.bankReference, limit: 100),
                        .date("date", BookText.arrivedOn, value: request.now.date),
                        .choice(
                            "bankAccount", BookText.arrivedIn, money, hint: BookText.arrivedInHint, optional: true),
                    ]),
            ])
    }
}
