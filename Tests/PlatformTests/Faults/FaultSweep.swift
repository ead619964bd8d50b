import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import TestSupport

/// Goes through a scenario group by group. Before each group the store is as it was left; from there the group is given
/// again and again, each time with another fault, and sent again until it is answered. The store must end exactly as it
/// does undisturbed, and that state must verify.
struct FaultSweep {
    /// Of every so many points one is tried, by lot, so that every kind has its share.
    private let stride: Int
    /// How large a group must be to be written while the next is decided.
    private let aheadFrom: Int
    private var turn = 7
    /// The house before the group, its store closed; and before the group before it, with that group.
    private var before: Workshop
    private var earlier: (place: Workshop, group: [Given])?
    private let scratch: Scratch

    private(set) var points: [String: Int] = [:]
    private(set) var wrong: [String] = []
    var total: Int { points.values.reduce(0, +) }

    init(stride: Int, aheadFrom: Int) throws {
        self.stride = stride
        self.aheadFrom = aheadFrom
        before = try Workshop()
        // The keys are made once: every trial is of the same house.
        _ = try FaultSweep.open(before, before.store(), aheadFrom)
        scratch = try Scratch(.qianmo)
    }

    /// What is done with one copy of the house.
    private struct Trial {
        let workshop: Workshop
        let base: SQLiteDatabase
        let faulty: FaultyDatabase
        let installation: Installation

        init(_ place: Workshop, _ aheadFrom: Int) throws {
            workshop = place
            base = try place.store()
            faulty = FaultyDatabase(base)
            installation = try FaultSweep.open(place, faulty, aheadFrom)
        }

        func give(_ group: [Given]) async -> [Outcome] { await installation.giveTogether(group, workshop.clock) }
    }

    private static func open(_ place: Workshop, _ database: any Database, _ aheadFrom: Int) throws -> Installation {
        try Installation.open(
            .qianmo, dataDirectory: place.folder, database: database, clock: place.clock,
            random: .practice(seed: "sweep"), aheadFrom: aheadFrom)
    }

    /// The undisturbed run: what everything is held against.
    private struct Wanted {
        let group: [Given]
        let answers: [Outcome]
        let contents: Contents
        let counts: FaultyDatabase.Counts
    }

    /// Sweeps one group, and leaves the house after it. `lines` are given at once and share a flush.
    mutating func step(_ lines: [Scenario.Line]) async throws {
        let after = try Workshop.copied(before)
        let wanted = try await undisturbed(lines, after)
        let name = lines.map(\.key).joined(separator: "+")
        try check(wanted, after, name)
        for fault in faults(wanted.counts, isAlone: lines.count == 1) where isTurn() {
            try await tryFault(fault, wanted, name)
        }
        try await fillDisk(wanted, name)
        if isTurn() { try await tearCommit(wanted, name) }
        earlier = (before, wanted.group)
        before = after
    }

    private mutating func isTurn() -> Bool {
        turn = (turn * 1_103_515_245 + 12_345) % 2_147_483_648
        return (turn >> 16).isMultiple(of: stride)
    }

    private func undisturbed(_ lines: [Scenario.Line], _ place: Workshop) async throws -> Wanted {
        let trial = try Trial(place, aheadFrom)
        let group = try lines.compactMap { line in
            try trial.installation.findPrincipal(office: line.office).map {
                Given(
                    at: line.at,
                    submission: Submission(
                        command: line.command, arguments: line.arguments, principal: $0, key: line.key))
            }
        }
        trial.faulty.arm(nil)
        let answers = await trial.give(group)
        let counts = trial.faulty.counted
        return Wanted(group: group, answers: answers, contents: try Contents(of: trial.base), counts: counts)
    }

    private mutating func check(_ wanted: Wanted, _ place: Workshop, _ name: String) throws {
        if wanted.answers.contains(where: { $0 == .unknown || $0.isFault }) { wrong.append("\(name): not undisturbed") }
        do {
            _ = try scratch.lend {
                try Verifier(.qianmo, dataDirectory: place.folder, database: place.reading(), scratch: $0).run()
            }
        } catch let finding as Finding {
            wrong.append("\(name): undisturbed, \(finding.place)")
        }
    }

    private func faults(_ counts: FaultyDatabase.Counts, isAlone: Bool) -> [FaultyDatabase.Fault] {
        var faults: [FaultyDatabase.Fault] = []
        for number in 0..<counts.reads { faults.append(.read(number + 1)) }
        for number in 0..<counts.writes {
            faults += [.write(number + 1), .tornWrite(number + 1)]
            // Where only one of several is undone, the others see another world: that is not this sweep's question.
            if isAlone { faults.append(.refusedWrite(number + 1)) }
        }
        for number in 0..<counts.commits {
            faults += [.commit(number + 1, happened: true), .commit(number + 1, happened: false)]
        }
        return faults
    }

    private mutating func tryFault(_ fault: FaultyDatabase.Fault, _ wanted: Wanted, _ name: String) async throws {
        let words = "\(name), \(fault)"
        let place = try Workshop.copied(before)
        count(fault)
        try await disturbed(place, wanted, words) { trial in
            trial.faulty.arm(fault)
            let outcomes = await trial.give(wanted.group)
            switch fault {
            case .commit: return outcomes.allSatisfy { $0 == .unknown }
            // Where the refusal meets an act of the clock, that is given again at once, and nobody notices.
            case .refusedWrite: return outcomes.allSatisfy(\.isFault) || outcomes == wanted.answers
            default: return outcomes.allSatisfy(\.isFault)
            }
        }
    }

    private mutating func count(_ fault: FaultyDatabase.Fault) {
        let kind =
            switch fault {
            case .read: "read"
            case .write: "write"
            case .tornWrite: "torn write"
            case .refusedWrite: "refused write"
            case .commit(_, happened: true): "flush, written"
            case .commit(_, happened: false): "flush, not written"
            }
        points[kind, default: 0] += 1
    }

    /// Gives the group with the disturbance, then again without: every answer as undisturbed, the store too, from a
    /// connection of its own and after it was opened anew.
    private mutating func disturbed(
        _ place: Workshop, _ wanted: Wanted, _ words: String, _ disturb: (Trial) async throws -> Bool
    ) async throws {
        do {
            let trial = try Trial(place, aheadFrom)
            if try await !disturb(trial) { wrong.append("\(words): not told what it must be told") }
            trial.faulty.arm(nil)
            if await trial.give(wanted.group) != wanted.answers { wrong.append("\(words): other answers") }
        }
        let again = try Trial(place, aheadFrom)
        if await again.give(wanted.group) != wanted.answers { wrong.append("\(words): other answers after opening") }
        let difference = try Contents(of: again.base).difference(wanted.contents)
        if !difference.isEmpty { wrong.append("\(words): other rows in \(difference)") }
    }

    /// The disk fills up at the next page, the one after it, and so on, until there is room enough.
    private mutating func fillDisk(_ wanted: Wanted, _ name: String) async throws {
        // The first is always tried: few groups need a page, and chance alone may pass all of them by.
        for pages in 0..<64 where pages == 0 || isTurn() {
            let place = try Workshop.copied(before)
            var wasFull = true
            try await disturbed(place, wanted, "\(name), full after \(pages) pages") { trial in
                let used: Int64 = try trial.base.read { try $0.get("PRAGMA page_count") }
                try FaultSweep.limit(trial.base, to: used + Int64(pages))
                let outcomes = await trial.give(wanted.group)
                try FaultSweep.limit(trial.base, to: 1_000_000)
                wasFull = outcomes != wanted.answers
                return !wasFull || outcomes.allSatisfy(\.isFault)
            }
            guard wasFull else { return }
            points["disk full", default: 0] += 1
        }
    }

    private static func limit(_ base: SQLiteDatabase, to pages: Int64) throws {
        try base.write { _ = try $0.rows(SQL(stringLiteral: "PRAGMA max_page_count = \(pages)")) }
    }

    /// The machine stops while the commit is on its way to the disk: what was acknowledged before is there, and of this
    /// group either nothing or everything. The group before is in the same write-ahead log.
    private mutating func tearCommit(_ wanted: Wanted, _ name: String) async throws {
        guard let earlier else { return }
        let running = try Trial(Workshop.copied(earlier.place), aheadFrom)
        let first = await running.give(earlier.group)
        let whole = try Contents(of: running.base)
        let log = try writeAheadLog(running.workshop)
        running.faulty.arm(.commit(1, happened: true))
        if await running.give(wanted.group).contains(where: { $0 != .unknown }) {
            wrong.append("\(name), torn: somebody was answered")
        }
        guard let (start, end) = FaultSweep.changed(log, try writeAheadLog(running.workshop)) else { return }
        for (position, isCut) in [(end - 1, true), (start + (end - start) / 3, true), ((start + end) / 2, false)] {
            let words = "\(name), commit \(isCut ? "cut" : "garbled") at \(position) of \(start)..<\(end)"
            points["torn commit", default: 0] += 1
            // A copy of an open store is what a crash leaves behind.
            let place = try Workshop.copied(running.workshop)
            try FaultSweep.tear(place.folder.appending(path: "qianmo.sqlite-wal"), at: position, isCut: isCut)
            let trial = try Trial(place, aheadFrom)
            let difference = try Contents(of: trial.base).difference(whole)
            if !difference.isEmpty { wrong.append("\(words): acknowledged rows are other in \(difference)") }
            if await trial.give(earlier.group) != first { wrong.append("\(words): an acknowledged answer is other") }
            if await trial.give(wanted.group) != wanted.answers { wrong.append("\(words): other answers") }
            let rest = try Contents(of: trial.base).difference(wanted.contents)
            if !rest.isEmpty { wrong.append("\(words): other rows in \(rest)") }
        }
    }

    private func writeAheadLog(_ place: Workshop) throws -> Data {
        try Data(contentsOf: place.folder.appending(path: "qianmo.sqlite-wal"))
    }

    /// From where to where the second differs from the first: what one commit wrote.
    private static func changed(_ old: Data, _ new: Data) -> (start: UInt64, end: UInt64)? {
        let isOther = { (position: Int) in position >= old.count || old[position] != new[position] }
        guard let first = new.indices.first(where: isOther), let last = new.indices.last(where: isOther) else {
            return nil
        }
        return (UInt64(first), UInt64(last) + 1)
    }

    private static func tear(_ file: URL, at position: UInt64, isCut: Bool) throws {
        let handle = try FileHandle(forUpdating: file)
        defer { try? handle.close() }
        if isCut { return try handle.truncate(atOffset: position) }
        try handle.seek(toOffset: position)
        let byte = try handle.read(upToCount: 1)?.first ?? 0
        try handle.seek(toOffset: position)
        try handle.write(contentsOf: Data([byte ^ 0xFF]))
    }
}
