package import Kernel

/// The demo county: invented places, people and deals, as a scenario that ends at `base`. The same `base` gives the same
/// lines, so that seeding again (or after an interruption) changes nothing.
package struct DemoCounty {
    let base: Instant
    let size: DemoSize
    private var lines: [Scenario.Line] = []

    /// Everything that happened in the county before `base`, and what is going on at it. `sales`: so many beside those of
    /// the large county.
    package static func scenario(endingAt base: Instant, size: DemoSize = .small, sales: Int = 0) -> Scenario {
        var county = DemoCounty(base: base, size: size)
        county.openPlaces()
        county.announceYears()
        if size == .large { county.openLargePlaces() }
        for village in DemoText.villages { county.settle(village) }
        county.admitBidders()
        county.tradeLots()
        county.keepMarket()
        county.meet()
        county.treatWater()
        county.carryWaste()
        county.drawLand()
        county.train()
        if size == .large {
            county.settleLargeCounty()
            county.trade(many: sales)
        }
        // In order of time; what has the same hour stays in the order it was written.
        let ordered = county.lines.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        return Scenario(ordered.map(\.element))
    }

    private init(base: Instant, size: DemoSize) {
        self.base = base
        self.size = size
    }

    static let county = "p140498"

    /// `days` before the day of `base`, at `minutes` after midnight there.
    func day(_ days: Int, _ minutes: Int64 = 9 * 60) -> Instant {
        base.date.adding(days: -days).start.adding(seconds: minutes * 60)
    }

    mutating func give(_ at: Instant, _ office: String, _ command: String, _ key: String, _ arguments: JSON) {
        guard let office = OfficeID(office) else { preconditionFailure("\(office) is well formed") }
        lines.append(
            Scenario.Line(
                number: lines.count + 1, at: min(at, base), office: office, command: command, arguments: arguments,
                key: "demo-\(key)"))
    }

    // MARK: Places and desks

    /// When the house began.
    private var opening: Instant { size == .large ? day(Self.largeDays + 5) : day(120) }

    /// The years of the demo whose list the program was not shipped with: the invented county rests on the days that the
    /// law names by their date, and on three of spring.
    private mutating func announceYears() {
        for year in opening.date.year...base.date.adding(days: 200).year
        where !WorkingCalendar.announced.isAnnounced(year) {
            let spring = ["02-05", "02-08", "02-09"].map { "\(year)-\($0),\(DemoText.spring),off" }
            let days = StatutoryHolidays.days(of: year).map { "\($0),\(DemoText.holiday),off" } + spring
            give(
                opening, "admin", "registry.announceCalendar", "calendar-\(year)",
                [
                    "file": .string((["date,name,kind"] + days).joined(separator: "\n")),
                    "year": .integer(Int64(year)), "source": .string(DemoText.holidaySource),
                ])
        }
    }

    private mutating func openPlaces() {
        let rows = (DemoText.places + (size == .large ? DemoText.largePlaces : [])).map { place -> JSON in
            [
                "code": .string(place.code), "name": .string(place.name), "level": .string(place.level),
                "parent": .string(place.parent), "kind": .string(place.kind),
            ]
        }
        give(
            opening, "admin", "registry.importDivisions", "places",
            ["codeSystem": "statistical", "asOf": opening.date.adding(days: -280).field, "rows": .array(rows)])
        open("county-intake", .countyOfficer, Self.county)
        open("county-review", .stationReviewer, Self.county)
        open("county-release", .countyReleaser, Self.county)
        open("county-supervisor", .supervisor, Self.county)
        for township in DemoText.townships {
            open("\(township.id)-station", .stationAgent, township.division)
            // Whoever checks a claim neither pays nor books it: the agency has a second desk.
            open("\(township.id)-agency", .stationAgent, township.division)
            open("\(township.id)-review", .stationReviewer, township.division)
        }
        publishContacts()
    }

    /// The centre takes the deposits of the whole county; each station is reached under a number of its own.
    private mutating func publishContacts() {
        let centre = DemoText.centre
        publish(
            "county", Self.county,
            [
                "office": .string(centre.office), "phone": "0354-7650001", "address": .string(centre.address),
                "hours": .string(centre.hours), "payee": .string(centre.office), "bank": .string(centre.bank),
                "account": "0505 0101 0000 1234 56",
            ])
        for (number, township) in DemoText.townships.enumerated() {
            publish(
                township.id, township.division,
                [
                    "office": .string(DemoText.title(of: "\(township.id)-station")),
                    "phone": .string("0354-765001\(number)"), "address": .string(DemoText.stationAddress),
                    "hours": .string(centre.hours),
                ])
        }
    }

    private mutating func publish(_ key: String, _ place: String, _ fields: [String: JSON]) {
        give(
            opening.adding(seconds: 7_200), "county-intake", "exchange.publishContact", "contact-\(key)",
            .object(fields.merging(["division": .string(place)]) { $1 }))
    }

    mutating func open(_ office: String, _ role: Role, _ division: String, person: String? = nil, at: Instant? = nil) {
        give(
            at ?? opening.adding(seconds: 3_600), "admin", "registry.openOffice", "office-\(office)",
            [
                "office": .string(office), "role": .string(role.rawValue), "division": .string(division),
                "person": .string(person ?? "staff-\(office)"), "title": .string(DemoText.title(of: office)),
            ])
    }

    // MARK: A village's register and books

    private mutating func settle(_ village: DemoVillage) {
        open("\(village.id)-clerk", .villageClerk, village.division)
        open("\(village.id)-accountant", .villageAccountant, village.division)
        give(
            day(119), village.station, "registry.registerOrganisation", "organisation-\(village.id)",
            [
                "organisation": .string(village.collective), "division": .string(village.division),
                "kind": "collective", "name": .string(village.collectiveName),
            ])
        for asset in village.assets { register(asset, of: village, at: day(118)) }
        resolve(village, at: day(117), on: 118)
        keepBooks(village)
    }

    mutating func resolve(_ village: DemoVillage, at hour: Instant, on days: Int) {
        give(
            hour, village.desk, "registry.recordResolution", "resolution-\(village.deal)",
            [
                "resolution": .string("\(village.deal)-resolution"), "organisation": .string(village.collective),
                "matter": .string(village.matter), "body": "assembly", "entitled": .integer(240),
                "present": .integer(203), "inFavour": .integer(197), "date": base.date.adding(days: -days).field,
                "evidence": .array([.string(String(repeating: "5a", count: 32))]),
            ])
    }

    mutating func register(
        _ asset: DemoAsset, of village: DemoVillage, at hour: Instant, parcel: JSON = .array([])
    ) {
        var card: [String: JSON] = [
            "asset": .string(asset.id), "owner": .string(village.collective), "division": .string(village.division),
            "class": .string(asset.assetClass), "kind": .string(asset.kind), "name": .string(asset.name),
            "right": "ownership", "use": .string(asset.use),
        ]
        if let mu = asset.mu { card["area"] = .integer(mu * Area.unitsPerMu) }
        if let value = asset.valueYuan { card["originalValueFen"] = .integer(value * 100) }
        if parcel.array?.isEmpty == false { card["parcel"] = parcel }
        give(hour, village.desk, "registry.registerAsset", "asset-\(asset.id)", .object(card))
    }

    private mutating func keepBooks(_ village: DemoVillage) {
        let accountant = "\(village.id)-accountant"
        let start = base.date.adding(days: -116)
        give(
            day(116), accountant, "ledger.openBooks", "books-\(village.id)",
            [
                "organisation": .string(village.collective), "startDate": start.field,
                "openings": .array([
                    ["account": "102", "debitFen": .integer(village.cashYuan * 100)],
                    ["account": "151", "debitFen": .integer(38_000_000)],
                    ["account": "301", "creditFen": .integer(village.cashYuan * 100 + 38_000_000)],
                ]),
            ])
        for (position, voucher) in DemoText.vouchers.enumerated() {
            let days = 110 - position * 9
            let amount = JSON.integer((voucher.yuan + village.cashYuan / 100) * 100)
            give(
                day(days, 15 * 60), accountant, "ledger.postVoucher", "voucher-\(village.id)-\(position)",
                [
                    "organisation": .string(village.collective), "date": base.date.adding(days: -days).field,
                    "summary": .string(voucher.summary), "attachments": 1, "reviewer": .string(village.station),
                    "lines": .array([
                        ["account": .string(voucher.debit), "debitFen": amount],
                        ["account": .string(voucher.credit), "creditFen": amount],
                    ]),
                ])
        }
    }
}
