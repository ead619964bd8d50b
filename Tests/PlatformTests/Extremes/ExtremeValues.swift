import Kernel
import Registry
@testable import Platform

/// Values at and around the bounds of a field's kind, and such as nobody should send: generated from the shapes that the
/// commands are read with, so a new field is tried by itself.
enum ExtremeValues {
    static let texts: [String] = [
        "", " ", "-1", "0", "9223372036854775807", "-9223372036854775808", "1e400", "NaN", "\u{0}", "a\u{202E}b",
        "e\u{301}", "\u{200B}", "\u{3164}", "\u{FEFF}x", "\u{2066}x\u{2069}", "１２３", "<b>&\"'", "../..", "名\n\r\t名",
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{FFFD}", "%s%n{1}\\(x)", "';--",
        String(repeating: "\u{301}", count: 300), String(repeating: "村", count: 70_000),
    ]

    static let numbers: [Int64] =
        [.min, .min + 1, -2, -1, 0, 1, 2, .max - 1, .max]
        + (1...18).flatMap { power in
            let tens = (0..<power).reduce(Int64(1)) { product, _ in product * 10 }
            return [tens, -tens]
        }

    static let dates = [
        "1899-12-31", "1900-01-01", "1949-10-01", "2024-02-29", "2023-02-29", "2199-12-31", "2200-01-01", "9999-12-31",
        "10000-01-01", "0001-01-01", "0000-00-00", "-1", "",
    ]

    /// In the exact notation. `base` is what stood there; nil values leave the field out.
    static func of(_ shape: FieldShape, base: JSON?) -> [JSON?] {
        let strange: [JSON?] = [nil, .null, .array([]), .object([:]), .bool(true), .string("x"), .integer(7)]
        switch shape.kind {
        case .paper: return strange + texts.map { .string($0) }
        case .text(let longest):
            return strange + texts.map { .string($0) }
                + [longest, longest + 1].map { .string(String(repeating: "a", count: min($0, 500_001))) }
        case .integer, .money, .area: return strange + around(shape.range).map { .integer($0) }
        case .instant:
            return strange + around(shape.range).map { .integer($0) }
                + (dates.map { $0 + "T00:00:00+08:00" } + ["2199-12-31T23:59:59.999Z", "2020-01-01T24:00:00+14:00"])
                .map { .string($0) }
        case .date: return strange + dates.map { .string($0) } + texts.prefix(6).map { .string($0) }
        case .flag: return strange + [.bool(false)]
        case .choice(let choices): return strange + (choices + ["nothing", ""]).map { .string($0) }
        case .identifier:
            let names = ["a", String(repeating: "a", count: 64), String(repeating: "a", count: 65), "a/b", "é", "a..b"]
            return strange + (names + texts.prefix(16)).map { .string($0) }
        case .list(let parts): return strange + lists(parts, base?.array ?? [])
        case .object(let parts): return strange + records(parts, base?.object ?? [:]).map { .object($0) }
        }
    }

    /// Values that somebody might have given instead: beside the bounds of the field's kind, or beside what stood there.
    static func near(_ shape: FieldShape, base: JSON?) -> [JSON] {
        switch shape.kind {
        case .text(let longest):
            guard let base, let text = base.string, !shape.isPersonal else { return base.map { [$0] } ?? [] }
            return ["\(text)。", "<b>\(text)&\"'", " \(text)\u{3000}", String(repeating: "村", count: min(longest, 60))]
                .map { .string($0) }
        case .integer, .money, .area:
            guard let number = base?.integer else { return [] }
            return [number + 1, number - 1, number * 2, number, shape.range?.lowerBound ?? 1].map { .integer($0) }
        case .instant:
            guard let moment = base?.integer else { return base.map { [$0] } ?? [] }
            return [moment + 1, moment + 60_000, moment + 86_400_000].map { .integer($0) }
        case .date:
            guard let date = base?.string.flatMap({ CivilDate($0) }) else { return base.map { [$0] } ?? [] }
            return [-1, 0, 1].map { .string(date.adding(days: $0).description) }
        case .flag: return [.bool(true), .bool(false)]
        case .choice(let choices): return choices.map { .string($0) }
        case .identifier, .paper, .list, .object: return base.map { [$0] } ?? []
        }
    }

    private static func around(_ range: ClosedRange<Int64>?) -> [Int64] {
        guard let range else { return numbers }
        return [range.lowerBound, range.upperBound].flatMap { [$0 - 1, $0, $0 + 1] } + numbers
    }

    private static func lists(_ parts: [FieldShape.Field], _ base: [JSON]) -> [JSON] {
        guard let first = parts.first, !first.name.isEmpty else {
            let shape = parts.first?.shape ?? FieldShape(.flag)
            return of(shape, base: base.first).compactMap { $0 }.map { .array([$0]) }
                + [.array(Array(repeating: base.first ?? "x", count: 1_000))]
        }
        let element = base.first?.object ?? ExtremeValues.plain(parts, names: [:])
        return records(parts, element).map { .array([.object($0)] + base.dropFirst()) }
            + [.array(Array(repeating: .object(element), count: 1_000))]
    }

    /// The record with one field changed, one after the other.
    static func records(_ fields: [FieldShape.Field], _ base: [String: JSON]) -> [[String: JSON]] {
        fields.flatMap { field in
            of(field.shape, base: base[field.name]).map { value in
                var record = base
                record[field.name] = value
                return record
            }
        }
    }

    /// Something that can be read, with the house's own names where it has one of the kind.
    static func plain(_ fields: [FieldShape.Field], names: [String: [String]]) -> [String: JSON] {
        var record: [String: JSON] = [:]
        for field in fields where !field.isOptional || field.shape.isPersonal {
            record[field.name] = plain(field.shape, field.name, names)
        }
        return record
    }

    private static func plain(_ shape: FieldShape, _ name: String, _ names: [String: [String]]) -> JSON {
        switch shape.kind {
        case .paper: .string(String(repeating: "ab", count: 32))
        case .text where shape.unit == LandOutline.shape.unit: .string(LandOutline.example.text)
        case .text: name.lowercased().contains("digest") ? .string(String(repeating: "ab", count: 32)) : "文字"
        case .integer: .integer(max(1, shape.range?.lowerBound ?? 1))
        case .money: 100_000
        case .area: 10_000
        case .instant: "2024-06-03T09:00:00+08:00"
        case .date: "2024-06-03"
        case .flag: true
        case .choice(let choices): .string(choices.first ?? "")
        case .identifier: .string(names[name]?.first ?? "x-\(name.lowercased())")
        case .list(let parts):
            parts.first?.name.isEmpty == true
                ? .array([plain(parts[0].shape, name, names)]) : .array([.object(plain(parts, names: names))])
        case .object(let parts): .object(plain(parts, names: names))
        }
    }
}
