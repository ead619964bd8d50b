package import Kernel
import Registry
package import Storage

/// Takes away the raw frames that arrived before a day, once the rule's years are over. It is said in the log before a file
/// goes; the seals of what goes stay there, so that `verify telemetry` can tell what was taken away from what is missing.
package struct RemoveFrames: EnvironmentCommand {
    /// What arrived on this day stays.
    package let before: CivilDate
    package let reason: String

    package init(before: CivilDate, reason: String) {
        self.before = before
        self.reason = reason
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(before: pass.value("before", \.before), reason: pass.value("reason", \.reason))
    }

    package static let name = "removeFrames"
    package static var title: Message { EnvironmentText.removeFrames }
    package static let access: Access = [.anywhere(.administrator)]
    package static let refusals: [EnvironmentRefusal] = [
        .framesKept, .removalWithoutReason, .framesNotSealed, .framesRemoved,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("telemetry", "seals") }
    package func place(_ state: Environment.State, _ facts: NoFacts) -> DivisionID? { .root }

    package func decide(_ state: Environment.State, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        let days = DatedTables.value("rawKeepDays", on: context.now.date)
        guard before <= context.now.date.adding(days: -Int(days)) else { throw EnvironmentRefusal.framesKept(days) }
        guard !reason.isBlank else { throw EnvironmentRefusal.removalWithoutReason() }
        guard let seal = state.seal, before.start <= seal.to else { throw EnvironmentRefusal.framesNotSealed() }
        if let gone = state.removed, before <= gone { throw EnvironmentRefusal.framesRemoved(gone) }
        return [FramesRemoved(before: before, days: days, reason: reason)]
    }
}

/// Raw frames that arrived before a day are no longer kept.
package struct FramesRemoved: EnvironmentEvent {
    package let before: CivilDate
    /// How long the rule of the day of the act asks to keep them.
    package let days: Int64
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            before: pass.value("before", \.before), days: pass.whole("days", \.days, in: CountDomain.self),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "framesRemoved"
    package var division: DivisionID? { nil }

    package func change(_ state: inout Environment.State, at instant: Instant) { state.removed = before }
}
