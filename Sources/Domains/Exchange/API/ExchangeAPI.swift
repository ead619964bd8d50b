package import EventLog
package import Kernel
package import Registry
package import Storage
package import Web

extension Exchange {
    /// Every address of the exchange.
    /// `desk` is what pages of desks may ask beyond the tables; `receipt` proves one entry of the log, `record` is a lot's
    /// open contracting data at an origin; both go into the archive of a lot's file, and where the house has none they are
    /// left out. `logKey` is the public key of the house's log.
    package static func routes(
        database: any Database, desk: DeskReading = .none,
        receipt: @escaping @Sendable (Int64) throws -> Receipt? = { _ in nil }, logKey: VerifierKey? = nil,
        record: @escaping @Sendable (LotID, String, any ReadTransaction) throws -> JSON? = { _, _, _ in nil }
    ) -> [Route] {
        [
            FilingRoute.route(database, receipt, record), ContactForm.route(database), LotDates.route(database),
            OpenMoneyPage.route(database),
        ]
            + publicPages(database) + bidderForms(database)
            + LotAct.all.map { $0.route(database, desk) } + staffForms(database, desk)
            + ruleForms(database, desk)
            + LaptopPage(database: database, desk: desk, receipt: receipt, countyKey: logKey).routes()
            + [
                Route(
                    "/api/v1/lots", ExchangeText.Page.lots, .everyone,
                    .json(shape: LotList.shape) { request in
                        let lines = try database.read { try LotQueries.list(LotSearch(request), in: $0) }
                        return .json(LotList(lots: lines.map { LotResource($0) }).json)
                    }),
                Route(
                    "/api/v1/lots/{lot}", ExchangeText.Page.lot, .everyone,
                    .json(shape: FieldShape(.object(LotResource.shapes))) { request in
                        guard let lot = request.identifier("lot", as: LotName.self),
                            let line = try database.read({ try LotQueries.findLine(lot, in: $0) }),
                            line.closesAt != nil
                        else { return .notFound }
                        return .json(.object(LotResource(line).openFields))
                    }),
                Route(
                    "/api/v1/lots/{lot}/bids", ExchangeText.Page.bids, .everyone,
                    .json(shape: BidList.shape) { request in
                        guard let lot = request.identifier("lot", as: LotName.self) else { return .notFound }
                        let after = try request.number("after") ?? 0
                        let bids = try database.read { tx in
                            try LotQueries.findLine(lot, in: tx).map { _ in
                                try LotQueries.listBids(of: lot, after: after, limit: 1_000, in: tx)
                            }
                        }
                        return bids.map { .json(BidList(bids: $0.map { BidResource($0) }).json) } ?? .notFound
                    }),
            ]
    }

    private static func publicPages(_ database: any Database) -> [Route] {
        [
            Route(
                "/lots", ExchangeText.Page.lots, .everyone,
                .page { request in
                    let search = LotSearch(request)
                    let index = try database.read { tx in
                        let found = try LotQueries.page(search, in: tx)
                        let townships = try DivisionQueries.list(.township, within: .root, limit: 500, in: tx)
                        let asked = try search.village.flatMap { try DivisionQueries.find($0, in: tx) }
                        return LotIndexPage(
                            lines: found.lots, count: found.count, open: try LotQueries.countOpen(search, in: tx),
                            places: townships + (asked.map { [$0] } ?? []).filter { !townships.contains($0) },
                            search: search)
                    }
                    return .page(index.page(request))
                }
            ).inHead(ExchangeText.Page.lots, rank: 20),
            Route(
                "/guide-prices", ExchangeText.Page.guidePrices, .everyone,
                .page { request in
                    let rows = try database.read { try GuidePriceQueries.list(in: $0) }
                    return .page(GuidePricePage(rows: rows).page(request))
                }
            ).inHead(ExchangeText.Page.guidePrices, rank: 55),
            Route(
                "/lots/{lot}", ExchangeText.Page.lot, .everyone,
                .page { request in
                    guard let view = try view(request, database) else { return .notFound }
                    let (isOwnPlace, contact) = try database.read { tx in
                        (
                            try isOwn(view.line.village, request, in: tx),
                            try ContactQueries.find(for: view.line.village, in: tx)
                        )
                    }
                    return .page(
                        LotPage(
                            view: view, own: try own(view, request, database), isOwnPlace: isOwnPlace, contact: contact
                        ).page(request))
                }),
        ]
    }

    /// The lot of the address; until its first notice only for the desks responsible for its place.
    static func view(_ request: PageRequest, _ database: any Database) throws -> LotView? {
        guard let lot = request.identifier("lot", as: LotName.self) else { return nil }
        return try database.read { tx in
            guard let view = try LotQueries.findView(lot, in: tx) else { return nil }
            return try view.isPublic || isOwn(view.line.village, request, in: tx) ? view : nil
        }
    }

    /// Whether the reader sits at a desk that is responsible for the place.
    static func isOwn(_ place: DivisionID, _ request: PageRequest, in tx: any ReadTransaction) throws -> Bool {
        guard let principal = request.principal, ![.bidder, .villager].contains(principal.role) else { return false }
        return try DivisionQueries.isWithin(place, of: principal.division, in: tx)
    }

    /// Where the lot of the address lies. A page that a bidder opens is about their own part in it.
    static func belonging(_ request: PageRequest, in tx: any ReadTransaction) throws -> Belonging? {
        guard let lot = request.identifier("lot", as: LotName.self) else { return nil }
        return try LotQueries.findOutline(lot, in: tx).map { Belonging(at: $0.village, of: request.principal?.person) }
    }

    /// The reader's own registration for the lot; nil for who has none.
    private static func own(_ view: LotView, _ request: PageRequest, _ database: any Database) throws -> BidderLine? {
        guard let principal = request.principal, principal.role == .bidder, let party = PartyID(principal.person.text)
        else { return nil }
        return try database.read { try BidderQueries.listMine(of: party, in: $0) }.first { $0.lot == view.line.id }
    }

    private static func bidderForms(_ database: any Database) -> [Route] {
        [
            Route(
                "/lots/{lot}/bid", PlaceBid.title, PlaceBid.access, database, of: belonging,
                .form(
                    command: PlaceBid.fullName,
                    page: { request in
                        guard let view = try view(request, database) else { return .notFound }
                        return .page(BidForm(view: view, own: try own(view, request, database)).page(request))
                    }, done: { request, _ in "/lots/\(request.parameters["lot"] ?? "")" }), isQuick: true),
            Route(
                "/lots/{lot}/register", RegisterBidder.title, RegisterBidder.access, database, of: belonging,
                .form(
                    command: RegisterBidder.fullName,
                    page: { request in
                        guard let view = try view(request, database) else { return .notFound }
                        return .page(try database.read { try RegistrationForm(view: view).page(request, in: $0) })
                    },
                    done: { request, _ in
                        request.principal?.role == .bidder
                            ? "/exchange/mine" : "/lots/\(request.parameters["lot"] ?? "")/bidders"
                    })),
            Route(
                "/exchange/mine", ExchangeText.Page.mine, .roles([.bidder]),
                .page { request in
                    guard let person = request.principal?.person, let party = PartyID(person.text) else {
                        return .notFound
                    }
                    return .page(
                        try database.read { tx in
                            let rows = try BidderQueries.listMine(of: party, in: tx)
                            let slips = try rows.compactMap { try DepositSlip.read(for: $0, in: tx) }
                            return RegistrationsPage(
                                rows: rows, of: ExchangeText.Page.mine, slips: slips,
                                looks: try LookQueries.list(at: party, in: tx)
                            ).page(request)
                        })
                }),
        ]
    }

    private static func staffForms(_ database: any Database, _ desk: DeskReading) -> [Route] {
        [
            Route(
                "/exchange/desk", ExchangeText.Page.desk, .roles(ExchangeDesk.roles),
                .page { request in
                    guard let principal = request.principal else { return .notFound }
                    let (lines, money) = try database.read { tx in
                        (
                            try LotQueries.listWaiting(for: principal, in: tx),
                            try OpenMoneyPage.callout(request, in: tx)
                        )
                    }
                    return .page(DeskPage(lines: lines, notes: money).page(request))
                }
            ).inHead(ExchangeText.Page.desk, rank: 5),
            Route(
                "/guide-prices/publish", PublishGuidePrices.title, .roles(PublishGuidePrices.access.roles),
                .form(
                    command: PublishGuidePrices.fullName,
                    page: { request in
                        guard let county = request.principal?.division else { return .notFound }
                        return .page(
                            try database.read {
                                try GuidePriceForm.read(of: county, on: request.now.date, in: $0).page(request, in: $0)
                            })
                    }, done: { _, _ in "/guide-prices" })),
            Route(
                "/assets/{asset}/draft", DraftLot.title, DraftLot.access, database,
                of: { request, tx in
                    guard let asset = request.identifier("asset", as: AssetName.self) else { return nil }
                    return try AssetQueries.find(asset, in: tx).map { Belonging(at: $0.division) }
                },
                .form(
                    command: DraftLot.fullName,
                    page: { request in
                        guard let asset = request.identifier("asset", as: AssetName.self),
                            let form = try database.read({
                                try DraftForm.read(of: asset, on: request.now.date, in: $0)
                            })
                        else { return .notFound }
                        return .page(form.page(request))
                    }, done: { _, _ in "/exchange/desk" })),
            Route(
                "/lots/{lot}/bidders", ExchangeText.Page.bidders, ExchangeDesk.bidderReaders, database, of: belonging,
                .page { request in
                    guard let lot = request.identifier("lot", as: LotName.self) else { return .notFound }
                    let rows = try database.read { try BidderQueries.listLines(of: lot, in: $0) }
                    return .page(
                        RegistrationsPage(rows: rows, of: ExchangeText.Page.bidders, isStaff: true).page(request))
                }),
        ] + BidderAct.all.map { $0.route(database, desk) } + [LookPage.route(database, desk)]
    }
}
