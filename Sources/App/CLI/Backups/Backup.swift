import ArgumentParser
import Foundation
import Kernel

/// `qianmo backup FOLDER`: the stores as they are at one moment, while others go on writing; never the keys.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: CLIText.backup.here)

    @Argument(help: "\(CLIText.backupFolder.here)") var folder: String
    @Option(name: .customLong("recipient"), help: "\(CLIText.recipient.here)") var recipients: [String] = []
    @Flag(name: .customLong("frames"), help: "\(CLIText.backupFrames.here)") var withFrames = false
    @OptionGroup var place: DataLocation

    func run() throws {
        try store()
        guard withFrames else { return }
        // After the log, so that every seal of the backup has its frames.
        let count = try FrameFiles.write(from: place.folder, into: URL(filePath: folder), for: recipients)
        if !place.isJSON { Console.line(Console.language(CLIText.framesCopied(count))) }
    }

    private func store() throws {
        let source = try place.address
        guard try !source.isNew else {
            throw Failure(message: Console.language(CLIText.noHouse(source.name)), code: 2)
        }
        let target = URL(filePath: folder)
        guard !recipients.isEmpty else {
            return try move(source, to: target, papers: target) { try BackupSums.write(in: target) }
        }
        guard try StoreAddress.folder(target).isNew, try !SealedStores.lie(in: target) else {
            throw Failure(message: Console.language(CLIText.notEmpty(target.path)))
        }
        try SealedStores.withWorkFolder(in: place.folder) { work in
            try move(source, to: work, papers: target) {
                try SealedStores.seal(work, for: recipients, into: target)
            }
        }
    }

    /// Papers are sealed where they lie and are copied as they are.
    private func move(_ source: StoreAddress, to target: URL, papers: URL, then finish: () throws -> Void) throws {
        try Move(
            source: source, target: .folder(target), isArchive: true, papers: (from: place.folder, to: papers)
        ).run(CLIText.backedUp, isJSON: place.isJSON, then: finish)
    }
}

/// `qianmo restore FOLDER`: a backup into a store that holds nothing.
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: CLIText.restore.here)

    @Argument(help: "\(CLIText.backupFolder.here)") var folder: String
    @Option(help: "\(CLIText.identity.here)") var identity: String?
    @OptionGroup var place: DataLocation

    func run() throws {
        let backup = URL(filePath: folder)
        let frames = try FrameFiles.found(in: backup, for: place.folder)
        guard try SealedStores.lie(in: backup) else {
            try BackupSums.check(backup)
            try move(from: backup)
            return try restore(frames)
        }
        guard let identity else { throw Failure(message: Console.language(CLIText.needsIdentity(folder)), code: 2) }
        try SealedStores.withWorkFolder(in: place.folder) { work in
            try SealedStores.open(backup, with: identity, into: work)
            try move(from: work)
        }
        try restore(frames)
    }

    private func restore(_ frames: [URL]) throws {
        guard !frames.isEmpty else { return }
        try FrameFiles.restore(frames, into: place.folder, with: identity)
        if !place.isJSON { Console.line(Console.language(CLIText.framesCopied(frames.count))) }
    }

    private func move(from stores: URL) throws {
        let source = StoreAddress.folder(stores)
        guard try !source.isNew else { throw Failure(message: Console.language(CLIText.noHouse(folder)), code: 2) }
        let papers: (from: URL?, to: URL?) = (from: URL(filePath: folder), to: place.folder)
        try Move(source: source, target: place.address, papers: papers).run(CLIText.restored, isJSON: place.isJSON)
    }
}
