package import Kernel

/// A place, as programs read it.
package struct PlaceResource: FieldRecord {
    package let place: DivisionID
    package let name: String
    package let level: DivisionLevel
    package let kind: DivisionKind
    package let code: DivisionCode
    package var parent: DivisionID?
    /// The names from the province down.
    package let path: String
    package let opened: CivilDate
    package var closed: CivilDate?
    package var successor: DivisionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("place", \.place), name: pass.value("name", \.name), level: pass.value("level", \.level),
            kind: pass.value("kind", \.kind), code: pass.value("code", \.code),
            parent: pass.optional("parent", \.parent), path: pass.value("path", \.path),
            opened: pass.value("opened", \.opened), closed: pass.optional("closed", \.closed),
            successor: pass.optional("successor", \.successor))
    }
}

/// A body, as programs read it.
package struct OrganisationResource: FieldRecord {
    package let organisation: OrganisationID
    package let place: DivisionID
    package let kind: OrganisationKind
    package let name: String
    package var creditCode: CreditCode?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("place", \.place),
            kind: pass.value("kind", \.kind), name: pass.value("name", \.name),
            creditCode: pass.optional("creditCode", \.creditCode))
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
    package var area: Area?
    package let right: AssetRight
    package var rightUntil: CivilDate?
    package let use: String
    package let status: AssetStatus
    package var contract: ContractID?
    /// Covered for natural persons.
    package var lessee: String?
    package var until: CivilDate?
    package var unitPrice: Money?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), owner: pass.value("owner", \.owner),
            place: pass.value("place", \.place), assetClass: pass.value("class", \.assetClass),
            kind: pass.value("kind", \.kind), name: pass.value("name", \.name), area: pass.optional("area", \.area),
            right: pass.value("right", \.right), rightUntil: pass.optional("rightUntil", \.rightUntil),
            use: pass.value("use", \.use), status: pass.value("status", \.status),
            contract: pass.optional("contract", \.contract), lessee: pass.optional("lessee", \.lessee),
            until: pass.optional("until", \.until), unitPrice: pass.optional("unitPriceFen", \.unitPrice))
    }
}

/// A contract, as programs read it.
package struct ContractResource: FieldRecord {
    package let contract: ContractID
    package var lot: LotID?
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
    package var instalments: [Instalment] = []
    package var certificate: CertificateNumber?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), lot: pass.optional("lot", \.lot),
            asset: pass.value("asset", \.asset), place: pass.value("place", \.place),
            lessor: pass.value("lessor", \.lessor), lessee: pass.value("lessee", \.lessee),
            category: pass.value("category", \.category), way: pass.value("way", \.way),
            start: pass.value("start", \.start), end: pass.value("end", \.end),
            unitPrice: pass.value("unitPriceFen", \.unitPrice), total: pass.value("totalFen", \.total),
            instalments: pass.list("instalments", \.instalments),
            certificate: pass.optional("certificate", \.certificate))
    }
}

/// A certificate, as programs read it.
package struct CertificateResource: FieldRecord {
    package let number: CertificateNumber
    package let contract: ContractID
    package var lot: LotID?
    package let level: CertificateLevel
    package let issued: Instant
    package let prints: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            number: pass.value("number", \.number), contract: pass.value("contract", \.contract),
            lot: pass.optional("lot", \.lot), level: pass.value("level", \.level),
            issued: pass.value("issued", \.issued), prints: pass.value("prints", \.prints))
    }
}

/// A figure as it applies, as programs read it.
package struct ParameterResource: FieldRecord {
    package let key: ParameterKey
    package let value: Int64
    package let unit: ParameterUnit
    /// The place that fixed it; absent for a shipped figure.
    package var place: DivisionID?
    package let validFrom: CivilDate
    package let version: Int64
    package let source: String
    package let article: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            key: pass.value("key", \.key), value: pass.value("value", \.value), unit: pass.value("unit", \.unit),
            place: pass.optional("place", \.place), validFrom: pass.value("validFrom", \.validFrom),
            version: pass.value("version", \.version), source: pass.value("source", \.source),
            article: pass.value("article", \.article))
    }
}
