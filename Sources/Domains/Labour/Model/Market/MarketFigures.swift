package import Kernel

/// Figures of a market for a period that were counted before the program was there, or elsewhere. Definitions: the field's
/// section 1.5; each is another count, and none may be passed off as another.
package struct MarketFigures: FieldRecord, Hashable {
    /// Distinct verified employers with an order, seats published, contacts, distinct people among them, offers accepted.
    package let employers: Int64
    package let posts: Int64
    package let served: Int64
    package let persons: Int64
    package let intentions: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            employers: pass.whole("employers", \.employers, in: CountDomain.self),
            posts: pass.whole("posts", \.posts, in: CountDomain.self),
            served: pass.whole("served", \.served, in: CountDomain.self),
            persons: pass.whole("persons", \.persons, in: CountDomain.self),
            intentions: pass.whole("intentions", \.intentions, in: CountDomain.self))
    }

    /// People are at most person-times; who agrees was served; a post needs an employer.
    package func check() throws(Rejection) {
        guard persons <= served else { throw LabourRefusal.personsBeyondServed(persons, served) }
        guard intentions <= served else { throw LabourRefusal.intentionsBeyondServed(intentions, served) }
        guard posts == 0 || employers > 0, employers <= posts else { throw LabourRefusal.postsWithoutEmployer() }
    }
}

/// A figure as it is printed: cells under the least number of people are not told.
package enum Suppressed: Sendable, Hashable {
    case number(Int64)
    case fewer(than: Int64)

    package init(_ count: Int64, least: Int64) {
        self = count > 0 && count < least ? .fewer(than: least) : .number(count)
    }
}
