package import Kernel
package import Storage

/// The plan no longer has this area, or has it otherwise: it ends today, and what was decided by it stands.
package struct WithdrawRedLine: RegistryCommand {
    package static let name = "withdrawRedLine"
    package static var title: Message { RedLineText.withdraw }
    package static let access: Access = [.own(.countyOfficer)]
    package static let refusals: [RegistryRefusal] = [.redLineUnknown, .redLineOver, .reasonMissing]

    package let redLine: RedLineID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(redLine: pass.value("redLine", \.redLine), reason: pass.value("reason", \.reason))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("redLine", redLine.text) }

    package struct Facts: Sendable {
        package let line: RedLine?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { facts.line?.division }
}

extension WithdrawRedLine {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        guard let line = facts.line else { throw RegistryRefusal.redLineUnknown() }
        guard line.until == nil else { throw RegistryRefusal.redLineOver(line.number) }
        guard !reason.isBlank else { throw RegistryRefusal.reasonMissing() }
        return [
            RedLineWithdrawn(redLine: redLine, place: line.division, reason: reason, on: context.now.date)
        ]
    }
}

/// An area lies inside no line from this day on.
package struct RedLineWithdrawn: RegistryEvent {
    package static let name = "redLineWithdrawn"

    package let redLine: RedLineID
    package let place: DivisionID
    package let reason: String
    package let on: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            redLine: pass.value("redLine", \.redLine), place: pass.value("division", \.place),
            reason: pass.value("reason", \.reason), on: pass.value("on", \.on))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
