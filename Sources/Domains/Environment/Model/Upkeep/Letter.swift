package import Kernel

/// A letter to the operator about an exceeding day, and whether it was answered.
package struct Letter: Sendable, Hashable, Numbered {
    package let number: Int64
    /// The alarm it is about.
    package let alarm: Int64
    /// Who wrote it: nobody answers a letter of their own.
    package let writer: PersonID
    package internal(set) var isAnswered = false
}

extension Facility {
    /// The letter of an alarm that waits for its answer.
    package func waitingLetter(of alarm: Int64) -> Letter? { letters.first { $0.alarm == alarm && !$0.isAnswered } }
}
