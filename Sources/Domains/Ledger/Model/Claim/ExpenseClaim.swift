package import Kernel
package import Registry

package enum ClaimName {}
package typealias ClaimID = Identifier<ClaimName>
package enum PaymentName {}
/// Claims paid by one file for the bank.
package typealias PaymentID = Identifier<PaymentName>

/// Where an expense claim (报账单) stands.
package enum ClaimState: String, FieldChoice { case submitted, returned, approved, sent, paid }

/// A desk that has to approve; which of them a claim needs depends on its amount (`ClaimLadder`).
package enum ClaimStep: String, FieldChoice {
    case check, review, county

    /// Who may take the step.
    package var roles: Set<Role> {
        switch self {
        case .check: [.villageAccountant, .stationAgent]
        case .review: [.stationReviewer]
        case .county: [.countyOfficer]
        }
    }
}

/// What money is spent on: each kind has bands of approval of its own.
package enum SpendingKind: String, FieldChoice, CaseIterable {
    case production, office, works

    /// The figures from which the township reviews and the county approves.
    package var figures: (review: ParameterKey, county: ParameterKey) {
        switch self {
        case .production: (.claimReviewAmount, .claimCountyAmount)
        case .office: (.claimOfficeReviewAmount, .claimOfficeCountyAmount)
        case .works: (.claimWorksReviewAmount, .claimWorksCountyAmount)
        }
    }
}

/// The bands of approval as they apply to a kind of spending at a place on a day: dated figures that each county may fix
/// (`claim.reviewAmount`, `claim.office.reviewAmount` and so on).
package struct ClaimLadder: Sendable, Hashable {
    package let reviewFrom: Money
    package let countyFrom: Money

    /// The steps that a claim of `amount` takes, in order. A band begins with its amount.
    package func steps(_ amount: Money) -> [ClaimStep] {
        var steps: [ClaimStep] = [.check]
        if amount >= reviewFrom { steps.append(.review) }
        if amount >= countyFrom { steps.append(.county) }
        return steps
    }
}

/// What a hand did to a claim.
package enum ClaimAct: String, FieldChoice { case submit, check, review, county, giveBack, pay, book }

/// One act on a claim, and by whom.
package struct ClaimHand: Sendable, Hashable {
    package let act: ClaimAct
    package let office: OfficeID
    package let person: PersonID
    package let date: CivilDate
    package let entry: Int64
}

/// What a village has spent or owes somebody, and asks the agency to pay.
package struct ExpenseClaim: Sendable, Hashable {
    package let id: ClaimID
    package let organisation: OrganisationID
    package let date: CivilDate
    package let matter: String
    /// Claims of before kinds were told apart are of production.
    package let kind: SpendingKind
    package let payee: PartyID
    package let amount: Money
    package let invoice: InvoiceNumber?
    /// SHA-256 of the photo of the invoice.
    package let photo: String
    package let state: ClaimState
    package let steps: [ClaimStep]
    package let reason: String?
    package let payment: PaymentID?
    /// The bank account the payment goes out of.
    package let account: AccountCode?
    package let line: StatementLineID?
    package let draft: DraftID?
    /// The entry of its last submission: approvals of before do not count.
    package let entry: Int64
    /// All acts in order, those before the last submission too.
    package let hands: [ClaimHand]
    /// What the members decided about the payment, and the township's filing of it.
    package var resolution: ResolutionID?
    package var filing: String?
    package var contractNumber: String?

    /// Acts since the last submission.
    package var standing: [ClaimHand] { hands.filter { $0.entry >= entry } }
    package var claimant: PersonID? { standing.first { $0.act == .submit }?.person }
    /// The step that is next; nil where all are taken.
    package var nextStep: ClaimStep? {
        let taken = Set(standing.map(\.act.rawValue))
        return steps.first { !taken.contains($0.rawValue) }
    }
    package func hasHand(of person: PersonID) -> Bool { standing.contains { $0.person == person } }
    /// Whether the person has claimed, approved or paid it: drafting its voucher once more is the booker's own.
    func hasEarlierHand(of person: PersonID) -> Bool { standing.contains { $0.person == person && $0.act != .book } }
}
