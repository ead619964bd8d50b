package import Kernel
import Registry

/// Says that the deposit has been paid.
package struct DeclareDeposit: BidderVerb, DeclaredBidder {
    package let bidder: BidderID
    package let reference: String?

    package init(bidder: BidderID, reference: String? = nil) {
        self.bidder = bidder
        self.reference = reference
    }

    package static let name = "declareDeposit"
    package static var title: Message { ExchangeText.Command.declareDeposit }
    package static let refusals: [ExchangeRefusal] = [.bidderUnknown, .depositStep]

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        _ = try facts.bidder(moving: .declared)
        return [.depositDeclared(DepositDeclared(bidder: bidder, reference: reference))]
    }
}

/// The bank's word is still out.
package struct DepositDeclared: ExchangeEvent, DeclaredBidder {
    package let bidder: BidderID
    package let reference: String?

    package init(bidder: BidderID, reference: String? = nil) {
        self.bidder = bidder
        self.reference = reference
    }

    package static let name = "depositDeclared"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}

/// Records a deposit on the exchange's account. From a stranger's account it is not matched: it goes back.
package struct RecordDeposit: BidderVerb {
    package let bidder: BidderID
    /// At least the deposit the notice fixed.
    package let amount: Money
    /// As the bank prints it.
    package var payerName: Personal<String>?
    package let payerAccount: Personal<String>
    package let reference: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            bidder: pass.value("bidder", \.bidder), amount: pass.value("amountFen", \.amount),
            payerName: pass.optionalPersonal("payerName", \.payerName, of: .accounts),
            payerAccount: pass.personal("payerAccount", \.payerAccount, of: .accounts),
            reference: pass.value("reference", \.reference))
    }

    package static let name = "recordDeposit"
    package static var title: Message { ExchangeText.Command.recordDeposit }
    package static let refusals: [ExchangeRefusal] = [.bidderUnknown, .depositStep, .depositTooSmall, .accountShared]

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        let row = try facts.bidder(moving: .arrived)
        guard let outline = facts.outline, amount >= outline.deposit else {
            throw ExchangeRefusal.depositTooSmall(ExchangeText.yuan(facts.outline?.deposit ?? .zero))
        }
        let own = facts.party?.paysFromOwnAccount ?? false
        let shared = facts.party?.accountUsedByAnother ?? false
        return [
            .depositRecorded(
                DepositRecorded(
                    bidder: row.bidder, amount: amount, state: own && !shared ? .matched : .arrived,
                    isShared: shared, payerName: payerName, payerAccount: payerAccount, reference: reference))
        ]
    }
}

/// `matched` when payer and bidder are one; `arrived` when not.
package struct DepositRecorded: ExchangeEvent {
    package let bidder: BidderID
    package let amount: Money
    package let state: DepositState
    /// Whether another bidder of the lot uses the same account: a sign of collusion by law.
    package let isShared: Bool
    package var payerName: Personal<String>?
    package let payerAccount: Personal<String>
    package let reference: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            bidder: pass.value("bidder", \.bidder), amount: pass.value("amountFen", \.amount),
            state: pass.value("state", \.state), isShared: pass.value("isShared", \.isShared),
            payerName: pass.optionalPersonal("payerName", \.payerName, of: .accounts),
            payerAccount: pass.personal("payerAccount", \.payerAccount, of: .accounts),
            reference: pass.value("reference", \.reference))
    }

    package static let name = "depositRecorded"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}

/// Records that the deposit went back to the account it came from.
package struct RefundDeposit: BidderVerb, BankedBidder {
    package let bidder: BidderID
    package let reference: String

    package init(bidder: BidderID, reference: String) {
        self.bidder = bidder
        self.reference = reference
    }

    package static let name = "refundDeposit"
    package static var title: Message { ExchangeText.Command.refundDeposit }
    package static let refusals: [ExchangeRefusal] = [.bidderUnknown, .depositStep]

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        _ = try facts.bidder(moving: .refunded)
        return [.depositRefunded(DepositRefunded(bidder: bidder, reference: reference))]
    }
}

/// The bidder is even with the exchange.
package struct DepositRefunded: ExchangeEvent, BankedBidder {
    package let bidder: BidderID
    package let reference: String

    package init(bidder: BidderID, reference: String) {
        self.bidder = bidder
        self.reference = reference
    }

    package static let name = "depositRefunded"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
