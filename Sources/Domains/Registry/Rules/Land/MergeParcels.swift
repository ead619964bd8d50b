package import Kernel
package import Geometry
package import Storage

/// Makes one parcel of several of one owner. The new outline is theirs together; its registered area is their sum.
package struct MergeParcels: RegistryCommand {
    package static let name = "mergeParcels"
    package static var title: Message { RegistryText.mergeParcels }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [RegistryRefusal] = [
        .parcelUnknown, .parcelClosed, .splitTooFew, .mergeApart, .parcelNumberTaken, .reasonMissing, .textMissing,
    ]

    package let parcels: [ParcelID]
    package let number: String
    package let name: String
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            parcels: pass.values("parcels", \.parcels), number: pass.value("number", \.number),
            name: pass.value("name", \.name), reason: pass.value("reason", \.reason))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("parcel", identifier(context).text) }

    func identifier(_ context: Context) -> ParcelID { context.derivedIdentifier(.parcel) }

    package struct Facts: Sendable {
        /// In the order of `parcels`; nil where there is none.
        package let parcels: [LandParcel?]
        package let numbered: LandParcel?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { facts.parcels.first??.division }
}

extension MergeParcels {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        guard parcels.count >= 2, Set(parcels).count == parcels.count else { throw RegistryRefusal.splitTooFew() }
        var parts: [LandParcel] = []
        for (id, found) in zip(parcels, facts.parcels) { parts.append(try found.standing(id)) }
        guard let first = parts.first, !number.isBlank, !name.isBlank else { throw RegistryRefusal.textMissing() }
        guard !reason.isBlank else { throw RegistryRefusal.reasonMissing() }
        if let taken = facts.numbered, !parcels.contains(taken.id) {
            throw RegistryRefusal.parcelNumberTaken(number)
        }
        for part in parts
        where part.owner != first.owner || part.division != first.division
            || part.outline.outline.zone != first.outline.outline.zone
        {
            throw RegistryRefusal.mergeApart(part.number)
        }
        guard let outline = Self.together(parts.map(\.outline.outline)) else {
            throw RegistryRefusal.mergeApart(number)
        }
        return [
            ParcelsMerged(
                parcel: identifier(context), parts: parcels, owner: first.owner, place: first.division, number: number,
                name: name, outline: LandOutline(outline), area: parts.reduce(.zero) { $0 + $1.area }, reason: reason,
                on: context.now.date)
        ]
    }

    /// The ground of all. Gaps that are noise close; pieces apart stay pieces.
    package static func together(_ outlines: [Outline]) -> Outline? {
        let planes = Planes()
        let judge = OutlineJudge(planes: planes)
        guard var whole = outlines.first else { return nil }
        for next in outlines.dropFirst() {
            guard let pieces = planes.union(whole, next) else { return nil }
            whole = Outline(zone: whole.zone, pieces: pieces)
        }
        let pieces = whole.pieces.map { piece in
            Piece(
                outer: piece.outer,
                holes: piece.holes.filter { hole in
                    !judge.isNoise(Outline(zone: whole.zone, pieces: [Piece(outer: hole)]))
                })
        }
        return Outline(zone: whole.zone, pieces: pieces)
    }
}

/// Several parcels ended and one stands in their place.
package struct ParcelsMerged: RegistryEvent {
    package static let name = "parcelsMerged"

    package let parcel: ParcelID
    package let parts: [ParcelID]
    package let owner: OrganisationID
    package let place: DivisionID
    package let number: String
    package let name: String
    package let outline: LandOutline
    package let area: Area
    package let reason: String
    package let on: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            parcel: pass.value("parcel", \.parcel), parts: pass.values("parts", \.parts),
            owner: pass.value("owner", \.owner), place: pass.value("division", \.place),
            number: pass.value("number", \.number), name: pass.value("name", \.name),
            outline: pass.value("outline", \.outline), area: pass.value("area", \.area),
            reason: pass.value("reason", \.reason), on: pass.value("on", \.on))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
