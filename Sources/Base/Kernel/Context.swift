/// What a rule may know of the world when it decides.
package struct Context: Sendable {
    /// The writer's sequenced stamp.
    package let now: Instant
    package let principal: Principal
    package let calendar: WorkingCalendar
    /// The number of log entries before this command: unique, and the source of derived identifiers.
    package let sequence: Int64
    package let marks: Marks

    package init(now: Instant, principal: Principal, calendar: WorkingCalendar, sequence: Int64, marks: Marks) {
        self.now = now
        self.principal = principal
        self.calendar = calendar
        self.sequence = sequence
        self.marks = marks
    }

    /// An identifier nobody else has, for a caller who brought none: `lot-000123`. It lies in the space of made names.
    package func derivedIdentifier<Named>(_ prefix: String, as type: Named.Type = Named.self) -> Identifier<Named> {
        precondition(MadeName.prefixes.contains(prefix), "\(prefix) is no prefix of made names")
        let text = prefix + "-" + sequence.padded(to: 6)
        guard let identifier = Identifier<Named>(text) else { preconditionFailure("malformed prefix \(prefix)") }
        return identifier
    }
}
