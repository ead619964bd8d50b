import Environment
import Foundation
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
    private let book: HourBook

    init(installation: Installation, folder: URL) {
        self.installation = installation
        self.folder = folder
        book = HourBook(folder)
    }

    func run() async {
        var since = Instant(milliseconds: 0)
        var looked: CivilDate?
        var line = LineReader(folder, since: installation.clock.now())
        while !Task.isCancelled {
            let now = installation.clock.now()
            do {
                let yesterday = Self.yesterday(at: now)
                try await close(at: now, correctedSince: since, looksBack: yesterday != looked)
                (since, looked) = (now, yesterday)
                try pack(at: now)
                try line.read()
                try await note(line.watch, at: now)
            } catch { Console.error("qianmo: \(error)") }
            do { try await Task.sleep(for: .seconds(600)) } catch { return }
        }
    }

    private static func yesterday(at now: Instant) -> CivilDate {
        CivilDate(dayNumber: now.adding(seconds: -hour * 3_600).date.dayNumber - 1)
    }

    /// Takes what came into the hours and answers how many days were recorded or revised: days of which something came,
    /// and those of the repair window where a mark, a failed check or an instrument changed since. `looksBack`: the day
    /// before too, and what the newest files tell of, whether anything came or not.
    @discardableResult
    func close(at now: Instant, correctedSince since: Instant = Instant(milliseconds: 0), looksBack: Bool = true)
        async throws -> Int
    {
        let changed = try book.take()
        let yesterday = Self.yesterday(at: now)
        let owners = try installation.database.read { try EnvironmentQueries.owners(in: $0) }
        guard !owners.isEmpty else { return 0 }
        let first = CivilDate(dayNumber: yesterday.dayNumber - Self.daysBack + 1)
        let corrected = try installation.database.read {
            try InstrumentQueries.corrected(since: since, from: first, to: yesterday, in: $0)
        }
        let late = changed + (looksBack ? try book.latestDays() : [])
        let days = Set(late.filter { $0 >= first && $0 <= yesterday } + corrected + (looksBack ? [yesterday] : []))
        var recorded = 0
        for day in days.sorted() { recorded += try await close(day, owners) }
        return recorded
    }

    /// Tells the facilities whose line is silent, or has found its voice again.
    func note(_ watch: LineWatch, at now: Instant) async throws {
        let owners = try installation.database.read { try EnvironmentQueries.watched(in: $0) }
        for (facility, stations) in owners {
            let found = stations.mns.flatMap { watch.conditions(of: $0, stations.kind, at: now) }
            try await note(found, of: facility, AlarmKind.ofLine, on: now.date, open: stations.open)
        }
    }

    /// Nothing is given where nothing changes, so that a quiet night writes nothing.
    private func note(
        _ found: [StationCondition], of facility: FacilityID, _ kinds: [AlarmKind], on day: CivilDate,
        open: OpenConditions
    ) async throws {
        guard open.changes(with: found, of: kinds) else { return }
        let command = NoteConditions(facility: facility, day: day, watched: kinds, found: found)
        let now = installation.clock.now()
        _ = try await installation.writer.submit(
            Submission(
                command: NoteConditions.fullName, arguments: .object(command.openFields), principal: .theHouse,
                key: "conditions-\(facility)-\(kinds[0].rawValue)-\(now.milliseconds)"))
    }

    /// Packs what is sealed and older than the rule says; its seals hold as before.
    private func pack(at now: Instant) throws {
        guard let sealed = try installation.database.read({ try EnvironmentQueries.seals(in: $0).last?.to }) else {
            return
        }
        let days = DatedTables.value("rawPlainDays", on: now.date)
        try SegmentPacking.pack(folder, before: min(sealed, now.adding(seconds: -days * 86_400)))
    }

    /// What the readings of the day before show: a value that stands still, an analyser at the end of its range.
    private func noteDay(
        _ day: CivilDate, _ owners: [(mn: String, facility: FacilityID)], _ readings: [String: [StationReading]]
    ) async throws {
        for (facility, own) in Dictionary(grouping: owners, by: \.facility).sorted(by: { $0.key < $1.key }) {
            let (ranges, open) = try installation.database.read {
                (
                    try InstrumentQueries.ranges(of: facility, on: day, in: $0),
                    try EnvironmentQueries.openConditions(of: facility, in: $0)
                )
            }
            let found = own.flatMap { StationReading.conditions(of: day, readings[$0.mn] ?? [], ranges: ranges) }
            try await note(found, of: facility, AlarmKind.ofDay, on: day, open: open)
        }
    }

    private func close(_ day: CivilDate, _ owners: [(mn: String, facility: FacilityID)]) async throws -> Int {
        let readings = try book.readings(of: day)
        var recorded = 0
        if day == Self.yesterday(at: installation.clock.now()) { try await noteDay(day, owners, readings) }
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
}
