import EventLog
import Foundation
import Kernel

/// The digests of a backup's stores beside them, in the form that `sha256sum -c SHA256SUMS` reads. A store of SQLite has no check
/// of its own pages: one changed bit of a name would be restored and compared with itself.
enum BackupSums {
    private static let name = "SHA256SUMS"

    static func write(in folder: URL) throws {
        let stores = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "sqlite" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
        let lines = try stores.map { "\(try Hash.file(at: $0.path).hex)  \($0.lastPathComponent)\n" }
        try lines.joined().write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }

    /// Throws where a store is missing or not as it was written. A backup of before 30 November 2026 has no digests.
    static func check(_ folder: URL) throws {
        guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return }
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ").map { String($0) }
            guard parts.count == 2, let file = URL(filePath: parts[1]).pathComponents.last,
                (try? Hash.file(at: folder.appending(path: file).path).hex) == parts[0]
            else { throw Failure(message: Console.language(CLIText.damagedBackup(String(line.suffix(40))))) }
        }
    }
}
