package import Kernel
import Registry
package import Storage

/// Gives a matter up before its outcome was shown; its resolution, where there is one, opens nothing that asks for the chain.
package struct StopDeliberation: DeliberationVerb {
    package let deliberation: DeliberationID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(deliberation: pass.value("deliberation", \.deliberation), reason: pass.value("reason", \.reason))
    }

    package static let name = "stopDeliberation"
    package static var title: Message { AssemblyText.stopDeliberation }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchDeliberation, .deliberationStopped, .deliberationDone, .reasonMissing,
    ]

    package func decide(_ found: Deliberation, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard !found.isStopped else { throw AssemblyRefusal.deliberationStopped() }
        guard found.next != nil else { throw AssemblyRefusal.deliberationDone() }
        guard !reason.isBlank else { throw AssemblyRefusal.reasonMissing() }
        return [DeliberationStopped(deliberation: deliberation, place: found.place, reason: reason)]
    }
}

/// A matter was given up.
package struct DeliberationStopped: AssemblyEvent {
    package let deliberation: DeliberationID
    package let place: DivisionID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            deliberation: pass.value("deliberation", \.deliberation), place: pass.value("division", \.place),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "deliberationStopped"

    package func change(_ state: inout Assembly.State, at instant: Instant) { state.deliberation?.isStopped = true }
}
