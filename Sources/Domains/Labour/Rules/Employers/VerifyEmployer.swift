package import Kernel
package import Storage

/// An office has seen what Order 700, art. 26 asks for: notice, licence, the agent’s identity and mandate.
package struct VerifyEmployer: LabourCommand {
    package let employer: EmployerID
    /// What was seen: the licence’s number, the mandate.
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(employer: pass.value("employer", \.employer), paper: pass.value("paper", \.paper))
    }

    package static let name = "verifyEmployer"
    package static var title: Message { LabourText.verifyEmployer }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [LabourRefusal] = [
        .noSuchEmployer, .employerErased, .verifiedBefore, .paperMissing,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("employer", employer.text) }

    package func subject(of state: Labour.State) throws(Rejection) -> Employer {
        guard let found = state.employer else { throw LabourRefusal.noSuchEmployer(employer) }
        return found
    }

    package func place(_ known: Employer, _ facts: Facts) -> DivisionID? { known.place }

    package func decide(_ known: Employer, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        guard !known.isErased else { throw LabourRefusal.employerErased(employer) }
        guard !known.isVerified else { throw LabourRefusal.verifiedBefore(employer) }
        guard !paper.isBlank else { throw LabourRefusal.paperMissing() }
        return [EmployerVerified(employer: employer, place: known.place, paper: paper)]
    }
}

/// An employer is verified, and may post orders.
package struct EmployerVerified: LabourEvent {
    package let employer: EmployerID
    package let place: DivisionID
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            employer: pass.value("employer", \.employer), place: pass.value("place", \.place),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "employerVerified"

    package func change(_ state: inout Labour.State, at instant: Instant) { state.employer?.isVerified = true }
}
