/// Collects what must hold and does not. Conditions are cheap: they are asked after every command.
package struct Invariants: Sendable {
    /// Sentences of what does not hold, in the order in which it was asked.
    package private(set) var broken: [String] = []

    package init() {}

    package mutating func hold(_ condition: Bool, _ sentence: @autoclosure () -> String) {
        if !condition { broken.append(sentence()) }
    }
}
