import Foundation
import TestSupport
import Testing

/// `tools/faulty-disk.c`, built: what the program stands on fails, or the program dies, at a counted call.
struct FaultyDisk {
    private static let cc = "/usr/bin/cc"
    static var canBeBuilt: Bool { FileManager.default.isExecutableFile(atPath: cc) }

    private let folder: Folder
    private var library: String { folder.path + "/faulty-disk.so" }

    init() throws {
        folder = try Folder()
        let source = Tree.root.appending(path: "tools/faulty-disk.c").path
        let built = try Program.run(
            by: Self.cc, ["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, source, "-ldl"])
        try #require(built.code == 0, "\(built.error)")
    }

    /// Runs the program; `fault` as the library reads it: `fsync:7`, `kill-write:31`.
    func run(_ fault: String, _ arguments: String...) throws -> Program.Ended {
        try Program.run(by: Program.path, arguments, ["LD_PRELOAD": library, "FAULTY_DISK": fault])
    }
}
