import Kernel
import Registry
import Storage
import Web

/// The forms of expense claims.
extension LedgerForm {
    static let claims =
        [submitClaim, submitAgain, approveClaim, returnClaim, payClaims, bookClaim]
        + [payeeAccount, sentBack, redraft]

    static let submitClaim = LedgerForm(
        path: "/claim-form", command: SubmitClaim.self, title: LedgerText.submitClaim, target: "/claims",
        page: { organisation, request, tx in
            guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
            return Page(
                LedgerText.submitClaim, request,
                [
                    BookDesk.crumbs(organisation, request, ClaimText.claims),
                    Headline(ClaimText.howMuch, answer: LedgerText.submitClaim, in: request.language),
                    FormBuilder(
                        request, submit: LedgerText.submitClaim, note: ClaimText.ladderNote,
                        [.hidden("organisation", organisation.id.text)]
                            + (try claimFields(nil, organisation, request, in: tx))),
                ])
        })

    static let submitAgain = claim("/again", SubmitClaim.self, ClaimText.howMuch) { organisation, claim, request, tx in
        try claimFields(claim, organisation, request, in: tx)
    }

    /// Photo first: on a phone that is what the clerk has in hand.
    private static func claimFields(
        _ claim: ExpenseClaim?, _ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction
    ) throws -> [FormField] {
        let invoices = try InvoiceQueries.listOpen(organisation.id, in: tx).map {
            FormField.Option($0.number.text, "\($0.number) · \(request.money($0.left))")
        }
        let fields: [FormField] = [
            .paper("photo", ClaimText.photo), .money("amountFen", BookText.amount, value: claim?.amount),
            .text("matter", ClaimText.matter, hint: BookText.summaryHint, value: claim?.matter ?? "", limit: 100),
            .choice(
                "kind", PaymentText.kind,
                SpendingKind.allCases.map { FormField.Option($0.rawValue, request($0.label)) },
                value: (claim?.kind ?? .production).rawValue),
            .date("date", ClaimText.dayOfPaper, value: claim?.date ?? request.now.date),
            try .pick(
                "payee", ClaimText.payee, of: PartyName.self, request, tx, within: organisation.division,
                hint: ClaimText.payeeHint, value: claim?.payee.text ?? ""),
        ]
        let contract = FormField.text(
            "contractNumber", SpendingText.contract, hint: SpendingText.contractHint, optional: true,
            value: claim?.contractNumber ?? "", limit: 100)
        let spending =
            try [contract]
            + SpendingFields(organisation, request, in: tx).fields(claim?.resolution?.text, claim?.filing)
        guard !invoices.isEmpty else { return fields + spending }
        return fields + [
            .choice(
                "invoice", ClaimText.invoice, invoices, hint: ClaimText.invoiceHint, optional: true,
                value: claim?.invoice?.text ?? "")
        ] + spending
    }

    static let approveClaim = claim("/approve", ApproveClaim.self, ClaimText.isItRight) { _, _, _, _ in [] }
    static let returnClaim = claim("/return", ReturnClaim.self, ClaimText.whyBack) { _, _, _, _ in
        [.text("reason", BookText.reason)]
    }

    static let bookClaim = claim("/book", BookClaim.self, ClaimText.isItPaid) { organisation, claim, request, tx in
        let lines =
            try claim.account.map { account in
                try BankQueries.matching(organisation.id, account, in: tx).lines.filter { $0.amount == -claim.amount }
            } ?? []
        let options = lines.map {
            FormField.Option(
                $0.id.text,
                [request.format.date($0.date), request.money($0.amount), $0.serial ?? ""].joined(separator: " "))
        }
        let accounts = try BookQueries.accounts(organisation.id, in: tx).filter {
            $0.isLeaf && (BudgetUse.mayPlan($0.code) && !BudgetUse.isIncome($0.code) || $0.code.text.hasPrefix("2"))
        }.map { FormField.Option($0.code.text, "\($0.code) \(request($0.name))") }
        return [
            .choice(
                "line", ClaimText.line, options, hint: options.isEmpty ? ClaimText.noLine : nil,
                value: lines.first?.id.text ?? ""),
            .choice("expense", ClaimText.expense, accounts, hint: ClaimText.proposes, value: "513"),
        ]
    }

    static let payClaims = LedgerForm(
        path: "/claim-payment", command: PayClaims.self, title: LedgerText.payClaims, target: "/claims",
        page: { organisation, request, tx in
            guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
            let waiting = try ClaimQueries.list(organisation.id, .approved, limit: 20, in: tx).filter { claim in
                request.principal.map { !claim.hasHand(of: $0.person) } ?? false
            }
            let options = waiting.map {
                FormField.Option($0.id.text, "\($0.matter) \(request.money($0.amount))")
            }
            let accounts = try BookQueries.accounts(organisation.id, in: tx).filter {
                $0.isLeaf && $0.code.text.hasPrefix("102")
            }.map { FormField.Option($0.code.text, "\($0.code) \(request($0.name))") }
            let claims = waiting.indices.map { place in
                FormField.choice(
                    "claims[\(place)]", ClaimText.claimChoice(place + 1), options, optional: place > 0,
                    value: waiting[place].id.text)
            }
            let head: [FormField] = [
                .hidden("organisation", organisation.id.text),
                .choice("account", ClaimText.bankAccount, accounts, value: accounts.count == 1 ? "102" : ""),
            ]
            return Page(
                LedgerText.payClaims, request,
                [
                    BookDesk.crumbs(organisation, request, ClaimText.claims),
                    Headline(
                        ClaimText.whichToPay,
                        answer: ClaimText.answer(
                            waiting.count, request.money(waiting.reduce(.zero) { $0 + $1.amount })),
                        in: request.language),
                    waiting.isEmpty
                        ? EmptyState(ClaimText.noneApproved)
                        : FormBuilder(request, submit: LedgerText.payClaims, note: ClaimText.ladderNote, head + claims),
                ])
        })

    static func claim(
        _ path: String, _ command: any LedgerCommand.Type, _ question: Message,
        _ more: @escaping @Sendable (Organisation, ExpenseClaim, PageRequest, any ReadTransaction) throws -> [FormField]
    ) -> LedgerForm {
        LedgerForm(
            path: "/claims/{claim}\(path)", command: command, title: command.title, target: "/claims/{claim}",
            page: { organisation, request, tx in
                guard let claim = try ClaimPage.find(organisation, request, in: tx) else { return nil }
                return Page(
                    command.title, request,
                    [
                        BookDesk.crumbs(organisation, request, ClaimText.claims),
                        Headline(question, answer: HTML(text: "\(claim.matter) · \(request.money(claim.amount))")),
                        PaperCard(claim.photo, request),
                        FormBuilder(
                            request, submit: command.title, isDangerous: path == "/return",
                            [.hidden("organisation", organisation.id.text)]
                                + (command.shapes.contains { $0.name == "claim" }
                                    ? [.hidden("claim", claim.id.text)] : [])
                                + (try more(organisation, claim, request, tx))),
                    ])
            })
    }
}
