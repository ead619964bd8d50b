package import Kernel
package import Storage

/// The other side of a set-off; the house gives it in the same transaction.
package struct CompleteSetOff: ClaimVerb {
    package let claim: ClaimID
    package let other: ClaimID
    package let amount: Money

    package init(claim: ClaimID, other: ClaimID, amount: Money) {
        self.claim = claim
        self.other = other
        self.amount = amount
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), other: pass.value("other", \.other),
            amount: pass.value("amountFen", \.amount))
    }

    package static let name = "completeSetOff"
    package static var title: Message { CleanupText.completeSetOff }
    package static let access: Access = .installation
    package static let refusals: [CleanupRefusal] = [.noSuchClaim, .moreThanLeft]

    package func decide(_ found: Claim, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard amount > .zero, amount <= found.left else { throw CleanupRefusal.moreThanLeft() }
        return [found.lowered(by: amount, .setOff, "", against: other, isCounterpart: true)]
    }
}
