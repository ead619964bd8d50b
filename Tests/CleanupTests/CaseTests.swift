import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Cleanup

@Suite("Found contracts") struct CaseTests {
    private static func named<Named>(_ text: String) -> Identifier<Named> { Identifier(text) ?? .example }

    private static let clerk = Principal(
        person: named("clerk"), role: .villageClerk, office: named("desk"), division: named("village"))

    private let context = Context(
        now: Instant(milliseconds: 1_800_000_000_000), principal: Self.clerk, calendar: .announced, sequence: 0,
        marks: .practice)

    private func found(_ plan: CasePlan? = nil, _ problems: Set<ProblemCode> = [.oral]) -> FoundCase {
        var contract = FoundContract()
        contract.object = "河滩地"
        let terms = FoundTerms(ContractSheet.Row(row: 8, key: "s4", contract: contract, unread: []))
        var state = Cleanup.State()
        FoundContractEntered(
            foundCase: Self.named("tanba-s4"), organisation: Self.named("tanba"), place: Self.named("village"),
            terms: terms, lessee: nil, problems: problems.sorted()
        ).change(&state, at: context.now)
        state.found?.plan = plan
        return state.found ?? { preconditionFailure("the event enters it") }()
    }

    @Test("A contract with problems is not done without a plan, nor a changing plan without a resolution")
    func chain() throws {
        let close = CloseContractCase(foundCase: Self.named("tanba-s4"))
        let none = CloseContractCase.Facts(resolution: nil)
        #expect(throws: CleanupRefusal.planMissing()) { try close.decide(found(), none, context) }
        #expect(throws: CleanupRefusal.resolutionMissing()) { try close.decide(found(.relist), none, context) }
        #expect(try close.decide(found(.keep), none, context).count == 1)
        #expect(try close.decide(found(nil, []), none, context).count == 1)
    }

    @Test("A code is set once and lifted only where it stands, with a reason")
    func codes() throws {
        let id: CaseID = Self.named("tanba-s4")
        func judge(_ code: ProblemCode, lift: Bool, _ reason: String) -> JudgeContract {
            JudgeContract(foundCase: id, code: code, isLifted: lift, reason: reason)
        }
        #expect(throws: CleanupRefusal.codeSet("P01")) {
            try judge(.oral, lift: false, "x").decide(found(), NoFacts(), context)
        }
        #expect(throws: CleanupRefusal.codeNotSet("P04")) {
            try judge(.unequalClause, lift: true, "x").decide(found(), NoFacts(), context)
        }
        #expect(throws: CleanupRefusal.reasonMissing()) {
            try judge(.oral, lift: true, " ").decide(found(), NoFacts(), context)
        }
        #expect(try judge(.oral, lift: true, "补签").decide(found(), NoFacts(), context).count == 1)
    }

    @Test("A name is destroyed once its thing is done, and once only; a name nobody gave is none")
    func names() throws {
        let verb = EraseName(kind: .found, thing: Self.named("tanba-s4"))
        #expect(throws: CleanupRefusal.nothingNamed(Self.named("tanba-s4") as NamedID)) {
            _ = try verb.subject(of: Cleanup.State())
        }
        var state = Cleanup.State()
        state.found = found()
        func decide() throws -> [any Event<Cleanup>] {
            try verb.decide(verb.subject(of: state), NoFacts(), context)
        }
        #expect(throws: CleanupRefusal.noName(Self.named("tanba-s4") as NamedID)) { _ = try decide() }
        state.found?.lessee = "张三"
        #expect(throws: CleanupRefusal.nameNeeded(Self.named("tanba-s4") as NamedID)) { _ = try decide() }
        state.found?.isClosed = true
        let events = try decide()
        #expect(events.map(\.erased) == [DataSubject(ofCase: Self.named("tanba-s4"))])
        for event in events { event.change(&state, at: context.now) }
        #expect(throws: CleanupRefusal.noName(Self.named("tanba-s4") as NamedID)) { _ = try decide() }
    }

    @Test("Two things of the longest names have a key each, and none shares it with a person")
    func longNames() throws {
        let long = String(repeating: "x", count: 63)
        let subjects =
            ["a", "b"].map { DataSubject(ofBill: Self.named(long + $0)) } + [
                DataSubject(ofClaim: Self.named(long + "a"))
            ]
        #expect(Set(subjects).count == 3)
        #expect(subjects.allSatisfy { MadeName.holds($0.text) })
    }
}
