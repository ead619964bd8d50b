package import Kernel

/// What sort of place it is within its level. `other` are zones and the like: they have no collective.
package enum DivisionKind: String, FieldChoice {
    case province, prefecture, county, district, countyCity, subdistrict, town, township, community, village, group
    case other
}

/// One place as it stands now: identity, present name and code, and where it lies.
package struct Division: Sendable, Hashable {
    package let id: DivisionID
    package let parent: DivisionID?
    /// `/p14/p1404/p140404/`: the identities from the province down to the place itself. A place lies within another
    /// exactly when its path begins with the other's.
    package let path: String
    package let level: DivisionLevel
    package let kind: DivisionKind
    package let name: String
    /// The present code without trailing zeros, the statistical one where there is one.
    package let code: DivisionCode
    package let opened: CivilDate
    package let closed: CivilDate?
    /// Where the place's affairs went when it was closed; nil when not known.
    package let successor: DivisionID?

    package init(
        id: DivisionID, parent: DivisionID?, path: String, level: DivisionLevel, kind: DivisionKind, name: String,
        code: DivisionCode, opened: CivilDate, closed: CivilDate?, successor: DivisionID?
    ) {
        self.id = id
        self.parent = parent
        self.path = path
        self.level = level
        self.kind = kind
        self.name = name
        self.code = code
        self.opened = opened
        self.closed = closed
        self.successor = successor
    }
}
