import Kernel
import Storage
import Testing

@testable import Exchange

@Suite("The states of a lot")
struct TransitionTests {
    /// Section 1.6 of the domain notes, written down a second time by hand: from, then where to.
    static let written = """
        draft: resolving submitted
        resolving: submitted
        submitted: accepted returned
        returned: submitted
        accepted: reviewing
        reviewing: approved rejected
        approved: listed
        listed: listed closed
        closed: relistDecision singleBidder auctionScheduled
        auctionScheduled: auctionRunning atStation
        atStation: auctionRunning
        auctionRunning: auctionRunning awardProposed failed
        singleBidder: awardProposed relistDecision
        failed: relistDecision
        relistDecision: listed resolving
        awardProposed: priorityWindow resultPublicity
        priorityWindow: resultPublicity
        resultPublicity: objection awardConfirmed
        objection: resultPublicity relistDecision
        awardConfirmed: contractPending breached
        contractPending: contractSigned breached
        breached: awardProposed relistDecision
        contractSigned: settling
        settling: certified
        certified: filed
        filed: performing
        performing: expiring earlyTerminated
        expiring: finished renewed earlyTerminated
        suspended: terminated
        """

    @Test("Every pair of states is allowed or refused as the notes say")
    func allPairs() {
        var allowed: Set<[LotState]> = []
        for line in Self.written.split(separator: "\n") {
            let words = line.split { $0 == " " || $0 == ":" }.compactMap { LotState(rawValue: String($0)) }
            for next in words.dropFirst() { allowed.insert([words[0], next]) }
        }
        let stoppable: Set<LotState> = [
            .draft, .resolving, .submitted, .returned, .accepted, .reviewing, .approved, .listed, .closed,
            .relistDecision, .auctionScheduled, .atStation, .singleBidder, .auctionRunning, .failed, .awardProposed,
            .priorityWindow, .resultPublicity, .objection, .awardConfirmed, .contractPending, .breached,
        ]
        for state in stoppable {
            allowed.formUnion([[state, .suspended], [.suspended, state], [state, .terminated], [state, .withdrawn]])
        }
        for from in LotState.allCases {
            for to in LotState.allCases {
                #expect(
                    (Transitions.find(from: from, to: to) != nil) == allowed.contains([from, to]), "\(from) → \(to)")
            }
        }
        #expect(Transitions.table.count == allowed.count)
    }

    @Test("Nothing leaves a terminal state, everything else can be left")
    func terminals() {
        for state in LotState.allCases {
            #expect(Transitions.table.contains { $0.from == state } == !state.isTerminal)
        }
    }

    @Test("In every state every command is refused or moves along the table, and says which number it answers with")
    func commandsFollowTheTable() throws {
        let verbs: [any LotVerb] = [
            SubmitLot(lot: Village.lot), AcceptLot(lot: Village.lot), ReturnLot(lot: Village.lot, reasons: "r"),
            ReviewLot(lot: Village.lot, decision: .approve),
            ReviewLot(lot: Village.lot, decision: .reject, reasons: "r"),
            PublishNotice(lot: Village.lot), CloseNotice(lot: Village.lot), OpenAuction(lot: Village.lot),
            PlaceBid(lot: Village.lot, price: Money(fen: 80_000)), EndAuction(lot: Village.lot),
            AgreePrice(lot: Village.lot, price: Money(fen: 80_000)), PublishResult(lot: Village.lot),
            RaiseObjection(lot: Village.lot, grounds: Personal("g", of: Village.id("x"))),
            TakeObjection(
                lot: Village.lot, board: BoardObjection(notice: Village.id("n"), objection: Village.id("o"))),
            HoldLot(
                lot: Village.lot, board: BoardObjection(notice: Village.id("n"), objection: Village.id("o"))),
            ReleaseLot(
                lot: Village.lot, board: BoardObjection(notice: Village.id("n"), objection: Village.id("o"))),
            AnswerObjection(lot: Village.lot, number: 1, decision: .upheld, answer: "a"),
            ConfirmAward(lot: Village.lot),
            SignContract(lot: Village.lot),
            RecordFirstPayment(lot: Village.lot, amount: Money(fen: 1), reference: "r"), CertifyLot(lot: Village.lot),
            FileLot(lot: Village.lot), WithdrawLot(lot: Village.lot, cause: .sellerRequest, reasons: "r"),
            SuspendLot(lot: Village.lot, cause: .forceMajeure, reasons: "r"), ResumeLot(lot: Village.lot),
            TerminateLot(lot: Village.lot, cause: .fraud, reasons: "r"), RelistLot(lot: Village.lot),
            RecordBreach(lot: Village.lot, reasons: "r"), BeginExpiry(lot: Village.lot),
            FinishContract(lot: Village.lot),
            RenewContract(lot: Village.lot, resolution: Village.id("new"), price: Money(fen: 1)),
            EndContractEarly(lot: Village.lot, cause: .leftIdle, reasons: "r"),
            ExtendSuspension(lot: Village.lot, reasons: "r"), ExtendSigning(lot: Village.lot, reasons: "r"),
            AttachMaterial(lot: Village.lot, material: .other, digest: String(repeating: "a", count: 64)),
            ReviseLot(lot: Village.lot, resolution: Village.id("new"), terms: Village.terms()),
            AmendNotice(lot: Village.lot, reasons: "r"), AwardNext(lot: Village.lot), MatchPrice(lot: Village.lot),
            PlaceOffer(lot: Village.lot, price: Confidential(Money(fen: 80_000), of: Village.id("x"))),
            SetProxyLimit(lot: Village.lot, limit: Confidential(Money(fen: 80_000), of: Village.id("x"))),
            HoldDraw(lot: Village.lot, seed: "s"), RecordScores(lot: Village.lot, scores: [], protocolDigest: "p"),
            RecordHammer(lot: Village.lot, paddle: 1, price: Money(fen: 80_000), protocolDigest: "p"),
            TakeLotToStation(lot: Village.lot, key: try StationCourseTests.keys().text, digest: "d"),
            LookBehindBid(lot: Village.lot, paddle: 1, reason: "r"),
            ReturnLotFromStation(lot: Village.lot, checkpoint: .example, leaves: [], hashes: []),
        ]
        var accepted = 0
        for state in LotState.allCases {
            for verb in verbs {
                for role in [Role.system, .stationReviewer] { accepted += try Self.attempt(verb, in: state, as: role) }
            }
        }
        #expect(accepted > 60)
        let tried = Set(verbs.map { type(of: $0).name })
        #expect(tried == Set(Exchange.commands.compactMap { $0 as? any LotVerb.Type }.map { $0.name }))
    }

    /// Gives the verb to a lot in `state`; how often it was accepted, 0 or 1.
    private static func attempt<Verb: LotVerb>(_ verb: Verb, in state: LotState, as role: Role) throws -> Int {
        var before = try LotRun.running(bidders: 2)
        try before.bid(80_000, by: 1)
        before.force(state)
        var run = before
        do {
            try run.give(verb, by: Village.principal(role, "someone"))
        } catch {
            #expect(Verb.refusals.contains { $0.number == error.number }, "\(Verb.name) \(error.number)")
            #expect(run.lot == before.lot)
            return 0
        }
        let end = try #require(run.lot?.state)
        if state == .suspended {
            #expect(verb is ResumeLot || verb is TerminateLot || verb is ExtendSuspension || verb.standsBesides)
        }
        #expect(end == state || Transitions.canReach(end, from: state), "\(Verb.name) in \(state)")
        return 1
    }

    @Test("Deposits move only as section 1.7 says")
    func deposits() {
        let ends: Set<DepositState> = [.refunded, .convertedToPrice, .convertedToBond, .forfeited]
        for state in DepositState.allCases {
            #expect(ends.contains(state) == (DepositState.moves[state] == nil))
            #expect(!state.allows(.required))
        }
        #expect(!DepositState.required.allows(.refunded) && !DepositState.forfeited.allows(.refundDue))
    }
}

extension Transitions {
    /// Whether the table leads from one state to another in one to three rows: what one command may do.
    static func canReach(_ end: LotState, from start: LotState) -> Bool {
        var reached: Set<LotState> = [start]
        for _ in 0..<3 { reached.formUnion(table.filter { reached.contains($0.from) }.map(\.to)) }
        return reached.contains(end)
    }
}

extension LotRun {
    /// Puts the lot into `state` with everything a later state would have, to try every command in it.
    mutating func force(_ state: LotState) {
        self.state.lot?.state = state
        self.state.lot?.award = Lot.Award(paddle: 1, price: Money(fen: 80_000))
        self.state.lot?.publicityEndsAt = now
        self.state.lot?.signBy = now
        self.state.lot?.openObjections = state == .objection ? [1] : []
        self.state.lot?.contract = Lot.Signed(
            contract: Village.id("c"), total: Money(fen: 2), first: .zero, endsOn: Village.day("2049-05-31"))
        self.state.lot?.suspension =
            state == .suspended ? Lot.Stop(from: .listed, since: now, remainingMilliseconds: 5) : nil
        facts.fileDigest = String(repeating: "f", count: 64)
        facts.roster = facts.roster.enumerated().map { position, row in
            BidderRow(
                bidder: row.bidder, lot: row.lot, party: row.party, state: row.state, deposit: row.deposit,
                paddle: Int64(position) + 1)
        }
    }
}

extension LotVerb {
    /// It tells something of the lot and moves it nowhere: even a suspended one.
    fileprivate var standsBesides: Bool { self is LookBehindBid || self is HoldLot }
}
