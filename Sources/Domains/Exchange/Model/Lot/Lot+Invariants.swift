package import Kernel

extension Lot {
    package func check(_ invariants: inout Invariants) {
        switch state {
        case .awardProposed, .resultPublicity, .contractPending:
            invariants.hold(award != nil, "\(id) is \(state) without an award")
        case .awardConfirmed:
            invariants.hold(award != nil && signBy != nil, "\(id) is confirmed without an award or a day to sign by")
        case .objection:
            invariants.hold(!openObjections.isEmpty && stop != nil, "\(id) is stopped without an open objection")
        case .suspended: invariants.hold(suspension != nil, "\(id) is suspended from nowhere")
        case .contractSigned, .settling, .certified, .filed, .performing, .expiring, .finished:
            invariants.hold(contract != nil, "\(id) is \(state) without a contract")
        default: break
        }
        invariants.hold(
            openObjections.allSatisfy { $0 <= objectionCount } && openObjections.isSuperset(of: boardObjections.keys),
            "an open objection to \(id) was never raised")
        invariants.hold(paid >= .zero, "less than nothing is paid for \(id)")
        invariants.hold(
            hall.proxies.count == hall.proxyOrder.count, "a limit on \(id) has no place in the order of arrival")
        invariants.hold(hall.offers.count <= hall.offerCount, "\(id) has more offers than arrived")
        if let notice {
            invariants.hold(
                notice.publishedAt <= notice.closesAt && notice.closesAt <= notice.opensAt
                    && notice.opensAt <= notice.endsAt, "the days of the notice of \(id) are out of order")
        }
        auction?.check(terms.mode, &invariants)
    }
}

extension Auction {
    fileprivate func check(_ mode: TradingMode, _ invariants: inout Invariants) {
        invariants.hold(
            (price == nil) == (leader == nil) && (price == nil) == (bidCount == 0),
            "a price without a bidder, or a bidder without a bid")
        guard let price else { return }
        switch mode {
        case .ascending: invariants.hold(price >= rule.start, "an ascending price below its start")
        case .descending, .reverse: invariants.hold(price <= rule.start, "a falling price above its start")
        case .agreement, .sealed, .twoShot, .liveAuction, .tender, .draw: break
        }
    }
}
