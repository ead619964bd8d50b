import ArgumentParser
import Foundation
import Kernel
import Matching

/// `qianmo replay flow FILE.min`: a network in DIMACS form, solved exactly, with prices that prove it (`docs/replay.md`). Needs
/// no installation.
struct ReplayFlow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "flow", abstract: FlowText.abstract.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(name: .customLong("certificate"), help: "\(FlowText.certificate.here)") var certificate: String?
    @ArgumentParser.Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func run() throws {
        let bytes = [UInt8](try Files.read(file))
        if let json = try? JSON(parsing: bytes, limits: .strangers), let cases = FlowCases(json) {
            return try show(cases)
        }
        let network: FlowNetwork
        do { network = try FlowNetwork(dimacs: bytes) } catch {
            try refuse(
                FlowText.fault(error), ["line": .integer(Int64(error.line)), "reason": .string(error.reason.rawValue)])
        }
        if let certificate { return try judge(certificate, network) }
        let memory = PeakMemory()
        let start = clock()
        let result = Result { () throws(FlowFault) in try network.solve() }
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        switch result {
        case .failure(let fault): try refuse(FlowText.fault(fault), reason(fault))
        case .success(let solution): show(solution, network, seconds, memory.kilobytes)
        }
    }

    private func show(_ solution: FlowSolution, _ network: FlowNetwork, _ seconds: Double, _ kilobytes: Int64?) {
        let isProved = network.proves(solution)
        guard isJSON else {
            return Console.line(
                Console.language(
                    FlowText.solved(
                        cost: solution.cost, nodes: network.supplies.count, arcs: network.arcs.count,
                        isProved: isProved,
                        milliseconds: Int64(seconds * 1_000))))
        }
        var members: [String: JSON] = [
            "feasible": true, "cost": .integer(solution.cost), "proved": .bool(isProved),
            "nodes": .integer(Int64(network.supplies.count)), "arcs": .integer(Int64(network.arcs.count)),
            "cpuMicroseconds": .integer(Int64(seconds * 1_000_000)),
            "flow": .array(solution.flow.map { .integer($0) }),
            "potentials": .array(solution.potentials.map { .integer($0) }),
        ]
        members["solverKilobytes"] = kilobytes.map { .integer($0) }
        if let market = AssignmentProblem.market(network) {
            let (matched, certificate) = market.read(solution, of: network)
            let start = ContinuousClock.now
            let verdict = market.problem.judge(matched, certificate)
            let time = ContinuousClock.now - start
            members["certificate"] = .string(verdict.rawValue)
            members["filled"] = .integer(Int64(matched.count))
            members["pairs"] = .integer(Int64(market.problem.pairs.count))
            members["checkMicroseconds"] = .integer(time.components.attoseconds / 1_000_000_000_000)
        }
        Console.json(.object(members))
    }

    /// Each certificate of the list against the file's market; exit 1 where one is neither good nor judged as its row says.
    private func judge(_ path: String, _ network: FlowNetwork) throws {
        guard let market = AssignmentProblem.market(network) else {
            try refuse(FlowText.noMarket, ["reason": "noMarket"])
        }
        let found: FlowCertificates
        do {
            let json = try JSON(parsing: [UInt8](try Files.read(path)), limits: .strangers)
            found = try FlowCertificates(
                json, file: URL(filePath: file).lastPathComponent, market.problem,
                price: market.emptySeatPrice)
        } catch is Rejection {
            try refuse(FlowText.noJSON, ["reason": "noJSON"])
        } catch is FlowCertificates.FlowProblem {
            try refuse(FlowText.noJSON, ["reason": "notAList"])
        }
        let good = found.rows.count { if case .success(.ok) = $0.verdict { true } else { false } }
        let differing = found.rows.count { $0.agrees == false }
        if isJSON {
            Console.json([
                "good": .integer(Int64(good)), "judged": .integer(Int64(found.rows.count)),
                "differing": .integer(Int64(differing)), "others": .integer(Int64(found.others)),
                "rows": .array(found.rows.map(json)),
            ])
        } else {
            for row in found.rows { Console.line(Console.language(FlowText.row(row))) }
            Console.line(Console.language(FlowText.judged(found.rows.count, good, differing, found.others)))
        }
        let isSatisfied = found.rows.allSatisfy { row in
            if let agrees = row.agrees { return agrees }
            if case .success(.ok) = row.verdict { return true }
            return false
        }
        guard isSatisfied, !found.rows.isEmpty else { throw ExitCode.failure }
    }

    private func json(_ row: FlowCertificates.Row) -> JSON {
        var members: [String: JSON] = ["case": .string(row.name)]
        switch row.verdict {
        case .success(let verdict):
            members["good"] = .bool(verdict == .ok)
            members["verdict"] = .string(verdict.rawValue)
        case .failure(let problem): members["problem"] = .string(problem.reason.rawValue)
        }
        members["filled"] = row.filled.map { .integer(Int64($0)) }
        members["expected"] = row.expected.map { .string($0) }
        members["agrees"] = row.agrees.map { .bool($0) }
        return .object(members)
    }

    private func show(_ cases: FlowCases) throws {
        if isJSON {
            Console.json([
                "cases": .integer(Int64(cases.rows.count)),
                "differing": .integer(Int64(cases.rows.count { $0.agrees == false })),
                "rows": .array(
                    cases.rows.map { row in
                        var members: [String: JSON] = ["name": .string(row.name)]
                        members["feasible"] = row.isFeasible.map { .bool($0) }
                        members["filled"] = row.filled.map { .integer(Int64($0)) }
                        members["cost"] = row.cost.map { .integer($0) }
                        members["problem"] = row.problem.map { .string($0) }
                        members["agrees"] = row.agrees.map { .bool($0) }
                        return .object(members)
                    }),
            ])
        } else {
            for row in cases.rows { Console.line(Console.language(FlowText.row(row))) }
        }
        guard cases.rows.allSatisfy({ $0.agrees ?? ($0.problem == nil) }) else { throw ExitCode.failure }
    }

    private func reason(_ fault: FlowFault) -> JSON {
        switch fault {
        case .infeasible(let missing): ["feasible": false, "missing": .integer(missing)]
        case .badArc(let number): ["feasible": false, "arc": .integer(Int64(number + 1))]
        case .beyondReckoning: ["feasible": false, "reason": "beyondReckoning"]
        }
    }

    private func refuse(_ words: Message, _ json: JSON) throws -> Never {
        if isJSON { Console.json(json) } else { Console.line(Console.language(words)) }
        throw ExitCode.failure
    }
}
