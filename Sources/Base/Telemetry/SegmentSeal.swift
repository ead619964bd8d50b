package import EventLog
package import Foundation
import HJ212
package import Kernel

/// One station's frames of a window: their number and the root over their records.
package struct ChunkRoot: Sendable, Hashable {
    package let station: String
    package let frames: Int
    package let root: Hash

    var leaf: Hash { Hash.leaf(Array("\(station)\n\(frames)\n".utf8) + root.bytes) }
}

/// The seal of a window: a tree over the stations' roots, by station.
package struct WindowSeal: Sendable, Hashable {
    package let window: SealWindow
    package let chunks: [ChunkRoot]

    package var frames: Int { chunks.reduce(0) { $0 + $1.frames } }

    package var root: Hash {
        var tree = CompactRange()
        for chunk in chunks { tree.append(chunk.leaf) }
        return tree.root
    }

    /// Beside the segment file: which station's root is which, so that a change can be named. The seal vouches for it.
    var lines: String {
        chunks.map { "\(window.from.milliseconds) \($0.root.hex) \($0.frames) \($0.station)\n" }.joined()
    }
}

/// A number for each station of a file. Stations mostly send in turn, so the one behind the last is looked at first.
private struct StationSlots {
    private var names: [[UInt8]] = []
    private var slots: [String: Int] = [:]
    private var last = -1

    mutating func slot(_ name: UnsafeRawBufferPointer) -> Int {
        let next = last + 1 < names.count ? last + 1 : 0
        if next < names.count, names[next].elementsEqual(name) {
            last = next
            return next
        }
        let text = String(decoding: name, as: UTF8.self)
        if let known = slots[text] {
            last = known
            return known
        }
        last = names.count
        slots[text] = last
        names.append(Array(name))
        return last
    }

    func name(_ slot: Int) -> String { String(decoding: names[slot], as: UTF8.self) }
}

/// The windows of a file as they stand.
package struct SegmentReading: Sendable {
    package private(set) var windows: [WindowSeal] = []
    /// Records whose own checksum does not hold: worn or changed.
    package private(set) var damaged: [(window: SealWindow, station: String, offset: Int)] = []
    /// Where the file cannot be read on, and the last window before; nil where it can to its end.
    package private(set) var stop: (offset: Int, window: SealWindow?)?
    package let size: Int

    /// `only`: what of the file is hashed; nil for all of it.
    package init(_ bytes: [UInt8], only wanted: SealWindow? = nil) {
        size = bytes.count
        var stations = StationSlots()
        var trees: [SealWindow: [CompactRange]] = [:]
        // The trees of the window at hand, by the stations' slots; put back when another begins.
        var (last, open): (SealWindow?, [CompactRange]) = (nil, [])
        var damaged: [(window: SealWindow, station: String, offset: Int)] = []
        var record: [UInt8] = []
        let end = bytes.withUnsafeBytes { file in
            SegmentSpan.walk(file) { range in
                let window = SealWindow(of: SegmentSpan.arrival(file, range))
                if window != last {
                    if let last { trees[last] = open }
                    open = trees.removeValue(forKey: window) ?? []
                    last = window
                }
                guard wanted ?? window == window else { return }
                let slot = stations.slot(SegmentSpan.stationBytes(file, range))
                while open.count <= slot { open.append(CompactRange()) }
                record.removeAll(keepingCapacity: true)
                record.append(contentsOf: UnsafeRawBufferPointer(rebasing: file[range]))
                open[slot].append(Hash.leaf(record))
                if !SegmentSpan.isWhole(file, range) { damaged.append((window, stations.name(slot), range.lowerBound)) }
            }
        }
        if let last { trees[last] = open }
        self.damaged = damaged
        if !end.isAtEnd { stop = (end.offset, last) }
        windows = trees.keys.sorted().compactMap { window in
            let chunks = (trees[window] ?? []).enumerated().filter { $0.element.size > 0 }.map { slot, tree in
                ChunkRoot(station: stations.name(slot), frames: Int(tree.size), root: tree.root)
            }
            return chunks.isEmpty ? nil : WindowSeal(window: window, chunks: chunks.sorted { $0.station < $1.station })
        }
    }

    package func window(_ window: SealWindow) -> WindowSeal? { windows.first { $0.window == window } }
}

/// The seal of a window that is over, and the file beside the segments that names its stations.
package enum Sealing {
    /// Nil where nothing came in the window.
    package static func seal(_ window: SealWindow, in folder: URL) throws -> (seal: WindowSeal, bytes: Int)? {
        let file = folder.appendingPathComponent(window.file)
        let reading = SegmentReading(SegmentFolder.bytes(file), only: window)
        guard let seal = reading.window(window) else { return nil }
        let beside = roots(of: window, in: folder)
        let before = SegmentFolder.bytes(beside)
        if !String(decoding: before, as: UTF8.self).contains(seal.lines) {
            try Data(before + Array(seal.lines.utf8)).write(to: beside, options: .atomic)
        }
        return (seal, reading.size)
    }

    /// The windows something came in, of files from `first` on; nothing is hashed.
    package static func windows(in folder: URL, from first: String) throws -> [SealWindow] {
        var windows: Set<SealWindow> = []
        for file in try SegmentFolder.files(folder) where SegmentFolder.name(of: file) >= first {
            _ = SegmentFolder.withBytes(file) { bytes in
                SegmentSpan.walk(bytes) { windows.insert(SealWindow(of: SegmentSpan.arrival(bytes, $0))) }
            }
        }
        return windows.sorted()
    }

    static func roots(of window: SealWindow, in folder: URL) -> URL {
        folder.appendingPathComponent(String(window.file.dropLast(4)) + ".roots")
    }

    /// What the file beside says of a window.
    static func chunks(of window: SealWindow, in folder: URL) -> [ChunkRoot] {
        let text = String(decoding: SegmentFolder.bytes(roots(of: window, in: folder)), as: UTF8.self)
        return text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
            guard parts.count == 4, Int64(parts[0]) == window.from.milliseconds,
                let root = HexFigures.bytes(parts[1]).flatMap({ Hash($0) }),
                let frames = Int(parts[2])
            else { return nil }
            return ChunkRoot(station: String(parts[3]), frames: frames, root: root)
        }
    }
}

/// A seal as the log has it.
package struct LoggedSeal: Sendable, Hashable {
    package let from: Instant
    package let frames: Int64
    package let root: String

    package init(from: Instant, frames: Int64, root: String) {
        self.from = from
        self.frames = frames
        self.root = root
    }
}

/// Segment files held against the seals of the log.
package struct SegmentVerification: Sendable {
    package enum Fault: String, Sendable { case changed, removed, added, missing, unsealed, unreadable }

    /// What is wrong, in which ten minutes, of which station (empty where the file beside cannot tell).
    package struct Finding: Sendable, Hashable {
        package let fault: Fault
        package let from: Instant
        package let station: String
        package let file: String
    }

    package private(set) var findings: [Finding] = []
    package private(set) var seals = 0
    package private(set) var frames: Int64 = 0
    /// Records behind the last seal: not sealed yet, which is no fault.
    package private(set) var open = 0
    /// Seals whose files an act of the log took away.
    package private(set) var takenAway = 0

    /// `removedBefore`: what arrived before was taken away by an act of the log, and is not missing.
    package init(_ folder: URL, seals: [LoggedSeal], removedBefore: Instant? = nil) throws {
        let byFile = Dictionary(grouping: seals) { SealWindow(of: $0.from).file }
        let files = try SegmentFolder.files(folder)
        let last = seals.map { SealWindow(of: $0.from) }.max()
        for file in files {
            let sealed = byFile[SegmentFolder.name(of: file)] ?? []
            if let bytes = SegmentFolder.contents(file) {
                check(SegmentReading(bytes), sealed, last, folder)
            } else {
                for seal in sealed { add(.unreadable, SealWindow(of: seal.from), "") }
            }
        }
        let present = Set(files.map(SegmentFolder.name(of:)))
        for (name, missing) in byFile where !present.contains(name) {
            for seal in missing {
                if let removedBefore, seal.from < removedBefore {
                    takenAway += 1
                } else {
                    add(.missing, SealWindow(of: seal.from), "")
                }
            }
        }
        findings.sort { ($0.from, $0.station) < ($1.from, $1.station) }
    }

    private mutating func add(_ fault: Fault, _ window: SealWindow, _ station: String) {
        findings.append(Finding(fault: fault, from: window.from, station: station, file: window.file))
    }

    private mutating func check(
        _ reading: SegmentReading, _ logged: [LoggedSeal], _ last: SealWindow?, _ folder: URL
    ) {
        var sealed: Set<SealWindow> = []
        for seal in logged {
            let window = SealWindow(of: seal.from)
            sealed.insert(window)
            seals += 1
            let found = reading.window(window)
            if found?.root.hex == seal.root {
                frames += seal.frames
            } else {
                compare(found, window, seal, folder)
            }
        }
        for window in reading.windows where !sealed.contains(window.window) {
            if let last, window.window <= last {
                for chunk in window.chunks { add(.unsealed, window.window, chunk.station) }
            } else {
                open += window.frames
            }
        }
        if let stop = reading.stop, let window = stop.window { add(.unreadable, window, "") }
    }

    private mutating func compare(
        _ found: WindowSeal?, _ window: SealWindow, _ seal: LoggedSeal, _ folder: URL
    ) {
        let kept = WindowSeal(window: window, chunks: Sealing.chunks(of: window, in: folder))
        guard kept.root.hex == seal.root else {
            add(.changed, window, "")
            return
        }
        let now = Dictionary(
            (found?.chunks ?? []).map { ($0.station, $0) }, uniquingKeysWith: { first, _ in first })
        for chunk in kept.chunks {
            guard let there = now[chunk.station] else {
                add(.removed, window, chunk.station)
                continue
            }
            if there.frames < chunk.frames {
                add(.removed, window, chunk.station)
            } else if there.frames > chunk.frames {
                add(.added, window, chunk.station)
            } else if there.root != chunk.root {
                add(.changed, window, chunk.station)
            }
        }
        let known = Set(kept.chunks.map(\.station))
        for station in now.keys.sorted() where !known.contains(station) { add(.added, window, station) }
    }
}
