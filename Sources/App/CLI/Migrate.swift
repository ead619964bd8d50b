import ArgumentParser
import Foundation
import Kernel
import Platform

/// `qianmo migrate`: the schema, the keys and the tail of the log, without serving.
struct Migrate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: CLIText.migrate.here)

    @OptionGroup var place: DataLocation

    func run() throws {
        let size = try place.installation().log.head().size
        if place.isJSON {
            Console.json(["size": .integer(size)])
        } else {
            Console.line(Console.language(CLIText.migrated(size)))
        }
    }
}
