package import Kernel
package import Storage

/// Stops an employer’s new orders: by the arrears clock’s rule, or by an authority’s decision with its number.
package struct BlockEmployer: LabourCommand {
    package let employer: EmployerID
    package let ground: BlockGround
    /// The decision’s number, or the order whose wages are owed.
    package let paper: String

    package init(employer: EmployerID, ground: BlockGround, paper: String) {
        self.employer = employer
        self.ground = ground
        self.paper = paper
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            employer: pass.value("employer", \.employer), ground: pass.value("ground", \.ground),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "blockEmployer"
    package static var title: Message { LabourText.blockEmployer }
    package static let access: Access = [.own(.countyOfficer, .supervisor), .installation]
    package static let refusals: [LabourRefusal] = [.noSuchEmployer, .paperMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("employer", employer.text) }

    package func subject(of state: Labour.State) throws(Rejection) -> Employer {
        guard let found = state.employer else { throw LabourRefusal.noSuchEmployer(employer) }
        return found
    }

    package func place(_ known: Employer, _ facts: Facts) -> DivisionID? { known.place }

    package func decide(_ known: Employer, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        guard !paper.isBlank else { throw LabourRefusal.paperMissing() }
        return [EmployerBlocked(employer: employer, place: known.place, ground: ground, paper: paper)]
    }
}

/// New orders of an employer are not taken.
package struct EmployerBlocked: LabourEvent {
    package let employer: EmployerID
    package let place: DivisionID
    package let ground: BlockGround
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            employer: pass.value("employer", \.employer), place: pass.value("place", \.place),
            ground: pass.value("ground", \.ground), paper: pass.value("paper", \.paper))
    }

    package static let name = "employerBlocked"

    package func change(_ state: inout Labour.State, at instant: Instant) { state.employer?.block = ground }
}
