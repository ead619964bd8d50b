package import Kernel

/// What a card of the register says, whoever fills it in.
package struct AssetCard: FieldRecord, Hashable {
    package let owner: OrganisationID
    package let division: DivisionID
    package let assetClass: AssetClass
    package let kind: AssetKind
    package let name: String
    package let area: Area?
    package let originalValue: Money?
    package let right: AssetRight
    /// The last day of the right: the remaining term of contracted land.
    package let rightUntil: CivilDate?
    /// How many households' land it is, where it is bundled.
    package let households: Int64?
    package let use: String
    package let boundaries: Boundaries?
    /// The corners in order, not closed; empty when not surveyed.
    package let parcel: [ParcelPoint]

    package init(
        owner: OrganisationID, division: DivisionID, assetClass: AssetClass, kind: AssetKind, name: String,
        area: Area? = nil, originalValue: Money? = nil, right: AssetRight, rightUntil: CivilDate? = nil,
        households: Int64? = nil, use: String, boundaries: Boundaries? = nil, parcel: [ParcelPoint] = []
    ) {
        self.owner = owner
        self.division = division
        self.assetClass = assetClass
        self.kind = kind
        self.name = name
        self.area = area
        self.originalValue = originalValue
        self.right = right
        self.rightUntil = rightUntil
        self.households = households
        self.use = use
        self.boundaries = boundaries
        self.parcel = parcel
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            owner: pass.value("owner", \.owner), division: pass.value("division", \.division),
            assetClass: pass.value("class", \.assetClass), kind: pass.value("kind", \.kind),
            name: pass.value("name", \.name), area: pass.optional("area", \.area),
            originalValue: pass.optional("originalValueFen", { $0.originalValue.map { Amount($0) } })?.money,
            right: pass.value("right", \.right),
            rightUntil: pass.optional("rightUntil", \.rightUntil),
            households: pass.optionalWhole("households", \.households, in: CountDomain.self),
            use: pass.value("use", \.use),
            boundaries: pass.record("boundaries", \.boundaries).flatMap { $0.isBlank ? nil : $0 },
            parcel: pass.list("parcel", \.parcel))
    }
}
