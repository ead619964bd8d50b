import Dispatch
package import Foundation
package import Kernel
import Synchronization

/// The raw frames of a house, in append-only files. A caller is answered only after its record is flushed: whatever
/// gathers while a flush is under way goes with the next (group commit).
package final class SegmentWriter: Sendable {
    package typealias Completion = @Sendable (_ isKept: Bool) -> Void

    private struct Waiting {
        /// Nil for who only waits for everything before to be flushed.
        let record: SegmentRecord?
        let done: Completion?
    }

    private struct State {
        var waiting: [Waiting] = []
        var isStopped = false
        var lastArrival = Instant(milliseconds: 0)
        var flushes = 0
        var kept = 0
    }

    private struct File {
        var name = ""
        var descriptor: Int32 = -1
    }

    package let folder: URL
    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// Opens the folder; a record torn by a crash at the end of the newest file is cut: nothing acknowledged is behind it.
    package init(_ folder: URL) throws {
        self.folder = folder
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if let newest = try SegmentFolder.files(folder).last { try SegmentFolder.cutTornEnd(newest) }
    }

    /// Nothing arrives before this instant any more: the window before it is over, whatever the clock says.
    package func closeArrivals(before instant: Instant) {
        state.withLock { $0.lastArrival = max($0.lastArrival, instant) }
    }

    /// Begins the thread that writes.
    package func start() {
        let thread = Thread { [self] in
            work()
            ended.signal()
        }
        thread.name = "telemetry"
        thread.start()
    }

    /// Everything handed in is flushed before it returns.
    package func stop() {
        state.withLock { $0.isStopped = true }
        wake.signal()
        ended.wait()
    }

    package var counts: (kept: Int, flushes: Int) { state.withLock { ($0.kept, $0.flushes) } }

    /// Hands in a record; `done` is called on the writing thread after the flush. Arrivals never go back, whatever the
    /// machine's clock does, so that a sealed window stays closed.
    package func append(kind: RecordKind, station: String, at now: Instant, _ bytes: [UInt8], _ done: Completion? = nil)
    {
        let isFirst = state.withLock { state in
            state.lastArrival = max(state.lastArrival, now)
            let record = SegmentRecord(kind: kind, station: station, arrival: state.lastArrival, bytes: bytes)
            state.waiting.append(Waiting(record: record, done: done))
            return state.waiting.count == 1
        }
        if isFirst { wake.signal() }
    }

    /// Calls `done` once everything handed in before is flushed.
    package func barrier(_ done: @escaping Completion) {
        let isFirst = state.withLock { state in
            state.waiting.append(Waiting(record: nil, done: done))
            return state.waiting.count == 1
        }
        if isFirst { wake.signal() }
    }

    private func work() {
        var file = File()
        while true {
            wake.wait()
            let (batch, isStopped) = state.withLock { state in
                let batch = state.waiting
                state.waiting = []
                return (batch, state.isStopped)
            }
            write(batch, to: &file)
            if isStopped, state.withLock({ $0.waiting.isEmpty }) { break }
        }
        if file.descriptor >= 0 { close(file.descriptor) }
    }

    private func write(_ batch: [Waiting], to file: inout File) {
        var rest = batch[...]
        while let first = rest.first {
            guard let record = first.record else {
                first.done?(true)
                rest = rest.dropFirst()
                continue
            }
            let name = SealWindow(of: record.arrival).file
            let same = rest.prefix { $0.record.map { SealWindow(of: $0.arrival).file == name } ?? false }
            let bytes = same.flatMap { $0.record?.encoded ?? [] }
            let isKept = open(name, &file) && Self.write(bytes, to: file.descriptor)
            if isKept {
                state.withLock { state in
                    state.flushes += 1
                    state.kept += same.count
                }
            } else {
                // What was half written is cut when the file is opened anew.
                if file.descriptor >= 0 { close(file.descriptor) }
                file = File()
            }
            for waiting in same { waiting.done?(isKept) }
            rest = rest.dropFirst(same.count)
        }
    }

    private func open(_ name: String, _ file: inout File) -> Bool {
        if file.name == name { return true }
        if file.descriptor >= 0 { close(file.descriptor) }
        file = File()
        let path = folder.appendingPathComponent(name)
        if FileManager.default.fileExists(atPath: path.path) {
            guard (try? SegmentFolder.cutTornEnd(path)) != nil else { return false }
        }
        let descriptor = Glibc.open(path.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        // The file's name has to be on the disk as well.
        let place = Glibc.open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if place >= 0 {
            fsync(place)
            close(place)
        }
        file = File(name: name, descriptor: descriptor)
        return true
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let count = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { return false }
            offset += max(0, count)
        }
        return fdatasync(descriptor) == 0
    }
}
