import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Skills

@Suite("Subsidies that are claimed back, and wages by their employer") struct RecoveryTests {
    private static let claim: ClaimID = School.named("claim-1x")
    private static let wu = School.officer("wu", .countyOfficer)
    private static let zhou = School.officer("zhou", .countyOfficer)

    private func reclaim(_ fen: Int64, paper: String = "decision 4") -> ReclaimSubsidy {
        ReclaimSubsidy(claim: Self.claim, amount: Money(fen: fen), paper: paper)
    }

    private func repay(_ fen: Int64, reference: String = "B-9") -> RecordRepayment {
        RecordRepayment(claim: Self.claim, amount: Money(fen: fen), reference: reference)
    }

    /// A claim of 480 yuan that was paid, approved by Zhou.
    private func paid() throws -> School {
        let school = try School()
        try school.finish()
        try school.issue()
        school.runner.expectRefusal(.claimUnknown, reclaim(1), by: Self.wu)
        school.runner.expectRefusal(.claimUnknown, repay(1), by: Self.wu)
        try school.runner.give(school.claim(), by: School.agent())
        try school.runner.give(school.check(), by: School.reviewer())
        school.runner.now = school.runner.now.adding(days: 20)
        try school.runner.give(school.approve(), by: Self.zhou)
        school.runner.expectRefusal(.claimElsewhere, reclaim(1), by: Self.wu)
        try school.runner.give(PayClaim(claim: Self.claim, reference: "B-7"), by: School.agent())
        return school
    }

    @Test("What was paid wrongly is claimed back by another than who approved it, and comes back in parts to the fen")
    func recovery() throws {
        let school = try paid()
        school.runner.expectRefusal(.ownApprovalReclaimed, reclaim(48_000), by: Self.zhou)
        for fen: Int64 in [0, -1, 48_001] { school.runner.expectRefusal(.amountOutside, reclaim(fen), by: Self.wu) }
        school.runner.expectRefusal(.paperMissing, reclaim(48_000, paper: " "), by: Self.wu)
        school.runner.expectRefusal(.claimElsewhere, repay(100), by: Self.zhou)
        try school.runner.give(reclaim(30_001), by: Self.wu)
        school.runner.expectRefusal(.claimElsewhere, reclaim(1), by: Self.wu)
        school.runner.expectRefusal(.ownReclaim, repay(1), by: Self.wu)
        school.runner.expectRefusal(.amountOutside, repay(30_002), by: Self.zhou)
        school.runner.expectRefusal(.referenceMissing, repay(1, reference: ""), by: Self.zhou)
        try school.runner.give(repay(30_000), by: Self.zhou)
        var line = try #require(
            school.runner.database.read { try SkillsQueries.findClaim(Self.claim, in: $0) })
        #expect(line.phase == .reclaimed && line.kept == Money(fen: 18_000) && line.reclaimed == Money(fen: 30_001))
        try school.runner.give(repay(1), by: Self.zhou)
        line = try #require(school.runner.database.read { try SkillsQueries.findClaim(Self.claim, in: $0) })
        #expect(line.phase == .recovered && line.kept == Money(fen: 17_999))
        #expect(school.runner.all(SubsidyRepaid.self).map(\.left.fen) == [1, 0])
        school.runner.expectRefusal(.claimElsewhere, repay(1), by: Self.zhou)
        school.runner.expectRefusal(
            .claimElsewhere, RefuseClaim(claim: Self.claim, paper: "late"), by: Self.wu)
    }

    @Test("A repayment whose transfer was entered in any room is refused, and is entered itself")
    func arrivals() throws {
        let school = try paid()
        try school.runner.give(reclaim(30_000), by: Self.wu)
        for (number, kind) in ArrivalKind.allCases.enumerated() {
            let reference = "T-\(number)"
            let arrival = BankArrival(
                reference: reference, amount: Money(fen: 100), account: "elsewhere", place: School.county, kind: kind,
                thing: "other/thing")
            let entry = EntryHeader(
                index: Int64(1_000 + number), at: school.runner.now, stream: .divisions, office: nil, role: .system)
            try school.runner.database.write { try BankArrivals.note(arrival, entry, in: $0) }
            school.runner.expectRefusal(.arrivalEntered, repay(100, reference: reference), by: Self.zhou)
            if number == 0 { try school.runner.give(repay(101, reference: reference), by: Self.zhou) }
        }
        try school.runner.give(repay(100, reference: "T-9"), by: Self.zhou)
        school.runner.expectRefusal(.arrivalEntered, repay(100, reference: "T-9"), by: Self.zhou)
    }

    private func note(_ school: School, _ order: String, _ employer: String?, day: Int) throws {
        let system = Principal(
            person: School.named("system"), role: .system, office: School.named("system"), division: .root)
        try school.runner.give(
            NoteMarketShift(
                learner: School.learner(1), order: School.named(order),
                paidOn: school.runner.now.date.adding(days: day), employer: employer.map { School.named($0) }),
            by: system)
    }

    @Test("Only wages of the employer named answer for a contract; of another they do not, nor of a job elsewhere")
    func wages() throws {
        for (named, payer, isFound) in [
            ("orchard-a", "orchard-a", false), ("orchard-a", "orchard-b", true), (nil, "orchard-a", true),
            ("orchard-a", nil, false),
        ] {
            let school = try School()
            try school.finish()
            try school.issue()
            var claim = school.claim(work: named == nil ? "Works" : nil)
            claim.marketEmployer = named.map { School.named($0) }
            claim.workFrom = school.runner.now.date
            try school.runner.give(claim, by: School.agent())
            #expect(school.runner.all(SubsidyClaimed.self).last?.employer == named ?? "Works")
            try note(school, "order-a", payer, day: 10)
            let employers = try school.runner.database.read {
                try SkillsQueries.listEmployers(of: School.learner(1), in: $0)
            }
            #expect(employers.map(\.text) == [payer].compactMap { $0 })
            school.runner.now = school.runner.now.adding(days: 62)
            #expect(try school.found(.noWages).isEmpty != isFound, "\(named ?? "elsewhere") \(payer ?? "unknown")")
        }
    }

    @Test("What the market told before it told by whom is read as it was written")
    func old() throws {
        let leaf: JSON = [
            "learner": "learner-1x", "place": "village", "order": "order-a", "paidOn": "2026-03-01",
        ]
        let read = try MarketShiftNoted.read(leaf)
        #expect(read.employer == nil && JSON.object(read.openFields) == leaf)
    }
}
