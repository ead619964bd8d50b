import Kernel
import Registry
import Storage
import Web

/// Who may not bid for a while, why, until when, and on what decision.
struct DebarmentListPage {
    let lines: [DebarmentRow]

    func page(_ request: PageRequest) -> Page {
        let today = request.now.date
        let running = lines.filter { $0.until >= today && $0.lifted == nil }
        let answer: HTML =
            running.isEmpty ? "\(request(ExchangeText.Rule.noBars))" : "\(request.format.count(Int64(running.count)))"
        var parts: [any Component] = [Headline(ExchangeText.Rule.barsQuestion, answer: answer)]
        if !lines.isEmpty { parts.append(table(request)) }
        if [.stationReviewer, .countyOfficer].contains(request.principal?.role) {
            parts.append(
                ActionBar([
                    Action(ExchangeText.Command.barParty, to: "/exchange/bars/new", isPrimary: true),
                    Action(ExchangeText.Command.liftBar, to: "/exchange/bars/lift"),
                ]))
        }
        return Page(ExchangeText.Rule.bars, request, parts)
    }

    private func table(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(ExchangeText.Rule.party), .init(ExchangeText.Field.cause),
                .init(ExchangeText.Rule.since, .number),
                .init(ExchangeText.Rule.until, .number), .init(ExchangeText.Field.reasons),
                .init(ExchangeText.Rule.source), .init(ExchangeText.Command.liftBar, .number),
            ],
            rows: lines.map { line in
                [
                    "\(line.partyName) <small>\(line.party)</small>", "\(request(ExchangeText.bar(line.cause)))",
                    "\(request.format.date(line.since))", "\(request.format.date(line.until))", "\(line.reasons)",
                    "\(line.source)", "\(line.lifted.map { request.format.date($0) } ?? "")",
                ]
            })
    }
}

/// The forms of the list, and of the bank's file.
enum DebarmentForm {
    static func bar(_ request: PageRequest, in tx: any ReadTransaction) throws -> Page {
        form(
            ExchangeText.Command.barParty, ExchangeText.Rule.barsQuestion, request,
            [
                try .pick("party", ExchangeText.Rule.party, of: PartyName.self, request, tx),
                .choice("cause", ExchangeText.Field.cause, LotAct.options(ExchangeText.bar, request.language)),
                .date("until", ExchangeText.Rule.until, hint: ExchangeText.Field.byDefault, optional: true),
                .textarea("reasons", ExchangeText.Field.reasons), .text("source", ExchangeText.Rule.source),
            ])
    }

    /// Only who is barred now can be let back in.
    static func lift(_ request: PageRequest, in tx: any ReadTransaction) throws -> Page {
        let running = try DebarmentQueries.list(in: tx).filter { $0.until >= request.now.date && $0.lifted == nil }
        let parties = running.map { FormField.Option($0.party.text, "\($0.partyName) · \($0.party)") }
        return form(
            ExchangeText.Command.liftBar, ExchangeText.Rule.barsQuestion, request,
            [
                .choice(
                    "party", ExchangeText.Rule.party, parties,
                    hint: parties.isEmpty ? ExchangeText.Rule.noBars : nil),
                .textarea("reasons", ExchangeText.Field.reasons),
            ])
    }

    private static func form(_ title: Message, _ question: Message, _ request: PageRequest, _ fields: [FormField])
        -> Page
    {
        Page(
            title, request,
            [Headline(question, answer: "\(request(title))"), FormBuilder(request, submit: title, fields)])
    }
}
