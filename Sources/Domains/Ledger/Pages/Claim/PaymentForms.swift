import Kernel
import Registry
import Storage
import Web

/// The forms of a payee's account, of a payment that came back, of a voucher drafted again, and of who signs.
extension LedgerForm {
    static let payeeAccount = claim("/account", RegisterPayeeAccount.self, PaymentText.whichAccount) {
        _, claim, request, tx in
        [
            .hidden("payee", claim.payee.text), .text("bank", PaymentText.bank, hint: PaymentText.bankHint, limit: 60),
            .text("number", PaymentText.number, hint: PaymentText.accountNote, limit: 40),
        ]
    }

    static let sentBack = claim("/sent-back", SendBackPayment.self, PaymentText.isItBack) {
        organisation, claim, request, tx in
        let lines =
            try claim.account.map { account in
                try BankQueries.matching(organisation.id, account, in: tx).openLines.filter {
                    $0.amount == claim.amount
                }
            } ?? []
        let options = lines.map {
            FormField.Option(
                $0.id.text,
                [request.format.date($0.date), request.money($0.amount), $0.serial ?? ""].joined(separator: " "))
        }
        return [
            .choice(
                "line", PaymentText.backLine, options,
                hint: options.isEmpty ? PaymentText.noBackLine : PaymentText.backNote,
                value: lines.last?.id.text ?? ""), .text("reason", PaymentText.whyBack),
        ]
    }

    static let redraft = claim("/redraft", RedraftClaim.self, PaymentText.draftAgain) { _, _, _, _ in [] }

    static let people = LedgerForm(
        path: "/people", command: NameBookPeople.self, title: LedgerText.nameBookPeople, target: "",
        page: { organisation, request, tx in
            guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
            let named = try BookPeopleQueries.list(organisation.id, in: tx)
            let desks = try BookDesk.desks(of: organisation, request, in: tx)
            return Page(
                LedgerText.nameBookPeople, request,
                [
                    BookDesk.crumbs(organisation, request, PaymentText.people),
                    Headline(
                        PaymentText.whoSigns,
                        answer: named.first.map { PaymentText.they($0.chief, $0.cashier) } ?? PaymentText.nobody,
                        note: named.first.map { BookText.onDay(request.format.date($0.from)) }, in: request.language),
                    FormBuilder(
                        request, submit: LedgerText.nameBookPeople,
                        [
                            .hidden("organisation", organisation.id.text),
                            .date("from", PaymentText.from, value: request.now.date),
                            .choice("chief", PaymentText.chief, desks), .choice("cashier", PaymentText.cashier, desks),
                        ]),
                ])
        })
}
