import ArgumentParser
import EventLog
import Foundation
import Kernel
import Platform
import Server
import Storage

/// `qianmo copy --from … --to …`: an installation from one kind of store to the other.
struct Copy: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: CLIText.copy.here)

    @Option(help: "\(CLIText.from.here)") var from: String
    @Option(help: "\(CLIText.to.here)") var to: String
    @Option(help: "\(CLIText.schema.here)") var schema = "qianmo"
    @Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func run() throws {
        let source = try StoreAddress(from, schema: schema)
        guard try !source.isNew else {
            throw Failure(message: Console.language(CLIText.noHouse(source.name)), code: 2)
        }
        // Whoever writes meanwhile would write what is not copied.
        let kept = try source.writing()
        if let contended = kept as? any ContendedDatabase, !contended.takeWriterPlace() {
            throw Failure(message: Console.language(CLIText.stillWriting(source.name)))
        }
        let target = try StoreAddress(to, schema: schema)
        try Move(source: source, target: target, papers: (from: source.folder, to: target.folder)).run(
            CLIText.copied, isJSON: isJSON)
        withExtendedLifetime(kept) {}
    }
}

/// `qianmo grant ROLE`: a role of PostgreSQL may read what public pages show, and nothing else.
struct Grant: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: CLIText.grant.here)

    @Argument(help: "\(CLIText.role.here)") var role: String
    @OptionGroup var place: DataLocation

    func run() throws {
        let address = try place.address
        let tables = try address.grantReading(to: role)
        if place.isJSON {
            Console.json(["role": .string(role), "tables": .integer(Int64(tables))])
        } else {
            Console.line(Console.language(CLIText.granted(role, tables)))
        }
    }
}

/// `qianmo epoch open --reason …`: a person's word that an older log is to go on.
struct Epoch: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: CLIText.epoch.here, subcommands: [OpenEpochNow.self])
}

struct OpenEpochNow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: CLIText.epochOpen.here)

    @Option(help: "\(CLIText.reason.here)") var reason: String
    @OptionGroup var place: DataLocation

    func run() throws {
        guard !reason.isBlank else {
            throw Failure(message: Console.language(CLIText.badValue(reason)), code: 2)
        }
        guard try !place.address.isNew else {
            throw Failure(message: Console.language(CLIText.noHouse(try place.address.name)), code: 2)
        }
        let head = try Installation.openEpoch(
            .qianmo, dataDirectory: place.folder, database: place.address.writing(), reason: reason)
        if place.isJSON {
            Console.json(["size": .integer(head.size), "root": .string(head.root.base64)])
        } else {
            Console.line(Console.language(CLIText.epochOpened(head.size - 1)))
        }
    }
}

/// Both stores of an installation from one place to another that holds nothing yet.
struct Move {
    let source: StoreAddress
    let target: StoreAddress
    /// Files that a read-only medium can hold.
    var isArchive = false
    /// The folders that hold the papers; nil where a store is no folder.
    var papers: (from: URL?, to: URL?) = (nil, nil)

    /// Papers come before the log, so that no event is there without its own; and after it, for those brought meanwhile.
    private func copyPapers() throws -> Int {
        guard let from = papers.from, let to = papers.to else { return 0 }
        return try InstallationPapers.copy(from: from, to: to)
    }

    /// `finish` comes when all is copied and before anything is said of it.
    func run(_ words: (Int64, String, Int) -> Message, isJSON: Bool, then finish: () throws -> Void = {}) throws {
        guard try target.isNew else {
            throw Failure(message: Console.language(CLIText.notEmpty(target.name)))
        }
        guard let from = try source.reading() else { return }
        let now = SystemClock().now()
        // The log comes last: until it is there whole, the target counts as one that holds nothing.
        if let signIns = try source.readingSignIns() {
            try Moving.store(SignInSchema.migrations, from: signIns, to: target.signIns(), at: now)
        }
        var copied = try copyPapers()
        let moved = try Moving.log(of: .qianmo, from: from, to: target.writing(), at: now)
        copied += try copyPapers()
        if isArchive { try target.archive() }
        try finish()
        if isJSON {
            Console.json([
                "size": .integer(moved.size), "root": .string(moved.root), "tables": .integer(Int64(moved.tables)),
                "rows": .integer(Int64(moved.rows)), "papers": .integer(Int64(copied)),
            ])
        } else {
            Console.line(Console.language(words(moved.size, moved.root, moved.tables)))
            if copied > 0 { Console.line(Console.language(CLIText.papersCopied(copied))) }
        }
    }
}
