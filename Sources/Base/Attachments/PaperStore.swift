import Crypto
package import Foundation
package import Kernel

/// What the house knows of a paper beside its bytes; sealed with it.
package struct PaperNote: Sendable, Hashable {
    /// As the first sender called it: a label only.
    package let name: String
    package let kind: PaperKind
    package let bytes: Int
    package let receivedAt: Instant
    /// Who brought it first.
    package let by: String
    package let remarks: Set<PaperRemark>

    package init(
        name: String, kind: PaperKind, bytes: Int, receivedAt: Instant, by: String, remarks: Set<PaperRemark>
    ) {
        self.name = name
        self.kind = kind
        self.bytes = bytes
        self.receivedAt = receivedAt
        self.by = by
        self.remarks = remarks
    }

    var json: JSON {
        [
            "name": .string(name), "kind": .string(kind.rawValue), "bytes": .integer(Int64(bytes)),
            "at": .integer(receivedAt.milliseconds), "by": .string(by),
            "remarks": .array(remarks.map(\.rawValue).sorted().map(JSON.string)),
        ]
    }

    init?(_ json: JSON) {
        guard let name = json["name"]?.string, let kind = json["kind"]?.string.flatMap(PaperKind.init),
            case .integer(let bytes)? = json["bytes"], case .integer(let at)? = json["at"],
            let by = json["by"]?.string, case .array(let remarks)? = json["remarks"]
        else { return nil }
        self.init(
            name: name, kind: kind, bytes: Int(bytes), receivedAt: Instant(milliseconds: at), by: by,
            remarks: Set(remarks.compactMap { $0.string.flatMap(PaperRemark.init) }))
    }
}

/// Papers by the SHA-256 of their bytes, in a folder beside the database, sealed under a key of the house.
///
/// A paper is on the disk, flushed and under its name, before `keep` answers; the event that names it is written after. So
/// an acknowledged event never lacks its paper, and a paper without an event (the form was never finished, the machine
/// stopped between the two) harms nobody and is cleaned up later.
package struct PaperStore: Sendable {
    package let folder: URL
    private let key: SymmetricKey
    /// Those of before: they open what is not sealed anew yet.
    private let older: [SymmetricKey]

    /// Each key: 32 bytes.
    package init(folder: URL, key: [UInt8], older: [[UInt8]] = []) {
        self.folder = folder
        self.key = SymmetricKey(data: key)
        self.older = older.map { SymmetricKey(data: $0) }
    }

    package static func mark(of bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

    /// Keeps the bytes and answers their mark. Bytes that are here already stay as they are, with their first note.
    package func keep(_ bytes: [UInt8], _ note: PaperNote) throws -> String {
        let mark = PaperStore.mark(of: bytes)
        if bringAgain(mark), (try? self.bytes(mark)) != nil { return mark }
        try write(sealed(bytes, note, mark), as: mark)
        return mark
    }

    /// Seals every paper that lies under an older key under the newest, and throws the pictures away, which are made again
    /// when they are asked for. What was changed stays as it is. Stopped in between it goes on the next time: until then the
    /// older keys open the rest. Answers how many were sealed anew.
    package func sealAgain() throws -> Int {
        guard hasShelves, !older.isEmpty else { return 0 }
        var count = 0
        for (mark, broughtAt) in try list().papers {
            guard let file = try file(mark, upTo: 65_536), let parts = PaperStore.parts(file),
                (try? open(Array(parts.head), mark, "note", under: key)) == nil,
                let note = try? note(mark), let bytes = try? bytes(mark)
            else { continue }
            try write(sealed(bytes, note, mark), as: mark)
            let day = Date(timeIntervalSince1970: Double(broughtAt.milliseconds) / 1_000)
            try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: path(mark))
            count += 1
        }
        let pictures = folder.appending(path: PaperStore.shown)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: pictures.path)) ?? [] {
            unlink(pictures.appending(path: name).path)
        }
        return count
    }

    func sealed(_ bytes: [UInt8], _ note: PaperNote, _ mark: String) throws -> [UInt8] {
        let head = try seal(note.json.canonicalBytes, mark, "note")
        let length = withUnsafeBytes(of: UInt32(head.count).bigEndian) { Array($0) }
        return try PaperStore.magic + length + head + seal(bytes, mark, "body")
    }

    /// What is known of the paper; nil where it is not here. Throws `PaperRejection.changed` where the file was changed.
    package func note(_ mark: String) throws -> PaperNote? {
        guard let file = try file(mark, upTo: 65_536) else { return nil }
        guard let parts = PaperStore.parts(file),
            let plain = try? open(Array(parts.head), mark, "note"), let json = try? JSON(parsing: plain),
            let note = PaperNote(json)
        else { throw PaperRejection.changed(mark: mark).rejection }
        return note
    }

    /// The bytes as they came; nil where they are not here. Throws `PaperRejection.changed` where the file was changed.
    package func bytes(_ mark: String) throws -> [UInt8]? {
        guard let file = try file(mark) else { return nil }
        guard let parts = PaperStore.parts(file), let plain = try? open(Array(parts.body), mark, "body"),
            PaperStore.mark(of: plain) == mark
        else { throw PaperRejection.changed(mark: mark).rejection }
        return plain
    }

    /// Whoever brings a paper again brings it for an event to come: it counts as fresh. False where it is not here.
    package func bringAgain(_ mark: String) -> Bool {
        guard holds(mark) else { return false }
        return (try? FileLock.holding(folder: folder.path) { utimes(path(mark), nil) == 0 }) ?? false
    }

    package func holds(_ mark: String) -> Bool { mark.isSHA256Hex && access(path(mark), F_OK) == 0 }

    /// Every paper here and when it was last brought, in order of the marks; and files that are none.
    package func list() throws -> (papers: [(mark: String, broughtAt: Instant)], strange: [String]) {
        var papers: [(mark: String, broughtAt: Instant)] = []
        var strange: [String] = []
        let manager = FileManager.default
        for shelf in ((try? manager.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        where ![PaperStore.unfinished, PaperStore.shown, PaperStore.open, PaperStore.held].contains(shelf) {
            let place = folder.appending(path: shelf)
            guard let names = try? manager.contentsOfDirectory(atPath: place.path) else {
                strange.append(shelf)
                continue
            }
            for name in names.sorted() {
                guard name.isSHA256Hex, name.hasPrefix(shelf) else {
                    strange.append("\(shelf)/\(name)")
                    continue
                }
                // One that went meanwhile is no longer here.
                if let at = broughtAt(name) { papers.append((name, at)) }
            }
        }
        return (papers, strange)
    }

    /// Takes away papers that no event names and nobody brought since `instant`, and what was left half written before.
    /// `isNamed` is asked once more right before each is taken, when nobody can bring it: either it was brought before and
    /// counts as fresh, or whoever brings it finds it gone and writes it anew.
    package func clean(before instant: Instant, isNamed: (String) throws -> Bool) throws -> [String] {
        var gone: [String] = []
        for paper in try list().papers where paper.broughtAt < instant {
            guard try !isNamed(paper.mark) else { continue }
            try FileLock.holding(folder: folder.path) {
                guard let broughtAt = broughtAt(paper.mark), broughtAt < instant, try !isNamed(paper.mark),
                    unlink(path(paper.mark)) == 0
                else { return }
                gone.append(paper.mark)
            }
        }
        let manager = FileManager.default
        let half = folder.appending(path: PaperStore.unfinished)
        for name in (try? manager.contentsOfDirectory(atPath: half.path)) ?? [] {
            let file = half.appending(path: name).path
            let date = try? manager.attributesOfItem(atPath: file)[.modificationDate] as? Date
            if Int64((date?.timeIntervalSince1970 ?? 0) * 1_000) < instant.milliseconds { unlink(file) }
        }
        return gone
    }

    /// Whether any paper was ever brought.
    package var hasShelves: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// Takes a paper and its pictures away for good; nothing where it is not here.
    package func end(_ mark: String) {
        guard mark.isSHA256Hex else { return }
        // Never between the look and the writing of whoever writes it anew.
        try? FileLock.holding(folder: folder.path) { _ = unlink(path(mark)) }
        letGo(mark)
        let pictures = folder.appending(path: PaperStore.shown)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: pictures.path)) ?? []
        where name.hasPrefix(mark) { unlink(pictures.appending(path: name).path) }
    }

    // MARK: Files

    /// What is being written, pictures made of papers, uploads on their way, and the names of papers that wait for a scanner.
    static let unfinished = "new"
    static let shown = "shown"
    static let open = "open"
    static let held = "held"
    private static let magic = Array("QMP1".utf8)

    func path(_ mark: String) -> String { "\(folder.path)/\(mark.prefix(2))/\(mark)" }

    private func broughtAt(_ mark: String) -> Instant? {
        let facts = try? FileManager.default.attributesOfItem(atPath: path(mark))
        return (facts?[.modificationDate] as? Date).map {
            Instant(milliseconds: Int64($0.timeIntervalSince1970 * 1_000))
        }
    }

    private func file(_ mark: String, upTo limit: Int? = nil) throws -> [UInt8]? {
        guard holds(mark) else { return nil }
        let handle = try FileHandle(forReadingFrom: URL(filePath: path(mark)))
        defer { try? handle.close() }
        return Array(try (limit.map { try handle.read(upToCount: $0) } ?? handle.readToEnd()) ?? Data())
    }

    private static func parts(_ file: [UInt8]) -> (head: ArraySlice<UInt8>, body: ArraySlice<UInt8>)? {
        guard file.count > 8, file.starts(with: magic) else { return nil }
        let length = file[4..<8].reduce(0) { $0 << 8 | Int($1) }
        guard length > 0, length <= file.count - 8 else { return nil }
        return (file[8..<(8 + length)], file[(8 + length)...])
    }

    func write(_ bytes: [UInt8], as mark: String) throws {
        let shelf = folder.appending(path: String(mark.prefix(2)))
        let half = folder.appending(path: PaperStore.unfinished)
        do {
            for place in [shelf, half] {
                try FileManager.default.createDirectory(
                    at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
            let beside = half.appending(path: UUID().uuidString).path
            try PaperStore.put(bytes, beside)
            guard rename(beside, path(mark)) == 0 else { throw PaperRejection.noRoom.rejection }
            try PaperStore.flush(shelf.path)
            try PaperStore.flush(folder.path)
        } catch is CocoaError {
            throw PaperRejection.noRoom.rejection
        }
    }

    static func put(_ bytes: [UInt8], _ path: String) throws {
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw PaperRejection.noRoom.rejection }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                unlink(path)
                throw PaperRejection.noRoom.rejection
            }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw PaperRejection.noRoom.rejection }
    }

    /// A name is on the disk once its folder is.
    static func flush(_ folder: String) throws {
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw PaperRejection.noRoom.rejection }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw PaperRejection.noRoom.rejection }
    }

    // MARK: Seals

    private func seal(_ plain: [UInt8], _ mark: String, _ part: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(plain, using: key, authenticating: Array("qianmo.paper.v1\n\(mark)\n\(part)".utf8))
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    private func open(_ sealed: [UInt8], _ mark: String, _ part: String) throws -> [UInt8] {
        if let plain = try? open(sealed, mark, part, under: key) { return plain }
        for key in older.dropLast() {
            if let plain = try? open(sealed, mark, part, under: key) { return plain }
        }
        return try open(sealed, mark, part, under: older.last ?? key)
    }

    private func open(_ sealed: [UInt8], _ mark: String, _ part: String, under key: SymmetricKey) throws -> [UInt8] {
        let box = try AES.GCM.SealedBox(combined: sealed)
        return Array(
            try AES.GCM.open(box, using: key, authenticating: Array("qianmo.paper.v1\n\(mark)\n\(part)".utf8)))
    }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) }
    }

    // MARK: Pictures, which can be made again at any time

    /// The picture of `mark` called `name`, made earlier.
    func shownPicture(_ mark: String, _ name: String) -> [UInt8]? {
        guard let data = FileManager.default.contents(atPath: picture(mark, name)) else { return nil }
        return try? open(Array(data), mark, name)
    }

    func keepPicture(_ picture: [UInt8], _ mark: String, _ name: String) throws {
        try FileManager.default.createDirectory(
            at: folder.appending(path: PaperStore.shown), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try Data(seal(picture, mark, name)).write(to: URL(filePath: self.picture(mark, name)), options: .atomic)
    }

    private func picture(_ mark: String, _ name: String) -> String {
        "\(folder.path)/\(PaperStore.shown)/\(mark)-\(name)"
    }
}
