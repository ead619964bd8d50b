package import Kernel
package import Registry
package import Storage

/// The bank has sent a payment back: takes the line of its statement that says so, and opens the claim again at its
/// claimant, who mostly has to mend the account; all approvals count anew.
package struct SendBackPayment: ClaimCorrection {
    package let organisation: OrganisationID
    package let claim: ClaimID
    /// The line by which the money came back.
    package let line: StatementLineID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), claim: pass.value("claim", \.claim),
            line: pass.value("line", \.line), reason: pass.value("reason", \.reason))
    }

    package static let name = "sendBackPayment"
    package static var title: Message { LedgerText.sendBackPayment }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchClaim, .claimNotSent, .noSuchStatementLine, .lineIsNoReturn, .lineMatched,
        .claimVoucherStands,
    ]

    package func decide(_ books: Books, _ facts: ClaimCorrectionFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard let found = facts.claim, found.organisation == organisation else {
            throw LedgerRefusal.noSuchClaim(claim)
        }
        guard found.state == .sent || found.state == .paid, let account = found.account, let payment = found.payment
        else { throw LedgerRefusal.claimNotSent() }
        // What the books say of the payment is taken back first: by its own verbs, which leave their trace.
        if found.state == .paid, !facts.isTakenBack { throw LedgerRefusal.claimVoucherStands() }
        guard let bank = facts.lines.first(where: { $0.id == line }) else {
            throw LedgerRefusal.noSuchStatementLine(line)
        }
        guard bank.amount == found.amount else { throw LedgerRefusal.lineIsNoReturn(bank.amount, found.amount) }
        guard bank.match == nil else { throw LedgerRefusal.lineMatched() }
        // Out and in again are one another's partner, wherever the way out is on record and open.
        let out = facts.lines.last {
            $0.amount == -found.amount && $0.match == nil && $0.date <= bank.date
                && (found.line == nil || found.line == $0.id)
        }
        let match = out.map {
            BankMatched(
                organisation: organisation, place: place, account: account,
                matches: [BankMatch(lines: [$0.id, line], vouchers: [])])
        }
        let unused = found.state == .paid ? found.invoice : nil
        return [
            PaymentSentBack(
                claim: claim, organisation: organisation, place: place, payment: payment, line: line, reason: reason,
                office: context.principal.office, person: context.principal.person)
        ] + (match.map { [$0] } ?? [])
            + (unused.map {
                [InvoiceUsed(organisation: organisation, place: place, number: $0, amount: -found.amount, voucher: nil)]
            } ?? [])
    }
}

/// A payment came back, and its claim is with the claimant again.
package struct PaymentSentBack: LedgerEvent {
    package static let name = "paymentSentBack"
    package let claim: ClaimID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let payment: PaymentID
    package let line: StatementLineID
    package let reason: String
    package let office: OfficeID
    package let person: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), payment: pass.value("payment", \.payment),
            line: pass.value("line", \.line), reason: pass.value("reason", \.reason),
            office: pass.value("office", \.office), person: pass.value("person", \.person))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}

/// A verb on a claim after the bank had it.
package protocol ClaimCorrection: LedgerCommand where Facts == ClaimCorrectionFacts {
    var claim: ClaimID { get }
}

package struct ClaimCorrectionFacts: Sendable {
    let claim: ExpenseClaim?
    /// The lines of the account the payment went out of.
    let lines: [BankLine]
    /// The voucher made for it, before it has a number.
    let draft: VoucherDraft?
    /// Whether that draft was withdrawn, or the voucher it became was taken back in red.
    let isTakenBack: Bool
}
