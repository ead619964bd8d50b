import Kernel
package import Logging
import Platform

/// One JSON object a line, for programs that gather logs: `at`, `level`, `message` and what goes with it, a request's number
/// among it. What may stand in a line is the same as in text.
package struct JSONLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level = .info
    private let write: @Sendable (String) -> Void

    package init(write: @escaping @Sendable (String) -> Void) {
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var members: [String: JSON] = [:]
        for (name, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
            members[name == "hb.request.id" ? "request" : name] = .string("\(value)")
        }
        for name in ["status", "ms"] {
            if let number = members[name]?.string.flatMap({ Int64($0) }) { members[name] = .integer(number) }
        }
        members["level"] = .string(event.level.rawValue)
        members["message"] = .string("\(event.message)")
        members["at"] = .string("\(SystemClock().now())")
        write(JSON.object(members).canonicalText)
    }
}
