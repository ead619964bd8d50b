package import Kernel
import Registry

extension Lot {
    /// Whether a clock runs in `state` that a suspension must stop and a resumption set again.
    func hasRunningClock(in state: LotState) -> Bool {
        switch state {
        case .listed, .auctionScheduled, .auctionRunning, .resultPublicity, .contractPending: true
        default: false
        }
    }

    /// Where the clock of the present state ends; nil where none runs.
    package var clockEndsAt: Instant? {
        switch state {
        case .listed: notice?.closesAt
        case .auctionScheduled: notice?.opensAt
        case .auctionRunning: auction?.endsAt
        case .resultPublicity: publicityEndsAt
        case .contractPending: signBy
        default: nil
        }
    }

    func remainingMilliseconds(at now: Instant) -> Int64 {
        max(0, (clockEndsAt ?? now).milliseconds - now.milliseconds)
    }

    /// Sets the clock of the present state; what follows a notice's closing moves by as much.
    mutating func setClock(_ end: Instant) {
        guard let before = clockEndsAt else { return }
        let delta = end.milliseconds - before.milliseconds
        switch state {
        case .listed:
            notice?.closesAt = end
            notice?.shiftAuction(by: delta)
        case .auctionScheduled: notice?.shiftAuction(by: delta)
        case .auctionRunning: auction?.moveEnd(to: end)
        case .resultPublicity: publicityEndsAt = end
        case .contractPending: signBy = end
        default: break
        }
    }

    /// The states on the way back to a listing: a failed auction or a lone bidder first comes to the decision.
    var pathToRelisting: [LotState] {
        state == .relistDecision ? [.listed] : [.relistDecision, .listed]
    }

    /// The contract of lot `L1` is `L1`, and `L1-2` after a relisting.
    var contractIdentifier: ContractID {
        let text = relistings == 0 ? id.text : "\(id.text)-\(relistings + 1)"
        guard let identifier = ContractID(text) ?? ContractID(id.text) else {
            preconditionFailure("a lot's identifier is well formed")
        }
        return identifier
    }
}

extension Lot.Notice {
    mutating func shiftAuction(by milliseconds: Int64) {
        opensAt = opensAt.adding(milliseconds: milliseconds)
        endsAt = endsAt.adding(milliseconds: milliseconds)
    }
}
