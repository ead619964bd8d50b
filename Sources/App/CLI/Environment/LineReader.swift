import Environment
import Foundation
import Kernel
import Telemetry

/// Follows the segment files as they grow, for what stations' lines say of themselves.
struct LineReader {
    private let folder: URL
    private(set) var watch: LineWatch
    /// The newest file that was looked at, and how far.
    private var name: String
    private var offset = 0

    /// Frames of before `since` are not read again: silence counts from then on.
    init(_ folder: URL, since: Instant) {
        self.folder = folder
        watch = LineWatch(since: since)
        name = SealWindow(of: since).file
    }

    mutating func read() throws {
        for file in try SegmentFolder.files(folder) {
            let own = SegmentFolder.name(of: file)
            guard own >= name else { continue }
            if own > name { (name, offset) = (own, 0) }
            var watch = watch
            offset = SegmentFolder.each(file, from: offset) { record in
                if record.kind == .frame { watch.see(record.station, record.bytes, arrived: record.arrival) }
            }
            self.watch = watch
        }
    }
}
