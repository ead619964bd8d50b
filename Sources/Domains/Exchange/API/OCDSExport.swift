package import Kernel
import Registry
import Web

/// A lot as an OCDS 1.1.5 release: what the public page shows, for programs that know no Chinese exchange.
///
/// Bids, lots and location extensions at v1.1.5, and our own `ruralLease` (terms, unit, direction: the highest price is not
/// OCDS's `priceOnly`, which means the lowest). Who bids stands under the paddle until the contract is signed.
package struct OCDSExport: Sendable {
    /// Our prefix with the lot. It must be registered with the Open Contracting Partnership before real use.
    package static let prefix = "ocds-qianmo"
    package static let extensions = [
        "https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json",
        "https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/v1.1.5/extension.json",
        "https://raw.githubusercontent.com/open-contracting-extensions/ocds_location_extension/v1.1.5/extension.json",
    ]

    let base: String
    let publishedAt: Instant

    /// `base` is the address of the installation, for example `https://example.org`; also where `ruralLease` is served.
    package init(base: String, publishedAt: Instant) {
        self.base = base
        self.publishedAt = publishedAt
    }

    package func releasePackage(_ lots: [LotView]) -> JSON {
        package(name: "releases", lots.map(release), uri: "/api/v1/ocds/releases")
    }

    /// Each lot's release with its compiled form. There is one release a lot, so compiling only sets tag and id.
    package func recordPackage(_ lots: [LotView]) -> JSON {
        let records = lots.map { lot -> JSON in
            .object([
                "ocid": .string(ocid(lot)), "releases": .array([release(lot)]), "compiledRelease": compiled(lot),
            ])
        }
        return package(name: "records", records, uri: "/api/v1/ocds/records")
    }

    private func package(name: String, _ contents: [JSON], uri: String) -> JSON {
        let own = "\(base)/ocds/ruralLease/extension.json"
        return .object([
            "uri": .string(base + uri), "version": .string("1.1"), "publishedDate": date(publishedAt),
            "publisher": .object(["name": .string(ExchangeText.Document.publisher.en)]),
            "extensions": .array((OCDSExport.extensions + [own]).map { .string($0) }), name: .array(contents),
        ])
    }

    func ocid(_ lot: LotView) -> String { "\(OCDSExport.prefix)-\(lot.line.id)" }

    /// As merging by the OCDS rules leaves it: tag `compiled`, id of ocid and date, and every list by its ids.
    func compiled(_ lot: LotView) -> JSON {
        guard case .object(var members) = release(lot) else { return .null }
        members["tag"] = .array([.string("compiled")])
        if case .string(let day)? = members["date"] { members["id"] = .string("\(ocid(lot))-\(day)") }
        return .object(members)
    }

    package func release(_ lot: LotView) -> JSON {
        let latest = lot.steps.last?.at ?? publishedAt
        var tags = ["tender"]
        var members: [String: JSON] = [
            "ocid": .string(ocid(lot)), "id": .string("\(lot.line.id)-\(latest.milliseconds)"), "date": date(latest),
            "initiationType": .string("tender"), "language": .string("zh"), "parties": .array(parties(lot)),
            "buyer": reference(lot.owner.text, lot.ownerName), "tender": tender(lot),
        ]
        if !lot.bids.isEmpty { members["bids"] = bids(lot) }
        if let paddle = lot.paddle, let price = lot.total ?? lot.line.price {
            tags.append("award")
            members["awards"] = .array([award(lot, paddle, price)])
        }
        if let contract = lot.contract, let signed = lot.steps.first(where: { $0.state == .contractSigned })?.at {
            tags.append("contract")
            members["contracts"] = .array([
                .object([
                    "id": .string(contract.text), "awardID": .string("\(lot.line.id)-award"),
                    "status": .string("active"), "dateSigned": date(signed), "value": value(lot.total ?? .zero),
                    "items": .array([item(lot)]),
                ])
            ])
        }
        members["tag"] = .array(tags.map { .string($0) })
        return .object(members)
    }

    private func parties(_ lot: LotView) -> [JSON] {
        let role = lot.line.category.isBuying ? "buyer" : "seller"
        let owner: JSON = .object([
            "id": .string(lot.owner.text), "name": .string(lot.ownerName),
            "roles": .array(["procuringEntity", "buyer"].map { .string($0) }),
            "details": .object(["ruralLease": .object(["side": .string(role)])]),
        ])
        let paddles = Set(lot.bids.map(\.paddle) + [lot.paddle].compactMap { $0 }).sorted()
        return [owner]
            + paddles.map { paddle in
                let isWinner = paddle == lot.paddle
                return .object([
                    "id": .string("paddle-\(paddle)"), "name": .string(name(lot, paddle)),
                    "roles": .array((isWinner ? ["tenderer", "supplier"] : ["tenderer"]).map { .string($0) }),
                ])
            }
    }

    /// The paddle until the contract is signed; then the winner's public name.
    private func name(_ lot: LotView, _ paddle: Int64) -> String {
        let plain = ExchangeText.Page.paddle(paddle).zh
        return paddle == lot.paddle ? lot.lesseeName ?? plain : plain
    }

    private func tender(_ lot: LotView) -> JSON {
        var members: [String: JSON] = [
            "id": .string(lot.line.id.text), "title": .string(lot.notices.last?.title.zh ?? lot.line.assetName),
            "status": .string(status(lot)), "procurementMethod": .string("open"),
            "procurementMethodDetails": .string(lot.line.mode.rawValue),
            "procuringEntity": reference(lot.owner.text, lot.ownerName), "value": value(lot.expectedTotal),
            "items": .array([item(lot)]), "ruralLease": lease(lot),
            "lots": .array([
                .object([
                    "id": .string(lot.line.id.text), "title": .string(lot.line.assetName),
                    "status": .string(status(lot)), "value": value(lot.expectedTotal),
                ])
            ]),
        ]
        if let start = lot.notices.first?.publishedAt, let end = lot.line.closesAt {
            members["tenderPeriod"] = .object(["startDate": date(start), "endDate": date(end)])
        }
        if lot.line.category.isBuying { members["awardCriteria"] = .string("priceOnly") }
        if lot.bidders > 0 { members["numberOfTenderers"] = .integer(lot.bidders) }
        return .object(members)
    }

    private func status(_ lot: LotView) -> String {
        switch lot.line.state {
        case .withdrawn, .terminated: "cancelled"
        case .failed, .relistDecision, .rejected: "unsuccessful"
        case .listed, .closed, .auctionScheduled, .auctionRunning, .singleBidder, .awardProposed, .priorityWindow,
            .resultPublicity, .objection, .suspended, .awardConfirmed, .contractPending, .breached:
            "active"
        default: lot.contract == nil ? "planning" : "complete"
        }
    }

    private func item(_ lot: LotView) -> JSON {
        .object([
            "id": .string(lot.asset.text), "description": .string(lot.line.assetName),
            "classification": .object([
                "scheme": .string("x_qianmo"), "id": .string(lot.line.category.rawValue),
                "description": .string(ExchangeText.category(lot.line.category).zh),
            ]),
            "quantity": .decimal(units: lot.terms.area.units, scale: 4),
            "unit": .object(["name": .string(ExchangeText.Document.mu.zh)]), "relatedLot": .string(lot.line.id.text),
            "deliveryLocations": .array([.object(["description": .string(lot.line.villageName)])]),
        ])
    }

    private func lease(_ lot: LotView) -> JSON {
        let terms = lot.terms
        var members: [String: JSON] = [
            "direction": .string(terms.auctionRule.direction == .up ? "highest" : "lowest"),
            "transferWay": .string(terms.transferWay.rawValue), "use": .string(terms.use),
            "startPrice": value(terms.startPrice), "priceUnit": .string(terms.priceUnit.rawValue),
            "step": value(terms.step), "deposit": value(terms.deposit), "parcel": .string(lot.asset.text),
        ]
        members["years"] = terms.years.map { .integer($0) }
        members["startsOn"] = terms.startsOn?.field
        members["endsOn"] = terms.endsOn?.field
        return .object(members)
    }

    private func bids(_ lot: LotView) -> JSON {
        let details = lot.bids.map { bid -> JSON in
            .object([
                "id": .string("\(lot.line.id)-\(bid.number)"), "date": date(bid.at), "status": .string("valid"),
                "tenderers": .array([reference("paddle-\(bid.paddle)", name(lot, bid.paddle))]),
                "value": value(bid.price), "relatedLots": .array([.string(lot.line.id.text)]),
            ])
        }
        let statistic: JSON = .object([
            "id": .string("bids"), "measure": .string("bids"), "value": .integer(Int64(lot.bids.count)),
        ])
        return .object(["details": .array(details), "statistics": .array([statistic])])
    }

    private func award(_ lot: LotView, _ paddle: Int64, _ price: Money) -> JSON {
        let decided = lot.steps.last { $0.state == .awardProposed || $0.state == .awardConfirmed }?.at ?? publishedAt
        let isFinal = lot.signBy != nil
        return .object([
            "id": .string("\(lot.line.id)-award"), "status": .string(isFinal ? "active" : "pending"),
            "date": date(decided), "value": value(price),
            "suppliers": .array([reference("paddle-\(paddle)", name(lot, paddle))]),
            "relatedLots": .array([.string(lot.line.id.text)]),
        ])
    }

    private func reference(_ id: String, _ name: String) -> JSON {
        .object(["id": .string(id), "name": .string(name)])
    }

    private func value(_ amount: Money) -> JSON {
        .object(["amount": .decimal(units: amount.fen, scale: 2), "currency": .string("CNY")])
    }

    private func date(_ instant: Instant) -> JSON { .string(Format.machineInstant(instant)) }
}
