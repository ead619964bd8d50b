package import Kernel

/// Somebody who looks for work, as far as rules must know. Everything of the person lies sealed.
package struct Worker: Sendable, Hashable {
    package let id: WorkerID
    package let place: DivisionID
    /// Nil once erased.
    package let born: CivilDate?
    /// The whole name, against which the name on an account is held; nil once erased.
    package internal(set) var name: String?
    package let trades: [Trade]
    package internal(set) var seekingSince: Instant?
    package internal(set) var isErased = false

    package var person: PersonID? { PersonID(id.text) }
}

extension CivilDate {
    /// Whole years on `day` of somebody born on this one.
    func age(on day: CivilDate) -> Int {
        let (year, month, date) = components
        let (thisYear, thisMonth, thisDate) = day.components
        return thisYear - year - ((thisMonth, thisDate) < (month, date) ? 1 : 0)
    }
}
