import EventLog
import Foundation
import HJ212
import Kernel
import Synchronization
import Testing

@testable import Telemetry

/// A folder of segments written by a test.
final class SegmentBox {
    let folder: URL
    static let start = Instant("2026-03-02T08:00:00+08:00")!

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("segments-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func record(_ station: String, _ seconds: Int64, _ text: String = "frame") -> SegmentRecord {
        SegmentRecord(
            kind: .frame, station: station, arrival: start.adding(seconds: seconds),
            bytes: Array("\(text) \(seconds)".utf8))
    }

    /// Two stations each half minute over an hour and ten minutes.
    static let standard = (0..<140).flatMap { [record("A", Int64($0) * 30), record("B", Int64($0) * 30 + 1)] }

    func write(_ records: [SegmentRecord]) throws {
        let files = Dictionary(grouping: records) { SealWindow(of: $0.arrival).file }
        for (name, records) in files {
            try Data(records.flatMap(\.encoded)).write(to: folder.appendingPathComponent(name))
        }
    }

    func seal() throws -> [LoggedSeal] {
        try (0..<7).compactMap { index in
            let window = SealWindow(of: Self.start.adding(seconds: Int64(index) * 600))
            guard let (seal, _) = try Sealing.seal(window, in: folder) else { return nil }
            return LoggedSeal(from: window.from, frames: Int64(seal.frames), root: seal.root.hex)
        }
    }

    func verify(_ seals: [LoggedSeal]) throws -> SegmentVerification { try SegmentVerification(folder, seals: seals) }
}

@Suite("Raw frames and their seals") struct SegmentTests {
    @Test("what is written is read again, byte for byte, one file an hour of arrival")
    func roundTrip() throws {
        let box = try SegmentBox()
        try box.write(SegmentBox.standard)
        let files = try SegmentFolder.files(box.folder)
        #expect(files.map(\.lastPathComponent) == ["2026030208.seg", "2026030209.seg"])
        #expect(files.flatMap(SegmentFolder.records) == SegmentBox.standard)
        let seals = try box.seal()
        #expect(seals.count == 7)
        let whole = try box.verify(seals)
        #expect(whole.findings.isEmpty && whole.frames == 280 && whole.seals == 7)
    }

    @Test("any single changed byte of a sealed file is found")
    func everyByte() throws {
        let box = try SegmentBox()
        try box.write(SegmentBox.standard.filter { $0.arrival < SegmentBox.start.adding(seconds: 600) })
        let seals = try box.seal()
        let file = try #require(try SegmentFolder.files(box.folder).first)
        let before = SegmentFolder.bytes(file)
        for place in stride(from: 0, to: before.count, by: 7) {
            var bytes = before
            bytes[place] ^= 0x10
            try Data(bytes).write(to: file)
            #expect(try !box.verify(seals).findings.isEmpty, "byte \(place)")
        }
    }

    @Test("a change, a removal and an addition name station and ten minutes, also where the checksums were made to fit")
    func named() throws {
        let window = SegmentBox.start.adding(seconds: 600)
        func finding(_ change: (inout [SegmentRecord]) -> Void) throws -> [SegmentVerification.Finding] {
            let box = try SegmentBox()
            try box.write(SegmentBox.standard)
            let seals = try box.seal()
            var records = SegmentBox.standard
            change(&records)
            try box.write(records)
            return try box.verify(seals).findings
        }
        let index = try #require(SegmentBox.standard.firstIndex { $0.station == "B" && $0.arrival > window })
        let changed = try finding { $0[index] = SegmentBox.record("B", 631, "fraud") }
        #expect(
            changed.map(\.fault) == [.changed] && changed.map(\.station) == ["B"] && changed.map(\.from) == [window])
        let removed = try finding { $0.remove(at: index) }
        #expect(removed.map(\.fault) == [.removed] && removed.map(\.station) == ["B"])
        let added = try finding { $0.insert(SegmentBox.record("C", 640), at: index) }
        #expect(added.map(\.fault) == [.added] && added.map(\.station) == ["C"] && added.map(\.from) == [window])
        let swapped = try finding { $0.swapAt(index, index + 2) }
        #expect(swapped.map(\.fault) == [.changed] && swapped.map(\.station) == ["B"])
    }

    @Test("a lost file and a record in a window without a seal are named; what is behind the last seal is no fault")
    func lost() throws {
        let box = try SegmentBox()
        try box.write(SegmentBox.standard)
        var seals = try box.seal()
        try FileManager.default.removeItem(at: box.folder.appendingPathComponent("2026030209.seg"))
        #expect(try box.verify(seals).findings.map(\.fault) == [.missing])
        try box.write(SegmentBox.standard)
        let last = seals.removeLast()
        #expect(try box.verify(seals).findings.isEmpty && box.verify(seals).open == 40)
        seals = seals.filter { $0.from != SegmentBox.start } + [last]
        #expect(try box.verify(seals).findings.map(\.fault) == [.unsealed, .unsealed])
    }

    @Test("what an act took away is told from what is missing, with and without either")
    func takenAway() throws {
        for (isActed, isLost) in [(false, false), (true, false), (false, true), (true, true)] {
            let box = try SegmentBox()
            try box.write(SegmentBox.standard)
            let seals = try box.seal()
            let hour = SegmentBox.start.adding(seconds: 3_600)
            if isActed { #expect(try SegmentFolder.remove(box.folder, before: hour) == 1) }
            if isLost { try FileManager.default.removeItem(at: box.folder.appendingPathComponent("2026030209.seg")) }
            let found = try SegmentVerification(box.folder, seals: seals, removedBefore: isActed ? hour : nil)
            #expect(found.takenAway == (isActed ? 6 : 0))
            #expect(found.findings.map(\.fault) == (isLost ? [.missing] : []))
            // Without the act the same files are missing, window by window.
            let unsaid = try SegmentVerification(box.folder, seals: seals)
            #expect(unsaid.findings.count == (isActed ? 6 : 0) + (isLost ? 1 : 0) && unsaid.takenAway == 0)
            #expect(try SegmentFolder.remove(box.folder, before: hour) == (isActed ? 0 : 1))
        }
    }

    @Test("a record torn by a crash is cut at the next start, and nothing before it")
    func torn() throws {
        let box = try SegmentBox()
        let records = Array(SegmentBox.standard.prefix(5))
        let whole = records.flatMap(\.encoded)
        for cut in 1..<records[4].encoded.count {
            try Data(whole.dropLast(cut)).write(to: box.folder.appendingPathComponent("2026030208.seg"))
            _ = try SegmentWriter(box.folder)
            #expect(try SegmentFolder.files(box.folder).flatMap(SegmentFolder.records) == Array(records.prefix(4)))
        }
    }

    @Test("a caller is told only after the bytes are in the file, and arrivals never go back")
    func acknowledged() throws {
        let box = try SegmentBox()
        let writer = try SegmentWriter(box.folder)
        writer.start()
        let told = Mutex<[Int]>([])
        let folder = box.folder
        for index in 0..<200 {
            let at = SegmentBox.start.adding(seconds: index.isMultiple(of: 3) ? -600 : Int64(index))
            writer.append(kind: .frame, station: "A", at: at, Array("frame \(index)".utf8)) { isKept in
                let there = (try? SegmentFolder.files(folder).flatMap(SegmentFolder.records).count) ?? 0
                if isKept, there > index { told.withLock { $0.append(index) } }
            }
        }
        writer.stop()
        #expect(told.withLock { $0 } == Array(0..<200) && writer.counts.kept == 200)
        let arrivals = try SegmentFolder.files(folder).flatMap(SegmentFolder.records).map(\.arrival)
        #expect(arrivals == arrivals.sorted())
    }

    @Test("a packed file keeps its seals; any damage to it is found, and nothing else of the hour is lost")
    func packed() throws {
        let box = try SegmentBox()
        try box.write(SegmentBox.standard)
        let seals = try box.seal()
        let before = try SegmentFolder.files(box.folder).map(SegmentFolder.bytes)
        let end = SegmentBox.start.adding(seconds: 3_600)
        #expect(try SegmentPacking.pack(box.folder, before: end) == 1)
        #expect(try SegmentPacking.pack(box.folder, before: end) == 0)
        let files = try SegmentFolder.files(box.folder)
        #expect(files.map(\.lastPathComponent) == ["2026030208.segz", "2026030209.seg"])
        #expect(files.map(SegmentFolder.name(of:)) == ["2026030208.seg", "2026030209.seg"])
        #expect(files.map(SegmentFolder.bytes) == before && files.flatMap(SegmentFolder.records) == SegmentBox.standard)
        let whole = try box.verify(seals)
        #expect(whole.findings.isEmpty && whole.frames == 280 && whole.seals == 7)
        let packed = try Array(Data(contentsOf: files[0]))
        #expect(packed.count < before[0].count)
        for place in stride(from: 0, to: packed.count, by: 11) {
            var bytes = packed
            bytes[place] ^= 0x08
            try Data(bytes).write(to: files[0])
            let findings = try box.verify(seals).findings
            #expect(findings.count >= 1 && findings.allSatisfy { $0.file == "2026030208.seg" }, "byte \(place)")
        }
        try Data(packed.dropLast(5)).write(to: files[0])
        #expect(try box.verify(seals).findings.allSatisfy { $0.fault == .unreadable })
        // Stopped between the two: the file as it was written counts.
        try Data(before[0]).write(to: box.folder.appendingPathComponent("2026030208.seg"))
        #expect(try box.verify(seals).findings.isEmpty)
    }

    @Test("the last records are found without reading the rest, over files, and none from before a time")
    func latest() throws {
        let box = try SegmentBox()
        try box.write(SegmentBox.standard)
        let early = SegmentBox.start.adding(seconds: -86_400)
        #expect(try SegmentFolder.latest(box.folder, 50, since: early) == Array(SegmentBox.standard.suffix(50)))
        #expect(try SegmentFolder.latest(box.folder, 1_000, since: early) == SegmentBox.standard)
        let last = try SegmentFolder.latest(box.folder, 1_000, since: SegmentBox.start.adding(seconds: 4_000))
        #expect(last.count == 40 && last == Array(SegmentBox.standard.suffix(40)))
    }

    @Test("frames kept before a start are known again: the same is a duplicate, other bytes or values are a conflict")
    func recent() throws {
        func frame(_ qn: String, _ time: String, _ flow: String) -> [UInt8] {
            Composer.frame(
                Array(
                    "QN=\(qn);ST=32;CN=2011;PW=1;MN=A1;Flag=5;CP=&&DataTime=\(time);w00000-Rtd=\(flow),w00000-Flag=N&&"
                        .utf8))
        }
        func segment(_ frame: [UInt8]) throws -> Segment {
            try #require(FrameVerdict(judging: frame, by: StationProfile()).segment)
        }
        let kept = (0..<5).map { frame("2026030208000000\($0)", "2026030208000\($0)", "1\($0)") }
        let records = kept.map { SegmentRecord(kind: .frame, station: "A1", arrival: SegmentBox.start, bytes: $0) }
        var memory = RecentFrames(records) { _ in StationProfile() }
        #expect(try memory.judge(segment(kept[3])) == .duplicate)
        #expect(try memory.judge(segment(kept[3])) == .duplicate)
        #expect(try memory.judge(segment(frame("20260302080000001", "20260302080001", "99"))) == .conflictOfExchange)
        #expect(try memory.judge(segment(frame("20260302090000001", "20260302080002", "12"))) == .sentAgain)
        #expect(try memory.judge(segment(frame("20260302090000002", "20260302080004", "99"))).isConflict)
        #expect(try memory.judge(segment(frame("20260302090000003", "20260302080009", "99"))) == .new)
    }

    @Test("the sum of a record is CRC-32C, of any length")
    func sum() {
        #expect(CRC32C.of(Array("123456789".utf8)) == 0xE306_9283)
        let bytes = (0..<61).map { UInt8($0 * 7 & 0xFF) }
        for length in 0...61 {
            // Bit by bit, as the standard says it.
            var sum: UInt32 = 0xFFFF_FFFF
            for byte in bytes.prefix(length) {
                sum ^= UInt32(byte)
                for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0x82F6_3B78 : sum >> 1 }
            }
            #expect(CRC32C.of(Array(bytes.prefix(length))) == ~sum)
        }
    }
}
