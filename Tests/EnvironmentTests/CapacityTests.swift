import Foundation
import HJ212
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Web

@testable import Environment

@Suite("Load, energy and sludge") struct CapacityTests {
    private static let agent = TestPlant.principal()
    private static func micro(_ text: String) -> Micro { TestPlant.micro(text) }

    private func enter(_ day: String, energy: String, reason: String? = nil, inlet: String? = "200") -> EnterOperation {
        EnterOperation(
            facility: TestPlant.plant, day: CivilDate(day)!,
            figures: OperationFigures(
                energy: Self.micro(energy), sludge: Self.micro("10"), moisture: 80,
                inletCOD: inlet.map(Self.micro)), reason: reason)
    }

    private func month(_ plant: TestPlant) throws -> CapacityMonth {
        let request = PageRequest(
            path: "/environment/capacity", query: ["month": "2026-03"], now: Instant("2026-04-02T09:00:00+08:00")!)
        return try plant.runner.database.read { try #require(try CapacityPage(request, in: $0).lines.first).month }
    }

    @Test("figures per tonne divide by the volume of the same days, and a day without one is in neither sum")
    func perTonne() throws {
        let plant = try TestPlant(today: "2026-03-06T08:00:00+08:00")
        // 12,000 m³ a day at a design load of 20,000; out 20 and 40 mg/L.
        _ = try plant.judge(TestPlant.day(.cod, "20", on: "2026-03-02"))
        _ = try plant.judge(TestPlant.day(.cod, "40", on: "2026-03-03"))
        try plant.runner.give(enter("2026-03-02", energy: "4000"), by: Self.agent)
        try plant.runner.give(enter("2026-03-03", energy: "9999"), by: Self.agent)
        try plant.runner.give(enter("2026-03-03", energy: "5000", reason: "抄错表"), by: Self.agent)
        // A day of electricity of which no water was measured.
        try plant.runner.give(enter("2026-03-04", energy: "777"), by: Self.agent)
        let month = try month(plant)
        #expect(month.load == Self.micro("60"))
        #expect(month.removal == Self.micro("85") && month.removed == Self.micro("4080"))
        #expect(month.energy == Self.micro("0.375"))
        // Three days took 10 t each at 80 % water: 6,000 kg dry over 24,000 m³.
        #expect(month.sludge == Self.micro("250") && month.state(on: CivilDate("2026-03-31")!) == .normal)
    }

    @Test("three full days running are an overload, two and one are not; a thin inlet and a low load are said")
    func states() {
        func month(_ volumes: [String?], inlet: String? = nil) -> CapacityMonth {
            CapacityMonth(
                design: Self.micro("100"),
                days: volumes.enumerated().map { number, volume in
                    CapacityMonth.Day(
                        day: CivilDate("2026-03-01")!.adding(days: number), volume: volume.map(Self.micro),
                        outletCOD: nil,
                        operation: inlet.map { OperationFigures(energy: Micro(1), inletCOD: Self.micro($0)) })
                })
        }
        let day = CivilDate("2026-03-31")!
        #expect(month(["100", "100", "100"]).state(on: day) == .overloaded)
        #expect(month(["100", "100", "90", "100"]).state(on: day) == .normal)
        #expect(month(["100", "100", nil, "100"]).state(on: day) == .normal)
        #expect(month(["59.9"]).state(on: day) == .lowLoad && month(["60"]).state(on: day) == .normal)
        #expect(month(["80"], inlet: "149").state(on: day) == .thinInlet)
        #expect(month([nil]).state(on: day) == .insufficient && month([nil]).energy == nil)
    }

    @Test("what cannot be entered is refused by its own refusal")
    func refusals() throws {
        let plant = try TestPlant()
        let runner = plant.runner
        runner.expectRefusal(.dayNotOver, enter("2026-03-03", energy: "1"), by: Self.agent)
        runner.expectRefusal(.figuresNegative, enter("2026-03-02", energy: "-1"), by: Self.agent)
        let half = EnterOperation(
            facility: TestPlant.plant, day: CivilDate("2026-03-02")!,
            figures: OperationFigures(energy: Micro(1), sludge: Micro(1)))
        runner.expectRefusal(.moistureMissing, half, by: Self.agent)
        try runner.give(enter("2026-03-02", energy: "1"), by: Self.agent)
        runner.expectRefusal(.reasonMissing, enter("2026-03-02", energy: "2"), by: Self.agent)
    }
}

@Suite("Sewers") struct SewerTests {
    private static func micro(_ text: String) -> Micro { TestPlant.micro(text) }

    private static func pipe(
        _ upper: String, _ lower: String, _ inflow: String, diameter: Int64 = 600, from: String = "10",
        to: String = "9.5", length: String = "100"
    ) -> SewerPipe {
        SewerPipe(
            upper: upper, lower: lower, length: micro(length), diameter: diameter, upperInvert: micro(from),
            lowerInvert: micro(to), roughness: micro("0.013"), inflow: micro(inflow))
    }

    @Test(
        "the peak factor stands as in the table, on straight lines between, and level beyond its ends",
        arguments: [
            ("0", "2.7"), ("5", "2.7"), ("10", "2.55"), ("15", "2.4"), ("85", "1.95"), ("500", "1.6"), ("750", "1.55"),
            ("1000", "1.5"), ("5000", "1.5"),
        ])
    func factors(_ mean: String, _ factor: String) {
        #expect(SewerTree.peakFactor(Self.micro(mean)) == Self.micro(factor))
    }

    @Test("mean flows add up along the tree, and the peak is the factor of the sum, never a sum of peaks")
    func sums() {
        let tree = SewerTree([
            Self.pipe("A", "C", "10"), Self.pipe("B", "C", "25"), Self.pipe("C", "D", "5"), Self.pipe("D", "OUT", "0"),
        ])
        let means = Dictionary(uniqueKeysWithValues: tree.lines.map { ($0.pipe.upper, $0.mean) })
        #expect(means == ["A": Self.micro("10"), "B": Self.micro("25"), "C": Self.micro("40"), "D": Self.micro("40")])
        #expect(tree.lines.last?.peak == Self.micro("84") && tree.outlets == ["OUT"])
        // The example of the field's notes: 521 L/s mean are about 0.83 m³/s at the peak.
        let big = SewerTree([Self.pipe("A", "OUT", "521", diameter: 1_200)]).lines[0]
        #expect(big.peak > Self.micro("829") && big.peak < Self.micro("834"))
    }

    @Test("a full pipe carries what Manning says, and the depth of a flow gives the flow back")
    func manning() throws {
        let pipe = Self.pipe("A", "OUT", "1")
        // 600 mm at 5 per mille with n = 0.013: 434 L/s.
        #expect(abs(Double(pipe.capacity.units) / 1_000_000 - 434.2) < 0.5)
        for flow in ["1", "84", "217", "434"] {
            let depth = try #require(pipe.depth(of: Self.micro(flow)))
            #expect(abs(pipe.flow(atDepth: depth) - (Double(flow) ?? 0)) < 0.001)
        }
        #expect(pipe.depth(of: Self.micro("435")) == nil)
        #expect(abs((pipe.depth(of: Self.micro("217.1")) ?? 0) - 0.5) < 0.001)
    }

    @Test("a pipe that loops, drains twice, climbs or has no name is refused; a removed one may be laid anew")
    func tree() throws {
        let plant = try TestPlant()
        let (runner, agent) = (plant.runner, TestPlant.principal())
        func lay(_ pipe: SewerPipe) -> LayPipe { LayPipe(facility: TestPlant.plant, pipe: pipe) }
        try runner.give(lay(Self.pipe("A", "B", "1")), by: agent)
        try runner.give(lay(Self.pipe("B", "C", "1")), by: agent)
        runner.expectRefusal(.pipesLoop, lay(Self.pipe("C", "A", "1")), by: agent)
        runner.expectRefusal(.shaftDrains, lay(Self.pipe("A", "C", "1")), by: agent)
        runner.expectRefusal(.shaftMalformed, lay(Self.pipe("E 1", "A", "1")), by: agent)
        runner.expectRefusal(.pipeImpossible, lay(Self.pipe("E", "A", "1", from: "9")), by: agent)
        func remove(_ shaft: String, _ reason: String) -> RemovePipe {
            RemovePipe(facility: TestPlant.plant, shaft: shaft, reason: reason)
        }
        runner.expectRefusal(.noSuchPipe, remove("Z", "x"), by: agent)
        try runner.give(remove("A", "改线"), by: agent)
        try runner.give(lay(Self.pipe("A", "C", "1")), by: agent)
        let pipes = try runner.database.read { try CapacityQueries.pipes(of: TestPlant.plant, in: $0) }
        #expect(pipes.map(\.lower) == ["C", "C"])
    }

    /// Four pipes with a drop in a shaft and two diameters.
    private static let sample = SewerTree([
        pipe("A", "C", "10", diameter: 300), pipe("B", "C", "25", diameter: 400, from: "10.2"),
        pipe("C", "D", "5", from: "9.3", to: "9.0", length: "80"),
        pipe("D", "OUT", "0", diameter: 700, from: "9.0", to: "8.8", length: "60.5"),
    ])

    @Test("the SWMM file has every shaft, pipe and inflow, with the drop as an offset")
    func file() {
        let text = Self.sample.swmm(title: "plant-1")
        for line in [
            "[TITLE]\nplant-1", "FLOW_UNITS LPS", "C 9.3 10 0 0 0", "OUT 8.8 FREE NO", "A_C A C 100 0.013 0 0.2 0 0",
            "D_OUT CIRCULAR 0.7 0 0 0 1", "A FLOW \"\" FLOW 1.0 1.0 21",
        ] { #expect(text.contains(line), "\(line)") }
    }

    /// The judge is EPA's own engine (`swmm-toolkit`), where `scripts/install.sh test` has put it.
    private static let python = ".build/venv/bin/python"

    @Test(
        "EPA SWMM runs the file, and its steady depth is ours within one percent in every pipe",
        .enabled(if: FileManager.default.isExecutableFile(atPath: python), "no Python of the suite"))
    func swmm() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("sewer-\(UUID().uuidString).inp")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(Self.sample.swmm(title: "sample").utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.python)
        process.arguments = ["Tests/swmm/depths.py", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(output)")
        var judged = 0
        let factor = SewerTree.peakFactor(Self.micro("40"))
        for row in output.split(separator: "\n").map({ $0.split(separator: " ").map(String.init) }) {
            let line = try #require(Self.sample.lines.first { "\($0.pipe.upper)_\($0.pipe.lower)" == row[0] })
            let flow = try #require(Micro.quotient(Int128(line.mean.units) * Int128(factor.units), by: 1_000_000))
            let own = try #require(line.pipe.depth(of: flow)) * Double(line.pipe.diameter) / 1_000
            let depth = try #require(Double(row[1]))
            #expect(abs(depth - own) <= own / 100, "\(row[0]): SWMM \(depth) m, ours \(own) m")
            judged += 1
        }
        #expect(judged == 4)
    }
}
