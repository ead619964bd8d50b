import Kernel

extension DemoCounty {
    /// Four who bid: two persons, a cooperative, a company. Numbers of persons are made here and stand in no file.
    mutating func admitBidders() {
        let early = day(size == .large ? Self.largeDays : 100)
        for (position, bidder) in DemoText.bidders.enumerated() {
            var party: [String: JSON] = [
                "party": .string(bidder.id), "kind": .string(bidder.kind), "division": .string(Self.county),
            ]
            if bidder.isPerson {
                party["name"] = .string(bidder.name)
                party["phone"] = .string("199\(8_000_000 + position * 137)9".prefix(11).description)
                let number = IdentityNumber.completing("140498198\(position)0\(position + 1)1500\(position + 1)")
                if let number { party["identityNumber"] = .string(number.revealed) }
            } else {
                party["publicName"] = .string(bidder.name)
                if let code = bidder.creditCode { party["creditCode"] = .string(code) }
            }
            give(early, "county-intake", "registry.registerParty", "party-\(bidder.id)", .object(party))
            open("\(bidder.id)-account", .bidder, Self.county, person: bidder.id, at: early.adding(seconds: 3_600))
        }
        open("villager-1", .villager, DemoText.villages[0].division)
    }

    /// One lot in each stage of its life, and one deal done.
    mutating func tradeLots() {
        let villages = DemoText.villages
        finish(villages[0])
        run(villages[1])
        list(villages[2])
        prepare(villages[3])
        sendBack(villages[4])
        draft(villages[5], days: 1)
    }

    private func lot(_ village: DemoVillage) -> String { "\(village.deal)-lot" }

    private mutating func lotCommand(
        _ at: Instant, _ office: String, _ command: String, _ village: DemoVillage, _ more: [String: JSON] = [:]
    ) {
        var arguments = more
        arguments["lot"] = .string(lot(village))
        give(at, office, "exchange.\(command)", "\(lot(village))-\(command)", .object(arguments))
    }

    mutating func draft(_ village: DemoVillage, days: Int) {
        let asset = village.assets[0]
        var terms: [String: JSON] = [
            "asset": .string(asset.id), "organisation": .string(village.collective),
            "category": .string(asset.mu == nil ? "C1" : "A2"), "transferWay": "lease", "mode": "ascending",
            "use": .string(asset.use), "areaUnits": .integer((asset.mu ?? 0) * Area.unitsPerMu),
            "years": .integer(5), "startPriceFen": .integer(village.startYuan * 100),
            "priceUnit": .string(asset.mu == nil ? "fenPerYear" : "fenPerMuYear"), "stepFen": .integer(2_000),
            "extensionSeconds": .integer(180), "depositFen": .integer(500_000),
            "resolution": .string("\(village.deal)-resolution"),
        ]
        terms["lot"] = .string(lot(village))
        give(
            day(days, 9 * 60 + 10), village.desk, "exchange.draftLot", "\(lot(village))-draftLot",
            .object(terms))
    }

    mutating func submit(_ village: DemoVillage, days: Int) {
        draft(village, days: days)
        lotCommand(day(days, 9 * 60 + 30), village.desk, "submitLot", village)
    }

    mutating func publish(_ village: DemoVillage, days: Int, _ clock: [String: JSON] = [:]) {
        submit(village, days: days + 2)
        lotCommand(day(days + 2, 11 * 60), "county-intake", "acceptLot", village)
        lotCommand(day(days + 1, 10 * 60), "county-review", "reviewLot", village, ["decision": "approve"])
        lotCommand(day(days, 9 * 60), "county-release", "publishNotice", village, clock)
    }

    private mutating func register(_ count: Int, for village: DemoVillage, days: Int) {
        for bidder in DemoText.bidders.prefix(count) {
            let registration = "\(village.deal)-\(bidder.id)"
            let account = JSON.string("DEMO-\(bidder.id)")
            give(
                day(days, 9 * 60 + 5), "\(bidder.id)-account", "exchange.registerBidder", "register-\(registration)",
                [
                    "lot": .string(lot(village)), "bidder": .string(registration), "party": .string(bidder.id),
                    "account": account,
                ])
            give(
                day(days, 10 * 60), "county-intake", "exchange.recordDeposit", "deposit-\(registration)",
                [
                    "bidder": .string(registration), "amountFen": .integer(500_000), "payerAccount": account,
                    "payerName": .string(bidder.name), "reference": .string("D-\(registration)"),
                ])
            give(
                day(days, 11 * 60), "county-intake", "exchange.qualifyBidder", "qualify-\(registration)",
                ["bidder": .string(registration)])
        }
    }

    private mutating func bid(_ village: DemoVillage, from start: Instant, rounds: Int, bidders: Int) {
        for round in 1...rounds {
            let bidder = DemoText.bidders[round % bidders].id
            give(
                start.adding(seconds: Int64(round) * 150), "\(bidder)-account", "exchange.placeBid",
                "bid-\(village.deal)-\(round)",
                [
                    "lot": .string(lot(village)),
                    "priceFen": .integer(village.startYuan * 100 + Int64(round) * 2_000),
                ])
        }
    }

    /// Everything, `shift` days earlier than in the small county.
    mutating func finish(_ village: DemoVillage, shift: Int = 0, rounds: Int = 11) {
        publish(
            village, days: 75 + shift,
            [
                "closesAt": day(50 + shift, 0).field, "opensAt": day(50 + shift).field,
                "endsAt": day(50 + shift, 10 * 60).field,
            ])
        register(3, for: village, days: 60 + shift)
        bid(village, from: day(50 + shift), rounds: rounds, bidders: 3)
        lotCommand(day(50 + shift, 14 * 60), "county-intake", "publishResult", village)
        lotCommand(
            day(28 + shift), "county-intake", "signContract", village, ["contract": .string("\(village.deal)-contract")]
        )
        let rent = ((village.assets[0].mu ?? 1) * (village.startYuan * 100 + Int64(rounds) * 2_000))
        lotCommand(
            day(27 + shift), "county-intake", "recordFirstPayment", village,
            ["amountFen": .integer(rent), "reference": "P-1"])
        lotCommand(day(27 + shift, 14 * 60), "county-review", "certifyLot", village)
        lotCommand(day(26 + shift), "county-intake", "fileLot", village)
        refund(village, winner: rounds % 3, days: 26 + shift)
    }

    /// The deposits of those who did not win go back; of the last weeks they still wait, so that the desk has something to do.
    private mutating func refund(_ village: DemoVillage, winner: Int, days: Int) {
        guard days > 60 else { return }
        for (number, bidder) in DemoText.bidders.prefix(3).enumerated() where number != winner {
            let registration = "\(village.deal)-\(bidder.id)"
            give(
                day(days, 15 * 60), "county-intake", "exchange.refundDeposit", "refund-\(registration)",
                ["bidder": .string(registration), "reference": .string("R-\(registration)")])
        }
    }

    /// An auction that has been open for half an hour and goes on for the day.
    private mutating func run(_ village: DemoVillage, bidders: Int = 4) {
        let opens = base.adding(seconds: -1_800)
        publish(
            village, days: 26,
            [
                "closesAt": opens.field, "opensAt": opens.field, "endsAt": base.adding(seconds: 86_400).field,
            ])
        register(bidders, for: village, days: 12)
        bid(village, from: opens, rounds: 7, bidders: bidders)
    }

    mutating func list(_ village: DemoVillage, days: Int = 3) {
        publish(village, days: days)
        register(1, for: village, days: 1)
    }

    /// The result is on display: auctioned two days ago.
    private mutating func publicise(_ village: DemoVillage) {
        publish(
            village, days: 27,
            ["closesAt": day(2, 0).field, "opensAt": day(2).field, "endsAt": day(2, 10 * 60).field])
        register(3, for: village, days: 9)
        bid(village, from: day(2), rounds: 8, bidders: 3)
        lotCommand(day(2, 14 * 60), "county-intake", "publishResult", village)
    }

    /// Withdrawn by the village while it was on notice.
    private mutating func withdraw(_ village: DemoVillage) {
        publish(village, days: 12)
        lotCommand(
            day(6), village.desk, "withdrawLot", village,
            ["cause": "sellerRequest", "reasons": .string(DemoText.withdrawn)])
    }

    /// Forty lots in all, beside those of the small county.
    mutating func tradeLargeLots() {
        let villages = DemoText.largeVillages
        for (number, village) in villages.enumerated() where number % 3 == 0 {
            switch number / 3 {
            case 0..<14: finish(village, shift: number / 3 * 22, rounds: 6 + number % 9)
            case 14..<17: run(village, bidders: 3)
            case 17..<25: list(village, days: 2 + number % 4)
            case 25..<28: publicise(village)
            case 28..<31: prepare(village)
            case 31..<33: sendBack(village)
            case 33..<35: withdraw(village)
            case 35..<37: submit(village, days: 1)
            default: draft(village, days: 1)
            }
        }
    }

    mutating func prepare(_ village: DemoVillage) {
        submit(village, days: 2)
        lotCommand(day(1), "county-intake", "acceptLot", village)
    }

    mutating func sendBack(_ village: DemoVillage) {
        submit(village, days: 3)
        lotCommand(
            day(2), "county-intake", "returnLot", village, ["reasons": .string(DemoText.returned)])
    }
}
