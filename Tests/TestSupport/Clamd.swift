import Foundation

/// A real clamd (Debian: clamav-daemon) of a test's own, with one signature of ours and none of the world's.
package final class Clamd {
    package static let program = "/usr/sbin/clamd"
    package static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }
    /// What the one signature knows, wherever it stands in a file, and what it is called.
    package static let harm = "QIANMO-SCANNER-TEST-PAPER"
    package static let name = "Qianmo.Test.Paper"

    package let socket: String
    package let port: UInt16
    private let folder: URL
    private var process: Process?

    package init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "clamd-\(UUID().uuidString.prefix(8))")
        socket = folder.appending(path: "ctl").path
        port = UInt16.random(in: 20_000...29_999)
        let lists = folder.appending(path: "db")
        try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
        // Name, any kind of file, anywhere in it, these bytes.
        let bytes = Clamd.harm.utf8.map { String($0, radix: 16) }.joined()
        try "\(Clamd.name):0:*:\(bytes)\n".write(
            to: lists.appending(path: "qianmo.ndb"), atomically: true, encoding: .utf8)
        try """
        DatabaseDirectory \(lists.path)
        LocalSocket \(socket)
        TCPSocket \(port)
        TCPAddr 127.0.0.1
        Foreground yes
        StreamMaxLength 1M
        TemporaryDirectory \(folder.path)

        """.write(to: folder.appending(path: "clamd.conf"), atomically: true, encoding: .utf8)
    }

    deinit {
        stop()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Answers once it listens; throws where it ends instead.
    package func start() throws {
        let process = Process()
        process.executableURL = URL(filePath: Clamd.program)
        process.arguments = ["--config-file", folder.appending(path: "clamd.conf").path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.process = process
        while !FileManager.default.fileExists(atPath: socket) {
            guard process.isRunning else { throw CocoaError(.executableLoad) }
            usleep(50_000)
        }
    }

    package func stop() {
        process?.terminate()
        process?.waitUntilExit()
        process = nil
        try? FileManager.default.removeItem(atPath: socket)
    }
}
