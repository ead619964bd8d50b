import Dispatch
import Foundation

/// Pictures of papers, made by tools in processes of their own: no room beyond a limit, no time beyond 20 seconds. Whatever
/// they make is made anew from the dots: no word of the camera, no place, no serial number goes out (decision record 0250).
package struct PaperPictures: Sendable {
    package enum Size: String, Sendable { case small, large }

    private let store: PaperStore
    /// At most two at a time, whoever asks.
    private let turns = DispatchSemaphore(value: 2)

    package init(_ store: PaperStore) { self.store = store }

    /// A JPEG of the page; nil where none can be made: of an OFD, of a page that is not there, of what is damaged.
    package func picture(of mark: String, _ size: Size, page: Int = 1) throws -> [UInt8]? {
        let name = "\(size.rawValue)-\(page)"
        if let made = store.shownPicture(mark, name) { return made }
        guard let note = try store.note(mark), note.kind != .ofd, !note.remarks.contains(.tooManyDots),
            (1...200).contains(page), let bytes = try store.bytes(mark)
        else { return nil }
        turns.wait()
        defer { turns.signal() }
        guard let made = try make(bytes, note.kind, size, page) else { return nil }
        try store.keepPicture(made, mark, name)
        return made
    }

    private func make(_ bytes: [UInt8], _ kind: PaperKind, _ size: Size, _ page: Int) throws -> [UInt8]? {
        let work = FileManager.default.temporaryDirectory.appending(path: "qianmo-paper-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: work, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: work) }
        let (source, made) = (work.appending(path: "in"), work.appending(path: "out.jpg"))
        try Data(bytes).write(to: source)
        let dots = size == .small ? 320 : 1_600
        let command: [String] =
            switch kind {
            case .pdf:
                [
                    "pdftoppm", "-jpeg", "-singlefile", "-f", "\(page)", "-l", "\(page)", "-scale-to", "\(dots)",
                    source.path, work.appending(path: "out").path,
                ]
            case .tiff where page > 1: picture("\(source.path)[page=\(page - 1)]", dots, made)
            default: page == 1 ? picture(source.path, dots, made) : ["false"]
            }
        guard try PaperPictures.run(command) else { return nil }
        return FileManager.default.contents(atPath: made.path).map { Array($0) }
    }

    /// Turned as the camera held it, without any of its words.
    private func picture(_ source: String, _ dots: Int, _ made: URL) -> [String] {
        ["vipsthumbnail", source, "--size", "\(dots)x\(dots)>", "-o", "\(made.path)[Q=82,strip]"]
    }

    private static func run(_ command: [String]) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments =
            ["-s", "KILL", "20", "/usr/bin/prlimit", "--as=2000000000", "--cpu=20", "--fsize=67108864", "--"] + command
        process.environment = ["PATH": "/usr/bin:/bin", "VIPS_BLOCK_UNTRUSTED": "1", "VIPS_CONCURRENCY": "1"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .exit && process.terminationStatus == 0
    }
}
