package import Kernel
import Geometry
package import Storage

/// Cuts a parcel into others, which cover it and not each other. The areas registered for them add up to its own.
package struct SplitParcel: RegistryCommand {
    package static let name = "splitParcel"
    package static var title: Message { RegistryText.splitParcel }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [RegistryRefusal] = [
        .parcelUnknown, .parcelClosed, .outlineFaulty, .outlineUnreadable, .splitTooFew, .splitNotCovering,
        .splitOverlaps, .parcelNumberTaken, .reasonMissing, .textMissing,
    ]

    package let parcel: ParcelID
    package let parts: [ParcelPart]
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            parcel: pass.value("parcel", \.parcel), parts: pass.list("parts", \.parts, max: 200),
            reason: pass.value("reason", \.reason))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("parcel", parcel.text) }

    package struct Facts: Sendable {
        package let parcel: LandParcel?
        /// Those of the parts' numbers that the owner's list has already.
        package let taken: [String]
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { facts.parcel?.division }
}

extension SplitParcel {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let whole = try facts.parcel.standing(parcel)
        guard !reason.isBlank else { throw RegistryRefusal.reasonMissing() }
        guard parts.count >= 2 else { throw RegistryRefusal.splitTooFew() }
        guard parts.allSatisfy({ !$0.number.isBlank && !$0.name.isBlank }) else { throw RegistryRefusal.textMissing() }
        let numbers = parts.map(\.number)
        let twice = numbers.first { number in numbers.count { $0 == number } > 1 }
        if let number = facts.taken.first ?? twice { throw RegistryRefusal.parcelNumberTaken(number) }
        try checkCovers(whole)
        let areas = LandShares.shared(whole.area, by: parts.map(\.outline.outline.twiceArea))
        let split = parts.enumerated().map { position, part in
            SplitPart(
                parcel: context.derivedIdentifier(.parcel, number: position + 1), number: part.number, name: part.name,
                outline: part.outline, area: areas[position])
        }
        return [
            ParcelSplit(
                parcel: parcel, owner: whole.owner, place: whole.division, parts: split, reason: reason,
                on: context.now.date)
        ]
    }

    private func checkCovers(_ whole: LandParcel) throws(Rejection) {
        let planes = Planes()
        let judge = OutlineJudge(planes: planes)
        let outline = whole.outline.outline
        for part in parts {
            try part.outline.checkSound(judge)
            guard part.outline.outline.zone == outline.zone,
                part.outline.outline.isCovered(by: [outline], planes, judge)
            else { throw RegistryRefusal.splitNotCovering(part.number) }
        }
        for (position, part) in parts.enumerated() {
            for other in parts[..<position] {
                let overlap = judge.overlap(other.outline.outline, part.outline.outline)
                guard overlap == nil || overlap?.verdict == .noise else {
                    throw RegistryRefusal.splitOverlaps(other.number, part.number)
                }
            }
        }
        guard outline.isCovered(by: parts.map(\.outline.outline), planes, judge) else {
            throw RegistryRefusal.splitNotCovering(whole.number)
        }
    }
}

/// A parcel ended and others stand in its place.
package struct ParcelSplit: RegistryEvent {
    package static let name = "parcelSplit"

    package let parcel: ParcelID
    package let owner: OrganisationID
    package let place: DivisionID
    package let parts: [SplitPart]
    package let reason: String
    package let on: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            parcel: pass.value("parcel", \.parcel), owner: pass.value("owner", \.owner),
            place: pass.value("division", \.place), parts: pass.list("parts", \.parts),
            reason: pass.value("reason", \.reason), on: pass.value("on", \.on))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
