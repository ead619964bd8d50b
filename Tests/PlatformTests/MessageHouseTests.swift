import EventLog
import Kernel
import Storage
import TestSupport
import Testing

@testable import Platform

/// The market's messages in the whole house: numbers opened from their seals, answers by the writer, nothing of it in the log.
@Suite("The market’s messages in the house") struct MessageHouseTests {
    private static let station = "shiqiao-station"
    private let house: DemoHouse

    /// Somebody with a telephone, somebody without, and an order of the day after tomorrow.
    init() async throws {
        house = try await DemoHouse()
        for (number, phone) in [(1, "137-0000-1111"), (2, nil)] {
            let identity = try #require(IdentityNumber.completing("1404021970010131\(number)"))
            var arguments: [String: JSON] = [
                "worker": .string("told-\(number)"), "place": "p140498101", "name": "李桂花",
                "identityNumber": .string(identity.revealed), "trades": ["general"], "consent": true,
            ]
            if let phone { arguments["phone"] = .string(phone) }
            #expect(try await house.give(Self.station, "labour.registerWorker", .object(arguments)) == nil)
        }
        let day = DemoHouse.base.date.adding(days: 2)
        let order: JSON = [
            "order": "told", "employer": "dongpo-works", "trade": "general", "work": "清沟", "address": "村东",
            "conditions": "管水", "start": .integer(day.start.milliseconds + 25_200_000),
            "end": .integer(day.start.milliseconds + 54_000_000), "seats": 5, "unit": "day", "rateFen": 16_000,
            "cycle": "day", "insurance": "accident",
        ]
        #expect(try await house.give(Self.station, "labour.postOrder", order) == nil)
        for number in [1, 2] {
            let offer: JSON = ["order": "told", "worker": .string("told-\(number)")]
            #expect(try await house.give(Self.station, "labour.offerSeat", offer) == nil)
        }
    }

    private var mine: [PhoneMessage] {
        get throws { try house.practice.installation.listOutgoing().filter { $0.text.zh.contains("清沟") } }
    }

    private func phase(_ number: Int) throws -> String? {
        try house.database.read {
            try $0.find(
                "SELECT phase FROM labour_engagement WHERE order_id = 'told' AND worker = \("told-\(number)")")
        }
    }

    @Test("A number is opened for the sender alone; the log says what became of a message, without number or words")
    func out() async throws {
        let installation = house.practice.installation
        let before = try house.size
        let messages = try mine
        #expect(messages.map(\.phone) == ["137-0000-1111", nil] && Set(messages.map(\.kind)) == ["offer"])
        for message in messages {
            for _ in 1...2 { try await installation.note(message, message.phone == nil ? .noPhone : .handed) }
        }
        #expect(try mine.isEmpty)
        #expect(try house.size == before + 2, "kept once, however often it is given")
        for index in 0..<(try house.size) {
            let leaf = String(decoding: try #require(try installation.log.leaf(index)), as: UTF8.self)
            #expect(!leaf.contains("0000-1111") && !leaf.contains("去请回"))
        }
        _ = try house.practice.verify()
    }

    @Test("Who answers 1 has the seat, given as her own act; erased, her number gets nothing and is nobody's")
    func answered() async throws {
        let installation = house.practice.installation
        let words = try await installation.answer(reply: "１", from: "13700001111", key: "one")
        #expect(try words.zh.hasPrefix("定了") && phase(1) == "accepted")
        let taken = try #require(try installation.log.leaf(try house.size - 1))
        let leaf = try Leaf(decoding: taken)
        #expect(leaf.kind == "labour.seatTaken" && leaf.role == .bidder && leaf.office == nil)
        let again = try await installation.answer(reply: "1", from: "+86 137 0000 1111", key: "two")
        #expect(again.zh.hasPrefix("您已经答应了"))
        let late = try await installation.answer(reply: "1", from: "13700009999", key: "three")
        #expect(late.zh.contains("没有在零工市场登记"))
        #expect(try await house.give(Self.station, "labour.giveUpSeat", ["order": "told", "worker": "told-1"]) == nil)
        #expect(try await house.give("county-intake", "labour.eraseWorker", ["worker": "told-1"]) == nil)
        let gone = try await installation.answer(reply: "1", from: "13700001111", key: "four")
        #expect(gone == late)
        _ = try house.practice.verify()
    }

    @Test("The list of calls is the desks' of the place, and names whom to call with which words")
    func calls() async throws {
        #expect(try house.shows("/labour/calls", [:], to: Self.station))
        for office in [nil, "county-supervisor", "dongpo-accountant"] {
            #expect(try !house.shows("/labour/calls", [:], to: office))
        }
    }
}
