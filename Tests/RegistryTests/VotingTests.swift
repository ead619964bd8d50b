import Kernel
@testable import Registry
import Testing

@Suite("Resolutions and their legal majorities")
struct VotingTests {
    private let register: TestRegister

    init() throws { register = try TestRegister.small() }

    private func record(
        _ matter: ResolutionMatter, _ body: ResolutionBody, _ entitled: Int64, _ present: Int64, _ inFavour: Int64,
        date: String = "2026-03-01", evidence: [String] = [String(repeating: "0a", count: 32)]
    ) -> RecordResolution {
        RecordResolution(
            organisation: TestRegister.collective, matter: matter, body: body, entitled: entitled, present: present,
            inFavour: inFavour, date: day(date), evidence: evidence)
    }

    @Test("Two thirds of all members are exact: 200 of 300 is enough, 199 is not; of 100 it takes 67")
    func twoThirds() throws {
        try register.give(record(.assetLease, .assembly, 300, 250, 200))
        register.refuses(.majorityMissing, record(.assetLease, .assembly, 300, 250, 199))
        try register.give(record(.assetLease, .assembly, 100, 67, 67))
        register.refuses(.majorityMissing, record(.assetLease, .assembly, 100, 67, 66))
    }

    @Test("An assembly needs two thirds present, and the refusal cites article 27")
    func quorum() throws {
        let refused = register.refuses(.quorumMissing, record(.assetLease, .assembly, 300, 199, 199))
        #expect(refused?.basis?.article.en.contains("art. 27") == true)
        #expect(refused?.text.en.contains("200") == true)
    }

    @Test("Land compensation cannot be delegated to representatives (article 28)")
    func notDelegable() throws {
        let refused = register.refuses(.notDelegable, record(.landCompensation, .representatives, 30, 30, 30))
        #expect(refused?.basis?.article.en.contains("art. 28") == true)
        try register.give(record(.landCompensation, .assembly, 300, 300, 200))
    }

    @Test("Outsiders as beneficiaries need three quarters of all members (article 15)")
    func threeQuarters() throws {
        register.refuses(.majorityMissing, record(.outsideBeneficiaries, .assembly, 100, 100, 74))
        try register.give(record(.outsideBeneficiaries, .assembly, 100, 100, 75))
    }

    @Test("The council decides routine only, by more than half of all its members")
    func council() throws {
        try register.give(record(.councilRoutine, .council, 7, 5, 4))
        register.refuses(.majorityMissing, record(.councilRoutine, .council, 7, 5, 3))
        register.refuses(.majorityMissing, record(.councilRoutine, .council, 6, 4, 3))
        register.refuses(.wrongBody, record(.assetLease, .council, 7, 7, 7))
    }

    @Test("Villagers decide committee matters by half of those present, outsiders' contracts by two thirds of all")
    func villagers() throws {
        try register.give(record(.committeeMatter, .villagersMeeting, 90, 60, 31))
        register.refuses(.majorityMissing, record(.committeeMatter, .villagersMeeting, 90, 60, 30))
        try register.give(record(.outsiderContracting, .villagersMeeting, 90, 60, 60))
        register.refuses(.majorityMissing, record(.outsiderContracting, .villagersMeeting, 90, 60, 59))
    }

    @Test("Impossible figures, a day to come and missing papers are refused")
    func papers() throws {
        register.refuses(.figuresImpossible, record(.assetLease, .assembly, 10, 11, 5))
        register.refuses(.figuresImpossible, record(.assetLease, .assembly, 10, 9, 10))
        register.refuses(.resolutionInFuture, record(.assetLease, .assembly, 10, 9, 9, date: "2026-03-03"))
        register.refuses(.evidenceMissing, record(.assetLease, .assembly, 10, 9, 9, evidence: []))
        register.refuses(.evidenceMissing, record(.assetLease, .assembly, 10, 9, 9, evidence: ["xyz"]))
    }
}
