import Environment
import Foundation
import HJ212
import Kernel
import Platform
import Storage
import Telemetry

/// Makes a day of frames a judged day: at one o'clock for the day before, and again when late frames changed it. What a
/// person entered is left alone.
struct DayCloser: Sendable {
    /// Late frames are looked for so many days back (the repair window, HJ 355 practice).
    static let daysBack = 10
    /// The day before is closed from one o'clock on.
    static let hour: Int64 = 1

    let installation: Installation
    let folder: URL

    func run() async {
        var since = Instant(milliseconds: 0)
        while !Task.isCancelled {
            let now = installation.clock.now()
            do {
                try await close(at: now, correctedSince: since)
                since = now
            } catch { Console.error("qianmo: \(error)") }
            do { try await Task.sleep(for: .seconds(600)) } catch { return }
        }
    }

    /// Answers how many days were recorded or revised. Days of the repair window are reckoned again where a mark, a failed
    /// check or an instrument changed since.
    @discardableResult
    func close(at now: Instant, correctedSince since: Instant = Instant(milliseconds: 0)) async throws -> Int {
        let yesterday = now.adding(seconds: -Self.hour * 3_600).date.dayNumber - 1
        let owners = try installation.database.read { try EnvironmentQueries.owners(in: $0) }
        guard !owners.isEmpty else { return 0 }
        var recorded = 0
        let corrected = try installation.database.read {
            try InstrumentQueries.corrected(
                since: since, from: CivilDate(dayNumber: yesterday - Self.daysBack + 1),
                to: CivilDate(dayNumber: yesterday), in: $0)
        }
        for day in Set(try dirtyDays(upTo: yesterday) + corrected).sorted() { recorded += try await close(day, owners) }
        return recorded
    }

    /// The day before, and older days of which something came in the last two hours.
    private func dirtyDays(upTo yesterday: Int) throws -> [CivilDate] {
        var days: Set<Int> = [yesterday]
        for file in try SegmentFolder.files(folder).suffix(2) {
            for record in SegmentFolder.records(file) where record.kind == .frame {
                guard let day = segment(of: record, [:])?.dataInstant?.date.dayNumber else { continue }
                if day < yesterday, day > yesterday - Self.daysBack { days.insert(day) }
            }
        }
        return days.sorted().map { CivilDate(dayNumber: $0) }
    }

    private func segment(of record: SegmentRecord, _ profiles: [String: StationProfile]) -> Segment? {
        let station = profiles[record.station] ?? StationProfile(longestSegment: StationProfile.longest)
        return FrameVerdict(judging: record.bytes, by: station).segment
    }

    private func close(_ day: CivilDate, _ owners: [(mn: String, facility: FacilityID)]) async throws -> Int {
        let readings = try self.readings(of: day)
        var recorded = 0
        for owner in owners {
            guard let own = readings[owner.mn], !own.isEmpty else { continue }
            let (known, corrections) = try installation.database.read {
                (
                    try EnvironmentQueries.days(of: owner.facility, from: day, until: day, in: $0),
                    try InstrumentQueries.corrections(of: owner.facility, on: day, in: $0)
                )
            }
            for (item, figures) in StationDay(day, own).figures(corrections) {
                let before = known.first { $0.item == item }
                guard before.map({ $0.origin == .telemetry && $0.figures != figures }) ?? true else { continue }
                let command = RecordDay(
                    facility: owner.facility, item: item, day: day, figures: figures,
                    reason: before == nil ? nil : CLIText.lateData.zh)
                let answer = try await installation.writer.submit(
                    Submission(
                        command: RecordDay.fullName, arguments: .object(command.openFields), principal: .theHouse,
                        key: "day-\(owner.facility)-\(item.rawValue)-\(day)-\((before?.version ?? 0) + 1)"))
                if case .accepted = answer { recorded += 1 }
            }
        }
        return recorded
    }

    /// The day's readings by station, from the files of its arrivals and those after.
    private func readings(of day: CivilDate) throws -> [String: [StationReading]] {
        let first = SealWindow(of: day.start).file
        var readings: [String: [StationReading]] = [:]
        var parts: [String: [Segment]] = [:]
        let profiles = try installation.database.read { try EnvironmentQueries.profiles(in: $0) }
        // What was drawn on the day may come with a later frame; everything else is of another day.
        func isOfDay(_ reading: StationReading) -> Bool { reading.at.date == day || reading.sampledAt?.date == day }
        for file in try SegmentFolder.files(folder) where file.lastPathComponent >= first {
            for record in SegmentFolder.records(file) where record.kind == .frame {
                guard let segment = segment(of: record, profiles) else { continue }
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
}
