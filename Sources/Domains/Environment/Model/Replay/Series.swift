import HJ212
import Kernel

/// A series of flow and concentrations: day volume, flow-weighted means, masses, the peak-hour factor.
enum FlowSeries {
    private struct Row {
        let at: Instant
        let flow: Micro
        let values: [Micro?]
    }

    static func days(_ table: SampleTable, expected: SampleTable?) -> [SampleReplay.Case] {
        guard let flow = table.headings.firstIndex(where: { $0.hasPrefix("flow_") }) else {
            return [SampleReplay.Case("", problem: .noFlow)]
        }
        // The unit stands in the heading: m³/h become L/s, m³/s too.
        let scale: (Int128, Int128) =
            table.headings[flow].hasSuffix("m3_h")
            ? (1_000, 3_600) : table.headings[flow].hasSuffix("m3_s") ? (1_000, 1) : (1, 1)
        let factors = table.headings.indices.filter { table.headings[$0].hasSuffix("_mg_l") }
        let time = table.column("time") ?? 0
        var (rows, bad) = ([Row](), [SampleReplay.Case]())
        for line in table.rows {
            switch row(line, time, flow, factors, scale) {
            case .success(let row): rows.append(row)
            case .failure(let problem): bad.append(SampleReplay.Case("line \(line.line)", problem: problem.problem))
            }
        }
        rows.sort { $0.at < $1.at }
        let gaps = zip(rows, rows.dropFirst()).map { $1.at.milliseconds - $0.at.milliseconds }.filter { $0 > 0 }
        let seconds = (gaps.min() ?? 900_000) / 1_000
        let names = factors.map { String(table.headings[$0].dropLast(5)) }
        let byDay = Dictionary(grouping: rows) { $0.at.date }
        return byDay.keys.sorted().map { day in
            let computed = statistics(byDay[day] ?? [], seconds, names)
            return SampleReplay.Case(day.description, computed, against: listed(expected, day))
        } + bad
    }

    private struct Problem: Error { let problem: SampleProblem }

    private static func row(
        _ line: TableLine, _ time: Int, _ flow: Int, _ factors: [Int], _ scale: (Int128, Int128)
    ) -> Result<Row, Problem> {
        func value(_ index: Int) throws(Problem) -> Micro? {
            let text = line.cell(index)
            guard !text.isEmpty else { return nil }
            switch Micro.read(text) {
            case .success(let number): return number
            case .failure(let fault): throw Problem(problem: .badNumber(text, fault))
            }
        }
        guard let at = Instant(line.cell(time)) else {
            return .failure(Problem(problem: .badTime(line.cell(time))))
        }
        do throws(Problem) {
            guard let raw = try value(flow), let litres = Micro.quotient(Int128(raw.units) * scale.0, by: scale.1)
            else {
                return .failure(Problem(problem: .noFlow))
            }
            var values: [Micro?] = []
            for factor in factors { values.append(try value(factor)) }
            return .success(Row(at: at, flow: litres, values: values))
        } catch {
            return .failure(error)
        }
    }

    private static func statistics(_ rows: [Row], _ seconds: Int64, _ names: [String]) -> [String: SampleJSON] {
        let flow = SliceSums(rows.map { FlowSlice(from: $0.at, seconds: seconds, flow: $0.flow, concentration: nil) })
        var computed: [String: SampleJSON] = ["volume_m3": .number(flow.volume(decimals: 2))]
        for (index, name) in names.enumerated() {
            let sums = SliceSums(
                rows.map {
                    FlowSlice(from: $0.at, seconds: seconds, flow: $0.flow, concentration: $0.values[index])
                })
            computed["\(name)_flow_weighted"] = .number(sums.mean(decimals: 4))
            computed["\(name)_arithmetic"] = .number(sums.arithmetic(decimals: 4))
            computed["\(name)_kg"] = .number(sums.mass(decimals: 3))
        }
        let hours = Dictionary(grouping: rows) { $0.at.clock.hour }.mapValues { rows in
            rows.reduce(Int128(0)) { $0 + Int128($1.flow.units) }
        }
        let total = hours.values.reduce(0, +)
        if let peak = hours.values.max(), total > 0 {
            computed["peak_hour_factor"] = .number(
                Micro.quotient(peak * Int128(hours.count) * 1_000_000, by: total, decimals: 4))
        }
        return computed
    }

    private static func listed(_ table: SampleTable?, _ day: CivilDate) -> [String: SampleJSON]? {
        guard let table else { return nil }
        let place = table.column("day") ?? 0
        guard let row = table.rows.first(where: { $0.cell(place) == day.description }) else { return nil }
        var listed: [String: SampleJSON] = [:]
        for (index, name) in table.headings.enumerated() where index != place && !row.cell(index).isEmpty {
            listed[name] = .number(try? Micro.read(row.cell(index)).get())
        }
        return listed
    }
}

/// A plant's removal columns recomputed from its inlet and outlet columns, as the UCI set names them.
enum PlantSeries {
    static func removal(_ table: SampleTable) -> [SampleReplay.Case] {
        let stages: [(suffix: Character, from: String, to: String)] = [
            ("P", "P", "D"), ("S", "D", "S"), ("G", "E", "S"),
        ]
        return table.headings.filter { $0.hasPrefix("RD-") }.compactMap { name in
            let parts = name.split(separator: "-")
            guard parts.count == 3, let stage = stages.first(where: { String($0.suffix) == parts[2] }),
                let given = table.column(name), let into = table.column("\(parts[1])-\(stage.from)"),
                let out = table.column("\(parts[1])-\(stage.to)")
            else { return nil }
            var (rows, agreeing) = (0, 0)
            for line in table.rows {
                guard let printed = number(line, given), let a = number(line, into), let b = number(line, out),
                    a.units > 0,
                    let share = Micro.quotient(Int128(a.units - b.units) * 100_000_000, by: Int128(a.units))
                else { continue }
                rows += 1
                // Exactly 0.15 points away is not within: the printed figure has one decimal only.
                if (share.units - printed.units).magnitude < 150_000 { agreeing += 1 }
            }
            return SampleReplay.Case(
                id: name, computed: ["rows": .whole(rows), "agreeing": .whole(agreeing)])
        }
    }

    private static func number(_ line: TableLine, _ index: Int) -> Micro? { try? Micro.read(line.cell(index)).get() }
}
