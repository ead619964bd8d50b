package import Kernel
package import Registry

/// A paper of section 1.4.
package enum Material: String, FieldChoice, Sendable {
    case applicationForm, rightProof, registrationCertificate, resolutionMinutes, householdMandates, parcelList
    case valuationReport, departmentOpinion, collectiveCharter, projectPlan, auctioneerLicence, scoringRules
    case powerOfAttorney, lesseeWaiver, photographs, capacityReview, other
}

/// How a paper is shown: by a record the house holds itself, by a resolution of the register, or on paper.
package enum MaterialProof: String, FieldChoice, Sendable { case register, resolution, paper }

/// Who offers: households' land bundled by the collective, a household's own right, or the collective's.
package enum SellerKind: String, FieldChoice, Sendable {
    case collective, household, bundle

    package init(right: AssetRight, households: Int64?) {
        switch right {
        case .contractedManagement: self = (households ?? 1) > 1 ? .bundle : .household
        case .ownership, .operation: self = (households ?? 0) > 1 ? .bundle : .collective
        }
    }
}

/// One row of the list of papers; nil asks nothing of that column. Dated, with its source.
package struct MaterialRow: Sendable, Hashable {
    package let category: TradeCategory?
    package let seller: SellerKind?
    package let mode: TradingMode?
    package let way: TransferWay?
    package let material: Material
    package let proof: MaterialProof
    package let validFrom: CivilDate
    package let source: String
    package let evidence: Evidence

    func applies(to terms: LotTerms, _ kind: SellerKind, on day: CivilDate) -> Bool {
        (category.map { $0 == terms.category } ?? true) && (seller.map { $0 == kind } ?? true)
            && (mode.map { $0 == terms.mode } ?? true) && (way.map { $0 == terms.transferWay } ?? true)
            && validFrom <= day
    }
}

/// The papers one lot needs.
package struct Checklist: Sendable, Hashable {
    package let rows: [MaterialRow]
    /// Whether a resolution with its evidence is in the register.
    package let hasResolution: Bool

    package init(_ rows: [MaterialRow] = [], hasResolution: Bool = false) {
        self.rows = rows
        self.hasResolution = hasResolution
    }

    /// What a lot of these terms needs of such a seller on a day, each paper once, in the order of the list.
    package init(_ terms: LotTerms, _ seller: SellerKind, on day: CivilDate, hasResolution: Bool) {
        var seen: Set<Material> = []
        rows = Checklist.shipped.filter { $0.applies(to: terms, seller, on: day) && seen.insert($0.material).inserted }
        self.hasResolution = hasResolution
    }

    /// What is neither proved by the register nor among `papers`.
    package func missing(_ papers: Set<Material>) -> [Material] {
        rows.filter { row in
            switch row.proof {
            case .register: false
            case .resolution: !hasResolution && !papers.contains(row.material)
            case .paper: !papers.contains(row.material)
            }
        }.map(\.material)
    }

    /// Rows of `Resources/materials.csv`.
    package static let shipped: [MaterialRow] = {
        guard let rows = try? parse(PackageResources.materials_csv) else {
            preconditionFailure("the shipped list of papers is readable")
        }
        return rows
    }()

    static func parse(_ bytes: [UInt8]) throws(Rejection) -> [MaterialRow] {
        let table = try ShippedTable(
            bytes,
            columns: ["category", "seller", "mode", "way", "material", "proof", "validFrom", "source", "mark"])
        var rows: [MaterialRow] = []
        for record in table.records {
            func text(_ column: String) -> String { record.text(column) }
            func choice<Choice: RawRepresentable>(_ column: String, _ type: Choice.Type) throws(Rejection) -> Choice?
            where Choice.RawValue == String {
                if text(column) == "*" { return nil }
                guard let value = Choice(rawValue: text(column)) else {
                    throw ExchangeRefusal.bankRow(record.row, column)
                }
                return value
            }
            guard let material = Material(rawValue: text("material")),
                let proof = MaterialProof(rawValue: text("proof")),
                let day = CivilDate(text("validFrom")), let evidence = Evidence(rawValue: text("mark")),
                !text("source").isEmpty
            else { throw ExchangeRefusal.bankRow(record.row, "material") }
            rows.append(
                MaterialRow(
                    category: try choice("category", TradeCategory.self), seller: try choice("seller", SellerKind.self),
                    mode: try choice("mode", TradingMode.self), way: try choice("way", TransferWay.self),
                    material: material, proof: proof, validFrom: day, source: text("source"), evidence: evidence))
        }
        return rows
    }
}
