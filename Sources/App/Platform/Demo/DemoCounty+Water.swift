import Kernel

/// The county's water: one plant, one town station, one village facility, and what they sent off in the last month.
extension DemoCounty {
    /// A month, so that the rates of a month have every day.
    private static let days = 31

    mutating func treatWater() {
        for facility in DemoText.facilities {
            give(
                day(60), "county-intake", "environment.registerFacility", "water-\(facility.id)",
                [
                    "facility": .string(facility.id), "place": .string(Self.county), "name": .string(facility.name),
                    "kind": .string(facility.kind), "design": .string(facility.design),
                ])
            give(
                day(60, 10 * 60), "county-intake", "environment.assignStandard", "water-standard-\(facility.id)",
                [
                    "facility": .string(facility.id), "standard": "GB 18918-2002", "grade": .string(facility.grade),
                    "from": base.date.adding(days: -90).field,
                ])
            for back in (1...Self.days).reversed() { recordDay(facility, back) }
            equip(facility)
            keepUp(facility)
        }
    }

    /// A letter about the day that exceeded, a visit, and a coagulant that was counted twice.
    private mutating func keepUp(_ facility: DemoFacility) {
        if facility.kind == "town" {
            give(
                day(3, 9 * 60), "county-review", "environment.writeLetter", "water-letter",
                ["facility": .string(facility.id), "number": 1, "demand": .string(DemoText.waterDemand)])
        }
        give(
            day(2, 9 * 60 + 40), "county-intake", "environment.recordVisit", "water-visit-\(facility.id)",
            [
                "facility": .string(facility.id), "day": base.date.adding(days: -2).field,
                "words": .string(DemoText.waterVisit),
            ])
        guard facility.kind == "plant" else { return }
        for (back, stock) in [(20, "1200"), (6, "480")] {
            give(
                day(back, 9 * 60 + 50), "county-intake", "environment.countReagent", "water-reagent-\(back)",
                [
                    "facility": .string(facility.id), "reagent": "coagulant",
                    "day": base.date.adding(days: -back).field, "stock": .string(stock),
                ])
        }
    }

    /// Values wander by a rule of their own; one day of the town station exceeds.
    private mutating func recordDay(_ facility: DemoFacility, _ back: Int) {
        let wave = Int64((back * 37 + facility.id.utf8.count * 11) % 17)
        let exceeds = facility.kind == "town" && back == 5
        for (item, mean) in [("COD", 28 + wave + (exceeds ? 40 : 0)), ("NH3-N", 1 + wave / 6)] {
            give(
                day(back - 1, 8 * 60), "county-intake", "environment.recordDay", "water-\(facility.id)-\(item)-\(back)",
                [
                    "facility": .string(facility.id), "item": .string(item),
                    "day": base.date.adding(days: -back).field, "dueHours": 24, "receivedHours": 24,
                    "validHours": .integer(24 - wave / 9),
                    "mean": .string("\(mean).\(wave % 10)"), "volume": .string(facility.volume), "temperature": "14.5",
                ])
        }
    }
    /// An analyser that was accepted and checked this morning, and what the last weeks of running took.
    private mutating func equip(_ facility: DemoFacility) {
        give(
            day(60, 11 * 60), "county-intake", "environment.registerInstrument", "water-instrument-\(facility.id)",
            [
                "facility": .string(facility.id), "item": "COD", "model": "COD-2000",
                "serial": .string("SN-\(facility.id)"), "range": "100",
            ])
        give(
            day(59, 9 * 60), "county-review", "environment.acceptInstrument", "water-accept-\(facility.id)",
            [
                "facility": .string(facility.id), "number": 1, "day": base.date.adding(days: -60).field,
                "paper": .string(DemoText.acceptance),
            ])
        give(
            day(0, 7 * 60), "county-intake", "environment.recordCheck", "water-check-\(facility.id)",
            [
                "facility": .string(facility.id), "number": 1, "at": .integer(min(day(0, 7 * 60), base).milliseconds),
                "standard": "50", "reading": "51.3",
            ])
        for back in (1...Self.days).reversed() {
            let wave = Int64((back * 29 + facility.id.utf8.count * 7) % 13)
            give(
                day(back - 1, 8 * 60 + 20), "county-intake", "environment.enterOperation",
                "water-operation-\(facility.id)-\(back)",
                [
                    "facility": .string(facility.id), "day": base.date.adding(days: -back).field,
                    // The village had no power on two days.
                    "energy": .string(
                        facility.kind == "village" && (8...9).contains(back)
                            ? "0" : "\(facility.energy + wave * facility.energy / 100)"),
                    "inletCOD": .string("\(210 + wave * 4)"), "sludge": .string(facility.sludge), "moisture": 80,
                ])
        }
    }
}
