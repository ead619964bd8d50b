/// Collects what must hold and does not. Conditions are cheap: they are asked after every command.
package struct Invariants: Sendable {
    /// Sentences of what does not hold, in the order in which it was asked.
    package private(set) var broken: [String] = []

    package init() {}

    package mutating func hold(_ condition: Bool, _ sentence: @autoclosure () -> String) {
        if !condition { broken.append(sentence()) }
    }
}

/// A rule made events after which something does not hold that must. A fault of the program: nothing of it is written.
package struct InvariantBroken: Error, CustomStringConvertible {
    package let description: String

    package init(_ event: String, _ broken: [String]) {
        description = "after \(event): \(broken.joined(separator: "; "))"
    }
}
