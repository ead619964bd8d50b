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
    /// `number` tells apart what one command makes several of.
    package func derivedIdentifier<Named>(
        _ prefix: MadeName.Prefix, number: Int? = nil, as type: Named.Type = Named.self
    ) -> Identifier<Named> {
        let text = prefix.rawValue + (number.map { "-\($0)" } ?? "") + "-" + sequence.padded(to: 6)
        guard let identifier = Identifier<Named>(text) else {
            preconditionFailure("malformed prefix \(prefix.rawValue)")
        }
        return identifier
    }
}
