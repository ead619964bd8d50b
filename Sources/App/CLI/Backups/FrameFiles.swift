import EventLog
import Foundation
import Kernel
import Telemetry

/// The files of raw frames in a backup: as they lie, packed or not, with their digests beside them. They hold the
/// passwords the loggers send, so that an enciphered backup enciphers each of them too.
enum FrameFiles {
    static let folder = "telemetry"
    private static let sums = "SHA256SUMS"

    /// Copies the files from one house's folder into a backup that has none. The log of the backup was read before: the
    /// files have at least what its seals vouch for.
    static func write(from house: URL, into backup: URL, for recipients: [String]) throws -> Int {
        let source = house.appending(path: folder)
        let target = backup.appending(path: folder)
        try Files.makePrivate(target)
        var lines: [String] = []
        for name in try names(source) {
            guard let file = present(name, in: source) else { continue }
            let copy = target.appending(path: file.lastPathComponent)
            if recipients.isEmpty {
                try FileManager.default.copyItem(at: file, to: copy)
                lines.append("\(try Hash.file(at: copy.path).hex)  \(copy.lastPathComponent)\n")
            } else {
                let sealed = try SealedStores.seal(file: file, for: recipients, into: target)
                lines.append("\(try Hash.file(at: sealed.path).hex)  \(sealed.lastPathComponent)\n")
            }
        }
        try lines.joined().write(to: target.appending(path: sums), atomically: true, encoding: .utf8)
        return lines.count
    }

    /// Those of a backup; none where it was made without. Throws before anything is restored: where one is missing or not as it
    /// was written, or where the house has frames of its own.
    static func found(in backup: URL, for house: URL) throws -> [URL] {
        let source = backup.appending(path: folder)
        guard let text = try? String(contentsOf: source.appending(path: sums), encoding: .utf8) else { return [] }
        let target = house.appending(path: folder)
        guard try names(target).isEmpty else {
            throw Failure(message: Console.language(CLIText.notEmpty(target.path)))
        }
        return try text.split(separator: "\n").map { line in
            let parts = line.split(separator: " ").map { String($0) }
            guard parts.count == 2, let name = URL(filePath: parts[1]).pathComponents.last,
                (try? Hash.file(at: source.appending(path: name).path).hex) == parts[0]
            else { throw Failure(message: Console.language(CLIText.damagedBackup(String(line.suffix(40))))) }
            return source.appending(path: name)
        }
    }

    static func restore(_ files: [URL], into house: URL, with identity: String?) throws {
        let target = house.appending(path: folder)
        try Files.makePrivate(target)
        for file in files {
            if let identity, SealedStores.isSealed(file) {
                try SealedStores.open(file: file, with: identity, into: target)
            } else {
                try FileManager.default.copyItem(at: file, to: target.appending(path: file.lastPathComponent))
            }
        }
    }

    /// The segments, without the form they lie in, and the files that name their stations.
    private static func names(_ folder: URL) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        let roots = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".roots") }
        return (try SegmentFolder.files(folder).map(SegmentFolder.name(of:)) + roots).sorted()
    }

    /// A segment may be packed while the backup is made.
    private static func present(_ name: String, in folder: URL) -> URL? {
        [name, name + "z"].map { folder.appending(path: $0) }.first {
            FileManager.default.fileExists(atPath: $0.path)
        }
    }
}
