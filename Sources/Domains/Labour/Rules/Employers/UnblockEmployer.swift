package import Kernel
package import Storage

/// Lets an employer post again: nothing is in arrears any more, or the authority’s decision has ended.
package struct UnblockEmployer: LabourCommand {
    package let employer: EmployerID
    /// What ended it: the last payment’s number, the decision.
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(employer: pass.value("employer", \.employer), paper: pass.value("paper", \.paper))
    }

    package static let name = "unblockEmployer"
    package static var title: Message { LabourText.unblockEmployer }
    package static let access: Access = [.own(.countyOfficer, .supervisor)]
    package static let refusals: [LabourRefusal] = [.noSuchEmployer, .notBlocked, .stillInArrears, .paperMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("employer", employer.text) }

    package func subject(of state: Labour.State) throws(Rejection) -> Employer {
        guard let found = state.employer else { throw LabourRefusal.noSuchEmployer(employer) }
        return found
    }

    package struct Facts: Sendable {
        /// Wages of the employer that are past their day.
        package let arrears: Int64
    }

    package func place(_ known: Employer, _ facts: Facts) -> DivisionID? { known.place }

    package func decide(_ known: Employer, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        guard known.block != nil else { throw LabourRefusal.notBlocked(employer) }
        guard facts.arrears == 0 else { throw LabourRefusal.stillInArrears(facts.arrears) }
        guard !paper.isBlank else { throw LabourRefusal.paperMissing() }
        return [EmployerUnblocked(employer: employer, place: known.place, paper: paper)]
    }
}

/// New orders of an employer are taken again.
package struct EmployerUnblocked: LabourEvent {
    package let employer: EmployerID
    package let place: DivisionID
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            employer: pass.value("employer", \.employer), place: pass.value("place", \.place),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "employerUnblocked"

    package func change(_ state: inout Labour.State, at instant: Instant) { state.employer?.block = nil }
}
