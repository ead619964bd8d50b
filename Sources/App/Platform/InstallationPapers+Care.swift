import Attachments
package import Foundation
package import Kernel
package import Storage

/// What `verify` says of the papers.
package struct PapersVerified: Sendable {
    /// Papers that are here and what they were when they came.
    package var whole = 0
    /// Of these, how many no event names yet; and of those, how many the next sweep takes.
    package var unnamed = 0
    package var stale = 0
    /// Uploads that are not finished.
    package var open = 0
    /// Papers that wait for a scanner, and those it found something in.
    package var unscanned = 0
    package var infected = 0
    /// Files that were changed, by mark or name; and files that are no papers.
    package var changed: [String] = []
    package var strange: [String] = []
    /// Marks that events name and that are not here: given without their paper, or taken away since.
    package var absent = 0
    /// Of these, how many ended with the person they were about.
    package var ended = 0
}

extension InstallationPapers {
    /// Recomputes every paper in `dataDirectory`; nothing is written. Throws `InstallationRefusal` where there are no keys.
    package static func verify(_ dataDirectory: URL, _ database: any Database, at now: Instant) throws -> PapersVerified
    {
        guard let keys = try InstallationKeys.load(from: dataDirectory.appending(path: "keys")) else {
            throw InstallationRefusal(InstallationText.keysMissing)
        }
        let papers = InstallationPapers(keys, in: dataDirectory, database, .qianmo)
        var said = PapersVerified()
        let (all, strange) = try papers.store.list()
        said.strange = strange
        let named = try database.read { Set(try PaperIndex.marks(in: $0)) }
        said.open = papers.uploads.countOpen()
        let fresh = now.adding(milliseconds: -freshHours * 3_600_000)
        for (mark, broughtAt) in all {
            do {
                guard let note = try papers.store.note(mark), try papers.store.bytes(mark) != nil else { continue }
                said.whole += 1
                if note.remarks.contains(.unscanned) { said.unscanned += 1 }
                if note.remarks.contains(.infected) { said.infected += 1 }
                if !named.contains(mark) {
                    said.unnamed += 1
                    if broughtAt < fresh { said.stale += 1 }
                }
            } catch is Rejection {
                said.changed.append(mark)
            }
        }
        let absent = named.subtracting(all.map(\.mark))
        said.absent = absent.count
        let ended = try database.read { try PaperIndex.ended(in: $0) }
        said.ended = absent.intersection(ended).count
        return said
    }

    /// Takes away the papers about persons whose data were destroyed, with the pictures made of them. The key of a paper is
    /// in the house; its bytes are nowhere else.
    package func endWithPersons() throws {
        guard store.hasShelves else { return }
        for mark in try database.read({ try PaperIndex.ended(in: $0) }) {
            store.end(mark)
            words.forget(mark)
        }
    }

    /// Copies the papers of one data folder into another: those that are there already stay. Answers how many were copied.
    package static func copy(from source: URL, to target: URL) throws -> Int {
        let manager = FileManager.default
        let (from, to) = (source.appending(path: folder), target.appending(path: folder))
        guard from.path != to.path, manager.fileExists(atPath: from.path) else { return 0 }
        var copied = 0
        for (mark, _) in try PaperStore(folder: from, key: [UInt8](repeating: 0, count: 32)).list().papers {
            let place = "\(mark.prefix(2))/\(mark)"
            let file = to.appending(path: place)
            guard !manager.fileExists(atPath: file.path) else { continue }
            try manager.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try manager.copyItem(at: from.appending(path: place), to: file)
            copied += 1
        }
        return copied
    }
}
