import Dispatch
import Foundation

/// Pictures of papers, made by tools in processes of their own: no room beyond a limit, no time beyond 20 seconds. Whatever
/// they make is made anew from the dots: no word of the camera, no place, no serial number goes out (decision record 0250).
package struct PaperPictures: Sendable {
    package enum Size: String, Sendable { case small, large }

    /// Of pages a paper is leafed through to.
    private static let most = 200

    private let store: PaperStore
    /// At most two at a time, whoever asks.
    private let turns = DispatchSemaphore(value: 2)

    package init(_ store: PaperStore) { self.store = store }

    /// A JPEG of the page; nil where none can be made: of an OFD, of a page that is not there, of what is damaged.
    package func picture(of mark: String, _ size: Size, page: Int = 1) throws -> [UInt8]? {
        let name = "\(size.rawValue)-\(page)"
        if let made = store.shownPicture(mark, name) { return made }
        guard (1...PaperPictures.most).contains(page) else { return nil }
        let made = try work(mark) { kind, source in try make(source, kind, size, page) }
        if let made { try store.keepPicture(made, mark, name) }
        return made
    }

    /// How many pages can be shown, as the paper itself says, at most 200; 0 where no picture of it can be made.
    package func countPages(of mark: String) throws -> Int {
        if let known = store.shownPicture(mark, "pages") { return Int(String(decoding: known, as: UTF8.self)) ?? 0 }
        // What no tool could tell is asked again: the machine may have been busy.
        guard let count = try work(mark, { kind, source in try PaperPictures.countPages(source, kind) }) else {
            return 0
        }
        let shown = min(max(0, count), PaperPictures.most)
        try store.keepPicture(Array("\(shown)".utf8), mark, "pages")
        return shown
    }

    private static func countPages(_ source: URL, _ kind: PaperKind) throws -> Int? {
        switch kind {
        case .pdf:
            try run(["pdfinfo", source.path])?.split(separator: "\n").first { $0.hasPrefix("Pages:") }
                .flatMap { Int($0.filter(\.isNumber)) }
        case .tiff:
            // A scan of one page may not say how many it has.
            try run(["vipsheader", "-f", "n-pages", source.path]).flatMap { Int($0.filter(\.isNumber)) } ?? 1
        default: 1
        }
    }

    /// Calls `body` with the paper in a folder of its own, once it is its turn; nil where no picture of it is ever made.
    private func work<T>(_ mark: String, _ body: (PaperKind, URL) throws -> T?) throws -> T? {
        guard let note = try store.note(mark), note.kind != .ofd, !note.remarks.contains(.tooManyDots),
            let bytes = try store.bytes(mark)
        else { return nil }
        turns.wait()
        defer { turns.signal() }
        let work = FileManager.default.temporaryDirectory.appending(path: "qianmo-paper-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: work, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: work) }
        let source = work.appending(path: "in")
        try Data(bytes).write(to: source)
        return try body(note.kind, source)
    }

    private func make(_ source: URL, _ kind: PaperKind, _ size: Size, _ page: Int) throws -> [UInt8]? {
        let work = source.deletingLastPathComponent()
        let made = work.appending(path: "out.jpg")
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
        guard try PaperPictures.run(command) != nil else { return nil }
        return FileManager.default.contents(atPath: made.path).map { Array($0) }
    }

    /// Turned as the camera held it, without any of its words.
    private func picture(_ source: String, _ dots: Int, _ made: URL) -> [String] {
        ["vipsthumbnail", source, "--size", "\(dots)x\(dots)>", "-o", "\(made.path)[Q=82,strip]"]
    }

    /// What the tool says; nil where it fails.
    private static func run(_ command: [String]) throws -> String? {
        try Tool.run(
            "/usr/bin/timeout",
            ["-s", "KILL", "20", "/usr/bin/prlimit", "--as=2000000000", "--cpu=20", "--fsize=67108864", "--"] + command,
            environment: ["PATH": "/usr/bin:/bin", "VIPS_BLOCK_UNTRUSTED": "1", "VIPS_CONCURRENCY": "1"]
        ).map { String(decoding: $0, as: UTF8.self) }
    }
}
