import ArgumentParser
import EventLog
import Foundation
import Kernel
import Platform
import StorageSQLite

/// `qianmo verify`: the whole store from its log, or evidence somebody brings.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: CLIText.verify.here,
        subcommands: [
            VerifyAll.self, VerifyProof.self, VerifyLog.self, VerifyDiff.self, VerifyTelemetry.self,
            VerifyCredential.self, VerifyRound.self,
        ],
        defaultSubcommand: VerifyAll.self)
}

struct VerifyAll: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "all", abstract: CLIText.verifyAll.here)

    @OptionGroup var place: DataLocation

    func run() throws {
        let verifier = try Verifier(
            .qianmo, dataDirectory: place.folder, database: place.reading(), scratch: SQLiteDatabase.scratch()
        ) { done, total in
            Console.progress(Console.language(CLIText.progress(done, total)), isLast: done == total)
        }
        do {
            let verified = try verifier.run()
            if place.isJSON {
                try papers()
                Console.json([
                    "ok": true, "size": .integer(verified.size), "root": .string(verified.root),
                    "tables": .integer(Int64(verified.tables)), "values": .integer(verified.values),
                ])
            } else {
                Console.line(Console.language(verified.message))
                try papers()
            }
        } catch let finding as Finding {
            if place.isJSON {
                Console.json(["ok": false, "finding": finding.json])
            } else {
                Console.error(Console.language(finding.message))
            }
            throw Failure(message: "")
        }
    }

    /// The files beside the store, each recomputed; the names of those that were changed, or are none of ours.
    private func papers() throws {
        let said = try InstallationPapers.verify(place.folder, place.reading(), at: SystemClock().now())
        for name in said.changed { Console.error(Console.language(CLIText.paperChanged(name))) }
        for name in said.strange { Console.error(Console.language(CLIText.paperStrange(name))) }
        guard said.changed.isEmpty, said.strange.isEmpty else { throw Failure(message: "") }
        guard !place.isJSON else { return }
        if said.whole + said.absent > 0 { Console.line(Console.language(CLIText.papersWhole(said))) }
        if said.unscanned + said.infected > 0 { Console.line(Console.language(CLIText.papersHeld(said))) }
        if said.open > 0 { Console.line(Console.language(CLIText.uploadsOpen(said.open))) }
    }
}

/// Runs an offline check; evidence that is not there is exit 2, evidence against the log exit 1.
private func judging(_ body: () throws -> Message) throws {
    do {
        Console.line(Console.language(try body()))
    } catch let fault as LogFault {
        let words = fault.cannotTell ? CLIText.cannotTell("\(fault)") : CLIText.bad("\(fault)", fault.entry)
        throw Failure(message: Console.language(words), code: fault.cannotTell ? 2 : 1)
    }
}

struct VerifyProof: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "proof", abstract: CLIText.verifyProof.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.key.here)") var key: String

    func run() throws {
        try judging {
            let receipt = try Receipt(parsing: Files.read(file))
            let proven = try receipt.verified(by: Files.logKeys(key))
            return CLIText.proven(receipt.index, proven.checkpoint.size)
        }
    }
}

struct VerifyLog: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "log", abstract: CLIText.verifyLog.here)

    @Argument(help: "\(CLIText.directory.here)") var directory: String
    @Option(help: "\(CLIText.key.here)") var key: String

    func run() throws {
        try judging {
            let checkpoint = try StaticLog(at: directory).verify(by: Files.logKeys(key))
            return CLIText.goodLog(checkpoint.size, checkpoint.root.base64)
        }
    }
}

struct VerifyDiff: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "diff", abstract: CLIText.verifyDiff.here)

    @Argument(help: "\(CLIText.directory.here)") var old: String
    @Argument(help: "\(CLIText.directory.here)") var new: String
    @Option(help: "\(CLIText.key.here)") var key: String

    func run() throws {
        try judging {
            let checked = try StaticLog(at: old).verify(continuedBy: StaticLog(at: new), by: Files.logKeys(key))
            return CLIText.continues(checked.old.size, checked.new.size)
        }
    }
}
