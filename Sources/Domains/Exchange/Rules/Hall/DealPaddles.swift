import Kernel
import Registry

extension Identifier where Named == DataSubjectName {
    /// Everything that stays under seal until the contract is signed.
    static var sealOfPaddles: DataSubject { subject("exchange-paddles") }
    static var accounts: DataSubject { subject("exchange-accounts") }
    static var objections: DataSubject { subject("exchange-objections") }

    private static func subject(_ text: String) -> DataSubject {
        guard let subject = DataSubject(text) else { preconditionFailure("\(text) is well formed") }
        return subject
    }
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

    /// The paddle a bid is for: the caller's own, or the one a clerk names together with the signed slip.
    func paddle(of principal: Principal, naming named: Int64?, slip: String?) throws(Rejection) -> Int64 {
        if let own = paddles[principal.person] {
            guard named == nil || named == own else { throw ExchangeRefusal.notAdmitted() }
            return own
        }
        guard let named, principal.role != .bidder, paddles.values.contains(named) else {
            throw ExchangeRefusal.notAdmitted()
        }
        guard slip?.isEmpty == false else { throw ExchangeRefusal.slipMissing() }
        return named
    }
}
