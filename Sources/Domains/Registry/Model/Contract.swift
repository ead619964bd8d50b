package import Kernel

/// One payment of a contract.
package struct Instalment: FieldRecord, Hashable {
    /// From 1, in the order of the due dates.
    package let number: Int64
    package let due: CivilDate
    package let amount: Money

    package init(number: Int64, due: CivilDate, amount: Money) {
        self.number = number
        self.due = due
        self.amount = amount
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            number: pass.whole("number", \.number, in: CountDomain.self), due: pass.value("due", \.due),
            amount: pass.value("amountFen", \.amount))
    }
}

/// Who certified a deal: the letter in the certificate's number.
package enum CertificateLevel: String, FieldChoice {
    case county, township, village

    package var letter: String {
        switch self {
        case .county: "C"
        case .township: "T"
        case .village: "V"
        }
    }
}

/// A contract as it stands in the register.
package struct Contract: Sendable, Hashable {
    package let id: ContractID
    package let lot: LotID?
    package let asset: AssetID
    /// Where the asset lies.
    package let division: DivisionID
    package let lessor: OrganisationID
    package let lessee: PartyID
    package let category: TradeCategory
    package let way: TransferWay
    package let start: CivilDate
    /// The last day of the term.
    package let end: CivilDate
    /// For one year: per mu where the asset has an area, otherwise for the whole.
    package let unitPrice: Money
    package let total: Money
    package let use: String
    package let certificate: CertificateNumber?
}

/// A certificate of contract authentication.
package struct Certificate: Sendable, Hashable {
    package let number: CertificateNumber
    package let contract: ContractID
    package let lot: LotID?
    package let level: CertificateLevel
    package let issued: Instant
    /// How often it has been printed; every print has its own number.
    package let prints: Int
}
