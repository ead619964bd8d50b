import Kernel
import Registry

extension BankArrival {
    /// Money on the county's account for deposits.
    static func deposit(_ amount: Money, of bidder: BidderID, reference: String, in village: DivisionID) -> BankArrival
    {
        BankArrival(
            reference: reference, amount: amount, account: BankArrival.exchangeAccount, place: village, kind: .deposit,
            thing: "bidder/\(bidder)")
    }
}

/// Money on the exchange's account that is somebody's deposit, or a part of it (limits of a day make two transfers of one).
package struct Arrival: Sendable, Hashable {
    let amount: Money
    let reference: String
    /// From the account that was named at the registration, which no other bidder of the lot uses.
    let isOwn: Bool
    /// Another bidder of the lot uses the account.
    let isShared: Bool
    /// Where the same money was entered before.
    let known: KnownArrival?

    /// What the deposit is after this arrival: matched when all is there and the bidder's own, arrived otherwise. Throws
    /// where it is recorded already, or is too little and not the bidder's.
    func deposit(of row: BidderRow, due: Money) throws(Rejection) -> (amount: Money, state: DepositState) {
        // What stands as arrived and is less than is due was paid by the bidder in parts.
        let isPart = row.deposit == .arrived && row.paid < due
        let isHere = row.deposit.hasArrived && row.reference == reference
        if let known { throw ExchangeRefusal.arrivalRecorded(reference, known.words) }
        if isHere { throw ExchangeRefusal.arrivalRecorded(reference, ArrivalKind.deposit.label) }
        guard isPart || row.deposit.allows(.arrived) else {
            throw ExchangeRefusal.depositStep(ExchangeText.deposit(row.deposit), ExchangeText.deposit(.arrived))
        }
        let total = isPart && isOwn ? try row.paid.adding(amount) : amount
        let isEnough = total >= due
        guard amount > .zero, isEnough || isOwn, isOwn || !isPart else {
            throw ExchangeRefusal.depositTooSmall(ExchangeText.yuan(due))
        }
        return (total, isOwn && isEnough ? .matched : .arrived)
    }
}
