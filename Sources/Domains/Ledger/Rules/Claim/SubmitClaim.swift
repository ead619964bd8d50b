package import Kernel
package import Registry
package import Storage

/// Hands in what the village has to pay, with a photo of its paper; after a return the claimant hands it in again.
package struct SubmitClaim: LedgerCommand {
    package let organisation: OrganisationID
    /// Derived when absent; of a claim that came back, its name, which the program made.
    package var claim: ClaimID?
    /// The day of the paper.
    package let date: CivilDate
    /// What it was for, in one line. No names of persons.
    package let matter: String
    package var kind = SpendingKind.production
    package let payee: PartyID
    package let amount: Money
    package var invoice: InvoiceNumber?
    /// As the contract with the payee has it; works are looked at without one.
    package var contractNumber: String?
    package let photo: String
    /// What the members decided about the payment, and the township's filing of it (Cainong 2021 no. 121, art. 7).
    package var resolution: ResolutionID?
    package var filing: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), claim: pass.optional("claim", \.claim),
            date: pass.value("date", \.date), matter: pass.value("matter", \.matter),
            kind: pass.value("kind", \.kind, standard: .production),
            payee: pass.value("payee", \.payee), amount: pass.value("amountFen", \.amount),
            invoice: pass.optional("invoice", \.invoice),
            contractNumber: pass.optional("contractNumber", \.contractNumber), photo: pass.paper("photo", \.photo),
            resolution: pass.optional("resolution", \.resolution), filing: pass.optional("filing", \.filing))
    }

    package static let name = "submitClaim"
    package static var title: Message { LedgerText.submitClaim }
    package static let access: Access = [.own(.villageClerk)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .beforeBooks, .inTheFuture, .notPositive, .partyUnknown, .claimWithoutPhoto, .noSuchClaim,
        .claimNotYours, .claimNotReturned, .noSuchInvoice, .invoiceElsewhere, .invoiceIsRed, .invoiceUsedUp,
        .invoiceNotGenuine,
        .noSpendingResolution, .spendingWithoutResolution, .spendingWithoutFiling,
    ]

    package struct Facts: Sendable {
        let known: ExpenseClaim?
        /// Whether whoever handed it in still sits at a desk of the place or above it.
        let claimantSits: Bool
        let isPayeeKnown: Bool
        let invoice: InvoiceRecord?
        /// What other claims on their way ask of the same invoice.
        let claimed: Money
        let ladder: ClaimLadder
        let spending: SpendingRule
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        if let start = books.startDate, date < start { throw LedgerRefusal.beforeBooks(start) }
        if date > context.now.date { throw LedgerRefusal.inTheFuture() }
        guard amount > .zero else { throw LedgerRefusal.notPositive().under("amountFen") }
        guard facts.isPayeeKnown else { throw LedgerRefusal.partyUnknown.at("payee", payee) }
        guard photo.utf8.count == 64, photo.allSatisfy({ $0.isASCII && $0.isHexDigit && !$0.isUppercase }) else {
            throw LedgerRefusal.claimWithoutPhoto()
        }
        if let known = facts.known {
            guard known.organisation == organisation else { throw LedgerRefusal.noSuchClaim(known.id) }
            guard known.claimant == context.principal.person || !facts.claimantSits else {
                throw LedgerRefusal.claimNotYours()
            }
            guard known.state == .returned else { throw LedgerRefusal.claimNotReturned() }
        } else if let claim, isMade(claim) {
            throw LedgerRefusal.noSuchClaim(claim)
        }
        try checkInvoice(facts)
        let filed = try facts.spending.check(amount, resolution, filing, of: organisation)
        return [
            ClaimSubmitted(
                claim: claim ?? context.derivedIdentifier(.claim), organisation: organisation, place: place,
                date: date, matter: matter, kind: kind, payee: payee, amount: amount, invoice: invoice, photo: photo,
                steps: facts.ladder.steps(amount), office: context.principal.office, person: context.principal.person,
                resolution: resolution, filing: filed, contractNumber: contractNumber)
        ]
    }

    /// Whether only the program names a claim so: whoever took the name beforehand would keep the next from being handed in.
    private func isMade(_ claim: ClaimID) -> Bool {
        let prefix = MadeName.Prefix.claim.rawValue + "-"
        guard claim.text.hasPrefix(prefix) else { return false }
        return claim.text.utf8.count >= prefix.utf8.count + 6
    }

    /// An invoice of these books with enough left, counting what other claims are about to use (Caikuai 2024 no. 11, art. 25).
    private func checkInvoice(_ facts: Facts) throws(Rejection) {
        guard let invoice else { return }
        guard let known = facts.invoice else { throw LedgerRefusal.noSuchInvoice.at("invoice", invoice) }
        guard known.organisation == organisation else {
            throw LedgerRefusal.invoiceElsewhere.at("invoice", known.holder)
        }
        guard known.gross > .zero else { throw LedgerRefusal.invoiceIsRed.at("invoice", invoice) }
        if let verdict = known.verdict, verdict != .genuine {
            throw LedgerRefusal.invoiceNotGenuine.at("invoice", invoice, verdict.label)
        }
        let left = known.left - facts.claimed
        guard amount <= left else { throw LedgerRefusal.invoiceUsedUp.at("invoice", max(.zero, left), amount) }
    }
}

/// A claim waits for its first approval.
package struct ClaimSubmitted: LedgerEvent {
    package static let name = "claimSubmitted"
    package let claim: ClaimID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let date: CivilDate
    package let matter: String
    package var kind = SpendingKind.production
    package let payee: PartyID
    package let amount: Money
    package let invoice: InvoiceNumber?
    package let photo: String
    /// As the ladder stood on this day; a later figure changes nothing of it.
    package let steps: [ClaimStep]
    package let office: OfficeID
    package let person: PersonID
    package var resolution: ResolutionID?
    package var filing: String?
    package var contractNumber: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), date: pass.value("date", \.date),
            matter: pass.value("matter", \.matter), kind: pass.value("kind", \.kind, standard: .production),
            payee: pass.value("payee", \.payee),
            amount: pass.value("amountFen", \.amount), invoice: pass.optional("invoice", \.invoice),
            photo: pass.paper("photo", \.photo), steps: pass.values("steps", \.steps),
            office: pass.value("office", \.office), person: pass.value("person", \.person),
            resolution: pass.optional("resolution", \.resolution), filing: pass.optional("filing", \.filing),
            contractNumber: pass.optional("contractNumber", \.contractNumber))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}

/// A verb on one claim that stands.
package protocol ClaimVerb: LedgerCommand where Facts == ClaimFacts {
    var claim: ClaimID { get }
}

package struct ClaimFacts: Sendable {
    let claim: ExpenseClaim?
}

extension ClaimVerb {
    /// The claim, if it is one of these books.
    func found(_ known: ExpenseClaim?) throws(Rejection) -> ExpenseClaim {
        guard let known, known.organisation == organisation else { throw LedgerRefusal.noSuchClaim(claim) }
        return known
    }
}

extension ExpenseClaim {
    /// Claimed, approved, paid and booked each by another person.
    func checkHand(_ context: Context) throws(Rejection) {
        if hasHand(of: context.principal.person) { throw LedgerRefusal.claimHandTwice() }
    }
}
