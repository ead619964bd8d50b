import Kernel
import Web

/// Declared losses: of a site on its page, of all on the month's.
struct LossTable {
    let losses: [LossLine]
    /// Papers are for the desks; everybody else reads whether there is one.
    let seesPapers: Bool

    func table(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(WasteText.day), .init(WasteText.site), .init(WasteText.tonnes, .number), .init(LossText.cause),
                .init(LossText.reason), .init(LossText.who), .init(LossText.paper),
            ],
            rows: losses.map { loss in
                [
                    HTML(text: request.format.date(loss.day)),
                    HTML.link(loss.siteName, to: "/waste/sites/\(loss.site)"),
                    HTML(text: request.format.tonnes(Int(loss.kilograms))), HTML(text: request(loss.cause.label)),
                    HTML(text: loss.reason), HTML(text: loss.desk), paper(loss, request),
                ]
            }, empty: EmptyState(LossText.none))
    }

    private func paper(_ loss: LossLine, _ request: PageRequest) -> HTML {
        guard let mark = loss.paper else { return HTML(text: request(LossText.noPaper)) }
        return seesPapers ? PaperCard(mark, request).html(request.language) : HTML(text: request(LossText.paper))
    }
}
