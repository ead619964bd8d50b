package import Foundation
package import Kernel

/// All measurements, several times each, in processes of their own, and the table of what came of them.
package struct Report {
    /// One figure over all its runs.
    package struct Row {
        package let name: FigureName
        /// The median, in thousandths of the unit.
        package let value: Int64
        package let runs: [Int64]
        /// In thousandths of the bound; nil where nothing of the machine bounds it.
        package let ratio: Int64?
        /// Nil where there is no goal.
        package let isMet: Bool?
    }

    /// What a measurement cost, all its processes together; medians.
    package struct Cost {
        package let name: BenchName
        /// Nanoseconds.
        package let processorTime: Int64
        /// Kilobytes, of the largest process.
        package let peak: Int64
    }

    package private(set) var rows: [Row] = []
    package private(set) var costs: [Cost] = []
    /// What could not be measured, and why.
    package private(set) var failures: [(name: BenchName, reason: String)] = []
    private var values: [FigureName: [Int64]] = [:]

    /// Runs `names`; the bounds always come along, for the ratios.
    package init(
        _ names: [BenchName], folder: URL, runs: Int, isQuick: Bool, postgres: String?,
        progress: (BenchName, Int) -> Void
    ) {
        for name in BenchName.allCases where name == .bounds || names.contains(name) {
            if name == .postgres, postgres == nil {
                failures.append((name, BenchText.noPostgres.en))
                continue
            }
            var ended: [Child.Ended] = []
            for run in 0..<max(1, runs) {
                progress(name, run + 1)
                do {
                    let child = try Report.run(name, folder, isQuick, postgres)
                    ended.append(child.ended)
                    for (figure, value) in child.figures { values[figure, default: []].append(value) }
                } catch {
                    failures.append((name, "\(error)"))
                    break
                }
            }
            guard !ended.isEmpty else { continue }
            costs.append(
                Cost(
                    name: name, processorTime: Measure.median(ended.map(\.processorTime)),
                    peak: Measure.median(ended.map(\.peak))))
        }
        rows = FigureName.allCases.compactMap(row)
    }

    private static func run(_ name: BenchName, _ folder: URL, _ isQuick: Bool, _ postgres: String?) throws
        -> (figures: [FigureName: Int64], ended: Child.Ended)
    {
        var arguments = ["bench-run", name.rawValue, "--folder", folder.path]
        if isQuick { arguments.append("--quick") }
        if let postgres { arguments += ["--postgres", postgres] }
        let ended = try Child(arguments).wait()
        guard ended.code == 0, case .object(let members)? = try? JSON(parsing: Array(ended.output.utf8)) else {
            throw BenchFailure("\(name.rawValue) ended with \(ended.code)")
        }
        var figures: [FigureName: Int64] = [:]
        for (key, value) in members {
            guard let figure = FigureName(rawValue: key), let value = value.integer else {
                throw BenchFailure("\(key) is no figure")
            }
            figures[figure] = value
        }
        return (figures, ended)
    }

    private func row(_ name: FigureName) -> Row? {
        if name == .vouchersPlain {
            guard let vouchers = median(.vouchers), let plain = median(.plainRows) else { return nil }
            return make(name, vouchers * 1_000 / max(1, plain), [])
        }
        return median(name).map { make(name, $0, values[name] ?? []) }
    }

    private func make(_ name: FigureName, _ value: Int64, _ runs: [Int64]) -> Row {
        var ratio: Int64?
        var isMet = name.goal.map { $0.isMet(by: value) }
        if let bound = name.bound, let most = median(bound.name) {
            ratio = value * 1_000 / max(1, most)
            if let goal = bound.goal, name.goal == nil { isMet = (ratio ?? 0) >= goal }
        }
        return Row(name: name, value: value, runs: runs, ratio: ratio, isMet: isMet)
    }

    private func median(_ name: FigureName) -> Int64? {
        values[name].map { Measure.median($0) }
    }
}

extension Report {
    /// As Markdown, the way it stands in docs/bench.md.
    package func markdown(_ language: Language) -> String {
        var lines = [language(BenchText.heading), "| --- | ---: | ---: | ---: | --- |"]
        for row in rows {
            let goal = row.name.goalText.map { language($0) } ?? ""
            let ratio =
                row.ratio.map { "\(Report.decimal($0)) × \(language(BenchText.name(row.name.bound?.name)))" } ?? ""
            let met = row.isMet.map { language($0 ? BenchText.met : BenchText.short) } ?? ""
            lines.append(
                "| \(language(BenchText.name(row.name))) | \(Report.text(row.value, row.name.unit)) | \(goal) | \(ratio) | \(met) |"
            )
        }
        lines += ["", language(BenchText.costHeading), "| --- | ---: | ---: |"]
        for cost in costs {
            let seconds = Report.decimal(cost.processorTime / 1_000_000)
            lines.append("| `\(cost.name.rawValue)` | \(seconds) | \(cost.peak / 1_024) |")
        }
        for failure in failures { lines += ["", "`\(failure.name.rawValue)`: \(failure.reason)"] }
        return lines.joined(separator: "\n") + "\n"
    }

    package var json: JSON {
        [
            "figures": .object(
                Dictionary(
                    uniqueKeysWithValues: rows.map { row in
                        var members: [String: JSON] = [
                            "thousandths": .integer(row.value), "unit": .string(row.name.unit.rawValue),
                            "runs": .array(row.runs.map(JSON.integer)),
                        ]
                        if let ratio = row.ratio { members["ratioThousandths"] = .integer(ratio) }
                        if let isMet = row.isMet { members["met"] = .bool(isMet) }
                        return (row.name.rawValue, .object(members))
                    })),
            "costs": .object(
                Dictionary(
                    uniqueKeysWithValues: costs.map {
                        (
                            $0.name.rawValue,
                            [
                                "processorMilliseconds": .integer($0.processorTime / 1_000_000),
                                "peakKilobytes": .integer($0.peak),
                            ]
                        )
                    })),
            "failures": .object(
                Dictionary(failures.map { ($0.name.rawValue, .string($0.reason)) }) { first, _ in first }),
        ]
    }

    static func text(_ value: Int64, _ unit: Unit) -> String {
        let number = value >= 100_000 ? String((value + 500) / 1_000) : decimal(value)
        return unit == .count ? number : unit == .perSecond ? number + unit.rawValue : "\(number) \(unit.rawValue)"
    }

    /// Thousandths with what decimals they have.
    static func decimal(_ thousandths: Int64) -> String {
        JSON.decimal(units: thousandths, scale: 3).canonicalText
    }
}

extension FigureName {
    var goalText: Message? {
        if let bound, goal == nil, let part = bound.goal {
            let text = "≥ \(Report.decimal(part)) × "
            let name = BenchText.name(bound.name)
            return Message(zh: text + name.zh, en: text + name.en)
        }
        return switch goal {
        case .atLeast(let least): Message(zh: "≥ \(Report.text(least, unit))", en: "≥ \(Report.text(least, unit))")
        case .atMost(let most): Message(zh: "≤ \(Report.text(most, unit))", en: "≤ \(Report.text(most, unit))")
        case nil: nil
        }
    }
}
