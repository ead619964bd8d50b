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
        let owner = DemoText.sanitation
        give(
            day(40, 9 * 60 + 30), "county-intake", "registry.registerOrganisation", "waste-owner",
            [
                "organisation": .string(owner.id), "division": .string(Self.county), "kind": "company",
                "name": .string(owner.name),
            ])
        for (id, plate, capacity, tare) in DemoText.wasteVehicles {
            give(
                day(12), "county-intake", "waste.registerVehicle", "waste-\(id)",
                [
                    "vehicle": .string(id), "place": .string(Self.county), "plate": .string(plate),
                    "carries": ["other", "kitchen"], "capacity": .integer(capacity), "tare": .integer(tare + 40),
                    "owner": .string(owner.id),
                ])
            give(
                day(11), "county-intake", "waste.setTare", "waste-tare-\(id)",
                [
                    "vehicle": .string(id), "tare": .integer(tare), "day": base.date.adding(days: -11).field,
                    "scale": "waste-scale-station", "slip": .string("K-\(tare)"),
                ])
        }
        var stock: Int64 = 0
        for back in (1...Self.days).reversed() { stock = carry(back, stock) }
        complain()
        give(
            day(0, 7 * 60), "county-intake", "waste.planRound", "waste-round",
            [
                "round": "demo-round", "day": base.date.field, "vehicle": "waste-truck-1", "driver": "villager-1",
                "points": ["waste-point-1", "waste-point-2"],
            ])
    }

    /// A villager complains and is answered, a desk writes down two for people at its counter; one is past its time.
    private mutating func complain() {
        let village = DemoText.villages[0]
        func file(_ back: Int, _ office: String, _ name: String, _ kind: String, _ words: String) {
            give(
                day(back, 9 * 60 + 20), office, "waste.fileComplaint", "waste-complaint-\(name)",
                [
                    "complaint": .string(name), "place": .string(village.division), "kind": .string(kind),
                    "words": .string(words),
                ])
        }
        file(6, "villager-1", "demo-heap", "heap", DemoText.complaints[0])
        file(5, "\(village.id)-clerk", "demo-bins", "overflowing", DemoText.complaints[1])
        file(1, "\(village.id)-clerk", "demo-smell", "smell", DemoText.complaints[2])
        give(
            day(5, 8 * 60), "\(village.id)-clerk", "waste.answerComplaint", "waste-answer-demo-heap",
            ["complaint": "demo-heap", "words": .string(DemoText.complaints[3])])
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
