import ArgumentParser
import Foundation
import Kernel
import Platform
import Storage
import StorageSQLite

/// Where the house keeps its things, and how results are printed: the same on every command.
struct Place: ParsableArguments {
    @Option(name: .customLong("data"), help: "\(CLIText.data.en)")
    var path = "data"

    @Flag(name: .customLong("json"), help: "\(CLIText.json.en)")
    var isJSON = false

    var folder: URL { URL(filePath: path) }
    private var file: String { folder.appending(path: "qianmo.sqlite").path }
    var isNew: Bool { !FileManager.default.fileExists(atPath: file) }

    /// The house, opened for writing; made when it is not there.
    func house(_ plan: HousePlan = .qianmo, clock: any HouseClock = SystemClock(), random: HouseRandom = .system) throws
        -> House
    {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try House.open(
            plan, dataDirectory: folder, database: SQLiteDatabase(path: file), clock: clock, random: random,
            report: { Console.error("qianmo: \($0)") })
    }

    /// A practice house on the clock of a scenario.
    func practice(_ clock: ScenarioClock) throws -> House {
        let isNew = isNew
        return try house(clock: clock, random: .forPractice(in: folder, isNew: isNew))
    }

    /// The store for reading; another process may be writing it.
    func reading() throws -> any Database {
        guard !isNew else { throw Failure(message: Console.language(CLIText.noHouse(path)), code: 2) }
        return try SQLiteDatabase(path: file, access: .readOnly)
    }
}
