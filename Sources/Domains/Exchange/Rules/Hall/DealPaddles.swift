import Kernel
import Registry

extension Identifier where Named == DataSubjectName {
    /// Which registration is for which lot and has which paddle: it tells nobody's name, and stays when a person goes.
    static var registrations: DataSubject { DataSubject(ofThing: "registrations", in: .exchange) }

    /// The party of a confidential value; whoever it was, once that is destroyed.
    init(of party: Confidential<PartyID>?) { self = party?.content.map { DataSubject(of: $0) } ?? .unnamed }
}

extension Paddle {
    /// Numbers from 1 for every qualified bidder with a secured deposit, in the order of the registrations' names, which
    /// tell nothing of the order in which they came.
    static func dealt(to roster: [BidderRow]) -> [Paddle] {
        roster.filter { $0.state == .qualified && $0.deposit.isSecured }
            .sorted { $0.bidder < $1.bidder }
            .enumerated()
            .compactMap { position, row in
                PersonID(row.party.text).map {
                    Paddle(number: Int64(position) + 1, bidder: row.bidder, person: $0, isPriority: row.isMember)
                }
            }
    }
}

extension ArraySlice {
    /// In order, at most so many together: what does not fit into one leaf goes into several.
    func parts(of most: Int) -> [[Element]] {
        stride(from: startIndex, to: endIndex, by: most).map { Array(self[$0..<Swift.min($0 + most, endIndex)]) }
    }
}

extension Lot {
    /// Notes who bids under which number, and who has priority on equal terms.
    mutating func take(_ dealt: [Paddle]) {
        for paddle in dealt {
            if let person = paddle.person.content { paddles[person] = paddle.number }
            if paddle.isPriority { hall.priority.insert(paddle.number) }
        }
    }

    /// The hall is cleared for another round; numbers of bids go on, so that no two bids of a lot share one.
    mutating func clearHall() {
        bidsBefore += auction?.bidCount ?? 0
        award = nil
        auction = nil
        paddles = [:]
    }

    /// Whose paddle a bid is for: of the one that is named, otherwise the caller's own. Nil where there is none.
    func holder(of named: Int64?, for principal: Principal) -> PersonID? {
        guard let named else { return paddles[principal.person] == nil ? nil : principal.person }
        return paddles.first { $0.value == named }?.key
    }

    /// The paddle a bid is for: a bidder's own, or the one a desk names together with the signed slip.
    func paddle(of principal: Principal, naming named: Int64?, slip: String?) throws(Rejection) -> Int64 {
        guard principal.role == .bidder else {
            guard let named, paddles.values.contains(named) else { throw ExchangeRefusal.notAdmitted() }
            try principal.check(slip: slip)
            return named
        }
        try principal.check(slip: slip)
        guard let own = paddles[principal.person], named == nil || named == own else {
            throw ExchangeRefusal.notAdmitted()
        }
        return own
    }
}

extension Principal {
    /// A bidder acts in person, and a slip of theirs counts for nothing; a desk acts on the signed slip alone.
    func check(slip: String?) throws(Rejection) {
        let hasSlip = slip?.isEmpty == false
        guard role != .bidder else {
            if hasSlip { throw ExchangeRefusal.slipNotFromDesk() }
            return
        }
        guard hasSlip else { throw ExchangeRefusal.slipMissing() }
    }
}
