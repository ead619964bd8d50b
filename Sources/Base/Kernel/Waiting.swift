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

/// A kind of work that waits for somebody at their desk, and the page where it is done.
package struct Waiting: Sendable, Equatable {
    package let title: Message
    package let count: Int
    /// Within this house: `/exchange/desk`.
    package let path: String
    /// Whether the time for some of it has passed.
    package let isLate: Bool

    package init(_ title: Message, _ count: Int, path: String, isLate: Bool = false) {
        self.title = title
        self.count = count
        self.path = path
        self.isLate = isLate
    }
}
