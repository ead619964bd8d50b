package import Kernel
package import Registry
package import Storage

/// Records a deposit on the exchange's account. From a stranger's account it is not matched: it goes back.
package struct RecordDeposit: BidderVerb {
    package let bidder: BidderID
    /// The deposit the notice fixed or more; from the bidder's own account it may come in parts.
    package let amount: Money
    /// As the bank prints it.
    package var payerName: Personal<String>?
    package let payerAccount: Personal<String>
    package let reference: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            bidder: pass.value("bidder", \.bidder), amount: pass.value("amountFen", \.amount),
            payerName: pass.optionalPersonal("payerName", \.payerName, of: .unnamed),
            payerAccount: pass.personal("payerAccount", \.payerAccount, of: .unnamed),
            reference: pass.value("reference", \.reference))
    }

    package static let name = "recordDeposit"
    package static var title: Message { ExchangeText.Command.recordDeposit }
    package static let access: Access = .own(.stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .bidderUnknown, .arrivalRecorded, .depositStep, .depositTooSmall, .accountShared,
    ]

    package struct Facts: Sendable {
        package let registration: Registration
        package let accountUsedByAnother: Bool
        package let paysFromOwnAccount: Bool
        /// Where the same money was entered before.
        package var known: KnownArrival?
    }

    package func place(_ state: ExchangeState, _ facts: Facts) -> DivisionID? { facts.registration.outline?.village }

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        guard let row = facts.registration.row, let outline = facts.registration.outline else {
            throw ExchangeRefusal.bidderUnknown()
        }
        let arrival = Arrival(
            amount: amount, reference: reference, isOwn: facts.paysFromOwnAccount && !facts.accountUsedByAnother,
            isShared: facts.accountUsedByAnother, known: facts.known)
        let deposit = try arrival.deposit(of: row, due: outline.deposit)
        return [
            DepositRecorded(
                row, deposit, isShared: arrival.isShared, payerName: payerName?.content,
                payerAccount: payerAccount.content, reference: reference)
        ]
    }
}

/// What has arrived so far. `matched` when payer and bidder are one; `arrived` when not.
package struct DepositRecorded: ExchangeEvent {
    package let bidder: BidderID
    package let amount: Money
    package let state: DepositState
    /// Whether another bidder of the lot uses the same account: a sign of collusion by law.
    package let isShared: Bool
    package var payerName: Personal<String>?
    package let payerAccount: Personal<String>
    package let reference: String
    /// Whose deposit it is, and with whom these values end; absent in entries of earlier programs.
    package var party: Confidential<PartyID>?

    init(
        _ row: BidderRow, _ deposit: (amount: Money, state: DepositState), isShared: Bool, payerName: String?,
        payerAccount: String?, reference: String
    ) {
        let subject = DataSubject(of: row.party)
        self.init(
            bidder: row.bidder, amount: deposit.amount, state: deposit.state, isShared: isShared,
            payerName: payerName.map { Personal($0, of: subject) }, payerAccount: Personal(payerAccount, of: subject),
            reference: reference, party: Confidential(row.party, of: subject))
    }

    private init(
        bidder: BidderID, amount: Money, state: DepositState, isShared: Bool, payerName: Personal<String>?,
        payerAccount: Personal<String>, reference: String, party: Confidential<PartyID>?
    ) {
        (self.bidder, self.amount, self.state, self.isShared) = (bidder, amount, state, isShared)
        (self.payerName, self.payerAccount) = (payerName, payerAccount)
        (self.reference, self.party) = (reference, party)
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let party = pass.optionalConfidential("party", \.party, of: .unnamed)
        let subject = DataSubject(of: party)
        return Self(
            bidder: pass.value("bidder", \.bidder), amount: pass.value("amountFen", \.amount),
            state: pass.value("state", \.state), isShared: pass.value("isShared", \.isShared),
            payerName: pass.optionalPersonal("payerName", \.payerName, of: subject),
            payerAccount: pass.personal("payerAccount", \.payerAccount, of: subject),
            reference: pass.value("reference", \.reference),
            party: party.map { Confidential($0.content, of: subject) })
    }

    package static let name = "depositRecorded"
    package var division: DivisionID? { nil }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
