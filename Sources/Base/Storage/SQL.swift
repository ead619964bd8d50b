/// A value as both databases keep it. There is no floating point: money, area and instants are integers.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    /// As the databases compare: byte by byte. To Swift, a letter and the same letter in two parts are one text.
    package static func == (a: Self, b: Self) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.integer(let a), .integer(let b)): a == b
        case (.text(let a), .text(let b)): a == b && a.utf8.elementsEqual(b.utf8)
        case (.blob(let a), .blob(let b)): a == b
        default: false
        }
    }
}

/// A statement and the values bound to it. Interpolating a value binds it; only literals become text.
///
///     let sql: SQL = "SELECT name FROM party WHERE id = \(party) AND opened <= \(now)"
///
/// A `String` variable does not type-check as SQL. Text is the subset both databases share (`docs/storage.md`).
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// With numbered parameters: `?1`, `?2`.
    package private(set) var text: String
    /// What PostgreSQL is given where the two texts must differ; nil where the translation of `text` will do.
    package private(set) var postgresText: String?
    package private(set) var values: [SQLValue]

    package init(stringLiteral value: String) {
        text = value
        values = []
    }

    package init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
        postgresText = stringInterpolation.postgresText
        values = stringInterpolation.values
    }

    /// Text put together from names of ours. Inside Storage only.
    init(trusted text: String, _ values: [SQLValue]) {
        self.text = text
        self.values = values
    }

    /// Where the stores need different words the two stand side by side. Both must bind the same values in the same
    /// order; so literals only, or the same interpolations in both.
    package static func either(sqlite: SQL, postgres: SQL) -> SQL {
        precondition(sqlite.values == postgres.values, "the two texts bind different values")
        var sql = sqlite
        sql.postgresText = postgres.postgresText ?? postgres.text
        return sql
    }

    package struct Interpolation: StringInterpolationProtocol {
        var text = ""
        var postgresText: String?
        var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            add(literal)
        }

        package mutating func appendInterpolation(_ value: some SQLValueConvertible) {
            bind(value.sqlValue)
        }

        package mutating func appendInterpolation(_ value: (some SQLValueConvertible)?) {
            bind(value?.sqlValue ?? .null)
        }

        /// A value read from one statement, bound to another as it is.
        package mutating func appendInterpolation(bound value: SQLValue) {
            bind(value)
        }

        /// A list in parentheses, for `IN`; an empty list matches nothing.
        package mutating func appendInterpolation(list: [some SQLValueConvertible]) {
            guard !list.isEmpty else { return add("(NULL)") }
            add("(")
            for (position, value) in list.enumerated() {
                if position > 0 { add(", ") }
                bind(value.sqlValue)
            }
            add(")")
        }

        /// Rows of the same number of values, as a table to join with: `(VALUES (?1, ?2), (?3, ?4))`. Its columns are
        /// `column1`, `column2` and so on.
        package mutating func appendInterpolation(rows: [[SQLValue]]) {
            precondition(!rows.isEmpty, "a table of no rows has no columns")
            add("(VALUES ")
            for (position, row) in rows.enumerated() {
                add(position > 0 ? ", (" : "(")
                for (column, value) in row.enumerated() {
                    if column > 0 { add(", ") }
                    bind(value)
                }
                add(")")
            }
            add(")")
        }

        /// Another piece of SQL, its values renumbered.
        package mutating func appendInterpolation(_ part: SQL) {
            if let other = part.postgresText {
                postgresText = (postgresText ?? text) + SQL.renumbered(other, by: values.count)
            } else {
                postgresText? += SQL.renumbered(part.text, by: values.count)
            }
            text += SQL.renumbered(part.text, by: values.count)
            values += part.values
        }

        /// The name of a table or column the program itself chose; never anything a person typed.
        package mutating func appendInterpolation(name: StaticString) {
            add(name.description)
        }

        /// The name of a table or column read from a schema of ours. Inside Storage only.
        mutating func appendInterpolation(trusted name: String) {
            precondition(name.utf8.allSatisfy { $0.isNameByte }, "not a name of ours: \(name)")
            add(name)
        }

        private mutating func bind(_ value: SQLValue) {
            values.append(value)
            add("?\(values.count)")
        }

        private mutating func add(_ piece: String) {
            text += piece
            postgresText? += piece
        }
    }

    /// `?1` becomes `?(1 + offset)`.
    private static func renumbered(_ text: String, by offset: Int) -> String {
        guard offset > 0 else { return text }
        var out = ""
        var rest = text.utf8[...]
        while let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            out += String(rest[..<mark]) ?? ""
            rest = rest[rest.index(after: mark)...]
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard let number = Int(Substring(digits)) else { preconditionFailure("unnumbered parameter in SQL") }
            out += "?\(offset + number)"
            rest = rest[digits.endIndex...]
        }
        return out + (String(rest) ?? "")
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

extension UInt8 {
    /// Lower-case letters, digits and `_`: what our names of tables and columns are made of.
    fileprivate var isNameByte: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || self == UInt8(ascii: "_")
    }
}
