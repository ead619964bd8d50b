import Foundation
import HJ212
import Kernel
import Storage
import Telemetry
import TestSupport
import Testing
import Web

@testable import Environment

/// A folder of segments with the book of its hours.
private final class HourBox {
    let folder: URL
    let book: HourBook

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("hours-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        book = HourBook(folder)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Appended as the gateway does, one file an hour of arrival.
    func append(_ records: some Sequence<SegmentRecord>) throws {
        for record in records {
            let file = folder.appendingPathComponent(SealWindow(of: record.arrival).file)
            if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
            let handle = try FileHandle(forWritingTo: file)
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(record.encoded))
            try handle.close()
        }
    }

    /// What the book says of days, without the list of what was read.
    func days() throws -> [String: [UInt8]] { try book.contents().filter { $0.key.hasSuffix(".csv") } }
}

@Suite("The book of hours") struct HourBookTests {
    static let day = CivilDate("2026-03-02")!
    static let station = "010000A8900016F000169DC0"

    /// A frame of a time: flow, continuous COD, pH.
    static func frame(_ at: Instant, sent: Int64 = 2_000, flow: String, cod: String, mark: String = "N") -> [UInt8] {
        Composer.frame(
            Array(
                ("QN=\(FrameTime.qn(at.adding(milliseconds: sent)));ST=32;CN=2011;PW=123456;MN=\(station);Flag=5;CP=&&"
                    + "DataTime=\(FrameTime.text(at));w00000-Rtd=\(flow),w00000-Flag=N;"
                    + "w01018-Rtd=\(cod),w01018-Flag=\(mark);w01001-Rtd=7.\(cod.prefix(1)),w01001-Flag=N&&").utf8))
    }

    static let frames: [[UInt8]] = (0..<48).map { index in
        frame(
            day.start.adding(seconds: Int64(index) * 1_800), flow: "\(10 + index % 7).5", cod: "\(30 + index % 9).2",
            mark: index == 5 ? "D" : "N")
    }

    static func records(_ frames: [[UInt8]], from start: Instant, every seconds: Int64) -> [SegmentRecord] {
        frames.enumerated().map { index, frame in
            SegmentRecord(
                kind: .frame, station: station, arrival: start.adding(seconds: Int64(index) * seconds), bytes: frame)
        }
    }

    @Test("an hour weighs its readings with what flowed behind each, and says its marks and its extremes")
    func weighing() throws {
        let box = try HourBox()
        let start = Self.day.start.adding(seconds: 8 * 3_600)
        let frames = [
            Self.frame(start, flow: "10", cod: "30"), Self.frame(start.adding(seconds: 600), flow: "30", cod: "50"),
            Self.frame(start.adding(seconds: 3_000), flow: "0", cod: "90", mark: "C"),
        ]
        try box.append(Self.records(frames, from: start.adding(seconds: 5), every: 1_200))
        try #expect(box.book.take() == [Self.day])
        let rows = box.book.rows(of: [Self.station], on: Self.day)
        let cod = try #require(rows.first { $0.factor == "w01018" })
        // 6,000 litres at 30, then a quarter of an hour, 27,000 litres, at 50.
        #expect(cod.mean == Micro(40_000_000) && cod.weighted == Micro(46_363_636) && cod.count == 2)
        #expect(cod.lowest == Micro(30_000_000) && cod.highest == Micro(50_000_000) && cod.mark == .normal)
        #expect(cod.volume == Micro(33_000_000) && cod.from == start && !cod.isOfDevice)
        let acidity = try #require(rows.first { $0.factor == "w01001" })
        #expect(acidity.weighted == nil && acidity.count == 3 && acidity.highest == Micro(7_900_000))
        #expect(rows.map { HourRow(Substring($0.line)) } == rows)
        #expect(box.book.rows(of: ["other"], on: Self.day).isEmpty)
    }

    /// Twenty orders at hand; `QIANMO_ORDERS=1000` before a release.
    @Test("any order of arrival, with duplicates and frames sent again, in any pieces, gives the same file of hours")
    func anyOrder() throws {
        let standard = try HourBox()
        try standard.append(Self.records(Self.frames, from: Self.day.start.adding(seconds: 3), every: 1_800))
        try standard.book.take()
        let expected = try standard.days()
        #expect(expected.count == 1 && expected.first.map { $0.value.count > 5_000 } ?? false)
        var dice = Dice(state: 20)
        for _ in 0..<(ProcessInfo.processInfo.environment["QIANMO_ORDERS"].flatMap { Int($0) } ?? 20) {
            let box = try HourBox()
            let again = (0..<6).map { index in
                // Sent again under a number of its own, the same values.
                Self.frame(
                    Self.day.start.adding(seconds: Int64(index) * 1_800), sent: 90_000 + Int64(index),
                    flow: "\(10 + index % 7).5", cod: "\(30 + index % 9).2", mark: index == 5 ? "D" : "N")
            }
            let frames = (Self.frames + again + (0..<8).map { _ in Self.frames.randomElement(using: &dice)! })
                .shuffled(using: &dice)
            let start = Self.day.end.adding(seconds: Int64.random(in: 0..<9 * 86_400, using: &dice))
            var rest = Self.records(frames, from: start, every: Int64.random(in: 1...400, using: &dice))[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...30, using: &dice))
                try box.append(piece)
                if Bool.random(using: &dice) { try box.book.take() }
                rest = rest.dropFirst(piece.count)
            }
            try box.book.take()
            #expect(try box.days() == expected)
        }
    }

    @Test("the hours of days whose frames were taken away by an act stay when the book is made again")
    func takenAway() throws {
        let box = try HourBox()
        for later in [Int64(0), 30] {
            let frames = (0..<48).map { index in
                Self.frame(
                    Self.day.start.adding(seconds: later * 86_400 + Int64(index) * 1_800), flow: "10.5", cod: "30.2")
            }
            try box.append(
                Self.records(frames, from: Self.day.start.adding(seconds: later * 86_400 + 3), every: 1_800))
        }
        try box.book.take()
        let whole = try box.days()
        #expect(whole.count == 2)
        let act = Self.day.adding(days: 20)
        #expect(try SegmentFolder.remove(box.folder, before: act.start) == 24)
        _ = try box.book.makeAgain(onlyTells: false, removedBefore: act)
        #expect(try box.days() == whole)
        #expect(try box.book.makeAgain(onlyTells: true, removedBefore: act).changed == 0)
        // Without the act the day would be lost with its frames.
        #expect(try box.book.makeAgain(onlyTells: true).changed > 0)
    }

    @Test("made again from the segment files it is the same, byte for byte; a changed line is told and mended")
    func makingAgain() throws {
        let box = try HourBox()
        let records = Self.records(Self.frames, from: Self.day.start.adding(seconds: 3), every: 1_800)
        for piece in stride(from: 0, to: records.count, by: 7) {
            try box.append(records[piece..<min(piece + 7, records.count)])
            try box.book.take()
        }
        let whole = try box.book.contents()
        let told = try box.book.makeAgain(onlyTells: true)
        #expect(told.days == 1 && told.changed == 0)
        let file = box.folder.appendingPathComponent("hours/2026-03/2026-03-02.csv")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        try Data(text.replacing("30.2", with: "3.2").utf8).write(to: file)
        #expect(try box.book.makeAgain(onlyTells: true).changed == 1)
        #expect(try box.book.contents() != whole)
        #expect(try box.book.makeAgain(onlyTells: false).changed == 1)
        #expect(try box.book.contents() == whole)
        try FileManager.default.removeItem(at: box.folder.appendingPathComponent("hours"))
        #expect(try box.book.makeAgain(onlyTells: false).changed == 2)
        #expect(try box.book.contents() == whole)
        // Packed files say the same.
        #expect(try SegmentPacking.pack(box.folder, before: Self.day.end, most: 100) == 24)
        #expect(try box.book.makeAgain(onlyTells: true).changed == 0)
        #expect(try box.book.take().isEmpty)
    }

    @Test("what arrives after the repair window, or from a clock far ahead, counts nowhere and stops nothing")
    func outside() throws {
        let box = try HourBox()
        let late = Self.day.end.adding(seconds: 11 * 86_400)
        try box.append(Self.records(Array(Self.frames.prefix(3)), from: late, every: 60))
        let ahead = Self.frame(late.adding(seconds: 3 * 86_400), flow: "1", cod: "5")
        try box.append(Self.records([ahead, Array("##junk".utf8)], from: late.adding(seconds: 600), every: 1))
        #expect(try box.book.take().isEmpty)
        #expect(try box.days().isEmpty && box.book.makeAgain(onlyTells: true).changed == 0)
    }

    @Test("figures no river has are kept out of the sums and do not stop the program")
    func largest() throws {
        let box = try HourBox()
        let start = Self.day.start
        let huge = (0..<4).map { index in
            Self.frame(
                start.adding(seconds: Int64(index) * 60), flow: "9000000000000", cod: "9000000000000")
        }
        try box.append(Self.records(huge, from: start.adding(seconds: 1), every: 60))
        #expect(try box.book.take() == [Self.day])
        #expect(box.book.rows(of: [Self.station], on: Self.day).allSatisfy { $0.weighted == nil })
    }

    @Test(
        "the file of hours gives each hour with the marks of people; without a book, or of other stations, its heading")
    func file() throws {
        let box = try HourBox()
        try box.append(Self.records(Self.frames, from: Self.day.start.adding(seconds: 3), every: 1_800))
        try box.book.take()
        let plant = try TestPlant()
        try plant.runner.give(
            RegisterStation(
                facility: TestPlant.plant, mn: Self.station, version: .v2017, dialect: .annexA, longest: 1_024),
            by: TestPlant.principal())
        try plant.runner.give(
            MarkHours(
                facility: TestPlant.plant, item: nil, day: Self.day, from: 7, until: 8, mark: .maintenance,
                reason: "更换滤料"), by: TestPlant.principal())
        try plant.runner.give(
            ConfirmMark(facility: TestPlant.plant, number: 1), by: TestPlant.principal(.stationReviewer, "reviewer"))
        func lines(_ book: HourBook?, _ query: [String: String]) throws -> [Substring] {
            try plant.runner.database.read { tx in
                let request = PageRequest(
                    path: "/environment/facilities/\(TestPlant.plant)/hours.csv",
                    parameters: ["facility": TestPlant.plant.text], query: query, now: plant.runner.now)
                let export = try #require(try HourExport(request, book, in: tx))
                return String(decoding: export.csv.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
            }
        }
        let all = try lines(box.book, [:])
        #expect(all.count == 1 + 24 * 3 && all[0].hasPrefix("facility,outlet,station,factor_code,factor,statistic"))
        let cod = all.filter { $0.contains(",w01018,") }
        #expect(
            cod[7].contains("2026-03-02T07:00:00+08:00,2026-03-02T08:00:00+08:00")
                && cod[7].contains(",N,M,0,"))
        #expect(cod[6].contains(",N,,1,"))
        #expect(try lines(box.book, ["until": "2026-03-01"]).count == 1)
        #expect(try lines(nil, [:]).count == 1)
    }
}
