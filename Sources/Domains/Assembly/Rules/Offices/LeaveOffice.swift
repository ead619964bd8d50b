package import Kernel
import Registry
package import Storage

/// Enters the last day of somebody in office, with the paper that says so.
package struct LeaveOffice: TermVerb {
    package let term: TermID
    /// The last day in office.
    package let until: CivilDate
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            term: pass.value("term", \.term), until: pass.value("until", \.until), paper: pass.value("paper", \.paper))
    }

    package static let name = "leaveOffice"
    package static var title: Message { AssemblyText.leaveOffice }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [AssemblyRefusal] = [.noSuchTerm, .leftBefore, .termBackwards, .paperMissing]

    package func decide(_ known: TermOfOffice, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard !known.isLeft else { throw AssemblyRefusal.leftBefore() }
        guard until >= known.from, until <= context.now.date else { throw AssemblyRefusal.termBackwards() }
        guard !paper.isBlank else { throw AssemblyRefusal.paperMissing() }
        return [OfficeLeft(term: term, place: known.place, until: until, paper: paper)]
    }
}

/// Somebody's time in an office is over.
package struct OfficeLeft: AssemblyEvent {
    package let term: TermID
    package let place: DivisionID
    package let until: CivilDate
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            term: pass.value("term", \.term), place: pass.value("division", \.place),
            until: pass.value("until", \.until), paper: pass.value("paper", \.paper))
    }

    package static let name = "officeLeft"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.term?.until = until
        state.term?.isLeft = true
    }
}
