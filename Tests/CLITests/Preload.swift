import Foundation
import Kernel
import TestSupport
import Testing

/// A library of `tools/`, built, that stands between the program and the machine.
struct Preload {
    private static let cc = "/usr/bin/cc"
    static var canBeBuilt: Bool { FileManager.default.isExecutableFile(atPath: cc) }

    private let folder: Folder
    var library: String { folder.path + "/preload.so" }

    init(_ source: String) throws {
        folder = try Folder()
        let path = Tree.root.appending(path: "tools/\(source)").path
        let built = try Program.run(
            by: Self.cc, ["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, path, "-ldl"])
        try #require(built.code == 0, "\(built.error)")
    }
}

/// What the program stands on fails, or the program dies, at a counted call.
struct FaultyDisk {
    private let preload = Result { try Preload("faulty-disk.c") }

    /// Runs the program; `fault` as the library reads it: `fsync:7`, `kill-write:31`.
    func run(_ fault: String, _ arguments: String...) throws -> Program.Ended {
        let library = try preload.get().library
        return try Program.run(by: Program.path, arguments, ["LD_PRELOAD": library, "FAULTY_DISK": fault])
    }
}

/// The program on a machine whose clock says something else.
struct OtherClock {
    private let preload: Preload

    init() throws { preload = try Preload("other-clock.c") }

    /// The environment in which it is `instant` now, and time goes on from there.
    func environment(_ instant: Instant) -> [String: String] {
        let shift = instant.milliseconds / 1_000 - Int64(Date().timeIntervalSince1970)
        return ["LD_PRELOAD": preload.library, "OTHER_CLOCK": String(shift)]
    }

    func run(_ instant: Instant, _ arguments: String...) throws -> Program.Ended {
        try Program.run(by: Program.path, arguments, environment(instant))
    }
}
