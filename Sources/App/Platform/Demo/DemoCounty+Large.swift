import Kernel
import Registry

/// How much of the demo county is made.
package enum DemoSize: Sendable {
    /// Six villages and one lot in each stage: what tests walk through.
    case small
    /// Twelve townships, a hundred and twenty villages, two years of books: what people look at.
    case large
}

extension DemoCounty {
    /// The first day of everything in the large county, in days before its base.
    static let largeDays = 730

    /// Places and desks stand first; what has one hour goes to the writer at once.
    mutating func openLargePlaces() {
        for township in DemoText.largeTownships.dropFirst(DemoText.townships.count) {
            open("\(township.id)-station", .stationAgent, township.division)
            open("\(township.id)-review", .stationReviewer, township.division)
        }
    }

    mutating func settleLargeCounty() {
        for lessee in DemoText.lessees { admit(lessee) }
        for (number, village) in DemoText.largeVillages.enumerated() {
            settleLarge(village, number)
            keepLargeBooks(village, number)
            letLand(of: village, number)
        }
        fillOffices()
        givePrices()
        tradeLargeLots()
        boards()
    }

    private mutating func admit(_ lessee: DemoText.Bidder) {
        var party: [String: JSON] = [
            "party": .string(lessee.id), "kind": .string(lessee.kind), "division": .string(Self.county),
        ]
        if lessee.isPerson {
            party["name"] = .string(lessee.name)
            if let number = Self.identity(ofLessee: lessee.id) {
                party["identityNumber"] = .string(number.revealed)
            }
        } else {
            party["publicName"] = .string(lessee.name)
        }
        give(
            day(Self.largeDays - 2), "county-intake", "registry.registerParty", "party-\(lessee.id)", .object(party))
    }

    private mutating func settleLarge(_ village: DemoVillage, _ number: Int) {
        let hour = day(Self.largeDays - 3)
        give(
            hour, village.station, "registry.registerOrganisation", "organisation-\(village.id)",
            [
                "organisation": .string(village.collective), "division": .string(village.division),
                "kind": "collective", "name": .string(village.collectiveName),
            ])
        for (position, asset) in village.assets.enumerated() {
            register(asset, of: village, at: hour.adding(seconds: 60), parcel: corners(number, position, asset))
        }
        resolve(village, at: hour.adding(seconds: 120), on: Self.largeDays - 2)
    }

    /// A field of its area, beside the village's others: five in two rows, each a little askew.
    private func corners(_ village: Int, _ position: Int, _ asset: DemoAsset) -> JSON {
        let side = Int64((Double(asset.mu ?? 20) * 666.7).squareRoot() * 100)
        let west = 38_500_000_00 + Int64(village % 12) * 300_000 + Int64(position % 3) * 34_000
        let south = 3_990_000_00 + Int64(village / 12) * 300_000 + Int64(position / 3) * 36_000
        let lean = Int64((village * 7 + position * 13) % 9) * 350
        let points = [(0, lean), (side, 0), (side + lean, side), (lean / 2, side + lean)]
        return .array(points.map { ["x": .integer(west + $0.0), "y": .integer(south + $0.1)] })
    }

    /// From the day on which the program asks for it, each lease of an outsider has a resolution of its own.
    private mutating func resolveLetting(_ contract: String, of village: DemoVillage, on begins: Int) -> JSON? {
        let on = base.date.adding(days: -begins)
        guard Parameters.shipped(.contractOutsider, on: on).value == 1 else { return nil }
        let resolution = "\(contract)-resolution"
        give(
            day(begins).adding(seconds: -3_600), village.desk, "registry.recordResolution", resolution,
            [
                "resolution": .string(resolution), "organisation": .string(village.collective),
                "matter": "outsiderContracting", "body": "assembly", "entitled": 240, "present": 203,
                "inFavour": 199, "date": on.adding(days: -1).field,
                "evidence": [.string(String(repeating: "5a", count: 32))],
            ])
        return .string(resolution)
    }

    /// Three in four things are let, for two to eight years; one contract in nine is behind with its rent.
    private mutating func letLand(of village: DemoVillage, _ number: Int) {
        for (position, asset) in village.assets.enumerated() where position > 0 && (number + position) % 4 != 0 {
            let serial = number * 5 + position
            let begins = Self.largeDays - 10 - serial % 22 * 30
            let years = [2, 3, 5, 5, 8][serial % 5]
            let rent = (asset.mu ?? 20) * (village.startYuan + Int64(serial % 7) * 15) * 100
            let start = base.date.adding(days: -begins)
            let dues = (0..<years).map { start.adding(months: 12 * $0) }
            let parts = dues.enumerated().map { year, due -> JSON in
                ["number": .integer(Int64(year + 1)), "due": due.field, "amountFen": .integer(rent)]
            }
            let contract = "\(asset.id)-contract"
            let resolution = resolveLetting(contract, of: village, on: begins)
            var terms: [String: JSON] =
                [
                    "contract": .string(contract), "asset": .string(asset.id), "lessor": .string(village.collective),
                    "lessee": .string(DemoText.lessees[serial % 60].id), "category": "A2", "way": "lease",
                    "start": start.field, "end": start.adding(months: 12 * years).adding(days: -1).field,
                    "unitPriceFen": .integer(rent / (asset.mu ?? 20)),
                    "totalFen": .integer(rent * Int64(years)), "instalments": .array(parts),
                    "use": .string(asset.use),
                ]
            terms["resolution"] = resolution
            give(day(begins), village.station, "registry.registerContract", contract, .object(terms))
            let due = dues.enumerated().filter { $0.element < base.date }
            let paid = serial % 9 == 0 ? due.dropLast() : due[...]
            for (year, dueOn) in paid {
                let on = min(dueOn.adding(days: 4), base.date)
                give(
                    on.start.adding(seconds: 54_000), village.station, "ledger.settleInstalment",
                    "rent-\(contract)-\(year)",
                    [
                        "organisation": .string(village.collective), "receivable": .string(contract),
                        "number": .integer(Int64(year + 1)), "amountFen": .integer(rent),
                        "bankReference": .string("R-\(serial)-\(year)"), "date": on.field,
                    ])
            }
        }
    }

    private mutating func givePrices() {
        for (position, days) in [700, 400, 40].enumerated() {
            let rows = ["irrigated", "dry", "slope", "orchard", "greenhouse"].enumerated().map { number, kind -> JSON in
                let middle = Int64(200 + number * 20 + position * 10) * 100
                return [
                    "class": .string(kind), "floorFen": .integer(middle * 9 / 20),
                    "midFen": .integer(middle), "highFen": .integer(middle * 3 / 2), "samples": .integer(12),
                    "borrowedFrom": "none",
                ]
            }
            give(
                day(days), "county-intake", "exchange.publishGuidePrices", "guide-\(position)",
                [
                    "division": .string(Self.county), "documentNumber": .string(DemoText.guideDocument),
                    "validFrom": base.date.adding(days: -days).field, "rows": .array(rows),
                ])
        }
    }

    /// Notices of finance on eight boards, and villagers' objections to two of them.
    private mutating func boards() {
        for (number, village) in DemoText.largeVillages.prefix(8).enumerated() {
            give(
                day(3 + number % 4, 10 * 60), village.station, "disclosure.openNotice", "finance-\(village.id)",
                [
                    "notice": .string("finance-\(village.id)"), "division": .string(village.division),
                    "kind": "finance", "titleZh": .string(DemoText.financeTitle.zh),
                    "titleEn": .string(DemoText.financeTitle.en),
                    "bodyZh": .string(DemoText.financeBody.zh), "bodyEn": .string(DemoText.financeBody.en),
                    "workingDays": .integer(10),
                ])
            guard number % 4 == 0 else { continue }
            give(
                day(2, 11 * 60), "villager-1", "disclosure.raiseObjection", "objection-\(village.id)",
                ["notice": .string("finance-\(village.id)"), "text": .string(DemoText.objection)])
        }
    }
}
