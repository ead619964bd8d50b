import Attachments
import EventLog
import Foundation
import Kernel
import Registry
import Storage
import Supervision
import TestSupport
import Testing

@testable import Platform

/// What the register says was destroyed is nowhere: with all keys of the house, in the store and in a backup made afterwards.
@Suite("Erasure is whole") struct WholeErasureTests {
    /// What is planted here, by the full name of the command's argument.
    private static let planted: [String: [String]] = [
        "registry.registerParty.name": ["赵春生"],
        "registry.registerParty.phone": ["19980000009"],
        "registry.registerParty.identityNumber": ["14049819800115001"],
        "exchange.registerBidder.account": ["DEMO-bidder-zhao"],
        "exchange.recordDeposit.payerName": ["赵春生"],
        "exchange.recordDeposit.payerAccount": ["DEMO-bidder-zhao"],
        "exchange.importDeposits.csv": ["PLANTED-PAYER"],
        "exchange.replyToForfeiture.reply": ["Planted reply"],
        "exchange.raiseObjection.grounds": ["Planted grounds"],
        "disclosure.raiseObjection.text": ["Planted words", "Planted desk words"],
        "waste.fileComplaint.words": ["Planted complaint", "Planted counter"],
        "waste.answerComplaint.words": ["Planted answer"],
        "waste.reopenComplaint.words": ["Planted doubt"],
        "assembly.admitMember.name": ["Planted Member"],
        "assembly.admitMember.birth": ["1957-03-19"],
        "assembly.admitMember.identityNumber": ["14049819570319224"],
        "assembly.admitMember.phone": ["13712340911"],
        "assembly.identifyMember.identityNumber": ["14049819570319321"],
        "assembly.identifyMember.phone": ["13712340912"],
        "assembly.fillOffice.name": ["Planted Officer"],
        "assembly.fillOffice.identityNumber": ["14049819620704123"],
        "assembly.declareKin.name": ["Planted Cousin", "Planted Spouse"],
        "assembly.declareKin.identityNumber": ["14049819881212321", "14049819630505444"],
        "supervision.answerFlag.words": ["Planted finding"],
        "labour.registerWorker.name": ["Planted Worker"],
        "labour.registerWorker.phone": ["13712340987"],
        "labour.registerWorker.identityNumber": ["14049819570319123"],
        "labour.registerAccount.holder": ["Planted Worker"],
        "labour.registerAccount.number": ["6228480000000012345"],
    ].merging(PlantedRooms.planted) { $1 }

    /// Arguments that are typed plain and sealed in the event only.
    private static let sealedByTheEvent = ["disclosure.raiseObjection.text"]

    /// Arguments that nobody's erasure ends, or that are looked at elsewhere; each with its reason.
    private static let elsewhere: [String: String] = [
        "assembly.castVote.choice": "one of three words; sealed under the member",
        "assembly.countVoices.choice": "one of three words; sealed under the member",
        "assembly.declareKin.relation": "one of eight words; sealed under the relative",
        "assembly.admitMember.sex": "one of two words; sealed under the member",
        "labour.payWages.reference": "sealed under the worker: MarketTests",
        "labour.settleWages.reference": "sealed under each worker: TransferTests",
        "ledger.registerPayeeAccount.number": "sealed under the payee, forgotten with her: ClaimTests",
        "skills.registerLearner.name": "a learner's own verb, skills.eraseLearner: SkillsTests",
        "labour.stateConditions.reserveFen": "a worker's own verb, labour.eraseWorker: LabourTests",
        "skills.correctLearnerName.name": "a learner's own verb, skills.eraseLearner: SkillsTests",
        "skills.registerLearner.identityNumber": "a learner's own verb, skills.eraseLearner: SkillsTests",
        "skills.signIn.photo": "sealed under the learner: SkillsTests",
        "skills.claimSubsidy.account": "sealed under the learner: SkillsTests",
        "exchange.placeOffer.priceFen": "the lot's, public at the opening",
        "exchange.setProxyLimit.limitFen": "the lot's, void at the end",
        "exchange.openStationHall.paddles.bidder": "a registration's number",
        "exchange.openStationHall.paddles.person": "on the laptop of a station, whose store is thrown away",
    ]

    @Test("every personal argument of every command is planted here, or it is said why not")
    func complete() {
        let commands = Set(InstallationPlan.qianmo.commands.map(\.name))
        let wanted = PrivacyReference(.qianmo).fields.filter { field in
            let parts = field.split(separator: ".")
            return commands.contains(parts.prefix(2).joined(separator: "."))
        }
        let known = Set(Self.planted.keys).union(Self.elsewhere.keys)
        #expect(wanted.subtracting(known).sorted() == [])
        #expect(known.subtracting(wanted).sorted() == Self.sealedByTheEvent)
    }

    @Test(
        "0 of what a bidder, a member, an officer, a worker, an employer, a lessee, a debtor, a payer, a seller or a trainer left stands in store, sealed values, marks, papers and a backup"
    )
    func whole() async throws {
        let house = try await DemoHouse()
        let installation = house.practice.installation
        let slip = try installation.papers.store.keep(
            Array("a slip".utf8),
            PaperNote(
                name: "slip", kind: .pdf, bytes: 6, receivedAt: house.practice.clock.now(), by: "staff-hewan-station",
                remarks: []))
        try await live(house, slip: slip)
        let keys = try #require(try InstallationKeys.load(from: house.practice.workshop.folder.appending(path: "keys")))
        let number = try #require(IdentityNumber.completing("14049819800115001"))
        let secrets =
            Self.planted.values.flatMap { $0 } + [
                number.revealed, keys.marks.of(account: "DEMO-bidder-zhao"), keys.marks.of(number),
            ] + (try marks(keys))
        let before = try house.everything(keys)
        #expect(
            secrets.filter { !before.contains($0) } == [], "all is there before")
        #expect(installation.papers.store.holds(slip))

        try await erase(house)
        let after = try house.everything(keys)
        #expect(secrets.filter(after.contains) == [])
        let backup = try temporaryDatabase()
        _ = try Moving.log(of: .qianmo, from: house.database, to: backup, at: house.practice.clock.now())
        let copied = try PracticeHouse.cells(of: backup).values.joined(separator: "\n")
        #expect(secrets.filter(copied.contains) == [])
        #expect(installation.pages(of: nil, ["lot": "xiyao-lot", "notice": "hetou-lot-notice-1"]).contains("<"))
        let seen = installation.pages(of: nil, ["lot": "xiyao-lot", "notice": "hetou-lot-notice-1"])
        #expect(secrets.filter(seen.contains) == [])
        #expect(!installation.papers.store.holds(slip), "the paper about the person ended with her")
        let said = try InstallationPapers.verify(
            house.practice.workshop.folder, house.database, at: SystemClock().now())
        #expect(said.ended == 1 && said.changed == [])
        #expect(try house.practice.verify().size == house.size, "every proof holds")
        // Whoever comes back is somebody new.
        let again: JSON = ["lot": "nanzhuang-lot", "party": "bidder-zhao", "account": "X"]
        #expect(try await house.give("hewan-station", "exchange.registerBidder", again) != nil)
    }

    /// Zhao bids, pays, objects twice and replies; a member and a worker are entered.
    private func live(_ house: DemoHouse, slip: String) async throws {
        func give(_ office: String, _ command: String, _ arguments: JSON) async throws {
            let number = try await house.give(office, command, arguments)
            #expect(number == nil, "\(command) as \(office)")
        }
        let digest = String(repeating: "ab", count: 32)
        try await give(
            "county-intake", "exchange.proposeForfeiture",
            ["bidder": "xiyao-bidder-zhao", "cause": "collusion", "decisionDigest": .string(digest)])
        try await give(
            "bidder-zhao-account", "exchange.replyToForfeiture",
            ["bidder": "xiyao-bidder-zhao", "reply": "Planted reply"])
        try await give(
            "bidder-zhao-account", "disclosure.raiseObjection",
            ["notice": "hetou-lot-notice-1", "text": "Planted words"])
        try await give(
            "county-intake", "registry.registerParty",
            ["party": "by-slip", "kind": "person", "name": "Planted Slip", "division": "p140498"])
        try await give(
            "hewan-station", "exchange.registerBidder",
            ["lot": "hetou-lot", "party": "by-slip", "account": "SLIP-1", "bidder": "slip-1", "slip": .string(slip)])
        let day = DemoHouse.base.date
        try await give(
            "county-intake", "exchange.importDeposits",
            [
                "csv": .string(
                    "reference,date,amount,payer_name,payer_account,remark\nF-1,\(day),5000.00,PLANTED-PAYER,SLIP-1,slip-1"
                )
            ])
        try await give(
            "hetou-clerk", "assembly.admitMember",
            [
                "member": "m-1", "organisation": "hetou-collective", "household": "h-1", "name": "Planted Member",
                "sex": "female", "birth": "1957-03-19", "since": "2020-01-01", "ground": "birth",
                "identityNumber": try number("14049819570319224"), "phone": "13712340911",
            ])
        try await give(
            "hetou-clerk", "assembly.identifyMember",
            ["member": "m-1", "identityNumber": try number("14049819570319321"), "phone": "13712340912"])
        try await give(
            "hetou-clerk", "assembly.endMembership",
            ["member": "m-1", "ground": "left", "until": "2025-01-01", "paper": "a letter"])
        try await sit(house)
        try await complain(house)
        try await PlantedRooms(house: house).live()
        try await give(
            "county-intake", "supervision.answerFlag",
            [
                "flag": .string(try cashFlag(house)), "reply": "sentOn", "words": "Planted finding",
                "until": .string("\(house.practice.clock.now().date.adding(days: 30))"),
            ])
        let worker = try #require(IdentityNumber.completing("14049819570319123"))
        try await give(
            "hetou-clerk", "labour.registerWorker",
            [
                "worker": "w-1", "place": "p140498102201", "name": "Planted Worker", "phone": "13712340987",
                "identityNumber": .string(worker.revealed), "trades": ["harvest"], "consent": true,
            ])
        try await give(
            "hetou-clerk", "labour.registerAccount",
            ["worker": "w-1", "holder": "Planted Worker", "bank": "信用社", "number": "6228 4800 0000 0012 345"])
        house.practice.clock.set(DemoHouse.base.adding(seconds: 2 * 86_400))
        try await give("county-intake", "exchange.publishResult", ["lot": "xiyao-lot"])
        try await give(
            "bidder-zhao-account", "exchange.raiseObjection", ["lot": "xiyao-lot", "grounds": "Planted grounds"])
    }

    /// The name of a flag that stands in the demo county: something was paid out of a cash box.
    private func cashFlag(_ house: DemoHouse) throws -> String {
        let file = try house.database.read { try OversightFile(at: house.practice.clock.now(), in: $0) }
        return try #require(file.flags.first { $0.rule == .cash }).id.text
    }

    /// The marks of whoever is in office, of a relative and of a member.
    private func marks(_ keys: InstallationKeys) throws -> [String] {
        try ["14049819620704123", "14049819630505444", "14049819570319321"].map {
            keys.marks.of(try #require(IdentityNumber.completing($0)))
        } + [
            try #require(keys.marks.of(phone: "13712340912")), keys.marks.of(account: "6228480000000012345"),
        ]
    }

    private func number(_ digits: String) throws -> JSON {
        .string(try #require(IdentityNumber.completing(digits)).revealed)
    }

    /// Somebody is in office, and declares two relatives.
    private func sit(_ house: DemoHouse) async throws {
        let given: [(String, JSON)] = [
            (
                "fillOffice",
                [
                    "term": "t-1", "organisation": "hetou-collective", "office": "council", "name": "Planted Officer",
                    "identityNumber": try number("14049819620704123"), "from": "2021-03-01",
                ]
            ),
            (
                "declareKin",
                [
                    "term": "t-1", "kin": "k-1", "relation": "spouse", "name": "Planted Spouse",
                    "identityNumber": try number("14049819630505444"),
                ]
            ),
            (
                "declareKin",
                [
                    "term": "t-1", "kin": "k-2", "relation": "wider", "name": "Planted Cousin",
                    "identityNumber": try number("14049819881212321"),
                ]
            ), ("leaveOffice", ["term": "t-1", "until": "2025-12-31", "paper": "a paper"]),
        ]
        for (command, arguments) in given {
            let refused = try await house.give("hetou-clerk", "assembly." + command, arguments)
            #expect(refused == nil, "\(command)")
        }
    }

    /// Zhao complains, is answered and does not accept it; a clerk writes down what somebody says at the counter.
    private func complain(_ house: DemoHouse) async throws {
        let place: JSON = "p140498102201"
        let given: [(String, String, JSON)] = [
            (
                "bidder-zhao-account", "fileComplaint",
                ["complaint": "smell", "place": place, "kind": "smell", "words": "Planted complaint"]
            ), ("hetou-clerk", "answerComplaint", ["complaint": "smell", "words": "Planted answer"]),
            ("bidder-zhao-account", "reopenComplaint", ["complaint": "smell", "words": "Planted doubt"]),
            (
                "hetou-clerk", "fileComplaint",
                ["complaint": "told", "place": place, "kind": "heap", "words": "Planted counter"]
            ),
        ]
        for (office, command, arguments) in given {
            let number = try await house.give(office, "waste." + command, arguments)
            #expect(number == nil, "\(command) as \(office)")
        }
    }

    private func erase(_ house: DemoHouse) async throws {
        func give(_ office: String, _ command: String, _ arguments: JSON, _ wanted: Int? = nil) async throws {
            let number = try await house.give(office, command, arguments)
            #expect(number == wanted, "\(command) as \(office)")
        }
        func gone(_ party: String) -> JSON { ["party": .string(party), "reason": "asked"] }
        try await give("county-intake", "registry.erasePersonalData", gone("bidder-zhao"), 2056)
        try await give("admin", "registry.closeOffice", ["office": "bidder-zhao-account"])
        try await give("county-intake", "registry.erasePersonalData", gone("bidder-zhao"), 3169)
        for lot in ["xiyao-lot", "hetou-lot"] {
            try await give(
                "county-review", "exchange.terminateLot",
                ["lot": .string(lot), "cause": "fraud", "reasons": "a reason"])
        }
        let due: [String] = try house.database.read { tx in
            try tx.rows("SELECT id FROM bidder WHERE deposit_state = 'refundDue' ORDER BY id").map { try $0.get(0) }
        }
        for bidder in due {
            try await give(
                "county-intake", "exchange.refundDeposit",
                ["bidder": .string(bidder), "reference": .string("R-\(bidder)")])
        }
        for party in ["bidder-zhao", "by-slip"] {
            try await give("county-intake", "registry.erasePersonalData", gone(party))
        }
        try await give("county-intake", "assembly.eraseMember", ["member": "m-1", "reason": "asked"])
        try await give(
            "hewan-station", "assembly.withdrawKin", ["term": "t-1", "kin": "k-2", "reason": "entered by mistake"])
        try await give("county-intake", "assembly.eraseTerm", ["term": "t-1", "reason": "asked"])
        try await give("county-intake", "supervision.eraseAnswer", ["flag": .string(try cashFlag(house))])
        try await give("county-intake", "labour.eraseWorker", ["worker": "w-1"])
        try await PlantedRooms(house: house).erase()
        try await give("county-intake", "waste.eraseComplaint", ["complaint": "told"])
        try await give("hetou-clerk", "waste.answerComplaint", ["complaint": "smell", "words": "again"], 10035)
    }
}

extension DemoHouse {
    /// All that the store holds: every cell, and every sealed value that its keys open.
    fileprivate func everything(_ keys: InstallationKeys) throws -> String {
        var text = try PracticeHouse.cells(of: database).values.joined(separator: "\n")
        try database.read { tx in
            var sealed = SealedStore(installation: keys.installation)
            let entries: [Int64] = try tx.rows("SELECT DISTINCT entry FROM sealed_value ORDER BY entry").map {
                try $0.get(0)
            }
            for entry in entries {
                for value in try sealed.open(entry: entry, in: tx) { text += "\n" + value.value.canonicalText }
            }
        }
        return text
    }
}
