/// A thing that entries of the log are about, as everybody may know it.
package struct NamedThing: Sendable, Equatable {
    package let name: String
    /// Its page within this house, where everybody may read it.
    package let path: String?

    package init(_ name: String, to path: String?) {
        self.name = name
        self.path = path
    }
}

/// Who has to act next on one thing, and by when.
package struct NextStep: Sendable, Equatable {
    /// The name of the thing.
    package let subject: String
    package let who: Message
    package let what: Message
    /// Nil where no clock runs.
    package let by: Instant?

    package init(subject: String, who: Message, what: Message, by: Instant?) {
        self.subject = subject
        self.who = who
        self.what = what
        self.by = by
    }
}

/// A kind of work that waits for somebody at their desk, and the page where it is done; or what they gave and others have
/// on theirs.
package struct Waiting: Sendable, Equatable {
    package let title: Message
    package let count: Int
    /// Within this house: `/exchange/desk`.
    package let path: String
    /// Whether the time for some of it has passed.
    package let isLate: Bool
    /// The things themselves, as many as a desk can look over; none where only their number is known.
    package let items: [Item]
    /// Whether others are to act: it is shown to whoever waits for it, and is no work of theirs.
    package let isElsewhere: Bool

    /// One thing that waits.
    package struct Item: Sendable, Equatable {
        package let subject: Message
        package let act: Message
        /// Where it is done.
        package let path: String
        /// Since when it stands on this desk.
        package let since: Instant?
        /// Nil where no clock runs.
        package let by: Instant?
        /// Working days from now through the last one, 0 on the last, less when it is over; nil where no clock runs or the
        /// year's holidays are not known.
        package let daysLeft: Int?

        package init(
            _ subject: Message, _ act: Message, path: String, since: Instant?, by: Instant?, now: Instant,
            in calendar: WorkingCalendar
        ) {
            self.subject = subject
            self.act = act
            self.path = path
            self.since = since
            self.by = by
            daysLeft = by.flatMap { calendar.workingDays(from: now, to: $0) }
        }

        package var isLate: Bool { (daysLeft ?? 0) < 0 }
    }

    package init(
        _ title: Message, _ count: Int, path: String, isLate: Bool = false, items: [Item] = [],
        isElsewhere: Bool = false
    ) {
        self.items = items
        self.isElsewhere = isElsewhere
        self.title = title
        self.count = count
        self.path = path
        self.isLate = isLate
    }
}
