import Kernel

extension DemoCounty {
    private static let marketStation = "shiqiao-station"
    private static let marketPlace = "p140498101"

    /// The labour market of one township: two employers, eight people, a day that was paid, a day that was not, and orders
    /// of tomorrow.
    mutating func keepMarket() {
        employ("orchard", kind: "individual", place: Self.marketPlace, name: DemoText.marketEmployer, organisation: nil)
        if let village = DemoText.villages.first {
            employ(
                "dongpo-works", kind: "collective", place: village.division, name: village.collectiveName,
                organisation: village.collective)
        }
        for (number, name) in DemoText.marketWorkers.enumerated() { enter(number + 1, name) }
        order("orchard", "apples-1", days: 12, seats: 6)
        order("orchard", "apples-2", days: 8, seats: 4)
        order("dongpo-works", "ditch-1", days: 10, seats: 3)
        for number in 1...6 { work(number, on: "apples-1", days: 12, isPaid: true) }
        for number in 1...2 { work(number, on: "ditch-1", days: 10, isPaid: true) }
        for number in 3...5 { work(number, on: "apples-2", days: 8, isPaid: number != 4) }
        order("dongpo-works", "ditch-2", days: -1, seats: 3)
        for number in 6...7 {
            market(day(0), "labour.takeSeat", "take-ditch-2-\(number)", seat("ditch-2", number))
        }
        market(day(0), "labour.seekWork", "seek-8", ["worker": "kerb-8", "isSeeking": true])
        guard size == .large else { return }
        for (number, seats) in [5, 8, 3, 12, 2].enumerated() {
            // The orchard owes a wage and may order nobody.
            order("dongpo-works", "ditch-\(number + 3)", days: -1 - number, seats: Int64(seats))
        }
    }

    private mutating func market(_ at: Instant, _ command: String, _ key: String, _ arguments: JSON) {
        give(at, Self.marketStation, command, "market-\(key)", arguments)
    }

    private func seat(_ order: String, _ number: Int) -> JSON {
        ["order": .string(order), "worker": .string("kerb-\(number)")]
    }

    private mutating func employ(_ id: String, kind: String, place: String, name: String, organisation: String?) {
        var employer: [String: JSON] = [
            "employer": .string(id), "kind": .string(kind), "place": .string(place), "publicName": .string(name),
        ]
        if let organisation { employer["organisation"] = .string(organisation) }
        market(day(20), "labour.registerEmployer", "employer-\(id)", .object(employer))
        market(
            day(20, 10 * 60), "labour.verifyEmployer", "verify-\(id)",
            ["employer": .string(id), "paper": .string(DemoText.marketLicence)])
    }

    private mutating func enter(_ number: Int, _ name: String) {
        guard let identity = IdentityNumber.completing("14049819680202\(200 + number)") else { return }
        market(
            day(18, 5 * 60), "labour.registerWorker", "worker-\(number)",
            [
                "worker": .string("kerb-\(number)"), "place": .string(Self.marketPlace), "name": .string(name),
                "identityNumber": .string(identity.revealed), "trades": ["harvest", "general"], "consent": true,
            ])
    }

    private mutating func order(_ employer: String, _ id: String, days: Int, seats: Int64) {
        let isRoad = employer != "orchard"
        market(
            day(max(days + 1, 1), 18 * 60), "labour.postOrder", "order-\(id)",
            [
                "order": .string(id), "employer": .string(employer), "trade": isRoad ? "general" : "harvest",
                "work": .string(isRoad ? DemoText.roadWork : DemoText.marketWork),
                "address": .string(DemoText.marketAddress), "conditions": .string(DemoText.marketConditions),
                "start": .integer(day(days, 7 * 60).milliseconds), "end": .integer(day(days, 16 * 60).milliseconds),
                "seats": .integer(seats), "unit": "day", "rateFen": 16_000, "cycle": "day", "insurance": "accident",
            ])
    }

    private mutating func work(_ number: Int, on order: String, days: Int, isPaid: Bool) {
        market(day(days + 1, 19 * 60), "labour.takeSeat", "take-\(order)-\(number)", seat(order, number))
        market(day(days, 7 * 60 - 5), "labour.checkIn", "came-\(order)-\(number)", seat(order, number))
        var worked = seat(order, number).object ?? [:]
        worked["minutes"] = 540
        market(day(days, 16 * 60 + 30), "labour.confirmHours", "hours-\(order)-\(number)", .object(worked))
        guard isPaid else { return }
        var paid = seat(order, number).object ?? [:]
        paid["payee"] = paid["worker"]
        paid["amountFen"] = 16_000
        paid["method"] = "bank"
        paid["reference"] = .string("B\(days)-\(number)")
        market(day(days, 17 * 60), "labour.payWages", "pay-\(order)-\(number)", .object(paid))
    }
}
