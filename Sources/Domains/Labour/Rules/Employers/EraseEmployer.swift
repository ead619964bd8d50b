package import Kernel
package import Storage

/// Destroys a household's name and an employer's phone once no order of theirs is open and no wages are owed. Orders and the
/// pay ledgers stand, by number; what a unit is called in public is no secret and stands too.
package struct EraseEmployer: LabourCommand {
    package let employer: EmployerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(employer: pass.value("employer", \.employer))
    }

    package static let name = "eraseEmployer"
    package static var title: Message { LabourText.eraseEmployer }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
    package static let refusals: [LabourRefusal] = [.noSuchEmployer, .employerErased, .employerBusy]

    package func stream(_ context: Context) -> StreamID { StreamID("employer", employer.text) }

    package func subject(of state: Labour.State) throws(Rejection) -> Employer {
        guard let found = state.employer else { throw LabourRefusal.noSuchEmployer(employer) }
        return found
    }

    package struct Facts: Sendable {
        /// Orders whose shift is not over, seats that are held, and wages that are owed.
        package let open: Int64
    }

    package func place(_ known: Employer, _ facts: Facts) -> DivisionID? { known.place }

    package func decide(_ known: Employer, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        guard !known.isErased else { throw LabourRefusal.employerErased(employer) }
        guard facts.open == 0 else { throw LabourRefusal.employerBusy(facts.open) }
        return [EmployerErased(employer: employer, place: known.place)]
    }
}

/// What is personal of an employer is destroyed; no new orders are taken.
package struct EmployerErased: LabourEvent {
    package let employer: EmployerID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(employer: pass.value("employer", \.employer), place: pass.value("place", \.place))
    }

    package static let name = "employerErased"

    package var erased: DataSubject? { DataSubject(ofEmployer: employer) }

    package func change(_ state: inout Labour.State, at instant: Instant) { state.employer?.isErased = true }
}
