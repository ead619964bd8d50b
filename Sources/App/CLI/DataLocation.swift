import ArgumentParser
import Foundation
import Kernel
import Platform
import Storage

/// Where the house keeps its things, and how results are printed: the same on every command.
struct DataLocation: ParsableArguments {
    @Option(name: .customLong("data"), help: "\(CLIText.data.here)")
    var path = "data"

    @Option(name: .customLong("database"), help: "\(CLIText.database.here)")
    var database: String?

    @Option(name: .customLong("schema"), help: "\(CLIText.schema.here)")
    var schema = "qianmo"

    @Flag(name: .customLong("json"), help: "\(CLIText.json.here)")
    var isJSON = false

    /// Keys always lie here, wherever the store is (decision record 0071).
    var folder: URL { URL(filePath: path) }

    /// The stores: in the folder, unless a database is named.
    var address: StoreAddress { get throws { try StoreAddress(database ?? path, schema: schema) } }

    /// The house, opened for writing; made when it is not there. `mayWait`: reads only, where another program writes.
    func installation(
        _ plan: InstallationPlan = .qianmo, clock: any WriterClock = SystemClock(),
        random: InstallationRandom = .system,
        mayWait: Bool = false, publicReading: (any Database)? = nil,
        report: @escaping @Sendable (String) -> Void = { Console.error("qianmo: \($0)") }
    ) throws -> Installation {
        // Before anything is made: an empty store beside keys that have signed is somebody's slip.
        if try address.isNew { try Installation.mayBegin(folder) }
        try Files.makePrivate(folder)
        return try Installation.open(
            plan, dataDirectory: folder, database: address.writing(), clock: clock, random: random, mayWait: mayWait,
            publicReading: publicReading,
            report: report)
    }

    /// A practice house on the clock of a scenario.
    func practice(_ clock: ScenarioClock) throws -> Installation {
        let isNew = try address.isNew
        if isNew { try Installation.mayBegin(folder) }
        return try installation(clock: clock, random: .forPractice(in: folder, isNew: isNew))
    }

    /// The store for reading; another process may be writing it.
    func reading() throws -> any Database {
        let address = try address
        guard let database = try address.reading() else {
            throw Failure(message: Console.language(CLIText.noHouse(address.name)), code: 2)
        }
        return database
    }
}
