import EventLog
import Kernel
package import Storage

/// The events of the log read back one after another, personal values left out.
package enum LogReading {
    package static func each(
        _ modules: ModuleSet, in tx: any ReadTransaction, _ body: (any Event) throws -> Void
    ) throws {
        var reader = EventReader(modules: modules)
        try LogStore.each(from: 0, to: Int64.max, in: tx) { index, _, bytes in
            if let logged = try reader.event(index, try Leaf(decoding: bytes), opened: []) { try body(logged.event) }
        }
    }
}
