package import Kernel
import Registry
package import Storage

/// Takes a declared relative back, and destroys what was kept of them: a wrong entry, a divorce, or their own wish once the
/// declaration is no longer needed.
package struct WithdrawKin: TermVerb {
    package let term: TermID
    package let kin: KinID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            term: pass.value("term", \.term), kin: pass.value("kin", \.kin), reason: pass.value("reason", \.reason))
    }

    package static let name = "withdrawKin"
    package static var title: Message { AssemblyText.withdrawKin }
    // Whoever is in office has the village's desk at hand; what warns of them is taken away by somebody above it.
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [AssemblyRefusal] = [.noSuchTerm, .noSuchKin, .reasonMissing]

    package func decide(_ known: TermOfOffice, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard known.kin.contains(kin) else { throw AssemblyRefusal.noSuchKin(kin) }
        guard !reason.isBlank else { throw AssemblyRefusal.reasonMissing() }
        return [KinWithdrawn(term: term, kin: kin, place: known.place, reason: reason)]
    }
}

/// What was kept of a declared relative is destroyed.
package struct KinWithdrawn: AssemblyEvent {
    package let term: TermID
    package let kin: KinID
    package let place: DivisionID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            term: pass.value("term", \.term), kin: pass.value("kin", \.kin), place: pass.value("division", \.place),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "kinWithdrawn"
    package var erased: DataSubject? { DataSubject(ofKin: kin) }

    package func change(_ state: inout Assembly.State, at instant: Instant) { state.term?.kin.remove(kin) }
}
