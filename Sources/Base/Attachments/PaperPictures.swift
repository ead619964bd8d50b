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
    /// Reading takes long: one paper at a time, beside the pictures that people wait for.
    private let readingTurn = DispatchSemaphore(value: 1)

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
        guard let count = try work(mark, body: { kind, source in try PaperPictures.countPages(source, kind) }) else {
            return 0
        }
        let shown = min(max(0, count), PaperPictures.most)
        try store.keepPicture(Array("\(shown)".utf8), mark, "pages")
        return shown
    }

    /// What a photo looks like; nil of documents, of pages, and of what no tool can read.
    package func likeness(of mark: String) throws -> PaperLikeness? {
        if let known = store.shownPicture(mark, "likeness") {
            return PaperLikeness(text: String(decoding: known, as: UTF8.self))
        }
        let (width, height) = (PaperLikeness.width, PaperLikeness.height)
        let made: [UInt8]? = try work(mark) { kind, source in
            guard kind.isPicture else { return nil }
            let small = source.deletingLastPathComponent().appending(path: "small.ppm")
            let command = ["vipsthumbnail", source.path, "--size", "\(width)x\(height)!", "-o", small.path]
            guard try PaperPictures.run(command) != nil else { return nil }
            return FileManager.default.contents(atPath: small.path).map { Array($0) }
        }
        // What no tool could tell is asked again: the machine may have been busy.
        guard let made else { return nil }
        let likeness = PaperLikeness(ppm: made)
        try store.keepPicture(Array((likeness?.text ?? "").utf8), mark, "likeness")
        return likeness
    }

    /// The letters and figures on a paper, as far as they can be read; nil where nobody can. Sealed and kept like a picture of it.
    package func words(of mark: String, by reading: PaperReading) throws -> String? {
        if let known = store.shownPicture(mark, "words") { return String(decoding: known, as: UTF8.self) }
        let read: String? = try work(mark, readingTurn) { kind, source in
            kind.isPicture ? try reading.words(ofPicture: source) : try reading.words(ofDocument: source)
        }
        // What no tool could tell is asked again: the machine may have been busy.
        guard let words = read.map(PaperReading.plain) else { return nil }
        try store.keepPicture(Array(words.utf8), mark, "words")
        return words
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
    private func work<T>(
        _ mark: String, _ turns: DispatchSemaphore? = nil, body: (PaperKind, URL) throws -> T?
    ) throws -> T? {
        let turns = turns ?? self.turns
        guard let note = try store.note(mark), note.kind != .ofd, !note.isHeld, !note.remarks.contains(.tooManyDots),
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
    static func run(_ command: [String], seconds: Int = 20, more: [String: String] = [:]) throws -> String? {
        let limits = ["--as=2000000000", "--cpu=\(seconds)", "--fsize=67108864"]
        let environment = ["PATH": "/usr/bin:/bin", "VIPS_BLOCK_UNTRUSTED": "1", "VIPS_CONCURRENCY": "1"]
        return try Tool.run(
            "/usr/bin/timeout", ["-s", "KILL", "\(seconds)", "/usr/bin/prlimit"] + limits + ["--"] + command,
            environment: environment.merging(more) { $1 }
        ).map { String(decoding: $0, as: UTF8.self) }
    }
}
