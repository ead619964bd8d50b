import Foundation
import Kernel
import Registry
import Storage
import StorageSQLite
import TestSupport
import Testing

@testable import Assembly

/// A house of members and meetings on the fixture's roll.
final class TestHall {
    static let village = DivisionID("p140421100201")!
    static let meeting = MeetingID("m1")!
    let runner: ModuleRunner<Assembly>

    static func principal(_ role: Role = .villageClerk) -> Principal {
        Principal(person: PersonID("clerk")!, role: role, office: OfficeID("village")!, division: .root)
    }

    /// Members are entered on `entered`; the meeting is called then, for `day`.
    init(_ roll: [MemberFile.Entry], entered: String = "2025-06-05", day: String = "2025-06-15") throws {
        let database = try temporaryDatabase(Registry.migrations + Assembly.migrations)
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, path, level, kind, name, code, opened)
                VALUES (\(Self.village), '/p/', 'province', 'village', 'v', '14', '2017-01-01')
                """)
            try tx.run(
                """
                INSERT INTO organisation (id, division, kind, name)
                VALUES (\(Fixture.collective), \(Self.village), 'collective', 'c')
                """)
        }
        runner = ModuleRunner(database, now: Instant("\(entered)T08:00:00+08:00")!)
        for entry in roll {
            guard let since = entry.member.since, since <= runner.now.date else { continue }
            try admit(entry, since)
        }
        try runner.give(
            CallMeeting(
                meeting: Self.meeting, organisation: Fixture.collective, body: .assembly, day: CivilDate(day)!,
                agenda: "分配方案"), by: Self.principal())
    }

    func admit(_ entry: MemberFile.Entry, _ since: CivilDate) throws {
        let member = entry.member
        let subject = DataSubject("unnamed")!
        try runner.give(
            AdmitMember(
                member: member.id, organisation: member.organisation, household: member.household,
                name: Personal(entry.name, of: subject), sex: member.sex.map { Personal($0, of: subject) },
                birth: Personal(member.birth, of: subject), since: since, until: member.until,
                ground: entry.ground ?? .reform, capacity: member.capacity, shares: member.shares),
            by: Self.principal())
    }

    var state: Meeting { runner.state(of: StreamID("meeting", Self.meeting.text)).meeting! }

    /// Whether the act was accepted.
    func act(_ act: JSON) throws -> Bool {
        let who = act["who"]?.string ?? ""
        let member = MemberID("\(Fixture.collective)-\(who)") ?? .example
        func other(_ key: String) -> MemberID? { act[key]?.string.flatMap { MemberID("\(Fixture.collective)-\($0)") } }
        do {
            switch act["act"]?.string {
            case "grantProxy": try give(GrantProxy(meeting: Self.meeting, member: member, holder: other("to")!))
            case "withdrawProxy": try give(WithdrawProxy(meeting: Self.meeting, member: member))
            case "attend":
                try give(
                    Attend(
                        meeting: Self.meeting, member: member,
                        how: Presence(rawValue: act["how"]?.string ?? "inPerson")!))
            case "openMeeting":
                try give(OpenMeeting(meeting: Self.meeting))
                try give(PutMotion(meeting: Self.meeting, matter: .distribution))
            case "vote":
                let said = VoteChoice(rawValue: act["value"]!.string!)!
                try give(
                    CastVote(
                        meeting: Self.meeting, member: member, principal: other("on_behalf_of"),
                        choice: Personal(said, of: DataSubject("unnamed")!)))
            case "closeVote": try give(CloseVote(meeting: Self.meeting))
            default: Issue.record("unknown act")
            }
            return true
        } catch is Rejection {
            return false
        }
    }

    func give<Verb: AssemblyCommand>(_ verb: Verb) throws { try runner.give(verb, by: Self.principal()) }

    /// As the clock does it: the roll is frozen at the first second of the day.
    func freeze(on day: String) throws {
        try runner.advance(
            to: CivilDate(day)!.start,
            system: Principal(
                person: PersonID("system")!, role: .system, office: OfficeID("system")!, division: .root))
    }
}

@Suite(
    "Meetings on a frozen roll", .enabled(if: sharedData("register/meeting_dev.json") != nil, "needs the shared data"))
struct MeetingTests {
    @Test("All 203 acts of the fixture's assembly are accepted or refused as it says, and it ends 88 of 94 needed")
    func fixture() throws {
        let text = try Data(contentsOf: try #require(sharedData("register/meeting_dev.json")))
        let script = try JSON(parsing: Array(text))
        let hall = try TestHall(try Fixture.roll())
        try hall.freeze(on: "2025-06-15")
        let acts = try #require(script["acts"]?.array)
        #expect(acts.count == 203)
        for act in acts {
            hall.runner.now = Instant("\(act["at"]!.string!)+08:00")!
            #expect(try hall.act(act) == (act["expect"]?.string == "accepted"), "\(act.canonicalText)")
        }
        let closed = try #require(hall.runner.all(VoteClosed.self).first)
        let expected = try #require(script["expected"])
        #expect(closed.entitled == expected["entitled"]?.integer && closed.present == expected["present"]?.integer)
        #expect(closed.needed == expected["needed"]?.integer && closed.inFavour == expected["for"]?.integer)
        #expect(closed.against == expected["against"]?.integer && closed.abstained == expected["abstain"]?.integer)
        #expect(!closed.isPassed)
    }

    @Test("Nobody signs in before the roll is frozen, and who is confirmed a day later is not on it")
    func frozen() throws {
        let hall = try TestHall(try Fixture.roll())
        hall.runner.expectRefusal(
            .rollNotFrozen, Attend(meeting: TestHall.meeting, member: MemberID("tanba-m001")!, how: .inPerson),
            by: TestHall.principal())
        try hall.freeze(on: "2025-06-15")
        let late = try #require(try Fixture.roll().first { $0.member.id.text == "tanba-m168" })
        hall.runner.now = Instant("2025-06-16T08:00:00+08:00")!
        try hall.admit(late, hall.runner.now.date)
        hall.runner.expectRefusal(
            .notOnRoll, Attend(meeting: TestHall.meeting, member: late.member.id, how: .inPerson),
            by: TestHall.principal())
        #expect(hall.state.entitled == 140)
    }

    @Test("In random meetings with proxies, leaving and recusal none passes below ⌈2N/3⌉, and nobody counts twice")
    func random() throws {
        var random = SeededRandom(seed: 20_250_615)
        var (passed, closedVotes) = (0, 0)
        for _ in 0..<300 {
            var meeting = Meeting(
                id: TestHall.meeting, organisation: Fixture.collective, place: TestHall.village, body: .assembly,
                noticed: CivilDate("2025-06-05")!, day: CivilDate("2025-06-15")!)
            let size = Int.random(in: 3...40, using: &random)
            let people = (0..<size).map { MemberID("p\($0)")! }
            for (index, person) in people.enumerated() { meeting.roll[person] = HouseholdID("h\(index / 3)")! }
            meeting.rollDigest = "x"
            var state = Assembly.State(member: nil, meeting: meeting)
            func run<Verb: MeetingVerb>(_ verb: Verb) where Verb.Facts == NoFacts { run(verb, NoFacts()) }
            func run<Verb: MeetingVerb>(_ verb: Verb, _ facts: Verb.Facts) where Verb.Subject == Meeting {
                let context = Context(
                    now: CivilDate("2025-06-15")!.start, principal: TestHall.principal(), calendar: .announced,
                    sequence: 0, marks: .practice)
                guard let events = try? verb.decide(state.meeting!, facts, context) else { return }
                for event in events { event.change(&state, at: context.now) }
            }
            let id = TestHall.meeting
            for person in people {
                let other = people.randomElement(using: &random)!
                if Int.random(in: 0..<10, using: &random) == 0 {
                    run(GrantProxy(meeting: id, member: person, holder: other))
                }
                if Int.random(in: 0..<12, using: &random) > 0 {
                    run(Attend(meeting: id, member: person, how: .inPerson))
                }
            }
            run(OpenMeeting(meeting: id))
            run(PutMotion(meeting: id, matter: .budget), PutMotion.Facts())
            for _ in 0..<(size * 3) {
                let person = people.randomElement(using: &random)!
                let said = VoteChoice.allCases.randomElement(using: &random)!
                let yes = Int.random(in: 0..<10, using: &random) < 9 ? VoteChoice.inFavour : said
                switch Int.random(in: 0..<40, using: &random) {
                case 0: run(Leave(meeting: id, member: person))
                case 1: run(Recuse(meeting: id, member: person))
                default:
                    let principal = state.meeting!.proxies.first { $0.value == person }?.key
                    let voice = Bool.random(using: &random) ? principal : nil
                    run(
                        CastVote(
                            meeting: id, member: person, principal: voice, choice: Personal(yes, of: DataSubject("u")!))
                    )
                }
            }
            run(CloseVote(meeting: id))
            guard let outcome = state.meeting!.motions.last?.outcome else { continue }
            closedVotes += 1
            #expect(outcome.inFavour + outcome.against + outcome.abstained == outcome.present)
            #expect(outcome.present <= outcome.entitled && outcome.entitled == Int64(size))
            if outcome.isPassed {
                passed += 1
                #expect(outcome.inFavour * 3 >= outcome.entitled * 2)
            }
        }
        #expect(closedVotes > 150 && passed > 20 && passed < closedVotes)
    }
}
