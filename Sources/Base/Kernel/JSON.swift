/// A JSON value as the house knows it: no floating point, no duplicate keys. Money and area are integers.
package enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A decimal for documents other programs read (`units` × 10^−`scale`); parsed only where the limits say so, never in a leaf.
    case decimal(units: Int64, scale: Int)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    package var object: [String: JSON]? {
        if case .object(let members) = self { members } else { nil }
    }

    package var array: [JSON]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    package var integer: Int64? {
        if case .integer(let number) = self { number } else { nil }
    }

    package var bool: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }

    /// The member of an object; nil for anything else.
    package subscript(_ name: String) -> JSON? { object?[name] }
}
