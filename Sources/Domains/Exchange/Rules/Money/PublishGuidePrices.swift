package import Kernel
import Registry
package import Storage

/// Publishes the guide prices of a county with their document; a new table never changes an old one.
package struct PublishGuidePrices: ExchangeCommand {
    package let division: DivisionID
    package let documentNumber: String
    package let validFrom: CivilDate
    package var rows: [GuidePriceRow] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            division: pass.value("division", \.division),
            documentNumber: pass.value("documentNumber", \.documentNumber),
            validFrom: pass.value("validFrom", \.validFrom), rows: pass.list("rows", \.rows))
    }

    package static let name = "publishGuidePrices"
    package static var title: Message { ExchangeText.Command.publishGuidePrices }
    package static let access: Access = .own(.countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.reasonsMissing, .guideRowsWrong]

    package func stream(_ context: Context) -> StreamID { StreamID("guidePrices", division.text) }

    package func place(_ state: ExchangeState, _ facts: NoFacts) -> DivisionID? { division }

    package func decide(_ state: ExchangeState, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try ExchangeRefusal.requireReasons(documentNumber)
        let cells = Set(rows.map { "\($0.place?.text ?? "") \($0.assetClass.rawValue)" })
        let isSound = rows.allSatisfy { $0.floor <= $0.middle && $0.middle <= $0.high && $0.floor >= .zero }
        guard !rows.isEmpty, cells.count == rows.count, isSound else {
            throw ExchangeRefusal.guideRowsWrong()
        }
        return [
            GuidePricesPublished(
                county: division, documentNumber: documentNumber, validFrom: validFrom, rows: rows)
        ]
    }
}

/// Binds collective lots only; a household's price is free (Rural Land Contracting Law, art. 39).
package struct GuidePricesPublished: ExchangeEvent {
    package let county: DivisionID
    package let documentNumber: String
    package let validFrom: CivilDate
    package var rows: [GuidePriceRow] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            county: pass.value("division", \.county), documentNumber: pass.value("documentNumber", \.documentNumber),
            validFrom: pass.value("validFrom", \.validFrom), rows: pass.list("rows", \.rows))
    }

    package static let name = "guidePricesPublished"
    package var division: DivisionID? { county }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
