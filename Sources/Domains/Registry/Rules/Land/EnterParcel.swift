package import Geometry
package import Kernel
package import Storage

/// Enters a parcel with its outline. What is wrong with the outline is refused by name; ground shared with a neighbour is
/// written down, since two surveys that disagree are a finding and not a slip.
package struct EnterParcel: RegistryCommand {
    package static let name = "enterParcel"
    package static var title: Message { RegistryText.enterParcel }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [RegistryRefusal] = [
        .divisionUnknown, .divisionClosed, .organisationUnknown, .ownerElsewhere, .assetUnknown, .textMissing,
        .outlineFaulty, .outlineUnreadable, .parcelTwice, .parcelNumberTaken, .noChange, .cardRetired,
    ]

    package var parcel: ParcelID?
    package let owner: OrganisationID
    package let division: DivisionID
    package let number: String
    package let name: String
    package var asset: AssetID?
    package let outline: LandOutline
    package var contractArea: Area?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            parcel: pass.newName("parcel", \.parcel), owner: pass.value("owner", \.owner),
            division: pass.value("division", \.division),
            number: pass.value("number", \.number), name: pass.value("name", \.name),
            asset: pass.optional("asset", \.asset), outline: pass.value("outline", \.outline),
            contractArea: pass.optional("contractArea", \.contractArea))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("parcel", identifier(context).text) }

    func identifier(_ context: Context) -> ParcelID { parcel ?? context.derivedIdentifier(.parcel) }

    package struct Facts: Sendable {
        package let division: Division?
        package let owner: Organisation?
        package let ownerDivision: Division?
        package let asset: Asset?
        package let numbered: LandParcel?
        package let neighbours: [LandParcel]
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { division }
}

extension EnterParcel {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let place = try facts.division.open(division)
        guard facts.owner != nil else { throw RegistryRefusal.organisationUnknown(owner.text).at("owner") }
        guard let home = facts.ownerDivision, place.path.hasPrefix(home.path) else {
            throw RegistryRefusal.ownerElsewhere()
        }
        if let asset { _ = try facts.asset.standing(asset) }
        guard !number.isBlank, !name.isBlank else { throw RegistryRefusal.textMissing() }
        if let known = facts.numbered {
            guard known.outline == outline, known.contractArea == contractArea else {
                throw RegistryRefusal.parcelNumberTaken(number)
            }
            throw RegistryRefusal.noChange()
        }
        if case .entry(let exists) = state, exists { throw RegistryRefusal.parcelTwice(identifier(context).text) }
        let judge = OutlineJudge()
        try outline.checkSound(judge)
        let shared = try outline.shared(with: facts.neighbours, judge)
        return [
            ParcelEntered(
                parcel: identifier(context), owner: owner, place: division, number: number, name: name, asset: asset,
                outline: outline, area: Area(units: outline.outline.areaUnits), contractArea: contractArea,
                on: context.now.date, shared: shared)
        ]
    }
}

extension LandOutline {
    /// The faults of the outline in words; nil where it has none.
    package func faults(_ judge: OutlineJudge = OutlineJudge()) -> Message? {
        let faults = judge.findings(outline).filter(\.isFault)
        return faults.isEmpty ? nil : LandText.faults(faults)
    }

    /// Throws with every fault of the outline by its name.
    func checkSound(_ judge: OutlineJudge) throws(Rejection) {
        if let faults = faults(judge) { throw RegistryRefusal.outlineFaulty(faults) }
    }

    /// What it shares with those beside it; throws where it is one of them.
    func shared(with neighbours: [LandParcel], _ judge: OutlineJudge) throws(Rejection) -> [SharedGround] {
        var shared: [SharedGround] = []
        for neighbour in neighbours {
            guard let overlap = judge.overlap(outline, neighbour.outline.outline) else { continue }
            if overlap.verdict == .same { throw RegistryRefusal.parcelTwice(neighbour.number) }
            shared.append(
                SharedGround(
                    parcel: neighbour.id, squareCentimetres: overlap.area, meanWidthMillimetres: overlap.meanWidth,
                    verdict: GroundVerdict(overlap.verdict)))
        }
        return shared
    }
}

/// A parcel stands in the register.
package struct ParcelEntered: RegistryEvent {
    package static let name = "parcelEntered"

    package let parcel: ParcelID
    package let owner: OrganisationID
    package let place: DivisionID
    package let number: String
    package let name: String
    package var asset: AssetID?
    package let outline: LandOutline
    package let area: Area
    package var contractArea: Area?
    package let on: CivilDate
    package let shared: [SharedGround]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            parcel: pass.value("parcel", \.parcel), owner: pass.value("owner", \.owner),
            place: pass.value("division", \.place), number: pass.value("number", \.number),
            name: pass.value("name", \.name), asset: pass.optional("asset", \.asset),
            outline: pass.value("outline", \.outline), area: pass.value("area", \.area),
            contractArea: pass.optional("contractArea", \.contractArea), on: pass.value("on", \.on),
            shared: pass.list("shared", \.shared))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
