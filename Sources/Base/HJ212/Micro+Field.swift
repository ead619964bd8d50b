package import Kernel

/// In the log and in JSON as decimal text, `46.6667`, so that nobody has to know of millionths.
extension Micro: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        let text: String
        switch field {
        case .string(let said): text = said.filter { $0 != " " }
        case .integer(let number): text = String(number)
        default: throw KernelRejection.wrongType(field: "", expected: .decimal).rejection
        }
        guard case .success(let micro) = Micro.read(text), micro.units.magnitude <= UInt64(Micro.highest) else {
            throw KernelRejection.wrongType(field: "", expected: .decimal).rejection
        }
        self = micro
    }

    /// Nothing that is measured here is larger: 10^12 of any unit.
    package static let highest: Int64 = 1_000_000_000_000_000_000

    package var field: JSON { .string(shortest) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: 24), unit: "decimal") }
    package static var example: Micro { Micro(23_400_000) }
}
