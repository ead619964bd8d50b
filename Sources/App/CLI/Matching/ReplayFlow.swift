import ArgumentParser
import Foundation
import Kernel
import Matching

/// `qianmo replay flow FILE.min`: a network in DIMACS form, solved exactly, with prices that prove it (`docs/replay.md`). Needs
/// no installation.
struct ReplayFlow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "flow", abstract: FlowText.abstract.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @ArgumentParser.Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func run() throws {
        let bytes = [UInt8](try Files.read(file))
        let network: FlowNetwork
        do { network = try FlowNetwork(dimacs: bytes) } catch {
            try refuse(
                FlowText.fault(error), ["line": .integer(Int64(error.line)), "reason": .string(error.reason.rawValue)])
        }
        let start = clock()
        let result = Result { () throws(FlowFault) in try network.solve() }
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        switch result {
        case .failure(let fault): try refuse(FlowText.fault(fault), reason(fault))
        case .success(let solution): show(solution, network, seconds)
        }
    }

    private func show(_ solution: FlowSolution, _ network: FlowNetwork, _ seconds: Double) {
        let isProved = network.proves(solution)
        guard isJSON else {
            return Console.line(
                Console.language(
                    FlowText.solved(
                        cost: solution.cost, nodes: network.supplies.count, arcs: network.arcs.count,
                        isProved: isProved,
                        milliseconds: Int64(seconds * 1_000))))
        }
        Console.json([
            "feasible": true, "cost": .integer(solution.cost), "proved": .bool(isProved),
            "nodes": .integer(Int64(network.supplies.count)), "arcs": .integer(Int64(network.arcs.count)),
            "cpuMicroseconds": .integer(Int64(seconds * 1_000_000)),
            "flow": .array(solution.flow.map { .integer($0) }),
            "potentials": .array(solution.potentials.map { .integer($0) }),
        ])
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
