import Kernel
import Testing

@testable import Registry

/// What other programs' users complained of, as this register answers it.
@Suite("Votes others got wrong")
struct VoteBugCaseTests {
    @Test("A sheet that does not add up, a negative count and more present than entitled are no votes (VR-02)")
    func impossible() {
        #expect(
            Ballot(.assembly, .budget, entitled: 300, present: 210, inFavour: 200, against: 5).verdict.result
                == .sumMismatch)
        #expect(
            Ballot(.assembly, .budget, entitled: 100, present: 90, inFavour: -1, against: 91).verdict.result
                == .impossible)
        #expect(
            Ballot(.assembly, .budget, entitled: 100, present: 101, inFavour: 90, against: 11).verdict.result
                == .impossible)
    }

    @Test("33 of 50 is not two thirds, 34 is; a tie decides nothing (VR-03)")
    func sixtySix() {
        let short = Ballot(.assembly, .budget, entitled: 50, present: 34, inFavour: 33, against: 1).verdict
        #expect(short.result == .noMajority && short.neededInFavour == 34)
        #expect(Ballot(.assembly, .budget, entitled: 50, present: 34, inFavour: 34).verdict.result == .pass)
        let tie = Ballot(
            .villagersMeeting, .committeeMatter, entitled: 400, present: 202, inFavour: 101, against: 101)
        #expect(tie.verdict.result == .noMajority)
    }

    @Test("Of two members it takes both, to meet and to pass (VR-04)")
    func two() {
        let one = Ballot(.assembly, .budget, entitled: 2, present: 1, inFavour: 1).verdict
        #expect(one.result == .noQuorum && one.neededPresent == 2)
        let both = Ballot(.assembly, .budget, entitled: 2, present: 2, inFavour: 1, against: 1).verdict
        #expect(both.result == .noMajority && both.neededInFavour == 2)
    }

    @Test("Abstentions change no denominator, and two thirds are of all, not of the votes cast (VR-05, VR-12)")
    func denominators() {
        let passes = Ballot(
            .assembly, .distribution, entitled: 300, present: 290, inFavour: 200, against: 65, abstained: 20, invalid: 5
        )
        #expect(passes.verdict.result == .pass)
        let short = Ballot(.assembly, .distribution, entitled: 300, present: 290, inFavour: 199, abstained: 91)
        #expect(short.verdict.result == .noMajority && short.verdict.neededInFavour == 200)
    }
}
