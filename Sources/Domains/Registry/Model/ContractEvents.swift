package import Kernel

/// A contract enters the register; the asset is let from its first day to its last.
package struct ContractRegistered: EventPayload {
    package static let name = "contractRegistered"

    package let contract: ContractID
    package let division: DivisionID
    package let terms: ContractTerms

    package init(
        contract: ContractID, division: DivisionID, terms: ContractTerms
    ) {
        self.contract = contract
        self.division = division
        self.terms = terms
    }

    package init(reading reader: inout FieldReader) {
        contract = reader.value("contract")
        division = reader.value("division")
        terms = ContractTerms(reading: &reader)
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("contract", contract)
        writer.put("division", division)
        terms.write(to: &writer)
    }
}

/// A contract is authenticated and has its certificate; the first print is number 1.
package struct ContractAuthenticated: EventPayload {
    package static let name = "contractAuthenticated"

    package let contract: ContractID
    package let lot: LotID?
    package let number: CertificateNumber
    package let level: CertificateLevel
    package let category: TradeCategory
    /// The county and year the serial number counts in.
    package let county: DivisionID
    package let year: Int64
    package let serial: Int64
    package let division: DivisionID

    package init(
        contract: ContractID, lot: LotID? = nil, number: CertificateNumber, level: CertificateLevel,
        category: TradeCategory, county: DivisionID, year: Int64, serial: Int64, division: DivisionID
    ) {
        self.contract = contract
        self.lot = lot
        self.number = number
        self.level = level
        self.category = category
        self.county = county
        self.year = year
        self.serial = serial
        self.division = division
    }

    package init(reading reader: inout FieldReader) {
        contract = reader.value("contract")
        lot = reader.optional("lot")
        number = reader.value("number")
        level = reader.value("level")
        category = reader.value("category")
        county = reader.value("county")
        year = reader.value("year")
        serial = reader.value("serial")
        division = reader.value("division")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("contract", contract)
        writer.put("lot", lot)
        writer.put("number", number)
        writer.put("level", level)
        writer.put("category", category)
        writer.put("county", county)
        writer.put("year", year)
        writer.put("serial", serial)
        writer.put("division", division)
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

    package init(
        contract: ContractID, number: CertificateNumber, print: Int64, reason: String, division: DivisionID
    ) {
        self.contract = contract
        self.number = number
        self.print = print
        self.reason = reason
        self.division = division
    }

    package init(reading reader: inout FieldReader) {
        contract = reader.value("contract")
        number = reader.value("number")
        print = reader.value("print")
        reason = reader.value("reason")
        division = reader.value("division")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("contract", contract)
        writer.put("number", number)
        writer.put("print", print)
        writer.put("reason", reason)
        writer.put("division", division)
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

    package init(
        division: DivisionID, key: ParameterKey, value: Int64, validFrom: CivilDate, source: String, version: Int64
    ) {
        self.division = division
        self.key = key
        self.value = value
        self.validFrom = validFrom
        self.source = source
        self.version = version
    }

    package init(reading reader: inout FieldReader) {
        division = reader.value("division")
        key = reader.value("key")
        value = reader.value("value")
        validFrom = reader.value("validFrom")
        source = reader.value("source")
        version = reader.value("version")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("division", division)
        writer.put("key", key)
        writer.put("value", value)
        writer.put("validFrom", validFrom)
        writer.put("source", source)
        writer.put("version", version)
    }
}
