import Kernel
import Registry
import Storage
import Web

/// The forms of the year end.
extension LedgerForm {
    static let years = [transferResult, distributeResult, undoYearEnd]

    static let transferResult = year(
        "transfer", TransferResult.self, LedgerText.transferResult, BookText.transferNote, [])
    static let distributeResult = year(
        "distribute", DistributeResult.self, LedgerText.distributeResult, BookText.distributeNote,
        [
            .money("coverFen", BookText.cover, optional: true), .money("fundFen", BookText.fund, optional: true),
            .text("resolution", BookText.resolution, limit: 100),
        ]
            + (0..<10).flatMap { row -> [FormField] in
                [
                    .text("members[\(row)].party", BookText.member(row + 1), optional: true, limit: 64),
                    .money("members[\(row)].amountFen", BookText.memberAmount(row + 1), optional: true),
                ]
            })
    static let undoYearEnd = year(
        "undo", UndoYearEnd.self, LedgerText.undoYearEnd, BookText.undoNote, [.text("reason", BookText.reason)])

    private static func year(
        _ path: String, _ command: any LedgerCommand.Type, _ title: Message, _ note: Message, _ more: [FormField]
    ) -> LedgerForm {
        LedgerForm(
            path: "/year-end/{year}/\(path)", command: command, title: title, target: "/year-end",
            page: { organisation, request, tx in
                guard let number = request.parameters["year"].flatMap({ Int($0) }),
                    let year = AccountingYear(number), try BookQueries.find(organisation.id, in: tx) != nil
                else { return nil }
                return Page(
                    title, request,
                    [
                        BookDesk.crumbs(organisation, request, BookText.yearEnd),
                        Headline(BookText.howFar(year), answer: title, in: request.language),
                        FormBuilder(
                            request, submit: title, note: note,
                            [.hidden("organisation", organisation.id.text), .hidden("year", year.description)] + more),
                    ])
            })
    }
}
