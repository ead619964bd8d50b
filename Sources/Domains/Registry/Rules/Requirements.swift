package import Kernel

extension Division? {
    /// The place, when it is registered and open.
    func open(_ id: DivisionID) throws(Rejection) -> Division {
        guard let self else { throw RegistryRefusal.divisionUnknown(id.text) }
        guard self.closed == nil else { throw RegistryRefusal.divisionClosed(id.text) }
        return self
    }
}

extension Asset? {
    /// The card, when it is registered.
    func known(_ id: AssetID) throws(Rejection) -> Asset {
        guard let self else { throw RegistryRefusal.assetUnknown(id.text) }
        return self
    }

    /// The card, when it is registered and was not retired.
    func standing(_ id: AssetID) throws(Rejection) -> Asset {
        let card = try known(id)
        try card.checkStanding()
        return card
    }
}

extension Asset {
    /// Throws where the card was retired.
    func checkStanding() throws(Rejection) {
        if let retirement { throw RegistryRefusal.cardRetired(name, retirement.day.description) }
    }

    /// Throws unless the asset can be given from `day` on, by `lot` where one holds it.
    func checkFree(for lot: LotID?, from day: CivilDate) throws(Rejection) {
        try checkStanding()
        if dispute != nil { throw RegistryRefusal.assetDisputed(id.text) }
        if let leasedUntil, leasedUntil >= day {
            throw RegistryRefusal.assetLeased(id.text, leasedUntil.description)
        }
        if let reservedBy, reservedBy != lot {
            throw RegistryRefusal.assetReserved(id.text, reservedBy.text)
        }
    }
}

extension Asset {
    /// Throws where another card over the same outline holds the field on `day`: it is not given twice (bh-19).
    func checkTwins(_ twins: [Asset], from day: CivilDate) throws(Rejection) {
        let holder = twins.first { ($0.leasedUntil.map { $0 >= day } ?? false) || $0.reservedBy != nil }
        if let holder { throw RegistryRefusal.twinHolds(id.text, holder.id.text) }
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
