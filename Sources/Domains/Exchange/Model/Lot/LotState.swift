import Kernel

/// Where a lot stands between its first draft and the end of the contract's life. The only moves between two of these
/// are the rows of `Transitions.table`; `docs/states.md` prints both.
package enum LotState: String, FieldChoice, Sendable {
    case draft, resolving, submitted, returned, accepted, reviewing, rejected, approved
    case listed, closed, relistDecision, auctionScheduled, atStation, singleBidder, auctionRunning, failed
    case awardProposed, priorityWindow, resultPublicity, objection, awardConfirmed, contractPending
    case contractSigned, settling, certified, filed
    case performing, expiring, finished, renewed, earlyTerminated
    case suspended, terminated, withdrawn, breached

    /// Nothing follows any more.
    package var isTerminal: Bool {
        switch self {
        case .rejected, .finished, .renewed, .earlyTerminated, .terminated, .withdrawn: true
        default: false
        }
    }

    /// Whether the lot may still be stopped: before the contract is signed, as section 1.6 of the domain notes has it.
    package var isBeforeSigning: Bool {
        switch self {
        case .draft, .resolving, .submitted, .returned, .accepted, .reviewing, .approved, .listed, .closed,
            .relistDecision, .auctionScheduled, .atStation, .singleBidder, .auctionRunning, .failed, .awardProposed,
            .priorityWindow, .resultPublicity, .objection, .awardConfirmed, .contractPending, .breached:
            true
        default: false
        }
    }

    /// Whether the public may see the lot: from the notice on, and what was refused with its reasons.
    package var isPublic: Bool {
        switch self {
        case .draft, .resolving, .submitted, .returned, .accepted, .reviewing, .approved: false
        default: true
        }
    }
}
