import ArgumentParser
import Exchange
import Foundation
import Kernel

struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: CLIText.replay.here,
        subcommands: [
            ReplayAuctions.self, ReplayVotes.self, ReplayFlow.self, ReplayPay.self,
            ReplayFrames.self, ReplayStream.self, ReplaySamples.self,
            ReplayRoute.self, ReplayTickets.self,
        ])
}

/// `qianmo replay auctions FILE`: a log of real bids through the exchange's rules (`docs/replay.md`). Needs no house.
struct ReplayAuctions: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "auctions", abstract: CLIText.replayAuctions.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.replayMode.here)") var mode = AuctionReplay.Mode.ascending
    @Option(
        name: .customLong("extension"), help: "\(CLIText.replayExtension.here)",
        transform: Within.range(0...86_400))
    var extensionSeconds: Int64 = 0
    @ArgumentParser.Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func validate() throws {
        guard extensionSeconds >= 0, extensionSeconds == 0 || mode == .ascending else {
            throw ValidationError(Console.language(CLIText.replayExtensionMode))
        }
    }

    func run() throws {
        // In whatever encoding a spreadsheet keeps it: two names that come out as the same unread signs are one bidder.
        let text = try TableText(try Files.read(file), largest: AuctionReplay.largest).text
        let replay = try AuctionReplay(csv: text, mode: mode, extensionSeconds: extensionSeconds)
        if isJSON {
            Console.json(json(replay))
        } else {
            Console.line(Console.language(CLIText.replayHeader))
            for outcome in replay.outcomes { Console.line(line(outcome)) }
            Console.line(Console.language(CLIText.replaySummary(replay.summary)))
            let rest = replay.outcomes.filter { !$0.agrees }
            if !rest.isEmpty { Console.line(Console.language(CLIText.replayRest(rest.map(\.auction)))) }
        }
    }

    private func line(_ outcome: AuctionReplay.Outcome) -> String {
        [
            outcome.auction, String(outcome.accepted), String(outcome.refused), outcome.price.map(\.yuan) ?? "-",
            outcome.winner ?? "-", String(outcome.end / 1_000) + (outcome.hasMoved ? "*" : ""), outcome.logged.yuan,
        ].joined(separator: "\t")
    }

    private func json(_ replay: AuctionReplay) -> JSON {
        let summary = replay.summary
        return [
            "mode": .string(mode.rawValue), "extensionSeconds": .integer(extensionSeconds),
            "auctions": .array(replay.outcomes.map(json)),
            "summary": [
                "auctions": .integer(Int64(summary.auctions)), "accepted": .integer(Int64(summary.accepted)),
                "refused": .integer(Int64(summary.refused)), "agreeing": .integer(Int64(summary.agreeing)),
                "moved": .integer(Int64(summary.moved)),
                "statesChangedByRefusal": .integer(Int64(summary.statesChangedByRefusal)),
            ],
        ]
    }

    private func json(_ outcome: AuctionReplay.Outcome) -> JSON {
        [
            "auction": .string(outcome.auction), "accepted": .integer(Int64(outcome.accepted)),
            "refused": .integer(Int64(outcome.refused)), "price": outcome.price?.field ?? .null,
            "winner": outcome.winner.map { .string($0) } ?? .null, "endMs": .integer(outcome.end),
            "moved": .bool(outcome.hasMoved), "loggedPrice": outcome.logged.field, "agrees": .bool(outcome.agrees),
        ]
    }
}

extension AuctionReplay.Mode: ExpressibleByArgument {}
