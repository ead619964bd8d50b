package import HJ212
import FoundationEssentials

/// JSON of strangers, with decimals: numbers become millionths, or stay text where they are none.
package enum SampleJSON: Sendable, Hashable, Decodable {
    case null
    case bool(Bool)
    case number(Micro)
    case string(String)
    case array([SampleJSON])
    case object([String: SampleJSON])

    package init(from decoder: any Decoder) throws {
        let one = try decoder.singleValueContainer()
        if one.decodeNil() {
            self = .null
        } else if let flag = try? one.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? one.decode(Decimal.self) {
            let text = "\(number)"
            self = (try? Micro.read(text).get()).map(SampleJSON.number) ?? .string(text)
        } else if let text = try? one.decode(String.self) {
            self = .string(text)
        } else if let list = try? one.decode([SampleJSON].self) {
            self = .array(list)
        } else {
            self = .object(try one.decode([String: SampleJSON].self))
        }
    }

    /// Nil where the bytes are no JSON (`NaN` is none).
    package init?(_ bytes: [UInt8]) {
        guard let read = try? JSONDecoder().decode(SampleJSON.self, from: Data(bytes)) else { return nil }
        self = read
    }

    package subscript(_ name: String) -> SampleJSON? {
        if case .object(let members) = self { members[name] } else { nil }
    }
    package var object: [String: SampleJSON]? { if case .object(let members) = self { members } else { nil } }
    package var array: [SampleJSON]? { if case .array(let list) = self { list } else { nil } }
    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }

    /// A number, also one that was written as a text.
    package var number: Micro? {
        switch self {
        case .number(let number): number
        case .string(let text): try? Micro.read(text).get()
        default: nil
        }
    }

    package var whole: Int64? { number.flatMap { $0.units % 1_000_000 == 0 ? $0.units / 1_000_000 : nil } }

    static func whole(_ number: Int) -> SampleJSON { .number(Micro(Int64(number) * 1_000_000)) }
    static func number(_ number: Micro?) -> SampleJSON { number.map { .number($0) } ?? .null }
    static func flag(_ flag: Bool?) -> SampleJSON { flag.map { .bool($0) } ?? .null }
}
