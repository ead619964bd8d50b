package import Kernel
package import Registry
package import Storage

/// Answers a warning: what was found and done, with a paper where there is one. The figures that raised it stay as they are.
package struct CloseWarning: LedgerCommand {
    package let organisation: OrganisationID
    package let warning: WarningID
    package let note: String
    package var paper: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), warning: pass.value("warning", \.warning),
            note: pass.value("note", \.note), paper: pass.optionalPaper("paper", \.paper))
    }

    package static let name = "closeWarning"
    package static var title: Message { LedgerText.closeWarning }
    package static let access: Access = [
        .own(.villageClerk, .villageAccountant, .stationAgent, .stationReviewer, .countyOfficer)
    ]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchWarning, .warningClosed, .notYourWarning,
    ]

    package struct Facts: Sendable {
        /// Nil where the books give no cause for it.
        let warning: BookWarning?
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard let found = facts.warning else { throw LedgerRefusal.noSuchWarning(warning) }
        if let closure = found.closure { throw LedgerRefusal.warningClosed(closure.date) }
        // Whoever is above the owner may answer in its place; nobody below may.
        let above: Set<Role> = [.stationReviewer, .countyOfficer]
        guard context.principal.role == found.rule.owner || above.contains(context.principal.role) else {
            throw LedgerRefusal.notYourWarning(found.rule.owner.label)
        }
        return [
            WarningClosed(
                organisation: organisation, place: place, warning: warning, rule: found.rule.code.rawValue,
                version: found.rule.version, note: note, paper: paper, date: context.now.date,
                office: context.principal.office)
        ]
    }
}

/// A warning is answered.
package struct WarningClosed: LedgerEvent {
    package static let name = "warningClosed"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let warning: WarningID
    /// The rule and its version as they stood.
    package let rule: String
    package let version: Int64
    package let note: String
    package let paper: String?
    package let date: CivilDate
    package let office: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            warning: pass.value("warning", \.warning), rule: pass.value("rule", \.rule),
            version: pass.value("version", \.version), note: pass.value("note", \.note),
            paper: pass.optionalPaper("paper", \.paper), date: pass.value("date", \.date),
            office: pass.value("office", \.office))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
