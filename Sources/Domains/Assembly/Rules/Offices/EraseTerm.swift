package import Kernel
import Registry
package import Storage

/// Destroys what is personal of somebody whose time in office is over, and all they declared of their relatives. The office
/// and its days stay; deals of that time are held against nobody any more.
package struct EraseTerm: TermVerb {
    package let term: TermID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(term: pass.value("term", \.term), reason: pass.value("reason", \.reason))
    }

    package static let name = "eraseTerm"
    package static var title: Message { AssemblyText.eraseTerm }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
    package static let refusals: [AssemblyRefusal] = [.noSuchTerm, .termErased, .stillInOffice, .reasonMissing]

    package func decide(_ known: TermOfOffice, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard !known.isErased else { throw AssemblyRefusal.termErased() }
        guard known.isLeft else { throw AssemblyRefusal.stillInOffice() }
        guard !reason.isBlank else { throw AssemblyRefusal.reasonMissing() }
        let relatives = known.kin.sorted().map { kin -> any Event<Assembly> in
            KinWithdrawn(term: term, kin: kin, place: known.place, reason: reason)
        }
        return relatives + [TermErased(term: term, place: known.place, reason: reason)]
    }
}

/// What is personal of somebody who was in office is destroyed.
package struct TermErased: AssemblyEvent {
    package let term: TermID
    package let place: DivisionID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            term: pass.value("term", \.term), place: pass.value("division", \.place),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "termErased"
    package var erased: DataSubject? { DataSubject(ofTerm: term) }

    package func change(_ state: inout Assembly.State, at instant: Instant) { state.term?.isErased = true }
}
