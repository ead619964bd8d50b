import Cleanup
import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Platform

/// Every command and every event of the house, made of random values by the shapes of its own fields.
@Suite("Round trips") struct RoundTripTests {
    private static let modules = InstallationPlan.qianmo.modules.all
    private static let records: [(name: String, type: any FieldRecord.Type)] =
        modules.flatMap { module in
            module.commands.map { ($0.fullName, $0 as any FieldRecord.Type) }
                + module.events.map { ($0.fullName, $0 as any FieldRecord.Type) }
        }

    @Test("Each of the house's records is read and written back unchanged, 50 times with random values")
    func unchanged() throws {
        #expect(Self.records.count > 150)
        for (number, record) in Self.records.enumerated() {
            var random = RandomFields(seed: UInt64(number + 1))
            for turn in 0..<50 {
                let input = JSON.object(random.members(record.type.shapes, leavingOut: turn % 3 == 0))
                try Self.check(record.type, record.name, input)
            }
        }
    }

    @Test("Each record is read and written back at the bounds of its numbers, days and instants, and one within them")
    func bounds() throws {
        var drawn = 0
        for (number, record) in Self.records.enumerated() {
            for (turn, bound) in Bound.allCases.enumerated() {
                var random = RandomFields(seed: UInt64(number * 8 + turn + 1))
                random.bound = bound
                let input = JSON.object(random.members(record.type.shapes, leavingOut: false))
                try Self.check(record.type, record.name, input)
                drawn += random.drawn
            }
        }
        print("round trips: \(drawn) values at their bounds")
        #expect(drawn > 4_000)
    }

    @Test("A number, a day or an instant just outside its bounds is refused by the name of its field")
    func outside() throws {
        var tried = 0
        for (number, record) in Self.records.enumerated() {
            var random = RandomFields(seed: UInt64(number + 1))
            let members = random.members(record.type.shapes, leavingOut: false)
            for field in record.type.shapes {
                for value in RandomFields.outside(field.shape) {
                    tried += 1
                    var wrong = members
                    wrong[field.name] = value
                    let thrown = #expect(throws: Rejection.self, "\(record.name) took \(field.name) \(value)") {
                        try record.type.read(.object(wrong))
                    }
                    let isNamed = thrown?.flattened.contains { $0.field == field.name } == true
                    #expect(isNamed, "\(record.name) \(field.name) \(value)")
                }
            }
        }
        #expect(tried > 1_000, "\(tried)")
    }

    private static func check<Record: FieldRecord>(_ type: Record.Type, _ name: String, _ input: JSON) throws {
        do {
            let back = JSON.object(try Record.read(input).openFields)
            // What may be left out may come back as the standard it stands for; what was given comes back as it was.
            var kept = input.object ?? [:]
            for field in type.shapes where field.isOptional && back[field.name] == nil {
                var without = kept
                without[field.name] = nil
                if try Record.read(.object(without)).openFields == back.object { kept = without }
            }
            let isHeld = back.holds(.object(kept))
            #expect(isHeld, "\(name): \(input.canonicalText) came back as \(back.canonicalText)")
            #expect(JSON.object(try Record.read(back).openFields) == back, "\(name)")
        } catch {
            Issue.record("\(name) refuses its own shape: \(error.number) \(error.field ?? "") \(input.canonicalText)")
        }
    }

    @Test("A record that is given one field too many, or one too few, is refused and names the field")
    func names() throws {
        for (number, record) in Self.records.enumerated() {
            var random = RandomFields(seed: UInt64(number + 1))
            var members = random.members(record.type.shapes, leavingOut: false)
            members["surplus"] = .bool(true)
            #expect(throws: Rejection.self, "\(record.name)") { try record.type.read(.object(members)) }
            members["surplus"] = nil
            for field in record.type.shapes where !field.isOptional && !field.shape.isPersonal {
                var fewer = members
                fewer[field.name] = nil
                let thrown = #expect(throws: Rejection.self, "\(record.name) without \(field.name)") {
                    try record.type.read(.object(fewer))
                }
                #expect(thrown?.flattened.contains { $0.field == field.name } == true, "\(record.name) \(field.name)")
            }
        }
    }
}

extension JSON {
    /// Whether everything of `other` stands here unchanged.
    fileprivate func holds(_ other: JSON) -> Bool {
        switch (self, other) {
        case (.object(let mine), .object(let theirs)):
            // Within a part, a standard that is left out is nothing.
            theirs.allSatisfy { name, value in mine[name].map { $0.holds(value) } ?? (value == .integer(0)) }
        case (.array(let mine), .array(let theirs)):
            mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.holds($1) }
        default: self == other
        }
    }
}

/// Where in its range a value is drawn.
enum Bound: CaseIterable {
    case lowest, aboveLowest, belowHighest, highest

    func number(of range: ClosedRange<Int64>) -> Int64 {
        switch self {
        case .lowest: range.lowerBound
        case .aboveLowest: min(range.lowerBound + 1, range.upperBound)
        case .belowHighest: max(range.upperBound - 1, range.lowerBound)
        case .highest: range.upperBound
        }
    }
}

/// Random JSON by the shapes of fields.
struct RandomFields {
    private var random: SeededRandom
    /// Where every value that has a range is drawn; somewhere in the middle when nil.
    var bound: Bound?
    /// How many values were drawn at a bound.
    private(set) var drawn = 0

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func members(_ fields: [FieldShape.Field], leavingOut: Bool) -> [String: JSON] {
        var members: [String: JSON] = [:]
        for field in fields {
            if leavingOut, field.isOptional, Bool.random(using: &random) { continue }
            let given = value(field.shape, leavingOut: leavingOut)
            // A part all of whose fields are left out says no more than its absence.
            if field.isOptional, given == .object([:]) { continue }
            members[field.name] = given
        }
        return members
    }

    /// The bounds of a kind of number, day or instant; nil of every other kind.
    private static func range(_ shape: FieldShape) -> ClosedRange<Int64>? {
        switch shape.kind {
        case .date: Int64(CivilDate.earliest.dayNumber)...Int64(CivilDate.latest.dayNumber)
        case .integer, .money, .area, .instant: shape.range
        default: nil
        }
    }

    private static func json(_ number: Int64, _ shape: FieldShape) -> JSON {
        if case .date = shape.kind { .string(CivilDate(dayNumber: Int(number)).description) } else { .integer(number) }
    }

    /// The values next to the bounds on their far side.
    static func outside(_ shape: FieldShape) -> [JSON] {
        guard let range = range(shape) else { return [] }
        return [range.lowerBound - 1, range.upperBound + 1].map { json($0, shape) }
    }

    private mutating func value(_ shape: FieldShape, leavingOut: Bool) -> JSON {
        if let bound, let range = Self.range(shape) {
            drawn += 1
            return Self.json(bound.number(of: range), shape)
        }
        return middle(shape, leavingOut: leavingOut)
    }

    private mutating func middle(_ shape: FieldShape, leavingOut: Bool) -> JSON {
        switch shape.kind {
        case .text, .paper: .string(text(shape.unit))
        case .integer: .integer(Int64.random(in: within(shape.range, 2...1_000_000), using: &random))
        // False may be what is left out.
        case .flag: .bool(true)
        case .choice(let choices):
            .string(choices.dropFirst(choices.count > 1 ? 1 : 0).randomElement(using: &random) ?? "")
        case .identifier: .string("id-\(Int.random(in: 1...999_999, using: &random))")
        case .date: .string(CivilDate(dayNumber: Int.random(in: 10_000...30_000, using: &random)).description)
        case .instant: .integer(Int64.random(in: 1_500_000_000_000...1_900_000_000_000, using: &random))
        case .money, .area: .integer(Int64.random(in: 1...10_000_000, using: &random))
        case .list(let parts):
            .array((0..<Int.random(in: 1...3, using: &random)).map { _ in element(parts, leavingOut) })
        case .object(let parts): .object(members(parts, leavingOut: leavingOut))
        }
    }

    private mutating func element(_ parts: [FieldShape.Field], _ leavingOut: Bool) -> JSON {
        if parts.count == 1, let only = parts.first, only.name.isEmpty {
            return value(only.shape, leavingOut: leavingOut)
        }
        return .object(members(parts, leavingOut: leavingOut))
    }

    /// As much of `usual` as the field's type can be; all that the type can be where the two do not meet.
    private func within(_ range: ClosedRange<Int64>?, _ usual: ClosedRange<Int64>) -> ClosedRange<Int64> {
        guard let range else { return usual }
        return range.overlaps(usual) ? range.clamped(to: usual) : range
    }

    /// A text of the standard that the unit names.
    private mutating func text(_ unit: String) -> String {
        switch unit {
        case "GB 11643": IdentityNumber.completing("14042119800101001")?.revealed ?? ""
        case "GB 32100": "91350100M000100Y43"
        case "division code": "140404"
        case LandOutline.shape.unit: LandOutline.example.text
        case SeenPoint.shape.unit: SeenPoint.example.text
        case "decimal": "\(Int.random(in: 1...999, using: &random)).\(Int.random(in: 1...9, using: &random))"
        case "YYYY-MM": "20\(Int.random(in: 10...39, using: &random))-0\(Int.random(in: 1...9, using: &random))"
        default: "村民 \(Int.random(in: 1...999_999, using: &random))"
        }
    }
}
