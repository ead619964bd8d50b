package import Foundation
import HJ212
package import Kernel
import Telemetry

/// The hours of all stations, made of the segment files: a file a day (`hours/2026-03/2026-03-02.csv`), in a folder a month
/// beside a list of which segment file holds frames of which day. All of it can be thrown away and made again
/// (`qianmo mend telemetry`); it is a function of the segment files alone.
package struct HourBook: Sendable {
    /// The folder of the segment files.
    let segments: URL
    let folder: URL

    /// Where the segment files lie in the folder of a house.
    package static let segmentsName = "telemetry"

    /// The book of a house, by its folder.
    package init(of house: URL) { self.init(house.appendingPathComponent(Self.segmentsName)) }

    package init(_ segments: URL, named name: String = "hours") {
        self.segments = segments
        folder = segments.appendingPathComponent(name)
    }

    /// A segment file: how far it was read, and the days its frames tell of.
    private struct Taken: Hashable {
        var bytes = 0
        var days: Set<CivilDate> = []
    }

    // MARK: Taking in

    /// Reads what came since the last time and writes the hours of the days it tells of; answers these days.
    @discardableResult
    package func take() throws -> [CivilDate] {
        var changed: Set<CivilDate> = []
        var lists: [String: [String: Taken]] = [:]
        let last = try lastTaken()
        for file in try SegmentFolder.files(segments) where SegmentFolder.name(of: file) >= last {
            let name = SegmentFolder.name(of: file)
            let month = Self.month(of: name)
            var list = try lists[month] ?? self.list(month)
            var taken = list[name] ?? Taken()
            // A file that is shorter than what was read of it lost its end in a crash: it is read again.
            if let size = SegmentFolder.plainSize(file), size < taken.bytes { taken.bytes = 0 }
            let arrival = Self.day(of: name)
            let end = SegmentFolder.each(file, from: taken.bytes) { record in
                guard record.kind == .frame else { return }
                let days = RawFields.days(in: record.bytes).filter { Self.counts($0, arrivedOn: arrival) }
                taken.days.formUnion(days)
                changed.formUnion(days)
            }
            taken.bytes = end
            list[name] = taken
            lists[month] = list
        }
        // The lists last: after a crash in between the same days are made once more.
        for day in changed.sorted() {
            let files = try self.files(of: day) { try lists[$0] ?? list($0) }
            try write(day, readings(of: day, in: files))
        }
        for (month, list) in lists { try write(list, month) }
        return changed.sorted()
    }

    /// What arrives later than the repair window, or from a clock that is more than a day ahead, is kept and counts nowhere.
    static func counts(_ day: CivilDate, arrivedOn arrival: CivilDate) -> Bool {
        day.dayNumber <= arrival.dayNumber + 1
            && Int64(arrival.dayNumber - day.dayNumber) <= DatedTables.value("repairWindow", on: day)
    }

    /// The readings of a day by station, from the files that hold frames of it.
    package func readings(of day: CivilDate) throws -> [String: [StationReading]] {
        readings(of: day, in: try files(of: day) { try list($0) })
    }

    /// The days that the newest files tell of: what may not have been looked at when the program stopped.
    package func latestDays(of files: Int = 2) throws -> [CivilDate] {
        let names = try SegmentFolder.files(segments).suffix(files).map(SegmentFolder.name(of:))
        let lists = try names.map { try list(Self.month(of: $0))[$0]?.days ?? [] }
        return Set(lists.flatMap(\.self)).sorted()
    }

    private func readings(of day: CivilDate, in files: [URL]) -> [String: [StationReading]] {
        var readings: [String: [StationReading]] = [:]
        var parts: [String: [Segment]] = [:]
        // What was drawn on the day may come with a later frame; everything else is of another day.
        func isOfDay(_ reading: StationReading) -> Bool { reading.at.date == day || reading.sampledAt?.date == day }
        let profile = StationProfile(longestSegment: StationProfile.longest)
        for file in files {
            SegmentFolder.each(file) { record in
                guard record.kind == .frame, RawFields.days(in: record.bytes).contains(day),
                    let segment = FrameVerdict(judging: record.bytes, by: profile).segment
                else { return }
                if segment.part == nil {
                    readings[record.station, default: []] += StationReading.of(segment).filter(isOfDay)
                } else {
                    parts[record.station, default: []].append(segment)
                }
            }
        }
        for (station, segments) in parts {
            readings[station, default: []] += StationReading.joining(segments).filter(isOfDay)
        }
        return readings
    }

    // MARK: Reading

    /// The hours of some stations on a day, by station, time and factor.
    package func rows(of stations: Set<String>, on day: CivilDate) -> [HourRow] {
        guard let bytes = FileManager.default.contents(atPath: file(of: day).path) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            guard stations.contains(String(line.prefix { $0 != "," })) else { return nil }
            return HourRow(line)
        }
    }

    // MARK: Making again

    /// What a book that is made again says otherwise.
    package struct Difference: Sendable, Hashable {
        package let days: Int
        package let changed: Int
    }

    /// Makes the whole book again from the segment files. Unless it is only told, the new book takes the old one's place.
    /// `removedBefore`: frames that arrived before this day were taken away; what the book says of the days they told of
    /// can be made from nothing else, and stays.
    package func makeAgain(onlyTells: Bool, removedBefore: CivilDate? = nil) throws -> Difference {
        let fresh = HourBook(segments, named: "hours.new")
        try? FileManager.default.removeItem(at: fresh.folder)
        defer { try? FileManager.default.removeItem(at: fresh.folder) }
        try fresh.take()
        if let removedBefore { try keep(through: removedBefore, in: fresh) }
        let (old, new) = (try contents(), try fresh.contents())
        let names = Set(old.keys).union(new.keys)
        let difference = Difference(
            days: new.keys.count { $0.hasSuffix(".csv") }, changed: names.count { old[$0] != new[$0] })
        guard !onlyTells, difference.changed > 0 else { return difference }
        try? FileManager.default.removeItem(at: folder)
        if FileManager.default.fileExists(atPath: fresh.folder.path) {
            try FileManager.default.moveItem(at: fresh.folder, to: folder)
        }
        return difference
    }

    /// Takes the days up to `last` over as they are: a clock may be a day ahead of the arrival.
    private func keep(through last: CivilDate, in fresh: HourBook) throws {
        for (name, bytes) in try contents() where name.hasSuffix(".csv") {
            guard let day = CivilDate(String(name.dropLast(4).suffix(10))), day <= last else { continue }
            try fresh.write(bytes, to: fresh.folder.appendingPathComponent(name))
        }
    }

    /// Every file of the book, by its name.
    package func contents() throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for month in try months() {
            let place = folder.appendingPathComponent(month)
            for name in try FileManager.default.contentsOfDirectory(atPath: place.path) {
                let file = place.appendingPathComponent(name)
                contents["\(month)/\(name)"] = FileManager.default.contents(atPath: file.path).map { Array($0) }
            }
        }
        return contents
    }
}

// MARK: - Files

extension HourBook {
    private static let listName = "segments"

    /// `2026-03` of `2026030208.seg`.
    private static func month(of name: String) -> String { "\(name.prefix(4))-\(name.dropFirst(4).prefix(2))" }

    private static func day(of name: String) -> CivilDate {
        RawFields.days(in: Array("DataTime=\(name)".utf8)).first ?? CivilDate(dayNumber: 0)
    }

    private func months() throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.utf8.count == 7 }.sorted()
    }

    private func file(of day: CivilDate) -> URL {
        folder.appendingPathComponent("\(String(day.description.prefix(7)))/\(day).csv")
    }

    /// The name of the newest segment file that was read; files are only added to at their end.
    private func lastTaken() throws -> String {
        for month in try months().reversed() {
            if let name = try list(month).keys.max() { return name }
        }
        return ""
    }

    private func list(_ month: String) throws -> [String: Taken] {
        let path = folder.appendingPathComponent(month).appendingPathComponent(Self.listName).path
        guard let bytes = FileManager.default.contents(atPath: path) else { return [:] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
        return Dictionary(
            lines.filter { $0.count >= 2 }.map { cells in
                let days = Set(cells.dropFirst(2).compactMap { CivilDate(String($0)) })
                return (String(cells[0]), Taken(bytes: Int(cells[1]) ?? 0, days: days))
            }, uniquingKeysWith: { first, _ in first })
    }

    private func write(_ list: [String: Taken], _ month: String) throws {
        let lines = list.sorted { $0.key < $1.key }.map { name, taken in
            ([name, String(taken.bytes)] + taken.days.sorted().map(\.description)).joined(separator: " ") + "\n"
        }
        try write(Array(lines.joined().utf8), to: folder.appendingPathComponent("\(month)/\(Self.listName)"))
    }

    private func write(_ day: CivilDate, _ readings: [String: [StationReading]]) throws {
        let rows = readings.sorted { $0.key < $1.key }.filter { HourRow.isPlain($0.key) }.flatMap {
            HourRow.of($0.key, day, $0.value)
        }
        guard !rows.isEmpty else { return }
        let text = ([HourRow.headings] + rows.map(\.line)).joined(separator: "\n") + "\n"
        try write(Array(text.utf8), to: file(of: day))
    }

    /// Nothing is written where it says so already.
    private func write(_ bytes: [UInt8], to file: URL) throws {
        if let before = FileManager.default.contents(atPath: file.path), before.elementsEqual(bytes) { return }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try Data(bytes).write(to: file, options: .atomic)
    }

    /// The segment files that hold frames of a day, oldest first.
    private func files(of day: CivilDate, _ list: (String) throws -> [String: Taken]) throws -> [URL] {
        let last = day.dayNumber + Int(DatedTables.value("repairWindow", on: day))
        let months = Set([day.dayNumber - 1, last].map { String(CivilDate(dayNumber: $0).description.prefix(7)) })
        let names = Set(
            try months.flatMap { month in try list(month).filter { $0.value.days.contains(day) }.map(\.key) })
        return try SegmentFolder.files(segments).filter { names.contains(SegmentFolder.name(of: $0)) }
    }
}
