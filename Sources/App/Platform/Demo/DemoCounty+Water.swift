import Kernel

/// The county's water: one plant, one town station, one village facility, and what they sent off in the last weeks.
extension DemoCounty {
    private static let days = 21

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
                    "day": base.date.adding(days: -back).field, "dueHours": 24, "validHours": .integer(24 - wave / 9),
                    "mean": .string("\(mean).\(wave % 10)"), "volume": .string(facility.volume), "temperature": "14.5",
                ])
        }
    }
}
