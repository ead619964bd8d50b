package import Kernel

/// What contracts of a place are judged by: guide prices, longest terms, tolerances, who was in office and whose close
/// relatives they have. A table of keys and values; each row of the shipped one has its source.
package struct CleanupParameters: Sendable, Hashable {
    package struct Term: Sendable, Hashable {
        package let person: String
        package let from: CivilDate?
        package let until: CivilDate?

        package func holds(on day: CivilDate) -> Bool { (from ?? .first) <= day && day <= (until ?? .last) }
    }

    /// By class of land: fen for a mu and year, nil where there is none.
    package var guidePrices: [String: Money] = [:]
    /// By class of land: years; a class that is listed without a number is bound by the end of the second round.
    package var longestYears: [String: Int] = [:]
    package var boundByRound: Set<String> = []
    package var secondRoundEnd: CivilDate?
    package var toleranceBasisPoints: Int64 = 500
    package var tolerance = Area(units: 1_000)
    /// One payment for more years than these is for decades.
    package var oneOffYears = 10
    package var offices: [Term] = []
    /// By person: those in office whose close relative they are.
    package var relatives: [String: Set<String>] = [:]
    package var asOf: CivilDate?

    package init() {}

    package enum Column: String, Sendable, CaseIterable { case key, value }

    /// Every row's answer; a row that is not understood is named and changes nothing.
    package static func read(_ bytes: [UInt8]) throws(Rejection) -> (CleanupParameters, [Table<Column>.Answer<String>])
    {
        // A key alone says something: a class of land that only the end of the second round bounds.
        let columns = Column.allCases.map {
            TableColumn($0, [$0.rawValue] + CleanupText.heading($0), isRequired: $0 == .key)
        }
        let table = try TableReader(columns).read(bytes)
        guard table.has(.value) else {
            throw KernelRejection.tableHeading(missing: CleanupText.heading(.value)).rejection
        }
        var parameters = CleanupParameters()
        let answers = table.answers { row throws(Rejection) in
            let key = try row.value(.key, as: String.self)
            try parameters.take(key, try row.text(.value), row.heading(.value))
            return .accepted(key)
        }
        return (parameters, answers)
    }

    private mutating func take(_ key: String, _ value: String, _ field: String) throws(Rejection) {
        let parts = key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts.count == 2 ? parts[1] : ""
        switch (parts[0], name.isEmpty) {
        case ("guideFenPerMuYear", false):
            guidePrices[name] = value.isEmpty ? nil : Money(fen: try whole(value, field))
        case ("capYears", false):
            if value.isEmpty { boundByRound.insert(name) } else { longestYears[name] = Int(try whole(value, field)) }
        case ("office", false): offices.append(try term(name, value, field))
        case ("closeRelative", false): relatives[name, default: []].insert(value)
        case ("secondRoundEnd", true): secondRoundEnd = try day(value, field)
        case ("asOf", true): asOf = try day(value, field)
        case ("areaToleranceRatio", true): toleranceBasisPoints = try ratio(value, field)
        case ("areaToleranceUnits", true): tolerance = Area(units: try whole(value, field))
        case ("oneOffYears", true): oneOffYears = Int(try whole(value, field))
        default: throw KernelRejection.unknownField(field: key).rejection
        }
    }

    private func whole(_ text: String, _ field: String) throws(Rejection) -> Int64 {
        guard let number = SheetAmounts.decimal(Folding.code(text), scale: 0) else {
            throw KernelRejection.wrongType(field: field, expected: .integer).rejection
        }
        return number
    }

    /// `5 %` or `5`.
    private func ratio(_ text: String, _ field: String) throws(Rejection) -> Int64 {
        var plain = Folding.code(text)
        if plain.last == "%" { plain.removeLast() }
        guard let points = SheetAmounts.decimal(plain, scale: 2), points <= 10_000 else {
            throw KernelRejection.wrongType(field: field, expected: .percent).rejection
        }
        return points
    }

    private func day(_ text: String, _ field: String) throws(Rejection) -> CivilDate {
        guard let day = SheetDates.day(text) else { throw KernelRejection.badDate(field: field).rejection }
        return day
    }

    /// `2015-01-01..2021-02-28`; an open end is empty.
    private func term(_ person: String, _ text: String, _ field: String) throws(Rejection) -> Term {
        guard let dots = text.firstRange(of: "..") else { throw KernelRejection.badDate(field: field).rejection }
        let (from, until) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
        return Term(
            person: person, from: from.isEmpty ? nil : try day(from, field),
            until: until.isEmpty ? nil : try day(until, field))
    }
}

extension CleanupParameters {
    /// What the program ships: law and practice with their sources; no guide prices and nobody in office.
    package static let standard: CleanupParameters = {
        guard let (parameters, _) = try? read(PackageResources.cleanup_parameters_csv) else {
            preconditionFailure("the shipped parameters of the clean-up are readable")
        }
        return parameters
    }()
}
