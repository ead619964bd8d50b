import ArgumentParser
import Foundation
import Kernel
import Platform
import Storage

/// `qianmo keys …`: what lies in `keys`, and a fresh `installation.key` (docs/keys.md, record 0395).
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: CLIText.keys.here, subcommands: [RotateKeys.self])
}

struct RotateKeys: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rotate", abstract: CLIText.keysRotate.here)

    @OptionGroup var place: DataLocation

    func run() throws {
        guard try !place.address.isNew else {
            throw Failure(message: Console.language(CLIText.noHouse(try place.address.name)), code: 2)
        }
        let database = try place.address.writing()
        if let contended = database as? any ContendedDatabase, !contended.takeWriterPlace() {
            throw Failure(message: Console.language(CLIText.stillWriting(try place.address.name)))
        }
        let done = try KeyRotation(dataDirectory: place.folder).run(database)
        if place.isJSON {
            Console.json([
                "outcome": .string(done.outcome.rawValue), "subjects": .integer(Int64(done.subjects)),
                "keys": .integer(Int64(done.keys)), "papers": .integer(Int64(done.papers)),
            ])
        } else {
            Console.line(Console.language(CLIText.keysRotated(done.outcome, done.subjects, done.papers, done.keys)))
        }
    }
}
