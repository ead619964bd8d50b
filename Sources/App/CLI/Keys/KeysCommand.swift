import ArgumentParser
import EventLog
import Foundation
import Kernel
import Platform
import Server
import Storage

/// `qianmo keys …`: fresh keys in place of those that lie in `keys` (docs/keys.md, records 0395 and 0399).
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: CLIText.keys.here, subcommands: [RotateKeys.self])
}

/// The keys that can be put in force anew, by the names of their files.
enum RotatedKey: String, ExpressibleByArgument, CaseIterable {
    case installation
    case log
    case signIn = "sign-in"
}

struct RotateKeys: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rotate", abstract: CLIText.keysRotate.here)

    @Argument(help: "\(CLIText.keyToRotate.here)") var key = RotatedKey.installation
    @OptionGroup var place: DataLocation

    func run() throws {
        guard try !place.address.isNew else {
            throw Failure(message: Console.language(CLIText.noHouse(try place.address.name)), code: 2)
        }
        let database = try place.address.writing()
        if let contended = database as? any ContendedDatabase, !contended.takeWriterPlace() {
            throw Failure(message: Console.language(CLIText.stillWriting(try place.address.name)))
        }
        switch key {
        case .installation: try rotateInstallation(database)
        case .log: try rotateLog(database)
        case .signIn: try rotateSignIn()
        }
    }

    private func rotateLog(_ database: any Database) throws {
        let head = try SignerRotation(dataDirectory: place.folder).run(.qianmo, database)
        let key = try Files.logKeys(place.folder.appending(path: "keys/log.pub").path).present.text
        if place.isJSON {
            Console.json(["entry": .integer(head.size - 1), "key": .string(key)])
        } else {
            Console.line(Console.language(CLIText.signerChanged(head.size - 1, key)))
        }
    }

    private func rotateSignIn() throws {
        let done = try SignInRotation(dataDirectory: place.folder).run(place.address.signIns(), at: SystemClock().now())
        if place.isJSON {
            Console.json([
                "accounts": .integer(Int64(done.accounts)), "recoveryCodes": .integer(Int64(done.recoveryCodes)),
            ])
        } else {
            Console.line(Console.language(CLIText.signInRotated(done.accounts, done.recoveryCodes)))
        }
    }

    private func rotateInstallation(_ database: any Database) throws {
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
