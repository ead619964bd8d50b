import Kernel
import Registry

extension DemoCounty {
    /// Who is in office in every third village since the county's first day, and what the rules of oversight point at: a
    /// declared child and a declared in-law who rent, here and in other villages, somebody who does so while in office, and
    /// a council and its supervisors who are married.
    mutating func fillOffices() {
        for (number, village) in DemoText.largeVillages.enumerated() where number % 3 == 0 {
            for (position, office) in ["council", "accounts", "supervisors"].enumerated() {
                fill(office, of: village, DemoText.officeHolder(number, position), number * 3 + position)
            }
        }
        declare("child", lessee: 17, of: 3)
        declare("inLaw", lessee: 47, of: 9)
        let (village, lessee) = (DemoText.largeVillages[6], 31)
        if let identity = Self.identity(ofLessee: DemoText.lessees[lessee].id) {
            enter("treasurer", of: village, DemoText.lessees[lessee].name, identity, office: "accounts")
        }
        if let spouse = Self.identity(inOffice: 2) {
            declare("spouse", DemoText.officeHolder(0, 2), spouse, of: DemoText.largeVillages[0])
        }
    }

    static func identity(ofLessee id: String) -> IdentityNumber? {
        let digits = (id.split(separator: "-").last.flatMap { Int($0) } ?? 0) + 100
        return IdentityNumber.completing("14049819800101\(digits)")
    }

    private static func identity(inOffice serial: Int) -> IdentityNumber? {
        IdentityNumber.completing("14049819720303\(100 + serial)")
    }

    private mutating func fill(_ office: String, of village: DemoVillage, _ name: String, _ serial: Int) {
        guard let identity = Self.identity(inOffice: serial) else { return }
        enter(office, of: village, name, identity, office: office)
    }

    private mutating func enter(
        _ term: String, of village: DemoVillage, _ name: String, _ identity: IdentityNumber, office: String
    ) {
        give(
            day(Self.largeDays - 3, 11 * 60), village.station, "assembly.fillOffice", "\(village.id)-\(term)",
            [
                "term": .string("\(village.id)-\(term)"), "organisation": .string(village.collective),
                "office": .string(office), "name": .string(name), "identityNumber": .string(identity.revealed),
                "from": base.date.adding(days: 3 - Self.largeDays).field,
            ])
    }

    private mutating func declare(_ relation: String, lessee: Int, of village: Int) {
        let lessee = DemoText.lessees[lessee]
        guard let identity = Self.identity(ofLessee: lessee.id) else { return }
        declare(relation, lessee.name, identity, of: DemoText.largeVillages[village])
    }

    private mutating func declare(
        _ relation: String, _ name: String, _ identity: IdentityNumber, of village: DemoVillage
    ) {
        give(
            day(Self.largeDays - 3, 12 * 60), village.station, "assembly.declareKin", "\(village.id)-\(relation)",
            [
                "kin": .string("\(village.id)-\(relation)"), "term": .string("\(village.id)-council"),
                "relation": .string(relation), "name": .string(name), "identityNumber": .string(identity.revealed),
            ])
    }
}
