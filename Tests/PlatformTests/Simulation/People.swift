import Exchange
import Kernel
@testable import Platform

/// What somebody in the county does next: mostly what is called for, sometimes what must be refused.
struct People {
    struct Act {
        let office: String
        let command: String
        let arguments: [String: JSON]
    }

    let sight: Sight
    let now: Instant
    /// Counts what is drafted, so that names do not repeat.
    let turn: Int

    private static let modes = [
        "ascending", "ascending", "ascending", "ascending", "sealed", "twoShot", "descending", "draw", "liveAuction",
        "agreement",
    ]

    func act(_ dice: inout Dice) -> Act? {
        if dice.chance(6) { return mistake(&dice) }
        if dice.chance(12) { return books(&dice) }
        let due = sight.bidders.filter { $0.deposit == "refundDue" }
        if dice.chance(40), let bidder = dice.pick(due) {
            return Act(
                office: "intake", command: "exchange.refundDeposit",
                arguments: ["bidder": .string(bidder.id), "reference": .string("R-\(bidder.id)")])
        }
        let lively = sight.lots.filter {
            !["filed", "withdrawn", "terminated", "rejected", "performing"].contains($0.state)
        }
        if lively.count < 3 || dice.chance(4), let draft = draft(&dice) { return draft }
        // Those in the hall are the loudest.
        let running = lively.filter { $0.state == "auctionRunning" }
        if dice.chance(50), let lot = dice.pick(running) { return step(lot, &dice) }
        if dice.chance(50), let lot = dice.pick(lively.filter { $0.state == "listed" }) { return step(lot, &dice) }
        return dice.pick(lively).flatMap { step($0, &dice) }
    }

    private func draft(_ dice: inout Dice) -> Act? {
        guard let free = dice.pick(sight.freeAssets) else { return nil }
        let village = String(free.owner.suffix(1))
        let mode = dice.pick(People.modes) ?? "ascending"
        var terms: [String: JSON] = [
            "lot": .string("lot-\(turn)-\(dice.roll(1_000))"), "asset": .string(free.asset),
            "organisation": .string(free.owner), "category": "A2", "transferWay": "lease", "mode": .string(mode),
            "use": "wheat", "areaUnits": .integer(Int64(1 + dice.roll(20)) * 10_000),
            "years": .integer(Int64(1 + dice.roll(dice.chance(5) ? 40 : 8))),
            "startPriceFen": .integer(Int64(1 + dice.roll(1_000)) * 100), "priceUnit": "fenPerMuYear",
            "stepFen": .integer(Int64(1 + dice.roll(20)) * 50), "extensionSeconds": .integer(Int64(dice.roll(3)) * 90),
            "depositFen": .integer(Int64(1 + dice.roll(50)) * 1_000), "resolution": .string("resolution-\(village)"),
        ]
        if dice.chance(15) { terms["tieRule"] = "draw" }
        return Act(office: "clerk-\(village)", command: "exchange.draftLot", arguments: terms)
    }

    /// The next step of a lot, by whoever takes it.
    private func step(_ lot: Sight.Lot, _ dice: inout Dice) -> Act? {
        func act(_ office: String, _ command: String, _ more: [String: JSON] = [:]) -> Act {
            Act(
                office: office, command: "exchange.\(command)", arguments: more.merging(["lot": .string(lot.id)]) { $1 }
            )
        }
        if dice.chance(2) { return stop(lot, &dice) }
        switch lot.state {
        case "draft", "resolving", "returned": return act("clerk-\(lot.village)", "submitLot")
        case "submitted":
            // An auctioneer shows the licence; who comes without it is sent for it.
            if lot.mode == "liveAuction", dice.chance(60) {
                return act(
                    "clerk-\(lot.village)", "attachMaterial",
                    ["material": "auctioneerLicence", "digest": .string(String(repeating: "c3", count: 32))])
            }
            return dice.chance(88) ? act("intake", "acceptLot") : act("intake", "returnLot", ["reasons": "unclear"])
        case "accepted":
            let approves = dice.chance(93)
            return act(
                dice.chance(90) ? "review" : "intake", "reviewLot",
                approves ? ["decision": "approve"] : ["decision": "reject", "reasons": "not lawful"])
        case "approved":
            var clock: [String: JSON] = ["drawCommitment": .string(Draw.commitment(of: "seed of \(lot.id)"))]
            if dice.chance(10) { clock["closesAt"] = now.adding(seconds: 86_400).field }
            return act("release", "publishNotice", clock)
        case "listed": return admit(lot, &dice)
        case "singleBidder": return act("station", "agreePrice", ["priceFen": .integer(lot.startPrice)])
        case "relistDecision", "failed", "breached":
            if dice.chance(35) {
                return act(
                    "clerk-\(lot.village)", "withdrawLot", ["cause": "naturalDelisting", "reasons": "nobody came"])
            }
            let seed = Draw.commitment(of: "seed of \(lot.id)")
            return act("intake", "relistLot", dice.chance(50) ? ["drawCommitment": .string(seed)] : [:])
        case "auctionRunning": return call(lot, &dice)
        case "awardProposed", "priorityWindow": return act("intake", "publishResult")
        case "resultPublicity":
            guard dice.chance(30) else { return nil }
            return act(dice.chance(50) ? "villager" : "b1-account", "raiseObjection", ["grounds": "my own field"])
        case "objection":
            return act(
                "review", "answerObjection",
                [
                    "number": .integer(lot.openObjection ?? 1), "answer": "the map says so",
                    "decision": .string(dice.chance(75) ? "dismissed" : "upheld"),
                ])
        case "awardConfirmed", "contractPending":
            if let signBy = lot.signBy, now.milliseconds > signBy, dice.chance(50) {
                return act("review", "recordBreach", ["reasons": "did not come"])
            }
            return act("intake", "signContract")
        case "contractSigned", "settling":
            if lot.state == "settling", dice.chance(60) { return act("review", "certifyLot") }
            let amount = max(1, (lot.firstInstalment ?? 1) / (dice.chance(30) ? 2 : 1))
            return act(
                "intake", "recordFirstPayment", ["amountFen": .integer(amount), "reference": .string("P-\(turn)")])
        case "certified": return act("intake", "fileLot")
        case "suspended": return act("review", "resumeLot")
        default: return nil
        }
    }

    private func stop(_ lot: Sight.Lot, _ dice: inout Dice) -> Act {
        let stops = [
            ("review", "suspendLot", "ownershipDispute"), ("review", "suspendLot", "systemFailure"),
            ("supervisor", "terminateLot", "fraud"), ("clerk-\(lot.village)", "withdrawLot", "sellerRequest"),
        ]
        let (office, command, cause) = stops[dice.roll(stops.count)]
        return Act(
            office: office, command: "exchange.\(command)",
            arguments: ["lot": .string(lot.id), "cause": .string(cause), "reasons": "as found"])
    }

    /// Registration, deposit, admission of one bidder, as far as it has come.
    private func admit(_ lot: Sight.Lot, _ dice: inout Dice) -> Act? {
        let party = SmallCounty.bidders[dice.roll(SmallCounty.bidders.count)]
        let account = JSON.string("BANK-\(party)")
        guard let bidder = sight.bidders.first(where: { $0.lot == lot.id && $0.party == party }) else {
            return Act(
                office: "\(party)-account", command: "exchange.registerBidder",
                arguments: [
                    "lot": .string(lot.id), "bidder": .string("\(lot.id)-\(party)"), "party": .string(party),
                    "account": account,
                ])
        }
        switch bidder.deposit {
        case "required", "declared":
            // Now and then too little.
            let amount = dice.chance(85) ? Int64(60_000) : 500
            return Act(
                office: "intake", command: "exchange.recordDeposit",
                arguments: [
                    "bidder": .string(bidder.id), "amountFen": .integer(amount), "payerAccount": account,
                    "payerName": .string(party), "reference": .string("D-\(bidder.id)"),
                ])
        default:
            guard bidder.state != "qualified" else { return nil }
            return dice.chance(92)
                ? Act(
                    office: "intake", command: "exchange.qualifyBidder", arguments: ["bidder": .string(bidder.id)])
                : Act(
                    office: "intake", command: "exchange.refuseBidder",
                    arguments: ["bidder": .string(bidder.id), "reasons": "papers"])
        }
    }

    /// A call in the hall, in whichever way the lot is traded.
    private func call(_ lot: Sight.Lot, _ dice: inout Dice) -> Act? {
        let office = "\(SmallCounty.bidders[dice.roll(SmallCounty.bidders.count)])-account"
        let steps = Int64(dice.roll(4))
        let next = lot.best.map { $0 + steps * lot.step } ?? (lot.startPrice + steps * lot.step)
        let price = JSON.integer(dice.chance(8) ? max(1, next - 7) : next)
        switch lot.mode {
        case "ascending":
            return dice.chance(10)
                ? Act(
                    office: office, command: "exchange.setProxyLimit",
                    arguments: ["lot": .string(lot.id), "limitFen": .integer(next + 5 * lot.step)])
                : Act(
                    office: office, command: "exchange.placeBid",
                    arguments: ["lot": .string(lot.id), "priceFen": price])
        case "descending":
            return dice.chance(35)
                ? Act(
                    office: office, command: "exchange.placeBid",
                    arguments: ["lot": .string(lot.id), "priceFen": .integer(lot.startPrice)]) : nil
        case "sealed", "twoShot":
            return Act(
                office: office, command: "exchange.placeOffer",
                arguments: ["lot": .string(lot.id), "priceFen": .integer(lot.startPrice + steps * lot.step)])
        case "draw":
            return Act(
                office: "station", command: "exchange.holdDraw",
                arguments: ["lot": .string(lot.id), "seed": .string("seed of \(lot.id)")])
        case "liveAuction":
            return Act(
                office: "intake", command: "exchange.recordHammer",
                arguments: [
                    "lot": .string(lot.id), "paddle": .integer(Int64(1 + dice.roll(3))), "priceFen": price,
                    "protocolDigest": .string(String(repeating: "ab", count: 32)),
                ])
        default: return nil
        }
    }

    /// Vouchers, reversals, payments of instalments, months closed.
    private func books(_ dice: inout Dice) -> Act {
        let date = now.date.field
        if dice.chance(50), let due = dice.pick(sight.instalments) {
            let rest = due.amount - due.paid
            let amount = dice.chance(60) ? rest : dice.chance(80) ? max(1, rest / 3) : rest + 1
            return Act(
                office: "accountant-\(due.organisation.suffix(1))", command: "ledger.settleInstalment",
                arguments: [
                    "organisation": .string(due.organisation), "receivable": .string(due.receivable),
                    "number": .integer(due.number), "amountFen": .integer(amount),
                    "bankReference": .string("B-\(turn)"), "date": date,
                ])
        }
        let village = dice.roll(3)
        let organisation = JSON.string(SmallCounty.collective(village))
        if dice.chance(10) {
            return Act(
                office: "accountant-\(village)", command: "ledger.closeMonth",
                arguments: ["organisation": organisation, "month": .string(String(now.date.description.prefix(7)))])
        }
        if dice.chance(15) {
            return Act(
                office: "accountant-\(village)", command: "ledger.reverseVoucher",
                arguments: [
                    "organisation": organisation, "voucher": .string("voucher-\(turn - 1 - dice.roll(20))"),
                    "date": date, "reason": "wrong", "reviewer": "station",
                ])
        }
        let amount = Int64(1 + dice.roll(1_000_000))
        return Act(
            office: "accountant-\(village)", command: "ledger.postVoucher",
            arguments: [
                "organisation": organisation, "voucher": .string("voucher-\(turn)"), "date": date, "summary": "cash",
                "reviewer": "station",
                "lines": .array([
                    ["account": "101", "debitFen": .integer(amount)],
                    // Now and then the two sides are not equal.
                    ["account": "102", "creditFen": .integer(dice.chance(90) ? amount : amount + 1)],
                ]),
            ])
    }

    /// Somebody tries what is not theirs, or what is not there.
    private func mistake(_ dice: inout Dice) -> Act {
        let lot = JSON.string(dice.pick(sight.lots)?.id ?? "none")
        let tries: [Act] = [
            Act(office: "villager", command: "exchange.placeBid", arguments: ["lot": lot, "priceFen": 100_000]),
            Act(office: "clerk-0", command: "exchange.publishNotice", arguments: ["lot": lot]),
            Act(office: "b0-account", command: "exchange.certifyLot", arguments: ["lot": lot]),
            Act(
                office: "accountant-0", command: "ledger.closeMonth",
                arguments: ["organisation": "collective-1", "month": "2019-03"]),
            Act(
                office: "b2-account", command: "exchange.registerBidder",
                arguments: ["lot": "none", "party": "b2", "account": "X"]),
            Act(office: "supervisor", command: "exchange.endAuction", arguments: ["lot": lot]),
            Act(office: "intake", command: "exchange.signContract", arguments: ["lot": lot]),
            Act(office: "intake", command: "exchange.placeBid", arguments: ["lot": lot, "priceFen": "much"]),
        ]
        return tries[dice.roll(tries.count)]
    }
}
