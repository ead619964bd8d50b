package import Kernel
import Registry
import Storage

/// A registration and its lot, as far as the verbs on it ask.
package struct Registration: Sendable {
    /// Nil when there is no such registration.
    package let row: BidderRow?
    package let outline: LotOutline?

    package init(row: BidderRow?, outline: LotOutline?) {
        self.row = row
        self.outline = outline
    }

    /// Whose registration it is; nil when there is none.
    package var holder: PersonID? { row.flatMap { PersonID($0.party.text) } }

    /// The bidder of the command, whose deposit can move to `next`.
    func bidder(moving next: DepositState) throws(Rejection) -> BidderRow {
        guard let row else { throw ExchangeRefusal.bidderUnknown() }
        guard row.deposit.allows(next) else {
            throw ExchangeRefusal.depositStep(ExchangeText.deposit(row.deposit), ExchangeText.deposit(next))
        }
        return row
    }

    /// The bidder of the command, in one of `states`.
    func bidder(in states: BidderState...) throws(Rejection) -> BidderRow {
        guard let row, states.contains(row.state) else { throw ExchangeRefusal.bidderUnknown() }
        return row
    }
}

extension BidderVerb where Facts == Registration {
    package func place(_ state: ExchangeState, _ facts: Registration) -> DivisionID? { facts.outline?.village }
}
