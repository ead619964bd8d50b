/// Names whom a personal or confidential value is about; everything of one subject can be destroyed together.
package enum DataSubjectName {}
package typealias DataSubject = Identifier<DataSubjectName>

/// A value about a natural person. In a leaf there is only a salted commitment of it; value and salt lie in a side
/// table, encrypted under the subject's key, and can be destroyed without touching a proof.
///
/// A `Personal` has no description and no JSON: it cannot be printed, logged or put into a leaf by mistake.
package struct Personal<Value: FieldValue & Hashable>: Sendable, Hashable {
    package let subject: DataSubject
    /// Nil once it has been destroyed.
    package let content: Value?

    package init(_ content: Value?, of subject: DataSubject) {
        self.content = content
        self.subject = subject
    }
}

/// A value that is nobody's secret for ever but must not be read yet: a sealed offer before opening. Kept like
/// `Personal`, under a subject of its own.
package struct Confidential<Value: FieldValue & Hashable>: Sendable, Hashable {
    package let subject: DataSubject
    package let content: Value?

    package init(_ content: Value?, of subject: DataSubject) {
        self.content = content
        self.subject = subject
    }
}

extension Personal: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Confidential: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
