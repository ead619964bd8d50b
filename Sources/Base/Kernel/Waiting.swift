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
