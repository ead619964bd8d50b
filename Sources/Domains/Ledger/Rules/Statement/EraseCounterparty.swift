package import Kernel
package import Registry
package import Storage

/// Destroys whom a line of the bank's names and what for, once the line has its voucher and the years of the books' files are
/// over (Measures on Accounting Archives, art. 14), or earlier by order of a court or an authority. Day, amount and number stay.
package struct EraseCounterparty: LedgerCommand {
    package let organisation: OrganisationID
    package let line: StatementLineID
    /// The number of the order that asks for it before the years are over.
    package var order: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), line: pass.value("line", \.line),
            order: pass.optional("order", \.order))
    }

    package static let name = "eraseCounterparty"
    package static var title: Message { LedgerText.eraseCounterparty }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchStatementLine, .counterpartyErased, .lineOpen, .fileStillKept,
    ]

    package struct Facts: Sendable {
        let line: BankLine?
        /// The last day on which the files of that year are kept.
        let keepUntil: CivilDate?
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard let known = facts.line else { throw LedgerRefusal.noSuchStatementLine.at("line", line) }
        guard !known.isErased else { throw LedgerRefusal.counterpartyErased() }
        guard known.match != nil else { throw LedgerRefusal.lineOpen() }
        try LedgerRefusal.check(kept: facts.keepUntil, order, context)
        return [CounterpartyErased(line: line, organisation: organisation, place: place, order: order)]
    }
}

/// Whom a line of the bank's names is destroyed.
package struct CounterpartyErased: LedgerEvent {
    package static let name = "counterpartyErased"
    package let line: StatementLineID
    package let organisation: OrganisationID
    package let place: DivisionID
    package var order: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            line: pass.value("line", \.line), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), order: pass.optional("order", \.order))
    }

    package var erased: DataSubject? { DataSubject(ofLine: line) }

    package func change(_ books: inout Books, at instant: Instant) {}
}

extension LedgerRefusal {
    /// Throws while the files are kept, unless a court or an authority orders it.
    static func check(kept until: CivilDate?, _ order: String?, _ context: Context) throws(Rejection) {
        guard order?.isBlank ?? true, let until, until >= context.now.date else { return }
        throw fileStillKept(until)
    }
}
