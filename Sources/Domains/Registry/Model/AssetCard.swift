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

    package init(reading reader: inout FieldReader) {
        owner = reader.value("owner")
        division = reader.value("division")
        assetClass = reader.value("class")
        kind = reader.value("kind")
        name = reader.value("name")
        area = reader.optional("area")
        originalValue = reader.optional("originalValueFen")
        right = reader.value("right")
        rightUntil = reader.optional("rightUntil")
        households = reader.optional("households")
        use = reader.value("use")
        let sides: Boundaries? = reader.record("boundaries")
        boundaries = sides.flatMap { $0.isBlank ? nil : $0 }
        parcel = reader.list("parcel")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("owner", owner)
        writer.put("division", division)
        writer.put("class", assetClass)
        writer.put("kind", kind)
        writer.put("name", name)
        writer.put("area", area)
        writer.put("originalValueFen", originalValue)
        writer.put("right", right)
        writer.put("rightUntil", rightUntil)
        writer.put("households", households)
        writer.put("use", use)
        writer.put("boundaries", record: boundaries)
        writer.put("parcel", list: parcel)
    }
}
