import ArgumentParser
import Environment
import Foundation
import Kernel
import Platform
import Storage
import Telemetry

/// `qianmo frames`: what is done with the files of raw frames.
struct Frames: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: CLIText.frames.here, subcommands: [RemoveOldFrames.self])
}

/// `qianmo frames remove --before 2021-11-30 --reason …`: the act is in the log before a file goes. Where it stopped in
/// between, the same command takes away what is left.
struct RemoveOldFrames: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: CLIText.framesRemove.here)

    @Option(help: "\(CLIText.framesBefore.here)") var before: String
    @Option(help: "\(CLIText.reason.here)") var reason: String
    @OptionGroup var place: DataLocation

    func run() async throws {
        guard let day = CivilDate(before) else {
            throw Failure(message: Console.language(CLIText.badValue(before)), code: 2)
        }
        guard try !place.address.isNew else {
            throw Failure(message: Console.language(CLIText.noHouse(try place.address.name)), code: 2)
        }
        let installation = try place.installation()
        if try !isSaid(day, in: installation.database) {
            let command = RemoveFrames(before: day, reason: reason)
            let answer = try await installation.writer.submit(
                Submission(
                    command: RemoveFrames.fullName, arguments: .object(command.openFields), principal: .administrator,
                    key: "frames-before-\(day)"))
            if case .rejected(let rejection) = answer { throw Failure(message: Console.text(of: rejection)) }
        }
        // What came meanwhile for the hours of these days is in their book before the files go.
        let segments = place.folder.appendingPathComponent(HourBook.segmentsName)
        try HourBook(segments).take()
        let files = try SegmentFolder.remove(segments, before: day.start)
        if place.isJSON {
            Console.json(["before": day.field, "files": .integer(Int64(files))])
        } else {
            Console.line(Console.language(CLIText.framesGone(day.description, files)))
        }
    }

    private func isSaid(_ day: CivilDate, in database: any Database) throws -> Bool {
        try database.read { tx in
            try EnvironmentQueries.removals(in: tx).contains { $0.before >= day }
        }
    }
}
