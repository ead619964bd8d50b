package import Kernel

/// What a rule of the register may know beyond its own stream; each rule's facts are read for it alone.
package struct RegistryFacts: Sendable {
    package var division: Division?
    package var county: Division?
    package var office: Office?
    package var organisation: Organisation?
    package var ownerDivision: Division?
    /// The bodies already registered in the place.
    package var bodies: [Organisation] = []
    /// Who already carries the credit code.
    package var creditCodeHolder: String?
    package var party: Party?
    package var asset: Asset?
    package var contract: Contract?
    package var certificate: Certificate?
    /// The highest serial number of the county in the year.
    package var lastSerial: Int64 = 0
    package var parameterVersion: Int64 = 0
    /// What was personal of the party has been destroyed before.
    package var isErased = false
    /// The last day on which the party's contracts must be kept.
    package var keepUntil: CivilDate?
    package var termCap = TermCap(leaseYears: 20, wasteYears: 50)

    package init() {}

    func openDivision(_ id: DivisionID) throws(Rejection) -> Division {
        guard let division else { throw RegistryRefusal.divisionUnknown(id.text) }
        guard division.closed == nil else { throw RegistryRefusal.divisionClosed(id.text) }
        return division
    }

    func knownAsset(_ id: AssetID) throws(Rejection) -> Asset {
        guard let asset else { throw RegistryRefusal.assetUnknown(id.text) }
        return asset
    }
}

extension Asset {
    /// Throws unless the asset can be given from `day` on, by `lot` where one holds it.
    func checkFree(for lot: LotID?, from day: CivilDate) throws(Rejection) {
        if dispute != nil { throw RegistryRefusal.assetDisputed(id.text) }
        if let leasedUntil, leasedUntil >= day {
            throw RegistryRefusal.assetLeased(id.text, leasedUntil.description)
        }
        if let reservedBy, reservedBy != lot {
            throw RegistryRefusal.assetReserved(id.text, reservedBy.text)
        }
    }
}

extension OrganisationKind {
    /// The level such a body belongs to; nil where any will do.
    var level: DivisionLevel? {
        switch self {
        case .collective, .committee: .village
        case .townshipCollective: .township
        case .groupCollective: .group
        case .company, .cooperative: nil
        }
    }
}

extension Office {
    static let administratorID = OfficeID.wellFormed("admin")
}

extension Identifier where Named == DataSubjectName {
    /// The data subject a party is: everything personal of it can be destroyed together.
    package init(of party: PartyID) { self = .wellFormed(party.text) }
    /// Stands in a command before the party has its identifier.
    static var unnamed: DataSubject { .wellFormed("unnamed") }
}

extension Identifier where Named == CertificateName {
    /// `140406-2026-T-A2-00037`; the serial counts within the county and the year.
    package init?(county: DivisionCode, year: Int64, level: CertificateLevel, category: TradeCategory, serial: Int64) {
        let digits = String(serial)
        let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        self.init("\(county.digits)-\(year)-\(level.letter)-\(category.rawValue)-\(padded)")
    }
}

extension Identifier {
    static func wellFormed(_ text: String) -> Self {
        guard let identifier = Self(text) else { preconditionFailure("\(text) is well formed") }
        return identifier
    }
}

extension Personal {
    func moved(to subject: DataSubject) -> Personal { Personal(content, of: subject) }
}

extension Rejection {
    /// The same rejection about another field.
    func at(_ field: String) -> Rejection {
        Rejection(number: number, kind: kind, text: text, next: next, basis: basis, field: field, others: others)
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// 64 lower-case hexadecimal digits.
    var isSHA256Hex: Bool {
        utf8.count == 64 && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
