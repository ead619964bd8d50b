import EventLog
import Kernel
import Storage
import TestSupport
import Testing

@testable import Platform

/// The named ways to do something in another's name or stead (security trial 2, `crossings.py`): each was open once.
@Suite("Crossings") struct CrossingTests {
    private static let notYours = PlatformRejection.notYours(command: Message(zh: "", en: "")).number

    @Test("Who registered for a lot is read by the desks of its place alone")
    func whoRegistered() async throws {
        let installation = try await DemoHouse()
        let list = "/lots/{lot}/bidders"
        #expect(try installation.shows(list, ["lot": "hetou-lot"], to: "county-intake"))
        for office in ["songping-station", "songping-review"] {
            #expect(try !installation.shows(list, ["lot": "hetou-lot"], to: office), "\(office)")
            #expect(
                try !installation.shows(
                    "/lots/{lot}/bidders/{bidder}/refuseBidder",
                    ["lot": "hetou-lot", "bidder": "hetou-bidder-zhao"], to: office), "\(office)")
        }
        #expect(
            try installation.shows(
                "/lots/{lot}/bidders/{bidder}/refuseBidder", ["lot": "hetou-lot", "bidder": "hetou-bidder-zhao"],
                to: "county-review"))
    }

    @Test("A bidder registers no rival, with a slip or without, and the rival registers afterwards")
    func rival() async throws {
        let installation = try await DemoHouse()
        let false_: JSON = ["lot": "hetou-lot", "party": "bidder-liu", "account": "NOT-LIU", "slip": "x"]
        #expect(try await installation.give("bidder-farm-account", "exchange.registerBidder", false_) == Self.notYours)
        let bare: JSON = ["lot": "hetou-lot", "party": "bidder-liu", "account": "NOT-LIU"]
        #expect(try await installation.give("bidder-farm-account", "exchange.registerBidder", bare) == Self.notYours)
        let own: JSON = ["lot": "hetou-lot", "party": "bidder-liu", "account": "LIU"]
        #expect(try await installation.give("bidder-liu-account", "exchange.registerBidder", own) == nil)
    }

    @Test("A bidder declares nobody's deposit and answers nobody's forfeiture but the own")
    func another() async throws {
        let installation = try await DemoHouse()
        let own: JSON = ["lot": "hetou-lot", "party": "bidder-liu", "account": "LIU", "bidder": "liu-1"]
        #expect(try await installation.give("bidder-liu-account", "exchange.registerBidder", own) == nil)
        let declared: JSON = ["bidder": "liu-1", "reference": "x"]
        #expect(
            try await installation.give("bidder-coop-account", "exchange.declareDeposit", declared) == Self.notYours)
        #expect(try await installation.give("bidder-liu-account", "exchange.declareDeposit", declared) == nil)
        let digest = String(repeating: "aa", count: 32)
        let proposed: JSON = [
            "bidder": "xiyao-bidder-coop", "cause": "collusion", "decisionDigest": .string(digest),
        ]
        #expect(try await installation.give("county-intake", "exchange.proposeForfeiture", proposed) == nil)
        let reply: JSON = ["bidder": "xiyao-bidder-coop", "reply": "x"]
        #expect(
            try await installation.give("bidder-farm-account", "exchange.replyToForfeiture", reply) == Self.notYours)
        #expect(try await installation.give("bidder-coop-account", "exchange.replyToForfeiture", reply) == nil)
    }
}

extension CrossingTests {
    private static let madeName = KernelRejection.madeName(field: "").number

    @Test("A name that the program makes is taken by nobody beforehand, and the next one who needs it gets it")
    func madeNames() async throws {
        let installation = try await DemoHouse()
        let n = try installation.size
        let notice: JSON = [
            "division": "p140498201201", "kind": "other", "titleZh": "x", "titleEn": "x", "bodyZh": "x", "bodyEn": "x",
            "workingDays": 5, "notice": "nanzhuang-lot-notice-1",
        ]
        #expect(try await installation.give("songshu-clerk", "disclosure.openNotice", notice) == Self.madeName)
        let next = String(repeating: "0", count: 6 - String(n + 1).count) + String(n + 1)
        let party: JSON = [
            "kind": "person", "name": "张三", "division": "p140498201201", "party": .string("party-\(next)"),
        ]
        #expect(try await installation.give("songshu-clerk", "registry.registerParty", party) == Self.madeName)
        let lines: JSON = [["account": "102", "debitFen": 100], ["account": "301", "creditFen": 100]]
        let voucher: JSON = [
            "organisation": "xiyao-collective", "date": DemoHouse.base.date.field, "summary": "x",
            "reviewer": "county-review", "lines": lines, "voucher": .string("settlement-\(next)"),
        ]
        #expect(try await installation.give("xiyao-accountant", "ledger.postVoucher", voucher) == Self.madeName)
        let registered: JSON = [
            "lot": "hetou-lot", "party": "bidder-liu", "account": "LIU", "bidder": .string("bidder-\(next)"),
        ]
        #expect(
            try await installation.give("bidder-liu-account", "exchange.registerBidder", registered) == Self.madeName)
        for kept in ["exchange-accounts", "exchange-objections", "offers-hetou-lot", "unnamed"] {
            let party: JSON = [
                "kind": "person", "name": "张三", "division": "p140498201201", "party": .string(kept),
            ]
            #expect(
                try await installation.give("songshu-clerk", "registry.registerParty", party) == Self.madeName,
                "\(kept)")
        }
        let reviewed: JSON = ["lot": "nanzhuang-lot", "decision": "approve"]
        #expect(try await installation.give("county-review", "exchange.reviewLot", reviewed) == nil)
        #expect(
            try await installation.give("county-release", "exchange.publishNotice", ["lot": "nanzhuang-lot"]) == nil)
        let unnamed: JSON = ["kind": "person", "name": "李四", "division": "p140498201"]
        #expect(try await installation.give("songping-station", "registry.registerParty", unnamed) == nil)
        let paid: JSON = [
            "organisation": "dongpo-collective", "receivable": "dongpo-contract", "number": 2, "amountFen": 100,
            "bankReference": "B", "date": DemoHouse.base.date.field,
        ]
        #expect(try await installation.give("dongpo-accountant", "ledger.settleInstalment", paid) == nil)
    }

    @Test("What a command names lies where its desk is responsible: members, notices, contracts")
    func elsewhere() async throws {
        let installation = try await DemoHouse()
        let member: JSON = [
            "kind": "person", "name": "张三", "division": "p140498201201", "memberOf": "hetou-collective",
            "party": "false-member",
        ]
        #expect(try await installation.give("songshu-clerk", "registry.registerParty", member) == 2161)
        func notice(_ kind: String, _ subject: String) -> JSON {
            [
                "division": "p140498201201", "kind": .string(kind), "subject": .string(subject), "titleZh": "x",
                "titleEn": "x", "bodyZh": "x", "bodyEn": "x", "workingDays": 5,
            ]
        }
        let open = "disclosure.openNotice"
        #expect(try await installation.give("songshu-clerk", open, notice("result", "lot/hetou-lot")) == 5016)
        #expect(try await installation.give("songshu-clerk", open, notice("lotNotice", "")) == 5022)
        for subject in ["lot/hetou-lot", "contract/dongpo-contract", "organisation/hetou-collective", "x"] {
            #expect(try await installation.give("songshu-clerk", open, notice("other", subject)) == 5021, "\(subject)")
        }
        #expect(try await installation.give("songshu-clerk", open, notice("other", "")) == nil)
    }

    @Test("One identity number is one party, and its mark is no hash anybody could try")
    func oneIdentity() async throws {
        let installation = try await DemoHouse()
        func person(_ name: String) -> JSON {
            [
                "kind": "person", "name": "王五", "identityNumber": "11010519491231002X", "division": "p140498",
                "party": .string(name),
            ]
        }
        #expect(try await installation.give("county-intake", "registry.registerParty", person("same-1")) == nil)
        #expect(try await installation.give("county-intake", "registry.registerParty", person("same-2")) == 2160)
        let mark: String = try installation.database.read { tx in
            try tx.get("SELECT identity_mark FROM party WHERE id = 'same-1'")
        }
        #expect(mark.count == 44)
        let other = try await DemoHouse()
        #expect(try await other.give("county-intake", "registry.registerParty", person("same-1")) == nil)
        let gone: JSON = ["party": "same-1", "reason": "asked"]
        #expect(try await installation.give("county-intake", "registry.erasePersonalData", gone) == nil)
        let left: String? = try installation.database.read { tx in
            try tx.find("SELECT identity_mark FROM party WHERE id = 'same-1'")
        }
        #expect(left == nil)
        #expect(try await installation.give("county-intake", "registry.registerParty", person("same-2")) == nil)
        #expect(try installation.practice.verify().size == installation.size)
    }

    @Test("The mark of an account is made with the house's key, and knows the account however it is spaced")
    func accountMark() async throws {
        let installation = try await DemoHouse()
        let own: JSON = [
            "lot": "hetou-lot", "party": "bidder-liu", "account": "6222 0000 1234", "bidder": "liu-1",
        ]
        #expect(try await installation.give("bidder-liu-account", "exchange.registerBidder", own) == nil)
        let paid: JSON = [
            "bidder": "liu-1", "amountFen": 100_000_000, "payerAccount": "622200001234", "reference": "M-1",
        ]
        #expect(try await installation.give("county-intake", "exchange.recordDeposit", paid) == nil)
        let (mark, state): (String, String) = try installation.database.read { tx in
            let row = try #require(try tx.first("SELECT account_mark, deposit_state FROM bidder WHERE id = 'liu-1'"))
            return (try row.get(0), try row.get(1))
        }
        #expect(mark.count == 44 && mark != Hash.leaf(Array("account 622200001234".utf8)).base64)
        #expect(state == "matched")
        #expect(try installation.practice.verify().size == installation.size)
    }

    @Test(
        "One villager objects three times to one notice, the fourth is refused; another still may, and a desk for others"
    )
    func objections() async throws {
        let installation = try await DemoHouse()
        let objection: JSON = ["notice": "hetou-lot-notice-1", "text": "x"]
        var answers: [Int?] = []
        for _ in 1...30 {
            answers.append(try await installation.give("villager-1", "disclosure.raiseObjection", objection))
        }
        #expect(answers.filter { $0 == nil }.count == 3)
        #expect(answers.suffix(27).allSatisfy { $0 == 5020 })
        #expect(try await installation.give("bidder-liu-account", "disclosure.raiseObjection", objection) == nil)
        for _ in 1...5 {
            #expect(try await installation.give("hetou-clerk", "disclosure.raiseObjection", objection) == nil)
        }
        #expect(try installation.practice.verify().size == installation.size)
    }
}
