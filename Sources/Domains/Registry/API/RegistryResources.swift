package import Kernel

/// A place, as programs read it.
package struct PlaceResource: FieldRecord {
    package let place: DivisionID
    package let name: String
    package let level: DivisionLevel
    package let kind: DivisionKind
    package let code: DivisionCode
    package let parent: DivisionID?
    /// The names from the province down.
    package let path: String
    package let opened: CivilDate
    package let closed: CivilDate?
    package let successor: DivisionID?

    package init(
        place: DivisionID, name: String, level: DivisionLevel, kind: DivisionKind, code: DivisionCode,
        parent: DivisionID? = nil, path: String, opened: CivilDate, closed: CivilDate? = nil,
        successor: DivisionID? = nil
    ) {
        self.place = place
        self.name = name
        self.level = level
        self.kind = kind
        self.code = code
        self.parent = parent
        self.path = path
        self.opened = opened
        self.closed = closed
        self.successor = successor
    }

    package init(reading reader: inout FieldReader) {
        place = reader.value("place")
        name = reader.value("name")
        level = reader.value("level")
        kind = reader.value("kind")
        code = reader.value("code")
        parent = reader.optional("parent")
        path = reader.value("path")
        opened = reader.value("opened")
        closed = reader.optional("closed")
        successor = reader.optional("successor")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("place", place)
        writer.put("name", name)
        writer.put("level", level)
        writer.put("kind", kind)
        writer.put("code", code)
        writer.put("parent", parent)
        writer.put("path", path)
        writer.put("opened", opened)
        writer.put("closed", closed)
        writer.put("successor", successor)
    }
}

/// A body, as programs read it.
package struct OrganisationResource: FieldRecord {
    package let organisation: OrganisationID
    package let place: DivisionID
    package let kind: OrganisationKind
    package let name: String
    package let creditCode: CreditCode?

    package init(
        organisation: OrganisationID, place: DivisionID, kind: OrganisationKind, name: String,
        creditCode: CreditCode? = nil
    ) {
        self.organisation = organisation
        self.place = place
        self.kind = kind
        self.name = name
        self.creditCode = creditCode
    }

    package init(reading reader: inout FieldReader) {
        organisation = reader.value("organisation")
        place = reader.value("place")
        kind = reader.value("kind")
        name = reader.value("name")
        creditCode = reader.optional("creditCode")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("organisation", organisation)
        writer.put("place", place)
        writer.put("kind", kind)
        writer.put("name", name)
        writer.put("creditCode", creditCode)
    }
}

/// A card of the register, as programs read it.
package struct AssetResource: FieldRecord {
    package let asset: AssetID
    package let owner: OrganisationID
    package let place: DivisionID
    package let assetClass: AssetClass
    package let kind: AssetKind
    package let name: String
    package let area: Area?
    package let right: AssetRight
    package let rightUntil: CivilDate?
    package let use: String
    package let status: AssetStatus
    package let contract: ContractID?
    /// Covered for natural persons.
    package let lessee: String?
    package let until: CivilDate?
    package let unitPrice: Money?

    package init(
        asset: AssetID, owner: OrganisationID, place: DivisionID, assetClass: AssetClass, kind: AssetKind, name: String,
        area: Area? = nil, right: AssetRight, rightUntil: CivilDate? = nil, use: String, status: AssetStatus,
        contract: ContractID? = nil, lessee: String? = nil, until: CivilDate? = nil, unitPrice: Money? = nil
    ) {
        self.asset = asset
        self.owner = owner
        self.place = place
        self.assetClass = assetClass
        self.kind = kind
        self.name = name
        self.area = area
        self.right = right
        self.rightUntil = rightUntil
        self.use = use
        self.status = status
        self.contract = contract
        self.lessee = lessee
        self.until = until
        self.unitPrice = unitPrice
    }

    package init(reading reader: inout FieldReader) {
        asset = reader.value("asset")
        owner = reader.value("owner")
        place = reader.value("place")
        assetClass = reader.value("class")
        kind = reader.value("kind")
        name = reader.value("name")
        area = reader.optional("area")
        right = reader.value("right")
        rightUntil = reader.optional("rightUntil")
        use = reader.value("use")
        status = reader.value("status")
        contract = reader.optional("contract")
        lessee = reader.optional("lessee")
        until = reader.optional("until")
        unitPrice = reader.optional("unitPriceFen")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("asset", asset)
        writer.put("owner", owner)
        writer.put("place", place)
        writer.put("class", assetClass)
        writer.put("kind", kind)
        writer.put("name", name)
        writer.put("area", area)
        writer.put("right", right)
        writer.put("rightUntil", rightUntil)
        writer.put("use", use)
        writer.put("status", status)
        writer.put("contract", contract)
        writer.put("lessee", lessee)
        writer.put("until", until)
        writer.put("unitPriceFen", unitPrice)
    }
}

/// A contract, as programs read it.
package struct ContractResource: FieldRecord {
    package let contract: ContractID
    package let lot: LotID?
    package let asset: AssetID
    package let place: DivisionID
    package let lessor: OrganisationID
    /// Covered for natural persons.
    package let lessee: String
    package let category: TradeCategory
    package let way: TransferWay
    package let start: CivilDate
    package let end: CivilDate
    package let unitPrice: Money
    package let total: Money
    package let instalments: [Instalment]
    package let certificate: CertificateNumber?

    package init(
        contract: ContractID, lot: LotID? = nil, asset: AssetID, place: DivisionID, lessor: OrganisationID,
        lessee: String, category: TradeCategory, way: TransferWay, start: CivilDate, end: CivilDate, unitPrice: Money,
        total: Money, instalments: [Instalment] = [], certificate: CertificateNumber? = nil
    ) {
        self.contract = contract
        self.lot = lot
        self.asset = asset
        self.place = place
        self.lessor = lessor
        self.lessee = lessee
        self.category = category
        self.way = way
        self.start = start
        self.end = end
        self.unitPrice = unitPrice
        self.total = total
        self.instalments = instalments
        self.certificate = certificate
    }

    package init(reading reader: inout FieldReader) {
        contract = reader.value("contract")
        lot = reader.optional("lot")
        asset = reader.value("asset")
        place = reader.value("place")
        lessor = reader.value("lessor")
        lessee = reader.value("lessee")
        category = reader.value("category")
        way = reader.value("way")
        start = reader.value("start")
        end = reader.value("end")
        unitPrice = reader.value("unitPriceFen")
        total = reader.value("totalFen")
        instalments = reader.list("instalments")
        certificate = reader.optional("certificate")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("contract", contract)
        writer.put("lot", lot)
        writer.put("asset", asset)
        writer.put("place", place)
        writer.put("lessor", lessor)
        writer.put("lessee", lessee)
        writer.put("category", category)
        writer.put("way", way)
        writer.put("start", start)
        writer.put("end", end)
        writer.put("unitPriceFen", unitPrice)
        writer.put("totalFen", total)
        writer.put("instalments", list: instalments)
        writer.put("certificate", certificate)
    }
}

/// A certificate, as programs read it.
package struct CertificateResource: FieldRecord {
    package let number: CertificateNumber
    package let contract: ContractID
    package let lot: LotID?
    package let level: CertificateLevel
    package let issued: Instant
    package let prints: Int64

    package init(
        number: CertificateNumber, contract: ContractID, lot: LotID? = nil, level: CertificateLevel, issued: Instant,
        prints: Int64
    ) {
        self.number = number
        self.contract = contract
        self.lot = lot
        self.level = level
        self.issued = issued
        self.prints = prints
    }

    package init(reading reader: inout FieldReader) {
        number = reader.value("number")
        contract = reader.value("contract")
        lot = reader.optional("lot")
        level = reader.value("level")
        issued = reader.value("issued")
        prints = reader.value("prints")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("number", number)
        writer.put("contract", contract)
        writer.put("lot", lot)
        writer.put("level", level)
        writer.put("issued", issued)
        writer.put("prints", prints)
    }
}

/// A figure as it applies, as programs read it.
package struct ParameterResource: FieldRecord {
    package let key: ParameterKey
    package let value: Int64
    package let unit: ParameterUnit
    /// The place that fixed it; absent for a shipped figure.
    package let place: DivisionID?
    package let validFrom: CivilDate
    package let version: Int64
    package let source: String
    package let article: String

    package init(
        key: ParameterKey, value: Int64, unit: ParameterUnit, place: DivisionID? = nil, validFrom: CivilDate,
        version: Int64, source: String, article: String
    ) {
        self.key = key
        self.value = value
        self.unit = unit
        self.place = place
        self.validFrom = validFrom
        self.version = version
        self.source = source
        self.article = article
    }

    package init(reading reader: inout FieldReader) {
        key = reader.value("key")
        value = reader.value("value")
        unit = reader.value("unit")
        place = reader.optional("place")
        validFrom = reader.value("validFrom")
        version = reader.value("version")
        source = reader.value("source")
        article = reader.value("article")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("key", key)
        writer.put("value", value)
        writer.put("unit", unit)
        writer.put("place", place)
        writer.put("validFrom", validFrom)
        writer.put("version", version)
        writer.put("source", source)
        writer.put("article", article)
    }
}
