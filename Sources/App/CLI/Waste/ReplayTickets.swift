import ArgumentParser
import Foundation
import Kernel
import Weighing

/// `qianmo replay tickets FILE [--stock FILE]`: weighing tickets held against each other and against the stock (`docs/replay.md`).
struct ReplayTickets: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tickets", abstract: CLIText.replayTickets.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.ticketsStock.here)") var stock: String?
    @Option(help: "\(CLIText.ticketsGap.here)", transform: Within.range(0...100_000)) var gap = 180
    @ArgumentParser.Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func run() throws {
        var limits = WeighingLimits()
        limits.gap = gap
        let tickets = try WeighingFile(
            tickets: [UInt8](try Files.read(file)), stocks: try stock.map { [UInt8](try Files.read($0)) })
        let balance = MassBalance(tickets, limits: limits)
        guard !isJSON else { return Console.json(BalanceJSON(file: tickets, balance: balance).json) }
        for problem in tickets.problems { Console.line(Console.language(CLIText.ticketRow(problem))) }
        for fault in balance.faults { Console.line(Console.language(CLIText.weighingFault(fault))) }
        Console.line(Console.language(CLIText.zeroLandfill(balance)))
    }
}

private struct BalanceJSON {
    let file: WeighingFile
    let balance: MassBalance

    private static func tonnes(_ kilograms: Int) -> JSON { .decimal(units: Int64(kilograms), scale: 3) }

    var json: JSON {
        [
            "summary": summary, "faults": .array(balance.faults.map(fault)),
            "closures": .array(balance.closures.map(closure)),
            "reconciliation": .array(balance.estimates.map(estimate)),
            "rows": .array(file.problems.map(row)),
        ]
    }

    private var summary: JSON {
        let names: [(WeighingTicket.Kind, String)] = [
            (.collect, "collect"), (.transferOut, "transfer_out"), (.plantIn, "plant_in"), (.slagOut, "slag_out"),
            (.flyAshOut, "flyash_out"), (.recycleOut, "recycle_out"),
        ]
        let totals = names.map { ($0.1, Self.tonnes(balance.totals[$0.0] ?? 0)) }
        return [
            "tickets": .integer(Int64(file.tickets.count)), "unread": .integer(Int64(file.problems.count)),
            "faults": .integer(Int64(balance.faults.count)),
            "totals_t": .object(Dictionary(totals) { first, _ in first }),
            "zeroLandfill": .string(balance.verdict.rawValue), "landfilled_t": Self.tonnes(balance.landfilled),
            "reasons": .array(
                balance.reasons.map { ["reason": .string($0.reason.rawValue), "tonnes": Self.tonnes($0.kilograms)] }),
        ]
    }

    private func fault(_ fault: MassBalance.Fault) -> JSON {
        [
            "kind": .string(fault.kind.rawValue), "fault": .string(CLIText.weighingWords(fault).en),
            "ticket": fault.ticket.map { .string($0) } ?? .null, "trip": fault.trip.map { .string($0) } ?? .null,
            "place": fault.place.map { .string($0) } ?? .null, "day": .string(fault.day),
            "tonnes": Self.tonnes(Int(fault.kilograms.magnitude)), "other": fault.other.map { .string($0) } ?? .null,
        ]
    }

    private func closure(_ closure: MassBalance.Closure) -> JSON {
        [
            "place": .string(closure.place), "day": .string(closure.day), "in_t": Self.tonnes(closure.into),
            "out_t": Self.tonnes(closure.out), "stockChange_t": Self.tonnes(closure.stockChange),
            "gap_t": Self.tonnes(closure.gap), "tolerance_t": Self.tonnes(closure.tolerance),
            "closed": .bool(closure.isClosed), "explained": .bool(closure.isExplained),
        ]
    }

    private func estimate(_ estimate: Reconciliation) -> JSON {
        [
            "place": .string(estimate.place), "chiSquared": .decimal(units: Int64(estimate.chiSquared), scale: 2),
            "freedom": .integer(Int64(estimate.freedom)),
            "suspectDay": estimate.suspect.map { .string($0.day) } ?? .null,
            "days": .array(
                estimate.days.map { day in
                    [
                        "day": .string(day.day), "in_t": Self.tonnes(day.adjusted.into),
                        "out_t": Self.tonnes(day.adjusted.out), "stock_t": Self.tonnes(day.adjusted.stock),
                        "residual": .decimal(units: Int64(day.residual), scale: 2),
                    ]
                }),
        ]
    }

    private func row(_ problem: WeighingFile.Problem) -> JSON {
        [
            "line": .integer(Int64(problem.line)), "field": .string(problem.field),
            "reason": .string(problem.reason.rawValue), "value": .string(problem.value),
        ]
    }
}
