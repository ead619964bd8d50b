import HJ212
import Kernel

/// A series of flow and concentrations: day volume, flow-weighted means, masses, the peak-hour factor.
enum FlowSeries {
    private struct Row {
        let at: Instant
        let flow: Micro
        let values: [Micro?]
    }

    static func days(_ table: PlainTable, expected: PlainTable?) -> [SampleReplay.Case] {
        guard let flow = table.headings.firstIndex(where: { $0.hasPrefix("flow_") }) else {
            return [SampleReplay.Case("", problem: .noFlow)]
        }
        // The unit stands in the heading: m³/h become L/s, m³/s too.
        let scale: (Int128, Int128) =
            table.headings[flow].hasSuffix("m3_h")
            ? (1_000, 3_600) : table.headings[flow].hasSuffix("m3_s") ? (1_000, 1) : (1, 1)
        let factors = table.headings.indices.filter { table.headings[$0].hasSuffix("_mg_l") }
        var (rows, bad) = ([Row](), [SampleReplay.Case]())
        for (index, cells) in table.rows.enumerated() {
            switch row(cells, flow, factors, scale) {
            case .success(let row): rows.append(row)
            case .failure(let problem): bad.append(SampleReplay.Case("line \(index + 2)", problem: problem.problem))
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

    private static func row(_ cells: [Substring], _ flow: Int, _ factors: [Int], _ scale: (Int128, Int128))
        -> Result<Row, Problem>
    {
        func value(_ index: Int) throws(Problem) -> Micro? {
            guard cells.indices.contains(index), !cells[index].isEmpty else { return nil }
            switch Micro.read(String(cells[index])) {
            case .success(let number): return number
            case .failure(let fault): throw Problem(problem: .badNumber(String(cells[index]), fault))
            }
        }
        guard let at = Instant(String(cells[0])) else {
            return .failure(Problem(problem: .badTime(String(cells[0]))))
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

    private static func listed(_ table: PlainTable?, _ day: CivilDate) -> [String: SampleJSON]? {
        guard let table, let row = table.rows.first(where: { $0.first.map { String($0) } == day.description }) else {
            return nil
        }
        var listed: [String: SampleJSON] = [:]
        for (name, cell) in zip(table.headings, row).dropFirst() {
            listed[name] = .number(try? Micro.read(String(cell)).get())
        }
        return listed
    }
}

/// A plant's removal columns recomputed from its inlet and outlet columns, as the UCI set names them.
enum PlantSeries {
    static func removal(_ table: PlainTable) -> [SampleReplay.Case] {
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
            for cells in table.rows {
                guard let printed = cell(cells, given), let a = cell(cells, into), let b = cell(cells, out),
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

    private static func cell(_ cells: [Substring], _ index: Int) -> Micro? {
        cells.indices.contains(index) ? try? Micro.read(String(cells[index])).get() : nil
    }
}
