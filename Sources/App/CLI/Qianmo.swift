import ArgumentParser
import Foundation
import Kernel
import Platform
import Storage

/// The one program of the house.
@main struct Qianmo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qianmo", abstract: CLIText.program.here, version: ProgramVersion.current,
        subcommands: [
            Serve.self, Migrate.self, Seed.self, Import.self, RunScenario.self, PrintTrialBalance.self,
            PrintStatements.self, Export.self,
            Verify.self, Mend.self, Account.self, KeysCommand.self, Replay.self, Backup.self, Restore.self, Copy.self,
            Papers.self,
            Grant.self,
            Epoch.self,
            Docs.self,
            Drill.self, Station.self, Gateway.self, Frames.self, BenchCommand.self, BenchRun.self, BenchServe.self,
        ])

    /// Exit codes: 0 good, 1 refused or bad, 2 wrong usage or cannot tell.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        switch error {
        case let failure as Failure:
            if !failure.message.isEmpty { Console.error(failure.message) }
            Console.exit(failure.code)
        case let finding as Finding: Console.error(Console.language(finding.message))
        case let refusal as InstallationRefusal: Console.error(Console.language(refusal.message))
        case let error as MigrationError: Console.error(Console.language(CLIText.otherProgram(error)))
        case let rejection as Rejection: Console.error(Console.text(of: rejection))
        case StorageError.unavailable(let reason), StorageError.failed(let reason),
            StorageError.unknownOutcome(let reason):
            Console.error(Console.language(CLIText.storeFails(reason)))
        case let error as CocoaError where error.filePath != nil:
            Console.error(Console.language(CLIText.cannotRead(error.filePath ?? "")))
            Console.exit(2)
        case is OutcomeUnknown: Console.error(Console.language(CLIText.unknown))
        default:
            let text = fullMessage(for: error)
            let code = exitCode(for: error)
            if code.isSuccess { Console.line(text) } else { Console.error(text) }
            Console.exit(code.isSuccess ? 0 : code == .validationFailure ? 2 : 1)
        }
        Console.exit(1)
    }
}

/// Ends the program with words already chosen.
struct Failure: Error {
    let message: String
    var code: Int32 = 1
}
