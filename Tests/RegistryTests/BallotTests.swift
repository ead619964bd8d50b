import Foundation
import Kernel
import TestSupport
import Testing

@testable import Registry

/// The law read a second time, in fractions of the test's own: the program's rows are held against it.
private struct Law {
    let presentNumerator: Int64, presentDenominator: Int64
    let favourNumerator: Int64, favourDenominator: Int64
    /// Strictly more than the fraction; otherwise at least.
    let isPresentStrict: Bool, isFavourStrict: Bool
    /// In favour of those present; otherwise of all.
    let isOfPresent: Bool
    let households: Bool

    static func of(_ body: ResolutionBody, _ matter: ResolutionMatter) -> Law? {
        let assemblyOnly: [ResolutionMatter] = [
            .charter, .membership, .landPlan, .landCompensation, .merger, .outsideBeneficiaries,
        ]
        let isCommittee = matter == .committeeMatter || matter == .groupMatter
        switch body {
        case .assembly:
            if isCommittee { return nil }
            return matter == .outsideBeneficiaries
                ? Law(2, 3, 3, 4) : Law(2, 3, 2, 3)
        case .representatives: return isCommittee || assemblyOnly.contains(matter) ? nil : Law(0, 1, 2, 3)
        case .council: return matter == .councilRoutine ? Law(2, 3, 1, 2, favourStrict: true) : nil
        case .villagersMeeting, .villagersRepresentatives:
            if matter == .outsiderContracting || matter == .constructionLand { return Law(0, 1, 2, 3) }
            guard matter == .committeeMatter else { return nil }
            return body == .villagersMeeting
                ? Law(1, 2, 1, 2, presentStrict: true, favourStrict: true, ofPresent: true, households: true)
                : Law(2, 3, 1, 2, favourStrict: true, ofPresent: true)
        case .groupMeeting:
            return matter == .groupMatter
                ? Law(2, 3, 1, 2, favourStrict: true, ofPresent: true, households: true) : nil
        }
    }

    init(
        _ presentNumerator: Int64, _ presentDenominator: Int64, _ favourNumerator: Int64, _ favourDenominator: Int64,
        presentStrict: Bool = false, favourStrict: Bool = false, ofPresent: Bool = false, households: Bool = false
    ) {
        self.presentNumerator = presentNumerator
        self.presentDenominator = presentDenominator
        self.favourNumerator = favourNumerator
        self.favourDenominator = favourDenominator
        isPresentStrict = presentStrict
        isFavourStrict = favourStrict
        isOfPresent = ofPresent
        self.households = households
    }

    func result(_ ballot: Ballot) -> Ballot.Result {
        let here = ballot.present * presentDenominator - ballot.entitled * presentNumerator
        var isQuorate = isPresentStrict ? here > 0 : here >= 0
        if households, let all = ballot.households, let came = ballot.householdsPresent, all > 0, came * 3 >= all * 2 {
            isQuorate = true
        }
        guard isQuorate else { return .noQuorum }
        let whole = isOfPresent ? ballot.present : ballot.entitled
        let over = ballot.inFavour * favourDenominator - whole * favourNumerator
        guard isFavourStrict ? over > 0 : over >= 0 else { return .noMajority }
        return ballot.matter == .outsiderContracting && !ballot.isApprovedByTownship ? .noTownshipApproval : .pass
    }
}

@Suite("Ballots judged by the law's numbers")
struct BallotTests {
    /// As many random assemblies as the environment asks for; ten thousand otherwise.
    private static let rounds = ProcessInfo.processInfo.environment["QIANMO_ASSEMBLIES"].flatMap(Int.init) ?? 10_000

    @Test(
        "All 64 count sheets come out as the law says, with the numbers it needs",
        .enabled(if: sharedData("register/votes_dev.csv") != nil, "needs the shared data"))
    func fixture() throws {
        let file = try #require(sharedData("register/votes_dev.csv"))
        let replay = try VoteReplay(Array(Data(contentsOf: file)))
        #expect(replay.outcomes.count == 64)
        #expect(replay.outcomes.filter { $0.agrees != true }.map(\.name) == [])
    }

    @Test("No random assembly passes below ⌈2N/3⌉ of its roll, and every body agrees with the law read a second time")
    func random() {
        var random = SeededRandom(seed: 20_260_501)
        var passed = 0
        for _ in 0..<Self.rounds {
            let ballot = Self.ballot(&random)
            let verdict = ballot.verdict
            let law = Law.of(ballot.body, ballot.matter)
            if let law {
                #expect(verdict.result == law.result(ballot), "\(ballot)")
            } else {
                #expect(verdict.result == .wrongBody || verdict.result == .notDelegable, "\(ballot)")
            }
            guard verdict.result == .pass else { continue }
            passed += 1
            if ballot.body == .assembly || ballot.body == .representatives {
                #expect(ballot.inFavour * 3 >= ballot.entitled * 2, "\(ballot)")
            }
        }
        #expect(passed > Self.rounds / 20)
    }

    /// Close to the edges: most counts lie within three of two thirds.
    private static func ballot(_ random: inout SeededRandom) -> Ballot {
        let body = ResolutionBody.allCases.randomElement(using: &random) ?? .assembly
        let matter = ResolutionMatter.allCases.randomElement(using: &random) ?? .budget
        let entitled = Int64.random(in: 1...600, using: &random)
        func near(_ edge: Int64, _ most: Int64) -> Int64 {
            min(max(0, edge + Int64.random(in: -3...3, using: &random)), most)
        }
        let present = Bool.random(using: &random) ? near(entitled * 2 / 3, entitled) : near(entitled, entitled)
        let inFavour = Bool.random(using: &random) ? near(entitled * 2 / 3, present) : near(present / 2, present)
        let against = Int64.random(in: 0...(present - inFavour), using: &random)
        let households = Int64.random(in: 1...200, using: &random)
        return Ballot(
            body, matter, entitled: entitled, present: present, inFavour: inFavour, against: against,
            abstained: present - inFavour - against, noticeDays: Int64.random(in: 10...12, using: &random),
            households: households, householdsPresent: near(households * 2 / 3, households),
            isApprovedByTownship: Bool.random(using: &random))
    }

    @Test("The notice of nine days is short for the two bodies to which the law gives ten, and for no other")
    func notice() {
        for body in ResolutionBody.allCases {
            let matter: ResolutionMatter =
                switch body {
                case .assembly, .representatives: .budget
                case .council: .councilRoutine
                case .villagersMeeting, .villagersRepresentatives: .committeeMatter
                case .groupMeeting: .groupMatter
                }
            var ballot = Ballot(body, matter, entitled: 90, present: 90, inFavour: 90, noticeDays: 9)
            let isBound = body == .assembly || body == .villagersMeeting
            #expect(ballot.verdict.result == (isBound ? .shortNotice : .pass), "\(body)")
            ballot.noticeDays = 10
            #expect(ballot.verdict.result == .pass, "\(body)")
        }
    }

    @Test("A sheet in Chinese and GB18030 is read as the one in English, and a bad cell stops only its own row")
    func strangers() throws {
        let text =
            "编号,会议,事项,应到人数,实到人数,赞成,反对,弃权,废票,提前通知天数\n甲,assembly,budget,３00,200,200,0,0,0,10\n乙,assembly,budget,很多,200,200,0,0,0,10\n丙,assembly,吃饭,300,200,200,0,0,0,10\n"
        let gbk = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        for bytes in [Array(text.utf8), Array(gbk)] {
            let replay = try VoteReplay(bytes)
            #expect(replay.outcomes.map(\.verdict.result) == [.pass])
            let refused = replay.answers.filter { if case .refused = $0.outcome { true } else { false } }
            #expect(refused.map(\.line) == [3, 4])
        }
    }
}
