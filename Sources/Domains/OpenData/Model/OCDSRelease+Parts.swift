import Exchange
import Kernel
import Exchange
import Registry

/// The parts of a release.
extension OCDSReleaseWriter {
    var lotID: JSON { .string(lot.lot.text) }

    func awardID(_ round: Int) -> JSON { .string("\(lot.lot)-award-\(round)") }
    func bidID(_ bid: OCDSLot.Bid, _ round: Int) -> JSON { .string("\(lot.lot)-bid-\(round)-\(bid.number)") }
    func paddleID(_ paddle: Int64, _ round: Int) -> JSON { .string("\(lot.lot)-paddle-\(round)-\(paddle)") }

    static func date(_ instant: Instant) -> JSON { .string(instant.description) }
    static func value(_ amount: Money) -> JSON {
        ["amount": .decimal(units: amount.fen, scale: 2), "currency": "CNY"]
    }

    /// From the first second of the first day to the last of the last.
    static func period(_ start: CivilDate, _ end: CivilDate) -> JSON {
        ["startDate": date(start.start), "endDate": date(end.end.adding(seconds: -1))]
    }

    static func identifier(_ code: String, _ name: String) -> JSON {
        ["scheme": "CN-USCC", "id": .string(code), "legalName": .string(name)]
    }

    func reference(_ body: OCDSLot.Body) -> JSON { ["id": .string(body.id), "name": .string(body.name)] }

    var ownerParty: JSON {
        var party: [String: JSON] = [
            "id": .string(lot.owner.id), "name": .string(lot.owner.name),
            "roles": isBuying ? ["buyer", "procuringEntity"] : ["procuringEntity"],
            "address": ["locality": .string(lot.asset.villageName), "country": "CN"],
        ]
        if let code = lot.owner.creditCode { party["identifier"] = Self.identifier(code, lot.owner.name) }
        return .object(party)
    }

    func paddleReference(_ paddle: Int64, _ round: Int) -> JSON {
        ["id": paddleID(paddle, round), "name": .string(OCDSText.paddle(paddle).zh)]
    }

    func paddleParty(_ paddle: Int64, _ round: Int, roles: JSON) -> JSON {
        ["id": paddleID(paddle, round), "name": .string(OCDSText.paddle(paddle).zh), "roles": roles]
    }

    /// The price is in the unit of the lot's `ruralLease.priceUnit`; what the whole term costs stands in the award.
    func bid(_ bid: OCDSLot.Bid, _ round: Int) -> JSON {
        [
            "id": bidID(bid, round), "submissionType": "bid", "date": Self.date(bid.at), "status": "valid",
            "tenderers": [paddleReference(bid.paddle, round)], "value": Self.value(bid.price), "relatedLots": [lotID],
        ]
    }

    func tenderState(_ status: JSON, _ more: [String: JSON] = [:]) -> JSON {
        var tender: [String: JSON] = ["id": lotID, "status": status, "lots": [["id": lotID, "status": status]]]
        tender.merge(more) { _, new in new }
        return .object(tender)
    }

    func tender(_ notice: OCDSLot.Notice) -> JSON {
        let terms = lot.terms
        var tender: [String: JSON] = [
            "id": lotID, "title": .string(lot.asset.name), "status": "active", "procuringEntity": reference(lot.owner),
            "items": [item], "procurementMethod": terms.mode == .agreement ? "direct" : "open",
            "procurementMethodDetails": .string(ExchangeText.mode(terms.mode).zh), "awardCriteria": criterion,
            "submissionMethod": [submission], "datePublished": Self.date(notice.publishedAt),
            "tenderPeriod": ["startDate": Self.date(notice.publishedAt), "endDate": Self.date(notice.endsAt)],
            "lots": [plannedLot], "ruralLease": lease,
            "documents": [
                [
                    "id": .string("notice-\(notice.number)"), "documentType": "tenderNotice",
                    "title": .string(notice.title.zh), "datePublished": Self.date(notice.publishedAt),
                    "url": .string("\(publisher.site)/lots/\(lot.lot)"), "language": "zh",
                ]
            ],
        ]
        tender[isBuying ? "value" : "minValue"] = Self.value(lot.expectedTotal)
        if let category { tender["mainProcurementCategory"] = category }
        if let term { tender["contractPeriod"] = Self.period(term.startsOn, term.endsOn) }
        return .object(tender)
    }

    private var term: Term? { lot.terms.startsOn.flatMap { lot.terms.term(from: $0) } }

    private var plannedLot: JSON {
        var planned: [String: JSON] = ["id": lotID, "title": .string(lot.asset.name), "status": "active"]
        planned[isBuying ? "value" : "minimumValue"] = Self.value(lot.expectedTotal)
        if let term { planned["contractPeriod"] = Self.period(term.startsOn, term.endsOn) }
        return .object(planned)
    }

    private var category: JSON? {
        switch lot.terms.category {
        case .e1: "works"
        case .e2: "goods"
        default: nil
        }
    }

    /// Where the highest price wins that is no `priceOnly`, which means the lowest.
    private var criterion: JSON {
        switch lot.terms.mode {
        case .tender: "ratedCriteria"
        case .draw: "drawingLots"
        default: isBuying ? "priceOnly" : "highestPrice"
        }
    }

    private var submission: JSON {
        switch lot.terms.mode {
        case .ascending, .descending, .reverse: "electronicAuction"
        case .sealed, .twoShot, .tender: "electronicSubmission"
        case .agreement, .liveAuction, .draw: "inPerson"
        }
    }

    private var item: JSON {
        let category = lot.terms.category
        return [
            "id": .string(lot.asset.id.text), "description": .string(lot.asset.name),
            "classification": [
                "scheme": "CN-RPRX", "id": .string(category.rawValue),
                "description": .string(ExchangeText.category(category).zh),
            ],
            "quantity": .decimal(units: lot.terms.area.units, scale: 4), "unit": ["name": .string(OCDSText.mu.zh)],
            "relatedLot": lotID,
            "deliveryLocations": [
                [
                    "description": .string(lot.asset.villageName),
                    "gazetteer": ["scheme": "CN-STATS", "identifiers": [.string(lot.asset.villageCode)]],
                ]
            ],
        ]
    }
}
