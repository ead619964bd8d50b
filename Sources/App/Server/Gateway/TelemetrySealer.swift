import Foundation
package import Kernel
package import Telemetry

/// Seals each ten minutes once they are over, in order, whatever was left open by a stop.
package actor TelemetrySealer {
    /// After a window's end so long is waited, so that what arrived in its last moment is flushed.
    static let grace: Int64 = 5_000

    private let segments: SegmentWriter
    private let submit: @Sendable (WindowSeal, _ fileBytes: Int) async throws -> Bool
    private var last: Instant?
    /// Up to where everything that came is sealed: until the next window is over the files are left alone.
    private var done: Instant?

    /// `last`: up to where the log has seals. `submit` puts one into the log and answers whether it stands there.
    package init(
        _ segments: SegmentWriter, last: Instant?,
        submit: @escaping @Sendable (WindowSeal, _ fileBytes: Int) async throws -> Bool
    ) {
        self.segments = segments
        self.last = last
        self.submit = submit
        if let last { segments.closeArrivals(before: last) }
    }

    /// Seals every window that is over at `now`; answers how many.
    @discardableResult
    package func seal(at now: Instant) async throws -> Int {
        let end = SealWindow(of: now.adding(milliseconds: -Self.grace)).from
        guard done.map({ $0 < end }) ?? true else { return 0 }
        segments.closeArrivals(before: end)
        await withCheckedContinuation { done in segments.barrier { _ in done.resume() } }
        var sealed = 0
        for window in try open(before: end) {
            guard let (seal, bytes) = try Sealing.seal(window, in: segments.folder) else { continue }
            guard try await submit(seal, bytes) else { return sealed }
            last = window.to
            sealed += 1
        }
        done = end
        return sealed
    }

    /// Runs until the task is cancelled; a seal that could not be given is given the next time.
    package func run(now: @escaping @Sendable () -> Instant, report: @escaping @Sendable (String) -> Void) async {
        while !Task.isCancelled {
            do { try await seal(at: now()) } catch { report("telemetry: \(error)") }
            do { try await Task.sleep(for: .seconds(10)) } catch { return }
        }
    }

    private func open(before end: Instant) throws -> [SealWindow] {
        let windows = try Sealing.windows(in: segments.folder, from: last.map { SealWindow(of: $0).file } ?? "")
        return windows.filter { window in last.map { window.from >= $0 } ?? true && window.to <= end }
    }
}
