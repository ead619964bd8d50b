package import Kernel
import Registry

/// What is paid for a certificate: dated rows with their source. The shipped ones are another province's, as an example of
/// the table's shape; the county's own replace them.
package struct SubsidyRate: Sendable, Hashable {
    package let kind: CertificateKind
    /// How scarce the occupation is: A, B or C.
    package let scarcity: String
    package let level: Int64?
    package let amount: Money
    package let from: CivilDate
    package let source: String

    /// The row that holds on `day`; nil where nothing is paid for such a certificate.
    package static func of(_ award: Award, on day: CivilDate) -> SubsidyRate? {
        let scarcity = classes.last { $0.occupation == award.occupation && $0.from <= day }?.scarcity
        return shipped.last {
            $0.kind == award.kind && $0.scarcity == scarcity && $0.level == award.level && $0.from <= day
        }
    }

    private struct ScarcityRow: Sendable {
        let occupation: Occupation
        let scarcity: String
        let from: CivilDate
    }

    private static let classes = ShippedTable.rows(
        PackageResources.subsidy_classes_csv, columns: ["occupation", "class", "from", "source"]
    ) { record -> ScarcityRow? in
        guard let occupation = Occupation(rawValue: record.text("occupation")),
            let from = CivilDate(record.text("from"))
        else { return nil }
        return ScarcityRow(occupation: occupation, scarcity: record.text("class"), from: from)
    }.sorted { $0.from < $1.from }

    package static let shipped = ShippedTable.rows(
        PackageResources.subsidy_rates_csv, columns: ["kind", "class", "level", "yuan", "from", "source"]
    ) { record -> SubsidyRate? in
        guard let kind = CertificateKind(rawValue: record.text("kind")), let yuan = Int64(record.text("yuan")),
            let from = CivilDate(record.text("from"))
        else { return nil }
        return SubsidyRate(
            kind: kind, scarcity: record.text("class"), level: Int64(record.text("level")),
            amount: Money(fen: yuan * 100), from: from, source: record.text("source"))
    }.sorted { $0.from < $1.from }
}
