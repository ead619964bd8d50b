import EventLog
import Kernel
import Registry
import Storage
import Web

/// A lot's way to a station's laptop and back, in the county: the laptop's key in, the pack out, the laptop's log in.
/// Nothing is written before the desk confirms.
struct LaptopPage: Sendable {
    let database: any Database
    let desk: DeskReading
    let receipt: @Sendable (Int64) throws -> Receipt?
    let countyKey: VerifierKey?

    static let access = TakeLotToStation.access

    static func path(of lot: LotID) -> String { "/lots/\(lot)/laptop" }

    /// Whether the way begins or ends here.
    static func isOffered(for line: LotLine) -> Bool {
        line.state == .atStation
            || line.state == .auctionScheduled && [.ascending, .reverse].contains(line.mode)
    }

    func routes() -> [Route] {
        [
            Route(
                "/lots/{lot}/laptop", LaptopText.title, Self.access, database, of: Exchange.belonging,
                .upload(
                    Upload(
                        commands: [TakeLotToStation.fullName, ReturnLotFromStation.fullName],
                        page: { try page($0) },
                        steps: { request in
                            guard let view = try Exchange.view(request, database),
                                let command = try command(for: view, request)
                            else { return [] }
                            return [{ .give(command: command.name, arguments: command.with, key: request.form.key) }]
                        }, done: { try done($0, $1) }))),
            Route(
                "/lots/{lot}/laptop/pack", LaptopText.takePack, Self.access, database, of: Exchange.belonging,
                .file(contentType: "application/json") { request in
                    guard let lot = request.identifier("lot", as: LotName.self), let bundle = try bundle(of: lot) else {
                        return .notFound
                    }
                    return .file(bundle.file.canonicalBytes, name: "\(lot)-pack.json")
                }),
        ]
    }

    /// What the desk of the taking was given; the same file each time.
    private func bundle(of lot: LotID) throws -> StationBundle? {
        let found = try database.read { tx in
            try StationQueries.findTaking(lot, in: tx).flatMap { taking in
                try StationQueries.pack(lot, desk: taking.desk, in: tx).map { (taking.entry, $0) }
            }
        }
        guard let found, let countyKey, let proof = try receipt(found.0) else { return nil }
        return StationBundle(pack: found.1, receipt: proof, countyKey: countyKey)
    }

    /// What the file that was brought asks for; nil without a file.
    private func command(for view: LotView, _ request: PageRequest) throws -> (name: String, with: JSON)? {
        guard let bytes = CarriedFile.bytes(in: request.form), let principal = request.principal else { return nil }
        if view.line.state == .atStation {
            guard let file = try? JSON(parsing: bytes, limits: JSONLimits(bytes: bytes.count, depth: 32)),
                var with = file.object
            else { throw ExchangeRefusal.checkpointBad() }
            with["lot"] = view.line.id.field
            return (ReturnLotFromStation.fullName, .object(with))
        }
        let pack = try database.read { try StationQueries.pack(view.line.id, desk: principal, in: $0) }
        guard let pack else { throw ExchangeRefusal.lotUnknown() }
        // The laptop's present key; those of before stand below it.
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        let key = (lines.first ?? "").filter { !$0.isWhitespace }
        return (
            TakeLotToStation.fullName,
            [
                "lot": view.line.id.field, "key": .string(key),
                "digest": .string(StationBundle.digest(of: pack)),
            ]
        )
    }

    private func page(_ request: PageRequest) throws -> PageResult {
        guard let view = try Exchange.view(request, database), let principal = request.principal else {
            return .notFound
        }
        guard Self.isOffered(for: view.line) else { return .page(notNow(view, request)) }
        do {
            guard let command = try command(for: view, request) else { return .page(form(view, request)) }
            let events =
                if command.name == TakeLotToStation.fullName {
                    try desk.rehearse(TakeLotToStation.read(command.with, notation: .exact), principal).get()
                } else {
                    try desk.rehearse(ReturnLotFromStation.read(command.with, notation: .exact), principal).get()
                }
            return .page(confirmation(view, events, request))
        } catch let rejection as Rejection {
            return .page(form(view, request, [Callout(rejection)]))
        }
    }

    private func notNow(_ view: LotView, _ request: PageRequest) -> Page {
        Page(
            LaptopText.title, request,
            [
                Headline(
                    LaptopText.question, answer: "\(view.line.assetName)", note: ExchangeText.state(view.line.state)),
                EmptyState(
                    LaptopText.notNow, hint: LaptopText.when,
                    action: Action(ExchangeText.Page.backToLot, to: "/lots/\(view.line.id)")),
            ])
    }

    /// Which file is wanted, and what was done so far.
    private func form(_ view: LotView, _ request: PageRequest, _ notes: [any Component] = []) -> Page {
        let isAway = view.line.state == .atStation
        let file = FormField.file(
            CarriedFile.upload, isAway ? LaptopText.log : LaptopText.key, accept: isAway ? ".json" : ".pub,.txt")
        let take: [any Component] =
            isAway
            ? [
                Section(
                    LaptopText.pack,
                    [
                        Paragraph(LaptopText.packNote),
                        ActionBar([
                            Action(LaptopText.takePack, to: "\(Self.path(of: view.line.id))/pack", isPrimary: true)
                        ]),
                    ])
            ] : []
        let form = FormBuilder(
            request, submit: LaptopText.look, note: isAway ? LaptopText.logNote : LaptopText.keyNote, [file])
        return Page(
            LaptopText.title, request,
            [
                Headline(
                    isAway ? LaptopText.awayQuestion : LaptopText.question, answer: "\(view.line.assetName)",
                    note: isAway ? LaptopText.away : LaptopText.note)
            ] + notes + take + [
                isAway ? Section(LaptopText.bringBack, [form]) : form,
                ActionBar([Action(ExchangeText.Page.backToLot, to: "/lots/\(view.line.id)")]),
            ])
    }

    private func confirmation(_ view: LotView, _ events: [any Event], _ request: PageRequest) -> Page {
        let format = request.format
        let isAway = view.line.state == .atStation
        let bids = events.compactMap { $0 as? StationBidMerged }
        let facts: [FactList.Fact] =
            isAway
            ? [
                .init(ExchangeText.Page.bids, "\(format.count(bids.count))"),
                .init(
                    LotWords.priceReached,
                    bids.last.map {
                        "\(format.money($0.price)) <small>\(request(LotWords.per(view.terms.priceUnit)))</small>"
                    }),
            ]
            : [
                .init(LaptopText.opens, view.opensAt.map { HTML.time($0, request.language) }),
                .init(LaptopText.paddles, "\(format.count(paddles(events)))"),
            ]
        let confirm = FormBuilder(
            request, action: "\(request.path)?give=1", submit: isAway ? StationText.giveBack : StationText.take,
            note: isAway ? LaptopText.backNote : LaptopText.closedNote, isDangerous: !isAway,
            [CarriedFile.field, CarriedFile.nameField].map { .hidden($0, request.form.values[$0] ?? "") })
        return Page(
            LaptopText.title, request,
            [
                Headline(
                    isAway ? LaptopText.isThisIt : LaptopText.isThisTheLaptop, answer: "\(view.line.assetName)"),
                FactList(facts), confirm, ActionBar([Action(LaptopText.otherFile, to: Self.path(of: view.line.id))]),
            ])
    }

    private func paddles(_ events: [any Event]) -> Int {
        events.reduce(0) { count, event in
            count + ((event as? LotTakenToStation)?.paddles.count ?? (event as? PaddlesDealt)?.paddles.count ?? 0)
        }
    }

    private func done(_ request: PageRequest, _ answers: [UploadAnswer]) throws -> PageResult {
        guard let view = try Exchange.view(request, database) else { return .notFound }
        switch answers.first {
        case .refused(let rejection)?: return .page(form(view, request, [Callout(rejection)]))
        case .given? where view.line.state == .atStation:
            return .page(form(view, request, [Callout(.good, LaptopText.given, LaptopText.givenNext)]))
        default: return .redirect("/lots/\(view.line.id)")
        }
    }
}
