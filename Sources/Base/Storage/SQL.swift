/// A value as both databases keep it. There is no floating point: money, area and instants are integers.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])
}

/// A statement and the values bound to it. Interpolating a value binds it; only literals become text.
///
///     let sql: SQL = "SELECT name FROM party WHERE id = \(party) AND opened <= \(now)"
///
/// A `String` variable does not type-check as SQL. Text is the subset both databases share (`docs/storage.md`).
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// With numbered parameters: `?1`, `?2`.
    package private(set) var text: String
    package private(set) var values: [SQLValue]

    package init(stringLiteral value: String) {
        text = value
        values = []
    }

    package init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    package struct Interpolation: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        package mutating func appendInterpolation(_ value: some SQLValueConvertible) {
            values.append(value.sqlValue)
            text += "?\(values.count)"
        }

        package mutating func appendInterpolation(_ value: (some SQLValueConvertible)?) {
            values.append(value?.sqlValue ?? .null)
            text += "?\(values.count)"
        }

        /// A list in parentheses, for `IN`; an empty list matches nothing.
        package mutating func appendInterpolation(list: [some SQLValueConvertible]) {
            guard !list.isEmpty else {
                text += "(NULL)"
                return
            }
            text += "("
            for (position, value) in list.enumerated() {
                if position > 0 { text += ", " }
                appendInterpolation(value)
            }
            text += ")"
        }

        /// Another piece of SQL, its values renumbered.
        package mutating func appendInterpolation(_ part: SQL) {
            var rest = part.text[...]
            while let mark = rest.firstIndex(of: "?") {
                text += rest[..<mark]
                rest = rest[rest.index(after: mark)...]
                let digits = rest.prefix { $0.isNumber }
                guard let number = Int(digits) else { preconditionFailure("unnumbered parameter in SQL") }
                text += "?\(values.count + number)"
                rest = rest[digits.endIndex...]
            }
            text += rest
            values += part.values
        }

        /// The name of a table or column the program itself chose; never anything a person typed.
        package mutating func appendInterpolation(name: StaticString) {
            text += name.description
        }
    }

    package static func + (left: SQL, right: SQL) -> SQL { "\(left)\(right)" }

    /// Pieces with `separator` between them, as for a list of conditions.
    package static func joined(_ parts: [SQL], by separator: SQL) -> SQL {
        guard var all = parts.first else { return "" }
        for part in parts.dropFirst() { all = "\(all)\(separator)\(part)" }
        return all
    }
}

/// A value that can be bound to a statement and read from a row.
package protocol SQLValueConvertible: Sendable {
    init(sqlValue: SQLValue) throws(StorageError)
    var sqlValue: SQLValue { get }
}
