import Kernel
import Registry
import Storage
import Web

/// The two fields about what a large payment rests on, with the amounts that hold today.
struct SpendingFields {
    private let resolutions: [FormField.Option]
    private let resolutionHint: Message
    private let filingHint: Message

    init(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        resolutions = try ResolutionQueries.list(of: organisation.id, in: tx).filter { $0.body != .council }.map {
            FormField.Option($0.id.text, "\(request.format.date($0.date)) · \(request($0.matter.label))")
        }
        let figures = try ParameterQueries.values(
            [.booksResolutionAmount, .booksFilingAmount], at: organisation.division, on: request.now.date, in: tx)
        resolutionHint = SpendingText.resolutionHint(figures[.booksResolutionAmount]?.money ?? .zero)
        filingHint = SpendingText.filingHint(figures[.booksFilingAmount]?.money ?? .zero)
    }

    func fields(_ resolution: String? = nil, _ filing: String? = nil) -> [FormField] {
        [
            .choice(
                "resolution", SpendingText.resolution, resolutions, hint: resolutionHint, optional: true,
                value: resolution ?? ""),
            .text(
                "filing", SpendingText.filing, hint: filingHint, optional: true, value: filing ?? "", limit: 100),
        ]
    }

    /// Of something that stands: the resolution by day and matter, and the filing.
    static func facts(
        _ resolution: Resolution?, _ filing: String?, _ request: PageRequest
    ) -> [FactList.Fact] {
        var facts: [FactList.Fact] = []
        if let resolution {
            let words = "\(request.format.date(resolution.date)) \(request(resolution.matter.label))"
            facts.append(.init(SpendingText.resolution, HTML(text: words)))
        }
        if let filing { facts.append(.init(SpendingText.filing, HTML(text: filing))) }
        return facts
    }
}

extension FormField {
    /// Why a voucher made by hand has no paper.
    static func withoutPapers(_ value: String = "") -> FormField {
        .text(
            "withoutPapers", BookText.withoutPapers, hint: BookText.withoutPapersHint, optional: true, value: value,
            limit: 200)
    }
}
