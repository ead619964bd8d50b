package import Kernel
import Registry
package import Storage

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
    package static let access: Access = .own(.stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.bidderUnknown, .depositStep, .depositTooSmall, .accountShared]

    package struct Facts: Sendable {
        package let registration: Registration
        package let accountUsedByAnother: Bool
        package let paysFromOwnAccount: Bool
    }

    package func place(_ state: ExchangeState, _ facts: Facts) -> DivisionID? { facts.registration.outline?.village }

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        let row = try facts.registration.bidder(moving: .arrived)
        guard let outline = facts.registration.outline, amount >= outline.deposit else {
            throw ExchangeRefusal.depositTooSmall(ExchangeText.yuan(facts.registration.outline?.deposit ?? .zero))
        }
        let own = facts.paysFromOwnAccount
        let shared = facts.accountUsedByAnother
        return [
            DepositRecorded(
                bidder: row.bidder, amount: amount, state: own && !shared ? .matched : .arrived,
                isShared: shared, payerName: payerName, payerAccount: payerAccount, reference: reference)
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
