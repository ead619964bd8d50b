import Kernel

extension PayCase {
    /// Holds an answer against the file's `expect`: every member it names, a yes or no, or words.
    static func judge(_ result: [String: JSON], _ expected: JSON?) -> PayOutcome {
        guard !result.isEmpty else { return .notReckoned }
        switch expected {
        case nil, .null?: return .answered
        case .object(let members)?:
            return members.allSatisfy { same(result[$0.key], $0.value) } ? .agrees : .differs
        case .bool(let flag)?: return judge(flag, result)
        case .string(let words)?: return judge(words.lowercased(), result)
        default: return .differs
        }
    }

    private static func judge(_ flag: Bool, _ result: [String: JSON]) -> PayOutcome {
        if let overlap = result["overlap"] { return overlap == .bool(flag) ? .agrees : .differs }
        guard let accepted = result["accepted"] else { return .differs }
        return accepted == .bool(!flag) ? .agrees : .differs
    }

    /// "overlaps the second", "refused, nothing written", "allowed".
    private static func judge(_ words: String, _ result: [String: JSON]) -> PayOutcome {
        let isRefused =
            result["accepted"] == .bool(false) || result["refused"] == .bool(true) || result["overlap"] == .bool(true)
        let saysNo = words.hasPrefix("refused") || words.hasPrefix("overlap")
        let saysYes = ["accepted", "allowed", "no overlap", "written"].contains { words.hasPrefix($0) }
        guard saysNo || saysYes else { return .answered }
        guard saysNo == isRefused else { return .differs }
        let ordinals = ["first", "second", "third", "fourth", "fifth"].enumerated().filter {
            words.contains($0.element)
        }
        let named = ordinals.map { JSON.integer(Int64($0.offset + 1)) }
        guard !named.isEmpty, case .array(let met)? = result["overlaps"] else { return .agrees }
        return named.allSatisfy(met.contains) ? .agrees : .differs
    }

    /// Whole numbers may be written as text, and amounts with or without their noughts.
    private static func same(_ found: JSON?, _ expected: JSON) -> Bool {
        guard let found else { return false }
        if found == expected { return true }
        switch (found, expected) {
        case (.string(let left), .string(let right)): return amount(left) != nil && amount(left) == amount(right)
        case (.string(let left), .decimal(let units, let scale)):
            return amount(left) != nil && amount(left) == (try? Exact(units: units, scale: scale).roundedToFen())
        case (.string(let left), .integer(let right)): return amount(left) == Money(fen: right &* 100)
        case (.integer(let left), .string(let right)): return String(left) == right
        case (.array(let left), .array(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { same($0, $1) }
        case (.object(let left), .object(let right)): return right.allSatisfy { same(left[$0.key], $0.value) }
        default: return false
        }
    }

    private static func amount(_ text: String) -> Money? { try? Exact(text).roundedToFen() }
}
