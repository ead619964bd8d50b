import Attachments
import Foundation
import Kernel
import Testing

@Suite("Papers that come piece by piece")
struct UploadStoreTests {
    private let papers = FileManager.default.temporaryDirectory.appending(path: "uploads-\(UUID().uuidString)")
    private let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))

    private func store(_ change: (inout UploadLimits) -> Void = { _ in }) -> UploadStore {
        var limits = UploadLimits()
        change(&limits)
        return UploadStore(papers: papers, key: [UInt8](repeating: 7, count: 32), limits: limits)
    }

    private func number(_ body: () throws -> Void) -> Int? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Rejection)?.number
        }
    }

    private func onlyFile() throws -> URL {
        let folder = papers.appending(path: "open")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return folder.appending(path: try #require(names.first))
    }

    @Test("Pieces make the whole again in another process, on the disk none of it can be read, and it is nobody else's")
    func pieces() throws {
        defer { try? FileManager.default.removeItem(at: papers) }
        let bytes = Array("the minutes of the meeting ".utf8) + (0..<5_000).map { UInt8(truncatingIfNeeded: $0) }
        let id = try store().begin("p1", length: bytes.count, name: "a.pdf", at: now)
        for part in [0..<7, 7..<3_000, 3_000..<bytes.count] {
            let store = store()
            let state = try #require(try store.state(id, of: "p1", at: now))
            #expect(state.offset == part.lowerBound && state.name == "a.pdf" && !state.isComplete)
            let after = try store.append(Array(bytes[part]), to: id, of: "p1", at: state)
            #expect(after.offset == part.upperBound)
        }
        #expect(try store().state(id, of: "p1", at: now)?.isComplete == true)
        #expect(try store().bytes(id, of: "p1", at: now) == bytes)
        let kept = String(decoding: try Data(contentsOf: onlyFile()), as: UTF8.self)
        #expect(!kept.contains("minutes") && !kept.contains("a.pdf"))
        #expect(try store().state(id, of: "p2", at: now) == nil)
        #expect(!store().end(id, of: "p2") && store().end(id, of: "p1"))
        #expect(try store().state(id, of: "p1", at: now) == nil)
        for id in ["", "../../keys/installation.key", String(repeating: "A", count: 32)] {
            #expect(try store().state(id, of: "p1", at: now) == nil)
        }
    }

    @Test("What a stop tore off is cut away, wherever it tore; what came before it stays and goes on")
    func torn() throws {
        defer { try? FileManager.default.removeItem(at: papers) }
        let store = store()
        let id = try store.begin("p1", length: 300, name: "", at: now)
        var state = try #require(try store.state(id, of: "p1", at: now))
        let bare = try Data(contentsOf: onlyFile()).count
        state = try store.append([UInt8](repeating: 1, count: 100), to: id, of: "p1", at: state)
        let one = try Data(contentsOf: onlyFile()).count
        _ = try store.append([UInt8](repeating: 2, count: 100), to: id, of: "p1", at: state)
        let whole = try Data(contentsOf: onlyFile())
        for length in stride(from: bare, to: whole.count, by: 9) {
            try whole.prefix(length).write(to: onlyFile())
            let after = try #require(try store.state(id, of: "p1", at: now))
            #expect(after.offset == (length >= one ? 100 : 0), "\(length) of \(whole.count)")
            #expect(try Data(contentsOf: onlyFile()).count == (length >= one ? one : bare))
        }
        // Of a piece whose bytes never reached the disk nothing is believed either.
        try (whole.prefix(one) + Data(count: whole.count - one)).write(to: onlyFile())
        let after = try #require(try store.state(id, of: "p1", at: now))
        #expect(after.offset == 100)
        #expect(try store.append([UInt8](repeating: 3, count: 200), to: id, of: "p1", at: after).isComplete)
        #expect(
            try store.bytes(id, of: "p1", at: now)
                == [UInt8](repeating: 1, count: 100) + [UInt8](repeating: 3, count: 200))
    }

    @Test("Of two who add at the same place one is refused and asks again")
    func together() throws {
        defer { try? FileManager.default.removeItem(at: papers) }
        let store = store()
        let id = try store.begin("p1", length: 20, name: "", at: now)
        let state = try #require(try store.state(id, of: "p1", at: now))
        _ = try store.append([1, 2, 3], to: id, of: "p1", at: state)
        #expect(number { _ = try store.append([4], to: id, of: "p1", at: state) } == 1412)
        #expect(try store.bytes(id, of: "p1", at: now) == [1, 2, 3])
    }

    /// An upload of ten bytes of which one is here.
    private func begun(_ store: UploadStore, _ owner: String, length: Int = 10) throws -> String {
        let id = try store.begin(owner, length: length, name: "", at: now)
        let state = try #require(try store.state(id, of: owner, at: now))
        _ = try store.append([1], to: id, of: owner, at: state)
        return id
    }

    @Test("Nobody has more under way than the limits say, and all together not either")
    func limits() throws {
        defer { try? FileManager.default.removeItem(at: papers) }
        let few = store { $0.open = 2 }
        let ids = try (0..<2).map { _ in try begun(few, "p1") }
        #expect(number { _ = try begun(few, "p1") } == 1410)
        #expect(number { _ = try begun(few, "p2") } == nil)
        #expect(few.end(ids[0], of: "p1"))
        #expect(number { _ = try begun(few, "p1") } == nil)
        let small = store { $0.bytes = 40 }
        #expect(number { _ = try begun(small, "p1", length: 21) } == 1410)
        #expect(number { _ = try begun(small, "p1", length: 20) } == nil)
        #expect(number { _ = try store { $0.openOfAll = 4 }.begin("p3", length: 1, name: "", at: now) } == 1406)
        #expect(number { _ = try store { $0.bytesOfAll = 100 }.begin("p3", length: 1, name: "", at: now) } == 1406)
        #expect(few.countOpen() == 4)
    }

    @Test("An upload of which no byte has come makes room for the next one of the same person")
    func bare() throws {
        defer { try? FileManager.default.removeItem(at: papers) }
        let store = store { $0.open = 2 }
        let first = try begun(store, "p1")
        let lost = try store.begin("p1", length: 10, name: "", at: now)
        let next = try store.begin("p1", length: 10, name: "", at: now)
        #expect(try store.state(lost, of: "p1", at: now) == nil)
        #expect(try store.state(first, of: "p1", at: now)?.offset == 1)
        #expect(try store.state(next, of: "p1", at: now)?.offset == 0)
    }

    @Test("A day after its last byte an upload has ended, for whoever asks and on the disk")
    func expiry() throws {
        defer { try? FileManager.default.removeItem(at: papers) }
        let store = store()
        let id = try store.begin("p1", length: 10, name: "", at: now)
        let state = try #require(try store.state(id, of: "p1", at: now))
        #expect(abs(state.endsAt.milliseconds - now.milliseconds - 86_400_000) < 600_000)
        let later = now.adding(milliseconds: 87_000_000)
        #expect(try store.state(id, of: "p1", at: later) == nil)
        #expect(try store.sweep(at: now) == 0)
        #expect(try store.sweep(at: later) == 1)
        #expect(store.countOpen() == 0)
    }

    @Test("A finished upload is remembered with its mark, its pieces are gone, and of many the oldest go")
    func finished() throws {
        defer { try? FileManager.default.removeItem(at: papers) }
        let store = store { $0.remembered = 3 }
        let marks = (0..<4).map { PaperStore.mark(of: [UInt8($0)]) }
        let ids = try marks.map { mark in
            let id = try store.begin("p1", length: 1, name: "a", at: now)
            let state = try #require(try store.state(id, of: "p1", at: now))
            let whole = try store.append([9], to: id, of: "p1", at: state)
            #expect(try store.finish(id, of: "p1", whole, as: mark).mark == mark)
            Thread.sleep(forTimeInterval: 0.01)
            return id
        }
        #expect(store.countOpen() == 0)
        #expect(try store.state(ids[0], of: "p1", at: now) == nil)
        let state = try #require(try store.state(ids[3], of: "p1", at: now))
        #expect(state.mark == marks[3] && state.offset == 1 && state.isComplete)
        #expect(store.hasBrought(marks[3], by: "p1") && !store.hasBrought(marks[3], by: "p2"))
        #expect(!store.hasBrought(marks[0], by: "p1"))
    }

    @Test("A paper that is brought while others are swept stays: it is fresh, or it is written anew")
    func broughtMeanwhile() throws {
        defer { try? FileManager.default.removeItem(at: papers) }
        let store = PaperStore(folder: papers, key: [UInt8](repeating: 7, count: 32))
        let bytes = Array("%PDF-1.7 a".utf8) + [UInt8](repeating: 0x20, count: 64)
        let note = PaperNote(
            name: "a", kind: .pdf, bytes: bytes.count, receivedAt: now, by: "p1", remarks: [.incomplete])
        let mark = try store.keep(bytes, note)
        let old = Date(timeIntervalSince1970: 1_000_000_000)
        let file = papers.appending(path: "\(mark.prefix(2))/\(mark)").path
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file)
        var asked = 0
        // It is brought again after it was found to be old: by then it is not taken.
        let gone = try store.clean(before: now.adding(milliseconds: -3_600_000)) { _ in
            asked += 1
            if asked == 1 { #expect(store.bringAgain(mark)) }
            return false
        }
        #expect(gone == [] && store.holds(mark) && asked == 1)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file)
        #expect(try store.clean(before: now.adding(milliseconds: -3_600_000)) { _ in false } == [mark])
        #expect(!store.bringAgain(mark))
        #expect(try store.keep(bytes, note) == mark)
        #expect(try store.bytes(mark) == bytes)
    }

    @Test("What cannot become a paper is told by its first kilobyte; what may, is not refused by it")
    func starts() throws {
        let rest = [UInt8](repeating: 0x41, count: 1_100)
        for (start, refusal) in [
            ("<html>", 1402), ("hello", 1402), ("%PDF-1.7 ", nil), ("PK\u{3}\u{4}", nil), ("Rar!", 1402),
        ] as [(String, Int?)] {
            #expect(number { try PaperExamination.judge(start: Array(start.utf8) + rest) } == refusal, "\(start)")
        }
        #expect(number { try PaperExamination.judge(start: Array("<html>".utf8)) } == nil)
    }
}
