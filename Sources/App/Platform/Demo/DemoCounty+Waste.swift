import Kernel

/// The county's waste: points of two villages, a station, a plant, a recycler, a landfill that gets slag alone, and what was
/// weighed in the last ten days.
extension DemoCounty {
    private static let days = 10
    private static let station: JSON = "waste-station"
    private static let plant: JSON = "waste-plant"

    mutating func carryWaste() {
        for site in DemoText.wasteSites {
            give(
                day(40), "county-intake", "waste.registerSite", "waste-\(site.id)",
                [
                    "site": .string(site.id), "place": .string(Self.county), "name": .string(site.name),
                    "kind": .string(site.kind),
                ])
        }
        for (id, site, name) in DemoText.wasteScales {
            give(
                day(40, 9 * 60), "county-intake", "waste.registerScale", "waste-\(id)",
                [
                    "scale": .string(id), "site": .string(site), "name": .string(name),
                    "until": base.date.adding(days: 300).field,
                ])
        }
        var stock: Int64 = 0
        for back in (1...Self.days).reversed() { stock = carry(back, stock) }
    }

    /// Two rounds come in, one container leaves and arrives; what is left lies at the station over night.
    private mutating func carry(_ back: Int, _ before: Int64) -> Int64 {
        let wave = Int64((back * 7) % 5)
        let rounds: [(String, String, Int64)] = [
            ("waste-point-1", "C101", 1_140 + wave * 60), ("waste-point-2", "C102", 1_480 + wave * 40),
        ]
        for (point, vehicle, net) in rounds {
            weigh(
                back, 8 * 60, "waste-in-\(point)",
                [
                    "vehicle": .string(vehicle), "from": [.string(point)], "to": Self.station, "stream": "other",
                    "gross": .integer(3_300 + net), "tare": 3_300, "scale": "waste-scale-station",
                ])
        }
        let collected = rounds.reduce(0) { $0 + $1.2 }
        let left = (before + collected) / 100 * 100
        weigh(
            back, 10 * 60, "waste-out",
            [
                "vehicle": "T201", "from": [Self.station], "to": Self.plant, "stream": "other",
                "gross": .integer(6_200 + left), "tare": 6_200, "scale": "waste-scale-station",
            ])
        // The plant's scale shows ten kilograms less, as scales do.
        weigh(
            back, 11 * 60, "waste-arrived",
            [
                "vehicle": "T201", "from": [Self.station], "to": Self.plant, "stream": "other",
                "gross": .integer(6_190 + left), "tare": 6_200, "scale": "waste-scale-plant",
                "departure": .string("waste-out-\(back)"),
            ])
        let stock = before + collected - left
        for (site, lies) in [(Self.station, stock), (Self.plant, 40_000 + Int64(back) * 300)] {
            give(
                day(back, 18 * 60), "county-intake", "waste.readStock", "waste-stock-\(site.string ?? "")-\(back)",
                ["site": site, "day": base.date.adding(days: -back).field, "kilograms": .integer(lies)])
        }
        return stock
    }

    private mutating func weigh(_ back: Int, _ minute: Int64, _ name: String, _ load: [String: JSON]) {
        let arguments = load.merging(["ticket": .string("\(name)-\(back)")]) { first, _ in first }
        give(day(back, minute), "county-intake", "waste.issueTicket", "\(name)-\(back)", .object(arguments))
    }
}
