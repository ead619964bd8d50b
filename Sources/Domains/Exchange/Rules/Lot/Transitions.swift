package import Kernel
package import Registry

/// Who moves a lot along one row of the table.
package enum Mover: String, Sendable, CaseIterable {
    case village, station, bidder, standing, supervision, clock

    /// The roles that may be this mover. The access table of the house says where; this says who at all.
    package var roles: Set<Role> {
        switch self {
        case .village: [.villageClerk, .stationAgent, .countyOfficer]
        case .station: [.stationAgent, .stationReviewer, .countyOfficer, .countyReleaser]
        case .bidder: [.bidder, .stationAgent]
        case .standing: [.bidder, .villager, .villageClerk, .stationAgent, .supervisor]
        case .supervision: [.stationReviewer, .countyOfficer, .countyReleaser, .supervisor]
        case .clock: [.system]
        }
    }
}

/// What must hold before the move; each is enforced by the rule of the command that makes it.
package enum Guard: String, Sendable, CaseIterable {
    case assetFree, resolutionRecorded, noResolutionNeeded, checklistComplete, checklistIncomplete, fourEyes
    case priceAndTermLawful, reasonsGiven, noticeFixed, timeReached, noBidder, oneBidder, enoughBidders
    case validOffer, noValidOffer, priorityHolderPresent, noPriorityHolder, windowOver, standing, answered
    case noOpenObjection, resultPublicityOver, contractMatchesAward, firstPaymentReceived, fileComplete
    case biddersKnown, stationLogGood, listedCause, causeRemoved, deadlineMissed, relistAllowed, changedConditions,
        contractRunning, always
}

/// What follows a move besides the new state.
package enum SideEffect: String, Sendable, CaseIterable {
    case none, assetReserved, resolutionPublished, acceptanceSlip, reasonsPublished, noticeOpened, biddersFrozen
    case biddersNotified, resultOpened, clockStopped, clockResumed, contractRegistered, certificateIssued
    case depositsReturned, depositForfeited, assetReleased
}

/// One row of section 1.6: from, to, who, under which guard, by which clock, with what effect.
package struct Transition: Sendable, Hashable {
    package let from: LotState
    package let to: LotState
    package let mover: Mover
    package let condition: Guard
    /// The parameter that sets the clock of this move; nil where none runs.
    package let clock: ParameterKey?
    package let effect: SideEffect

    init(
        _ from: LotState, _ to: LotState, _ mover: Mover, _ condition: Guard, clock: ParameterKey? = nil,
        _ effect: SideEffect = .none
    ) {
        self.from = from
        self.to = to
        self.mover = mover
        self.condition = condition
        self.clock = clock
        self.effect = effect
    }
}

/// The state machine of a lot as data: the rules ask it, `docs/states.md` and the picture are made from it, and every
/// pair of states that is not in it is refused. Source: section 1.6 of the domain notes; decision record 0050.
package enum Transitions {
    package static let table: [Transition] = preparation + listing + award + contract + stops

    private static let preparation: [Transition] = [
        Transition(.draft, .resolving, .village, .assetFree),
        Transition(.draft, .submitted, .village, .noResolutionNeeded),
        Transition(.resolving, .submitted, .village, .resolutionRecorded, .resolutionPublished),
        Transition(.submitted, .accepted, .station, .checklistComplete, clock: .acceptDays, .acceptanceSlip),
        Transition(.submitted, .returned, .station, .reasonsGiven, clock: .acceptDays),
        Transition(.returned, .submitted, .village, .checklistComplete),
        Transition(.accepted, .reviewing, .station, .fourEyes),
        Transition(.reviewing, .approved, .station, .priceAndTermLawful, clock: .reviewDays),
        Transition(.reviewing, .rejected, .station, .reasonsGiven, clock: .reviewDays, .reasonsPublished),
    ]

    private static let listing: [Transition] = [
        Transition(.approved, .listed, .station, .noticeFixed, .noticeOpened),
        Transition(.listed, .listed, .station, .changedConditions, clock: .noticeFirstTownshipDays, .noticeOpened),
        Transition(.listed, .closed, .clock, .timeReached, clock: .noticeFirstTownshipDays, .biddersFrozen),
        Transition(.closed, .relistDecision, .clock, .noBidder, clock: .noticeRelistDays),
        Transition(.closed, .singleBidder, .clock, .oneBidder),
        Transition(.closed, .auctionScheduled, .clock, .enoughBidders, .biddersNotified),
        Transition(.auctionScheduled, .auctionRunning, .clock, .timeReached),
        Transition(.auctionScheduled, .atStation, .station, .biddersKnown, .biddersFrozen),
        Transition(.atStation, .auctionRunning, .station, .stationLogGood, .resultOpened),
        Transition(.auctionRunning, .auctionRunning, .clock, .timeReached),
        Transition(.auctionRunning, .awardProposed, .clock, .validOffer),
        Transition(.auctionRunning, .failed, .clock, .noValidOffer),
        Transition(.singleBidder, .awardProposed, .station, .validOffer),
        Transition(.singleBidder, .relistDecision, .station, .relistAllowed),
        Transition(.failed, .relistDecision, .station, .relistAllowed),
        Transition(.relistDecision, .listed, .station, .relistAllowed, clock: .noticeRelistDays, .noticeOpened),
        Transition(.relistDecision, .resolving, .village, .changedConditions),
    ]

    private static let award: [Transition] = [
        Transition(.awardProposed, .priorityWindow, .clock, .priorityHolderPresent, clock: .priorityWindowSeconds),
        Transition(
            .awardProposed, .resultPublicity, .station, .noPriorityHolder, clock: .resultPublicityDays, .resultOpened),
        Transition(
            .priorityWindow, .resultPublicity, .station, .windowOver, clock: .resultPublicityDays, .resultOpened),
        Transition(.resultPublicity, .objection, .standing, .standing, clock: .objectionReplyDays, .clockStopped),
        Transition(.objection, .resultPublicity, .station, .answered, clock: .resultPublicityDays, .clockResumed),
        Transition(.objection, .relistDecision, .station, .answered, .depositsReturned),
        Transition(.resultPublicity, .awardConfirmed, .clock, .noOpenObjection, clock: .resultPublicityDays),
        Transition(.awardConfirmed, .contractPending, .clock, .resultPublicityOver, clock: .contractSignDays),
        Transition(.contractPending, .contractSigned, .station, .contractMatchesAward, .contractRegistered),
        Transition(.awardConfirmed, .breached, .station, .deadlineMissed, .depositForfeited),
        Transition(.contractPending, .breached, .station, .deadlineMissed, .depositForfeited),
        Transition(.breached, .awardProposed, .station, .validOffer),
        Transition(.breached, .relistDecision, .station, .relistAllowed),
    ]

    private static let contract: [Transition] = [
        Transition(.contractSigned, .settling, .station, .always),
        Transition(.settling, .certified, .station, .firstPaymentReceived, clock: .certificateDays, .certificateIssued),
        Transition(.certified, .filed, .station, .fileComplete, clock: .fileDays),
        Transition(.filed, .performing, .clock, .contractRunning),
        Transition(.performing, .expiring, .clock, .timeReached),
        Transition(.performing, .earlyTerminated, .village, .listedCause, .assetReleased),
        Transition(.expiring, .finished, .clock, .timeReached, .assetReleased),
        Transition(.expiring, .renewed, .village, .changedConditions),
        Transition(.expiring, .earlyTerminated, .village, .listedCause, .assetReleased),
    ]

    private static let stops: [Transition] =
        LotState.allCases.filter(\.isBeforeSigning).flatMap { state in
            [
                Transition(state, .suspended, .supervision, .listedCause, clock: .suspendMaxDays, .clockStopped),
                Transition(.suspended, state, .supervision, .causeRemoved, .clockResumed),
                Transition(state, .terminated, .supervision, .listedCause, .depositsReturned),
                Transition(state, .withdrawn, .village, .listedCause, .assetReleased),
            ]
        } + [Transition(.suspended, .terminated, .supervision, .listedCause, .depositsReturned)]

    private static let index: [[Transition?]] = {
        var rows = Array(
            repeating: [Transition?](repeating: nil, count: LotState.allCases.count), count: LotState.allCases.count)
        for row in table { rows[position(row.from)][position(row.to)] = row }
        return rows
    }()

    private static let positions = Dictionary(
        uniqueKeysWithValues: LotState.allCases.enumerated().map { ($1, $0) })

    private static func position(_ state: LotState) -> Int { positions[state] ?? 0 }

    /// The row from one state to another; nil when there is none and the move is refused.
    package static func find(from: LotState, to: LotState) -> Transition? {
        index[position(from)][position(to)]
    }

    /// Whether every step of `path` is in the table and `role` may make the first of them.
    package static func allows(_ path: [LotState], from start: LotState, by role: Role) -> Bool {
        var state = start
        for (position, next) in path.enumerated() {
            guard let row = find(from: state, to: next) else { return false }
            if position == 0, role != .system, !row.mover.roles.contains(role), row.mover != .clock { return false }
            state = next
        }
        return !path.isEmpty
    }
}
