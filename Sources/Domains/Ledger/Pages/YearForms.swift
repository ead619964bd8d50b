import Kernel
import Registry
import Storage
import Web

/// The forms of the year end.
extension LedgerForm {
    static let years = [transferResult, distributeResult, undoYearEnd, recordYearCheck]

    static let transferResult = year(
        "transfer", TransferResult.self, LedgerText.transferResult, BookText.transferNote)
    static let distributeResult = year(
        "distribute", DistributeResult.self, LedgerText.distributeResult, BookText.distributeNote
    ) { organisation, request, tx in
        // A distribution that was undone is made again on the resolution it had.
        let own = ResolutionUse(.distribution, request.parameters["year"] ?? "")
        let resolutions = try ResolutionQueries.listFree(of: organisation.id, or: own, in: tx).map {
            FormField.Option(
                $0.id.text, "\(request.format.date($0.date)) · \(request($0.matter.label)) · \(request($0.body.label))")
        }
        return [
            .money("coverFen", BookText.cover, optional: true), .money("fundFen", BookText.fund, optional: true),
            .choice(
                "resolution", BookText.resolution, resolutions,
                hint: resolutions.isEmpty ? BookText.noResolution : nil),
        ]
            + (try (0..<10).flatMap { row -> [FormField] in
                [
                    try .pick(
                        "members[\(row)].party", BookText.member(row + 1), of: PartyName.self, request, tx,
                        within: organisation.division, optional: true),
                    .money("members[\(row)].amountFen", BookText.memberAmount(row + 1), optional: true),
                ]
            })
    }
    static let undoYearEnd = year(
        "undo", UndoYearEnd.self, LedgerText.undoYearEnd, BookText.undoNote
    ) { _, _, _ in [.text("reason", BookText.reason)] }

    static let recordYearCheck = LedgerForm(
        path: "/year-end/{year}/check/{kind}", command: RecordYearCheck.self, title: LedgerText.recordYearCheck,
        target: "/year-end",
        page: { organisation, request, tx in
            guard let year = request.addressYear, try BookQueries.find(organisation.id, in: tx) != nil,
                let kind = request.parameters["kind"].flatMap({ YearCheckKind(rawValue: $0) })
            else { return nil }
            return Page(
                LedgerText.recordYearCheck, request,
                [
                    BookDesk.crumbs(organisation, request, BookText.yearEnd),
                    Headline(YearCheckText.whatFound(year), answer: kind.label, in: request.language),
                    FormBuilder(
                        request, submit: LedgerText.recordYearCheck, note: YearCheckText.note,
                        [
                            .hidden("organisation", organisation.id.text), .hidden("year", year.description),
                            .hidden("kind", kind.rawValue),
                            .date("date", YearCheckText.date, value: request.now.date),
                            .textarea("finding", YearCheckText.finding, hint: YearCheckText.findingHint, limit: 500),
                            .paper("paper", YearCheckText.paper, optional: true),
                        ]),
                ])
        })

    private static func year(
        _ path: String, _ command: any LedgerCommand.Type, _ title: Message, _ note: Message,
        _ more: @escaping @Sendable (Organisation, PageRequest, any ReadTransaction) throws -> [FormField] = {
            _, _, _ in
            []
        }
    ) -> LedgerForm {
        LedgerForm(
            path: "/year-end/{year}/\(path)", command: command, title: title, target: "/year-end",
            page: { organisation, request, tx in
                guard let year = request.addressYear, try BookQueries.find(organisation.id, in: tx) != nil
                else { return nil }
                let fields = try more(organisation, request, tx)
                return Page(
                    title, request,
                    [
                        BookDesk.crumbs(organisation, request, BookText.yearEnd),
                        Headline(BookText.howFar(year), answer: title, in: request.language),
                        FormBuilder(
                            request, submit: title, note: note,
                            [.hidden("organisation", organisation.id.text), .hidden("year", year.description)] + fields),
                    ])
            })
    }
}
