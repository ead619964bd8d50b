package import Kernel

/// A contract enters the register; the asset is let from its first day to its last.
package struct ContractRegistered: EventPayload {
    package static let name = "contractRegistered"

    package let contract: ContractID
    package let division: DivisionID
    package let terms: ContractTerms

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), division: pass.value("division", \.division),
            terms: pass.inlined(\.terms))
    }
}

/// A contract is authenticated and has its certificate; the first print is number 1.
package struct ContractAuthenticated: EventPayload {
    package static let name = "contractAuthenticated"

    package let contract: ContractID
    package var lot: LotID?
    package let number: CertificateNumber
    package let level: CertificateLevel
    package let category: TradeCategory
    /// The county and year the serial number counts in.
    package let county: DivisionID
    package let year: Int64
    package let serial: Int64
    package let division: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), lot: pass.optional("lot", \.lot),
            number: pass.value("number", \.number), level: pass.value("level", \.level),
            category: pass.value("category", \.category), county: pass.value("county", \.county),
            year: pass.value("year", \.year), serial: pass.value("serial", \.serial),
            division: pass.value("division", \.division))
    }
}

/// A certificate was printed once more.
package struct CertificateReprinted: EventPayload {
    package static let name = "certificateReprinted"

    package let contract: ContractID
    package let number: CertificateNumber
    /// The number of this print, from 2.
    package let print: Int64
    package let reason: String
    package let division: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), number: pass.value("number", \.number),
            print: pass.value("print", \.print), reason: pass.value("reason", \.reason),
            division: pass.value("division", \.division))
    }
}

/// A county or township fixed a figure of its own from a day on.
package struct ParameterSet: EventPayload {
    package static let name = "parameterSet"

    package let division: DivisionID
    package let key: ParameterKey
    package let value: Int64
    package let validFrom: CivilDate
    package let source: String
    /// How many times this key has been set for this place, from 1.
    package let version: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            division: pass.value("division", \.division), key: pass.value("key", \.key),
            value: pass.value("value", \.value), validFrom: pass.value("validFrom", \.validFrom),
            source: pass.value("source", \.source), version: pass.value("version", \.version))
    }
}
