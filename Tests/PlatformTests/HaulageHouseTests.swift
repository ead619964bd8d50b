import Kernel
import Storage
import TestSupport
import Testing

@testable import Platform

/// A month of waste in the whole house: reckoned by the clock, agreed, confirmed, and owed in the village's books.
@Suite("Haulage in the house") struct HaulageHouseTests {
    @Test(
        "A confirmed month stands on 514 and 211 of the payer's books, made by the program; an unconfirmed one does not"
    )
    func booked() async throws {
        let walk = try await PageWalk()
        let practice = walk.practice
        let installation = practice.installation
        func vouchers() throws -> [(account: String, debit: Int64, credit: Int64)] {
            try installation.database.read { tx in
                try tx.rows(
                    """
                    SELECT l.account, coalesce(l.debit_fen, 0), coalesce(l.credit_fen, 0) FROM voucher v
                    JOIN voucher_line l ON l.organisation = v.organisation AND l.month = v.month AND l.number = v.number
                    WHERE v.origin = 'haulage' AND v.organisation = 'tanba-collective' ORDER BY l.account DESC
                    """
                ).map { (try $0.get(0), try $0.get(1), try $0.get(2)) }
            }
        }
        let agent: String = try #require(
            try installation.database.read { try $0.find("SELECT agent FROM waste_haulage WHERE id = 'hauler-1'") })
        func give(_ command: String, _ office: String, _ arguments: JSON) async throws -> Int? {
            let by = try #require(try installation.findPrincipal(office: OfficeID(office) ?? .example))
            let answer = try await installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: by, key: command + "-house"))
            if case .rejected(let rejection) = answer { return rejection.number }
            return nil
        }
        let today = practice.clock.now().date
        let county = "luxian-intake"
        let contract: JSON = [
            "haulage": "hauler-2", "place": "p510521", "hauler": "luxian-sanitation", "payer": "tanba-collective",
            "agent": .string(agent), "basis": "collected", "priceFen": 9_500, "from": today.field,
            "until": today.adding(days: 40).field,
        ]
        #expect(try await give("waste.registerHaulage", county, contract) == nil)
        let load: JSON = [
            "vehicle": "川E20001", "from": ["corner"], "to": "depot", "stream": "other", "gross": 8_700, "tare": 6_200,
            "scale": "scale-a",
        ]
        #expect(try await give("waste.issueTicket", county, load) == nil)
        #expect(
            try await give(
                "waste.assessHaulage", county,
                ["haulage": "hauler-2", "day": today.field, "kind": "spill", "amountFen": 5_000])
                == nil)
        let first = today.adding(days: 1 - Int(today.components.day)).adding(months: 1)
        practice.clock.set(first.adding(days: 2).start.adding(seconds: 7 * 3_600))
        let month: JSON = ["haulage": "hauler-2", "month": .string(String(today.description.prefix(7)))]
        #expect(try await give("waste.agreeSettlement", agent, month) == nil, "the clock has reckoned it")
        #expect(try vouchers().isEmpty, "an agreed month is not owed yet")
        #expect(try await give("waste.confirmSettlement", county, month) == nil)
        let lines = try vouchers()
        #expect(lines.map(\.account) == ["514", "211"])
        #expect(lines.map(\.debit) == [lines[0].debit, 0] && lines.map(\.credit) == [0, lines[0].debit])
        #expect(lines[0].debit == 23_750 - 5_000, "2.5 t at 95 yuan, less 50 yuan")
    }
}
