package import HJ212
import Kernel

/// Strangers' files of values, put through the room's statistics: validity, rates, comparisons, series.
package struct SampleReplay: Sendable {
    package enum Kind: String, Sendable { case validity, rates, comparison, column, series, plant }

    /// One case or row: what we compute, and which of the listed values say something else.
    package struct Case: Sendable {
        package let id: String
        package var computed: [String: SampleJSON]
        package var differs: [String] = []
        package var compared = 0
        /// Why nothing can be computed of it.
        package var problem: SampleProblem?
        package var agrees: Bool? { compared == 0 ? nil : differs.isEmpty }
    }

    package let kind: Kind
    package let cases: [Case]

    /// Nil for a file of no kind we know.
    package init?(_ bytes: [UInt8], expected: [UInt8]? = nil) {
        let first = bytes.first { $0 > 0x20 && $0 < 0x7F }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            guard let json = SampleJSON(bytes) else { return nil }
            self.init(json)
        } else {
            self.init(lines: bytes, expected: expected)
        }
    }

    private init?(_ json: SampleJSON) {
        if let column = json["column"]?.array {
            kind = .column
            cases = ColumnCases.run(column, means: json["means"]?.array)
            return
        }
        guard let list = json["cases"]?.array ?? json.array, !list.isEmpty else { return nil }
        func some(_ names: [String]) -> Bool { list.contains { one in names.contains { one[$0] != nil } } }
        if some(["points"]) {
            kind = .rates
            cases = list.map(RateCases.run)
        } else if some(["hours"]) {
            kind = .validity
            cases = ValidityCases.run(list)
        } else if some(["pairs", "instrument", "laboratory"]) || some(["item"]) {
            kind = .comparison
            cases = list.map(ComparisonCases.run)
        } else {
            kind = .validity
            cases = ValidityCases.run(list)
        }
    }

    private init?(lines bytes: [UInt8], expected: [UInt8]?) {
        guard let table = SampleTable(bytes) else { return nil }
        if table.headings.contains("Q-E") {
            kind = .plant
            cases = PlantSeries.removal(table)
        } else if table.headings.contains("time") {
            kind = .series
            cases = FlowSeries.days(table, expected: expected.flatMap { SampleTable($0) })
        } else {
            return nil
        }
    }
}

/// Why a case gives no result.
package enum SampleProblem: Sendable, Hashable {
    case notUnderstood
    case badNumber(String, NumberFault)
    case badTime(String)
    case noFlow
    case badHour(String)
    /// A letter that marks nothing.
    case badMark(String)
}

extension SampleReplay.Case {
    init(_ id: String, _ computed: [String: SampleJSON], against listed: [String: SampleJSON]?) {
        self.init(id: id, computed: computed)
        for (name, said) in (listed ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let ours = computed[name], let same = Self.same(ours, said) else { continue }
            compared += 1
            if !same { differs.append(name) }
        }
    }

    init(_ id: String, problem: SampleProblem) {
        self.init(id: id, computed: [:])
        self.problem = problem
    }

    /// Numbers agree to four decimals; a listed sentence begins with our word.
    private static func same(_ ours: SampleJSON, _ said: SampleJSON) -> Bool? {
        switch (ours, said) {
        case (.number(let one), .number(let other)): (one.units - other.units).magnitude <= 50
        case (.string(let one), .string(let other)): other.hasPrefix(one)
        case (.array(let one), .array(let other)):
            one.count == other.count && zip(one, other).allSatisfy { same($0, $1) ?? false }
        case (.object(let one), .object(let other)):
            other.allSatisfy { name, value in one[name].map { same($0, value) ?? false } ?? false }
        default: ours == said
        }
    }
}

/// A table with one row of headings, cut by Kernel's reader of rows; blank rows are left out.
struct SampleTable {
    let headings: [String]
    let rows: [TableLine]

    /// Nil for bytes that are no text, hold no row, or more than a million of them.
    init?(_ bytes: [UInt8]) {
        guard let text = try? TableText(bytes, largest: Self.largest),
            let lines = try? text.lines(mostRows: 1_000_000),
            let heading = lines.first(where: { !Self.isBlank($0) })
        else { return nil }
        headings = heading.cells.map { $0.trimmed }
        rows = lines.filter { $0.line > heading.line && !Self.isBlank($0) }
    }

    func column(_ name: String) -> Int? { headings.firstIndex(of: name) }

    /// Strangers' series of a year in minutes have some 30 MB.
    private static let largest = 64 * 1_048_576

    private static func isBlank(_ line: TableLine) -> Bool { line.cells.allSatisfy { $0.trimmed.isEmpty } }
}

extension TableLine {
    /// A cell without the white space around it; empty where the row is shorter.
    func cell(_ index: Int) -> String { cells.indices.contains(index) ? cells[index].trimmed : "" }
}

extension String {
    fileprivate var trimmed: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        let head = drop { $0.isWhitespace }
        return head.lastIndex { !$0.isWhitespace }.map { String(head[...$0]) } ?? ""
    }
}

enum ColumnCases {
    /// Every cell is answered; one with two points makes the whole column refused.
    static func run(_ column: [SampleJSON], means: [SampleJSON]?) -> [SampleReplay.Case] {
        let texts = column.map { $0.string ?? $0.number?.shortest ?? "" }
        let read = NumberColumn(texts)
        return texts.indices.map { index in
            let fault: NumberFault? = if case .failure(let fault) = read.cells[index] { fault } else { nil }
            let value = try? read.cells[index].get()
            var one = SampleReplay.Case(
                String(index + 1),
                [
                    "text": .string(texts[index]), "accepted": .bool(!read.isRefused && fault == nil),
                    "reason": fault.map { .string($0.rawValue) }
                        ?? (read.isRefused ? .string(NumberFault.twoPoints.rawValue) : .null),
                    "value": read.isRefused ? .null : .number(value), "means": .number(read.ifGrouped[index]),
                ], against: means.flatMap { $0.indices.contains(index) ? ["means": $0[index]] : nil })
            if read.isRefused { one.problem = .badNumber(texts[index], fault ?? .twoPoints) }
            return one
        }
    }
}

enum RateCases {
    static func run(_ one: SampleJSON) -> SampleReplay.Case {
        let id = one["id"]?.string ?? ""
        let given = one["points"]?.array ?? []
        let points = given.compactMap { point -> TransmissionRates? in
            guard let due = point["due"]?.whole, let received = point["received"]?.whole,
                let valid = point["valid"]?.whole
            else { return nil }
            return TransmissionRates(due: due, received: received, valid: valid)
        }
        guard points.count == given.count, !points.isEmpty else {
            return SampleReplay.Case(id, problem: .notUnderstood)
        }
        let all = TransmissionRates.sum(points)
        let means = points.compactMap(\.effective)
        var computed: [String: SampleJSON] = [
            "points": .array(
                points.map {
                    .object([
                        "transmission": .number($0.transmission), "validity": .number($0.validity),
                        "effective": .number($0.effective),
                    ])
                }),
            "all_by_sums": .number(all.effective),
            "mean_of_points": .number(
                Micro.quotient(means.reduce(0) { $0 + Int128($1.units) }, by: Int128(means.count), decimals: 2)),
        ]
        let inTime = given.map { $0["received_in_time"]?.whole ?? $0["received_realtime"]?.whole }
        if let late = lateCount(one)
            ?? (inTime.contains(nil) ? nil : all.received - inTime.reduce(0) { $0 + ($1 ?? 0) })
        {
            computed["realtime"] = .number(TransmissionRates.percent(max(0, all.received - late), of: all.due))
            computed["completion"] = .number(all.transmission)
        }
        return SampleReplay.Case(id, computed, against: one["expect"]?.object)
    }

    /// "8 of 96 values came on the next day".
    private static func lateCount(_ one: SampleJSON) -> Int64? {
        let words = [one["what"], one["note"], one["expect"]?["note"]].compactMap { $0?.string }
        return words.compactMap { text in
            text.firstMatch(of: /(\d+) of (?:the )?\d+ values (?:came|arrived)/).flatMap { Int64($0.1) }
        }.first
    }
}

enum ComparisonCases {
    static func run(_ one: SampleJSON) -> SampleReplay.Case {
        let id = one["id"]?.string ?? ""
        let item = one["item"]?.string ?? ""
        var computed: [String: SampleJSON] = [:]
        if let pairs = pairs(of: one) {
            let comparison = Comparison(item: item, pairs: pairs)
            computed["errors_percent"] = .array(comparison.errors.map { .number($0) })
            computed["needed"] = comparison.needed.map { SampleJSON.whole($0) } ?? .null
            let word = comparison.passes.map { $0 ? "pass" : "fail" } ?? "too few pairs"
            computed["result"] = .string("\(word) (\(comparison.within) of \(pairs.count))")
        } else if let (measured, reference) = single(one) {
            computed["error_percent"] = .number(Comparison.error(measured, reference))
            computed["result"] = .string(Comparison.passes(item, measured, reference) ? "pass" : "fail")
        } else if let difference = ["mean_difference", "maximum", "difference", "maximum_difference"].lazy
            .compactMap({ one[$0]?.number }).first
        {
            computed["result"] = .string(Comparison.passes(item, difference, Micro(0)) ? "pass" : "fail")
        } else {
            return SampleReplay.Case(id, problem: .notUnderstood)
        }
        return SampleReplay.Case(id, computed, against: one.object)
    }

    private static func pairs(of one: SampleJSON) -> [(instrument: Micro, laboratory: Micro)]? {
        if let pairs = one["pairs"]?.array {
            let read = pairs.compactMap { pair -> (Micro, Micro)? in
                guard let two = pair.array, two.count == 2, let a = two[0].number, let b = two[1].number else {
                    return nil
                }
                return (a, b)
            }
            return read.count == pairs.count ? read : nil
        }
        guard let instruments = one["instrument"]?.array?.compactMap(\.number), let said = one["laboratory"] else {
            return nil
        }
        let laboratory = said.array?.compactMap(\.number) ?? instruments.map { _ in said.number ?? Micro(0) }
        return laboratory.count == instruments.count ? Array(zip(instruments, laboratory)) : nil
    }

    private static func single(_ one: SampleJSON) -> (Micro, Micro)? {
        let pairs = [
            ("platform", "instrument"), ("measured", "standard"), ("instrument", "laboratory"),
            ("instrument", "standard"), ("platform", "laboratory"), ("measured", "reference"),
        ]
        return pairs.lazy.compactMap { first, second in
            guard let a = one[first]?.number, let b = one[second]?.number else { return nil }
            return (a, b)
        }.first
    }
}
