import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Waste

@Suite("Complaints with a clock") struct ComplaintTests {
    private static let villager = Principal(
        person: TestStation.named("zhao"), role: .villager, office: TestStation.named("zhao-account"),
        division: TestStation.county)
    private static let supervisor = Principal(
        person: TestStation.named("sun"), role: .supervisor, office: TestStation.named("inspection"), division: .root)

    private static func words(_ text: String) -> Personal<String> { Personal(text, of: .unnamed) }

    private static func file(
        _ complaint: String = "heap", place: DivisionID = TestStation.county, site: String? = nil,
        words text: String = "a heap"
    ) -> FileComplaint {
        FileComplaint(
            complaint: TestStation.named(complaint), place: place, kind: .heap,
            site: site.map { TestStation.named($0) }, words: words(text))
    }

    private static func answer(_ complaint: String = "heap", _ text: String = "taken away") -> AnswerComplaint {
        AnswerComplaint(complaint: TestStation.named(complaint), words: words(text))
    }

    private static func reopen(_ complaint: String = "heap", _ text: String = "still there") -> ReopenComplaint {
        ReopenComplaint(complaint: TestStation.named(complaint), words: words(text))
    }

    private static func close(_ complaint: String = "heap", _ reason: ComplaintClosing? = nil) -> CloseComplaint {
        CloseComplaint(complaint: TestStation.named(complaint), reason: reason)
    }

    private func line(_ station: TestStation, _ complaint: String = "heap") throws -> ComplaintLine {
        let id: ComplaintID = TestStation.named(complaint)
        return try #require(try station.runner.database.read { try ComplaintQueries.find(id, in: $0) })
    }

    @Test("An answer is owed within 48 hours, or what the county fixed; to the instant it is in time, then it is late")
    func clock() throws {
        let station = try TestStation()
        let start = station.runner.now
        try station.runner.give(Self.file(), by: TestStation.clerk())
        let end = start.adding(seconds: 48 * 3_600)
        #expect(try line(station).answerBy == end)
        #expect(try line(station).isOverdue(at: end) == false)
        #expect(try line(station).isOverdue(at: end.adding(milliseconds: 1)))
        try station.runner.database.write { tx in
            try tx.run(
                """
                INSERT INTO parameter (division, key, value, valid_from, version, source)
                VALUES (\(TestStation.county), \(ParameterKey.wasteComplaintSeconds), 3600, '2026-01-01', 1, 'county')
                """)
        }
        try station.runner.give(Self.file("smell"), by: TestStation.clerk())
        #expect(try line(station, "smell").answerBy == start.adding(seconds: 3_600))
        station.runner.now = end
        try station.runner.give(Self.answer(), by: TestStation.clerk())
        try station.runner.give(Self.answer("smell"), by: TestStation.clerk())
        #expect(try line(station).wasLate == false)
        #expect(try line(station, "smell").wasLate)
        let tally = try station.runner.database.read {
            try ComplaintQueries.tally(since: start, at: end, in: $0)
        }
        #expect(tally.map(\.filed) == [2] && tally.map(\.open) == [0] && tally.map(\.late) == [1])
    }

    @Test("An answer that is not accepted opens the complaint again with a clock of its own; then it can be closed")
    func reopened() throws {
        let station = try TestStation()
        let (li, wang) = (TestStation.clerk(), TestStation.clerk("wang"))
        try station.runner.give(Self.file(), by: li)
        station.runner.expectRefusal(.complaintNotAnswered, Self.reopen(), by: li)
        try station.runner.give(Self.answer(), by: li)
        station.runner.expectRefusal(.complaintAnswered, Self.answer(), by: li)
        station.runner.now = station.runner.now.adding(days: 3)
        station.runner.expectRefusal(.wordsMissing, Self.reopen("heap", " "), by: li)
        try station.runner.give(Self.reopen(), by: li)
        #expect(try line(station).answerBy == station.runner.now.adding(days: 2))
        #expect(try line(station).phase == .filed)
        station.runner.expectRefusal(.complaintNotAnswered, Self.close(), by: wang)
        try station.runner.give(Self.answer(), by: li)
        station.runner.expectRefusal(.ownAnswer, Self.close(), by: li)
        try station.runner.give(Self.close(), by: wang)
        #expect(try line(station).closing == .accepted)
        station.runner.expectRefusal(.complaintClosed, Self.answer(), by: li)
        station.runner.expectRefusal(.complaintClosed, Self.reopen(), by: li)
        station.runner.expectRefusal(.complaintClosed, Self.close(), by: wang)
    }

    @Test("What is missing or unknown is refused by its own reason")
    func refusals() throws {
        let station = try TestStation()
        let li = TestStation.clerk()
        func refuse(_ refusal: WasteRefusal, _ command: some WasteCommand, by principal: Principal? = nil) {
            station.runner.expectRefusal(refusal, command, by: principal ?? li)
        }
        refuse(.placeUnknown, Self.file(place: TestStation.named("nowhere")))
        refuse(.siteUnknown, Self.file(site: "nowhere"))
        refuse(.wordsMissing, Self.file(words: " \n"))
        try station.runner.give(Self.file(site: "point"), by: li)
        refuse(.complaintKnown, Self.file())
        refuse(.complaintUnknown, Self.answer("none"))
        refuse(.complaintUnknown, Self.reopen("none"))
        refuse(.complaintUnknown, Self.close("none"))
        refuse(.complaintUnknown, EraseComplaint(complaint: TestStation.named("none")))
        refuse(.wordsMissing, Self.answer("heap", ""))
        refuse(.closingReasonMissing, Self.close(), by: Self.supervisor)
        refuse(.closingReasonMissing, Self.close("heap", .accepted), by: Self.supervisor)
        try station.runner.give(EraseComplaint(complaint: TestStation.named("heap")), by: li)
        refuse(.complaintForgotten, EraseComplaint(complaint: TestStation.named("heap")))
        refuse(.complaintForgotten, Self.answer())
        try station.runner.give(Self.close("heap", .unreachable), by: Self.supervisor)
        #expect(try line(station).closing == .unreachable)
    }

    @Test("What somebody complained of in person no desk accepts for them; a supervisor may close it with a reason")
    func inPerson() throws {
        func context(_ principal: Principal) throws -> Context {
            Context(
                now: try #require(Instant("2026-05-01T08:00:00+08:00")), principal: principal, calendar: .announced,
                sequence: 1, marks: .practice)
        }
        func closing(_ complaint: Complaint, by principal: Principal, _ reason: ComplaintClosing? = nil) throws
            -> ComplaintClosing?
        {
            let events = try Self.close("heap", reason).decide(complaint, NoFacts(), context(principal))
            return (events.first as? ComplaintClosed)?.closing
        }
        let end = try #require(Instant("2026-05-03T08:00:00+08:00"))
        var complaint = Complaint(
            id: TestStation.named("heap"), place: TestStation.county, person: Self.villager.person, answerBy: end)
        #expect(try closing(complaint, by: Self.villager) == .withdrawn)
        #expect(try closing(complaint, by: Self.supervisor, .duplicate) == .duplicate)
        complaint.phase = .answered
        complaint.answerer = TestStation.named("li")
        #expect(try closing(complaint, by: Self.villager) == .accepted)
        let refused = #expect(throws: Rejection.self) { try closing(complaint, by: TestStation.clerk("wang")) }
        #expect(refused?.number == WasteRefusal.complaintOfPerson.number)
        let facts = ReopenComplaint.Facts(seconds: 60, isForgotten: false)
        let reopened = #expect(throws: Rejection.self) {
            try Self.reopen().decide(complaint, facts, context(TestStation.clerk()))
        }
        #expect(reopened?.number == WasteRefusal.complaintOfPerson.number)
        let events = try Self.reopen().decide(complaint, facts, context(Self.villager))
        let event = try #require(events.first as? ComplaintReopened)
        #expect(event.words.subject == DataSubject(of: Self.villager.person))
        let erased = #expect(throws: Rejection.self) {
            try EraseComplaint(complaint: complaint.id).decide(
                complaint, EraseComplaint.Facts(isForgotten: false), context(TestStation.clerk()))
        }
        #expect(erased?.number == WasteRefusal.complaintEndsWithPerson.number)
    }

    @Test("One person has five complaints open and not a sixth; a desk writes down as many as come")
    func most() throws {
        let now = try #require(Instant("2026-05-01T08:00:00+08:00"))
        func file(_ open: Int64, by principal: Principal) throws -> ComplaintFiled? {
            let facts = FileComplaint.Facts(isKnownPlace: true, isKnownSite: true, seconds: 60, most: 5, open: open)
            let context = Context(
                now: now, principal: principal, calendar: .announced, sequence: 1, marks: .practice)
            return try Self.file().decide(Waste.State(), facts, context).first as? ComplaintFiled
        }
        let fifth = try #require(try file(4, by: Self.villager))
        #expect(fifth.complainant?.content == Self.villager.person)
        #expect(fifth.words.subject == DataSubject(of: Self.villager.person))
        let sixth = #expect(throws: Rejection.self) { try file(5, by: Self.villager) }
        #expect(sixth?.number == WasteRefusal.complaintsUsedUp.number)
        let written = try #require(try file(50, by: TestStation.clerk()))
        #expect(written.complainant == nil && written.words.subject != fifth.words.subject)
    }
}
