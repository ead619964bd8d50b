package import Kernel
package import Registry

/// What else was offered within the anti-splitting months that belongs to the same piece of business (section 1.10).
package struct SplitCheck: Sendable {
    /// A lot of the same category within the months, ended ones left out.
    package struct Other: Sendable, Hashable {
        package let owner: OrganisationID
        package let area: Area
        package let total: Money
        package let parcel: Parcel

        package init(owner: OrganisationID, area: Area, total: Money, parcel: Parcel) {
            self.owner = owner
            self.area = area
            self.total = total
            self.parcel = parcel
        }
    }

    package let owner: OrganisationID
    package let parcel: Parcel
    /// Outlines nearer than this are adjacent.
    package let centimetres: Int64

    package init(owner: OrganisationID, parcel: Parcel, centimetres: Int64) {
        self.owner = owner
        self.parcel = parcel
        self.centimetres = centimetres
    }

    /// The same owner's lots wherever they lie, and other owners' lots that lie side by side with the one offered, also
    /// through a third one: three neighbours who offer 20 mu each offer 60 mu.
    package func related(_ others: [Other]) -> [Other] {
        var related = others.filter { $0.owner == owner }
        var open = others.filter { $0.owner != owner }
        // Own land counts as a bridge only where it touches: the walk starts at the parcel that is offered.
        var bridges = related
        var frontier = [parcel]
        while let next = frontier.popLast() {
            let near: (Other) -> Bool = { $0.parcel.isNear(next, within: centimetres) }
            frontier += (open.filter(near) + bridges.filter(near)).map(\.parcel)
            related += open.filter(near)
            open.removeAll(where: near)
            bridges.removeAll(where: near)
        }
        return related
    }
}
