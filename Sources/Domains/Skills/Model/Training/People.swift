package import Kernel

/// Somebody who learns, as far as rules must know. Everything of the person lies sealed.
package struct Learner: Sendable, Hashable {
    package let id: LearnerID
    package let place: DivisionID
    /// Nil once erased.
    package let born: CivilDate?
    package internal(set) var isErased = false
}

/// Somebody who teaches or examines, and on whose pay list.
package struct Trainer: Sendable, Hashable {
    package let id: TrainerID
    package let place: DivisionID
    /// The body that pays them.
    package let body: String
    package let mayExamine: Bool
    /// As whom they sign in; nil where no account was named.
    package internal(set) var person: PersonID?
    package internal(set) var isErased = false
}
