import Kernel
@testable import Registry
import Testing

@Suite("Resolutions and their legal majorities")
struct VotingTests {
    private func record(
        _ matter: ResolutionMatter, _ body: ResolutionBody, _ entitled: Int64, _ present: Int64, _ inFavour: Int64,
        date: String = "2026-03-01", evidence: [String] = [String(repeating: "0a", count: 32)]
    ) throws -> Rejection? {
        let register = try TestRegister.small()
        return refusal {
            try register.give(
                RecordResolution(
                    organisation: TestRegister.collective, matter: matter, body: body, entitled: entitled,
                    present: present, inFavour: inFavour, date: day(date), evidence: evidence))
        }
    }

    @Test("Two thirds of all members are exact: 200 of 300 is enough, 199 is not; of 100 it takes 67")
    func twoThirds() throws {
        #expect(try record(.assetLease, .assembly, 300, 250, 200) == nil)
        #expect(try record(.assetLease, .assembly, 300, 250, 199)?.number == 2086)
        #expect(try record(.assetLease, .assembly, 100, 67, 67) == nil)
        #expect(try record(.assetLease, .assembly, 100, 67, 66)?.number == 2086)
    }

    @Test("An assembly needs two thirds present, and the refusal cites article 27")
    func quorum() throws {
        let refused = try record(.assetLease, .assembly, 300, 199, 199)
        #expect(refused?.number == 2085)
        #expect(refused?.basis?.article.en.contains("art. 27") == true)
        #expect(refused?.text.en.contains("200") == true)
    }

    @Test("Land compensation cannot be delegated to representatives (article 28)")
    func notDelegable() throws {
        let refused = try record(.landCompensation, .representatives, 30, 30, 30)
        #expect(refused?.number == 2083)
        #expect(refused?.basis?.article.en.contains("art. 28") == true)
        #expect(try record(.landCompensation, .assembly, 300, 300, 200) == nil)
    }

    @Test("Outsiders as beneficiaries need three quarters of all members (article 15)")
    func threeQuarters() throws {
        #expect(try record(.outsideBeneficiaries, .assembly, 100, 100, 74)?.number == 2086)
        #expect(try record(.outsideBeneficiaries, .assembly, 100, 100, 75) == nil)
    }

    @Test("The council decides routine only, by more than half of all its members")
    func council() throws {
        #expect(try record(.councilRoutine, .council, 7, 5, 4) == nil)
        #expect(try record(.councilRoutine, .council, 7, 5, 3)?.number == 2086)
        #expect(try record(.councilRoutine, .council, 6, 4, 3)?.number == 2086)
        #expect(try record(.assetLease, .council, 7, 7, 7)?.number == 2084)
    }

    @Test("Villagers decide committee matters by half of those present, outsiders' contracts by two thirds of all")
    func villagers() throws {
        #expect(try record(.committeeMatter, .villagersMeeting, 90, 60, 31) == nil)
        #expect(try record(.committeeMatter, .villagersMeeting, 90, 60, 30)?.number == 2086)
        #expect(try record(.outsiderContracting, .villagersMeeting, 90, 60, 60) == nil)
        #expect(try record(.outsiderContracting, .villagersMeeting, 90, 60, 59)?.number == 2086)
    }

    @Test("Impossible figures, a day to come and missing papers are refused")
    func papers() throws {
        #expect(try record(.assetLease, .assembly, 10, 11, 5)?.number == 2080)
        #expect(try record(.assetLease, .assembly, 10, 9, 10)?.number == 2080)
        #expect(try record(.assetLease, .assembly, 10, 9, 9, date: "2026-03-03")?.number == 2081)
        #expect(try record(.assetLease, .assembly, 10, 9, 9, evidence: [])?.number == 2082)
        #expect(try record(.assetLease, .assembly, 10, 9, 9, evidence: ["xyz"])?.number == 2082)
    }
}
