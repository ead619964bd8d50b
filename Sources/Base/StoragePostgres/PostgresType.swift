import CLibPQ
import Storage

/// The few types our tables and answers have, by their fixed numbers in PostgreSQL's catalogue.
enum PostgresType {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let numeric: Oid = 1700
    static let unknown: Oid = 0

    static func array(of element: Oid) -> Oid? {
        switch element {
        case int8: 1016
        case text: 1009
        case bytea: 1001
        default: nil
        }
    }

    static func name(of element: Oid) -> String {
        switch element {
        case int8: "bigint"
        case bytea: "bytea"
        default: "text"
        }
    }

    /// The type a bound value is declared with; null is left for the server to infer.
    static func of(_ value: SQLValue) -> Oid {
        switch value {
        case .null: unknown
        case .integer: int8
        case .text: text
        case .blob: bytea
        }
    }
}

/// What a parameter of a statement is: one value, or a column of values as an array.
enum PostgresParameter {
    case value(SQLValue)
    case array(type: Oid, bytes: [UInt8])

    var type: Oid {
        switch self {
        case .value(let value): PostgresType.of(value)
        case .array(let type, _): type
        }
    }

    var isNull: Bool { if case .value(.null) = self { true } else { false } }
}

/// Numbers and values in the network's byte order, as the binary protocol wants them.
extension [UInt8] {
    mutating func append16(_ number: Int16) { appendBytes(UInt64(UInt16(bitPattern: number)), count: 2) }
    mutating func append32(_ number: Int32) { appendBytes(UInt64(UInt32(bitPattern: number)), count: 4) }
    mutating func append64(_ number: Int64) { appendBytes(UInt64(bitPattern: number), count: 8) }

    private mutating func appendBytes(_ number: UInt64, count: Int) {
        for shift in stride(from: (count - 1) * 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    /// The value's bytes; none for null.
    mutating func append(_ value: SQLValue) {
        switch value {
        case .null: break
        case .integer(let number): append64(number)
        case .text(let text): append(contentsOf: text.utf8)
        case .blob(let bytes): append(contentsOf: bytes)
        }
    }

    /// The value's length and bytes, −1 for null: an element of an array, a field of COPY.
    mutating func appendField(_ value: SQLValue) {
        switch value {
        case .null: append32(-1)
        case .integer: append32(8)
        case .text(let text): append32(Int32(text.utf8.count))
        case .blob(let bytes): append32(Int32(bytes.count))
        }
        append(value)
    }
}

/// Reads what the server answered in binary.
struct PostgresReader {
    let bytes: UnsafeRawBufferPointer

    func integer(at offset: Int, size: Int) -> Int64 {
        var number: UInt64 = 0
        for index in 0..<size { number = number << 8 | UInt64(bytes[offset + index]) }
        let shift = UInt64(64 - size * 8)
        return Int64(bitPattern: number << shift) >> Int64(shift)
    }

    /// The sum of integers comes as `numeric`: base 10,000 digits. An integer where it is one, else its text.
    func numeric() -> SQLValue {
        let count = Int(integer(at: 0, size: 2))
        let weight = Int(integer(at: 2, size: 2))
        let isNegative = integer(at: 4, size: 2) != 0
        let scale = Int(integer(at: 6, size: 2))
        func group(_ position: Int) -> Int {
            (0..<count).contains(position) ? Int(integer(at: 8 + position * 2, size: 2)) : 0
        }
        func padded(_ group: Int) -> String { String(String(10_000 + group).dropFirst()) }
        var whole = ""
        if weight >= 0 { for position in 0...weight { whole += padded(group(position)) } }
        let digits = whole.drop { $0 == "0" }
        let sign = isNegative ? "-" : ""
        var text = sign + (digits.isEmpty ? "0" : digits)
        if scale == 0 {
            return Int64(text).map { .integer($0) } ?? .text(text)
        }
        var fraction = ""
        while fraction.utf8.count < scale { fraction += padded(group(weight + 1 + fraction.utf8.count / 4)) }
        text += "." + fraction.prefix(scale)
        return .text(text)
    }
}
