import Crypto
package import Foundation
package import Kernel

/// How much may be under way at once.
package struct UploadLimits: Sendable {
    /// Unfinished uploads of one person, and their bytes together as they were announced.
    package var open = 10
    package var bytes = 100 << 20
    /// The same of everybody, the bytes as they lie here.
    package var openOfAll = 2_000
    package var bytesOfAll = 4 << 30
    /// Finished ones of one person that are remembered, so that an answer lost on the line can be asked for again.
    package var remembered = 50
    /// So long after its last byte an upload is here.
    package var hours: Int64 = 24

    package init() {}
}

/// An upload as it lies on the disk.
package struct UploadState: Sendable, Hashable {
    package let name: String
    /// Of the paper, as it was announced.
    package let length: Int
    /// So many bytes of it are here, flushed.
    package let offset: Int
    /// Of the paper it has become.
    package let mark: String?
    package let endsAt: Instant
    /// Where the next piece goes in the file.
    fileprivate let end: Int

    fileprivate init(_ head: UploadHead, offset: Int, end: Int, endsAt: Instant) {
        name = head.name
        length = head.length
        mark = head.mark
        self.offset = offset
        self.end = end
        self.endsAt = endsAt
    }

    package var isComplete: Bool { offset == length }
}

/// What is written before the pieces.
private struct UploadHead {
    let name: String
    let length: Int
    var mark: String?

    var json: JSON {
        [
            "name": .string(name), "length": .integer(Int64(length)), "mark": mark.map(JSON.string) ?? .null,
        ]
    }
}

extension UploadHead {
    fileprivate init?(_ json: JSON) {
        guard let name = json["name"]?.string, case .integer(let length)? = json["length"] else { return nil }
        self.init(name: name, length: Int(length), mark: json["mark"]?.string)
    }
}

/// Papers on their way over a bad line, a file each in `papers/open`: a head and pieces, each sealed by itself, so that what a
/// stop has torn off is known by its seal. A file's name has a keyed digest of whose it is: of another's nothing is found.
package struct UploadStore: Sendable {
    let folder: URL
    package let limits: UploadLimits
    private let key: SymmetricKey

    /// `papers`: the folder of the papers; `key`: the one of their store.
    package init(papers: URL, key: [UInt8], limits: UploadLimits = UploadLimits()) {
        folder = papers.appending(path: PaperStore.open)
        self.limits = limits
        self.key = SymmetricKey(data: SHA256.hash(data: Array("qianmo.upload.v1\n".utf8) + key))
    }

    private static let done = ".done"

    /// Opens an upload of `length` bytes and answers its name, once it is on the disk. Throws where too much is under way.
    package func begin(_ owner: String, length: Int, name: String, at now: Instant) throws -> String {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch is CocoaError {
            throw PaperRejection.noRoom.rejection
        }
        return try FileLock.holding(folder: folder.path) {
            try makeRoom(owner, length, now)
            let id = (0..<16).map { _ in UInt8.random(in: 0...255) }.reduce(into: "") { $0 += $1.hexadecimal }
            try put(UploadHead(name: name, length: length), file(id, owner))
            return id
        }
    }

    /// Where an upload stands; nil where `owner` has none of this name. What it says is flushed; what a stop tore off is gone.
    package func state(_ id: String, of owner: String, at now: Instant) throws -> UploadState? {
        try read(id, owner, now)?.state
    }

    /// The bytes of an upload as far as they have come.
    package func bytes(_ id: String, of owner: String, at now: Instant) throws -> [UInt8] {
        try read(id, owner, now)?.bytes ?? []
    }

    /// Adds a piece behind `state`. Throws `PaperRejection.moved` where somebody else has added one meanwhile.
    package func append(_ piece: [UInt8], to id: String, of owner: String, at state: UploadState) throws -> UploadState
    {
        let file = file(id, owner)
        let record = try seal(piece, file, "\(state.offset)")
        return try FileLock.holding(file: path(file)) { descriptor in
            guard FileLock.size(descriptor) == state.end else { throw PaperRejection.moved.rejection }
            guard FileLock.write(record, to: descriptor, at: state.end) else {
                ftruncate(descriptor, off_t(state.end))
                throw PaperRejection.noRoom.rejection
            }
            return UploadState(
                UploadHead(name: state.name, length: state.length, mark: nil), offset: state.offset + piece.count,
                end: state.end + record.count, endsAt: state.endsAt)
        }
    }

    /// The paper is kept under `mark`: the pieces go, and what became of them is remembered.
    package func finish(_ id: String, of owner: String, _ state: UploadState, as mark: String) throws -> UploadState {
        let head = UploadHead(name: state.name, length: state.length, mark: mark)
        try FileLock.holding(folder: folder.path) {
            let own = try names().filter { $0.hasPrefix(tag(owner)) && $0.hasSuffix(UploadStore.done) }
            if own.count >= limits.remembered {
                for name in own.sorted(by: { changedAt($0) < changedAt($1) }).prefix(own.count - limits.remembered + 1)
                {
                    unlink(path(name))
                }
            }
            let done = file(id, owner) + UploadStore.done
            unlink(path(done))
            try put(head, done)
            unlink(path(file(id, owner)))
        }
        return UploadState(head, offset: state.length, end: 0, endsAt: state.endsAt)
    }

    /// Whether one of `owner`'s finished uploads, as far as they are remembered, has become this paper.
    package func hasBrought(_ mark: String, by owner: String) -> Bool {
        ((try? names()) ?? []).contains {
            $0.hasPrefix(tag(owner)) && $0.hasSuffix(UploadStore.done) && head($0)?.head.mark == mark
        }
    }

    /// Ends an upload for good; false where `owner` has none of this name.
    package func end(_ id: String, of owner: String) -> Bool {
        let file = file(id, owner)
        let ended = [file, file + UploadStore.done].map { unlink(path($0)) == 0 }
        return ended.contains(true)
    }

    /// Takes away what has run out; answers how many.
    package func sweep(at now: Instant) throws -> Int {
        guard FileManager.default.fileExists(atPath: folder.path) else { return 0 }
        return try FileLock.holding(folder: folder.path) {
            try names().filter { changedAt($0) <= now.milliseconds - lasts && unlink(path($0)) == 0 }.count
        }
    }

    /// Of uploads that are not finished.
    package func countOpen() -> Int { ((try? names()) ?? []).filter { !$0.hasSuffix(UploadStore.done) }.count }

    // MARK: Files

    private var lasts: Int64 { limits.hours * 3_600_000 }

    private func path(_ file: String) -> String { "\(folder.path)/\(file)" }

    private func tag(_ owner: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Array(owner.utf8), using: key).prefix(8)
            .reduce(into: "") { $0 += $1.hexadecimal } + "-"
    }

    private func file(_ id: String, _ owner: String) -> String { tag(owner) + id }

    private func names() throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
    }

    /// In milliseconds; what is gone counts as changed never.
    private func changedAt(_ file: String) -> Int64 { facts(file)?.changedAt ?? 0 }

    private func facts(_ file: String) -> (changedAt: Int64, size: Int)? {
        var facts = Glibc.stat()
        guard lstat(path(file), &facts) == 0 else { return nil }
        let at = Int64(facts.st_mtim.tv_sec) * 1_000 + Int64(facts.st_mtim.tv_nsec) / 1_000_000
        return (at, Int(facts.st_size))
    }

    /// Throws unless one more of `length` bytes may come. What has run out goes first; then the oldest ones of `owner` that no
    /// byte has come of: the answer that opened them was lost on the line, most likely.
    private func makeRoom(_ owner: String, _ length: Int, _ now: Instant) throws {
        var (own, ofAll, bytes, bytesOfAll) = (0, 0, length, length)
        var bare: [(name: String, length: Int, changedAt: Int64)] = []
        let prefix = tag(owner)
        for name in try names() {
            guard let facts = facts(name) else { continue }
            if facts.changedAt <= now.milliseconds - lasts {
                unlink(path(name))
                continue
            }
            guard !name.hasSuffix(UploadStore.done) else { continue }
            ofAll += 1
            bytesOfAll += facts.size
            guard name.hasPrefix(prefix), let (head, end) = head(name) else { continue }
            own += 1
            bytes += head.length
            if facts.size == end { bare.append((name, head.length, facts.changedAt)) }
        }
        bare.sort { $0.changedAt > $1.changedAt }
        while own >= limits.open || bytes > limits.bytes, let oldest = bare.popLast(), unlink(path(oldest.name)) == 0 {
            (own, ofAll, bytes) = (own - 1, ofAll - 1, bytes - oldest.length)
        }
        guard own < limits.open, bytes <= limits.bytes else {
            throw PaperRejection.tooManyOpen(limit: limits.open).rejection
        }
        guard ofAll < limits.openOfAll, bytesOfAll <= limits.bytesOfAll else { throw PaperRejection.noRoom.rejection }
    }

    private func put(_ head: UploadHead, _ file: String) throws {
        try PaperStore.put(try seal(head.json.canonicalBytes, file, "head"), path(file))
        try PaperStore.flush(folder.path)
    }

    /// What stands before the pieces, and where they begin.
    private func head(_ file: String) -> (head: UploadHead, end: Int)? {
        guard let handle = try? FileHandle(forReadingFrom: URL(filePath: path(file))) else { return nil }
        defer { try? handle.close() }
        guard let start = try? handle.read(upToCount: 4_096).map({ Array($0) }),
            let record = UploadStore.record(of: start, at: 0),
            let head = open(record, file, "head").flatMap({ try? JSON(parsing: $0) }).flatMap(UploadHead.init)
        else { return nil }
        return (head, record.endIndex)
    }

    private func read(_ id: String, _ owner: String, _ now: Instant) throws -> (state: UploadState, bytes: [UInt8])? {
        guard id.utf8.count == 32, id.utf8.allSatisfy({ $0.isHexadecimal }) else { return nil }
        let file = file(id, owner)
        if let found = facts(file + UploadStore.done), let (head, _) = head(file + UploadStore.done) {
            guard found.changedAt > now.milliseconds - lasts else { return nil }
            return (UploadState(head, offset: head.length, end: 0, endsAt: ends(found.changedAt)), [])
        }
        guard let facts = facts(file), facts.changedAt > now.milliseconds - lasts, let (head, start) = head(file)
        else {
            return nil
        }
        return try FileLock.holding(file: path(file)) { descriptor in
            let whole = Array(FileManager.default.contents(atPath: path(file)) ?? Data())
            var (end, bytes) = (start, [UInt8]())
            bytes.reserveCapacity(whole.count)
            while let record = UploadStore.record(of: whole, at: end),
                let piece = open(record, file, "\(bytes.count)")
            {
                bytes += piece
                end = record.endIndex
            }
            if end < whole.count { ftruncate(descriptor, off_t(end)) }
            guard fsync(descriptor) == 0 else { throw PaperRejection.noRoom.rejection }
            return (UploadState(head, offset: bytes.count, end: end, endsAt: ends(facts.changedAt)), bytes)
        }
    }

    private func ends(_ changedAt: Int64) -> Instant { Instant(milliseconds: changedAt + lasts) }

    // MARK: Records

    /// Four bytes of length, then so many bytes of a sealed box.
    private func seal(_ plain: [UInt8], _ file: String, _ part: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(plain, using: key, authenticating: words(file, part))
        let sealed = Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
        return withUnsafeBytes(of: UInt32(sealed.count).bigEndian) { Array($0) } + sealed
    }

    private func open(_ record: ArraySlice<UInt8>, _ file: String, _ part: String) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: Array(record)),
            let plain = try? AES.GCM.open(box, using: key, authenticating: words(file, part))
        else { return nil }
        return Array(plain)
    }

    /// A piece is good in its own file and place alone.
    private func words(_ file: String, _ part: String) -> [UInt8] {
        Array("qianmo.upload.v1\n\(file)\n\(part)".utf8)
    }

    /// The box of the record that begins at `start`; nil where it is not whole.
    private static func record(of bytes: [UInt8], at start: Int) -> ArraySlice<UInt8>? {
        guard start + 4 <= bytes.count else { return nil }
        let length = bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
        guard length > 28, start + 4 + length <= bytes.count else { return nil }
        return bytes[(start + 4)..<(start + 4 + length)]
    }
}

extension UInt8 {
    fileprivate var hexadecimal: String { (self < 16 ? "0" : "") + String(self, radix: 16) }

    fileprivate var isHexadecimal: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
