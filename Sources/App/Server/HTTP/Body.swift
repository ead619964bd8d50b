import Hummingbird
import Kernel
import NIOCore

/// Reads a request's body whole: within `limit` bytes and within `seconds`.
enum Body {
    static func read(_ request: Request, limit: Int, within time: Duration) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw ServerRejection.bodyTooLarge(limit: limit).rejection
        }
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                var bytes: [UInt8] = []
                for try await buffer in request.body {
                    guard bytes.count + buffer.readableBytes <= limit else {
                        throw ServerRejection.bodyTooLarge(limit: limit).rejection
                    }
                    bytes.append(contentsOf: buffer.readableBytesView)
                }
                try Task.checkCancellation()
                return bytes
            }
            group.addTask {
                try await Task.sleep(for: time)
                throw ServerRejection.bodyTooSlow(seconds: Int(time.components.seconds)).rejection
            }
            defer { group.cancelAll() }
            guard let bytes = try await group.next() else { throw CancellationError() }
            return bytes
        }
    }

    /// Whether `contentType` is `wanted`, parameters aside.
    static func isType(_ wanted: String, _ contentType: String?) -> Bool {
        contentType?.split(separator: ";").first?.lowercased().filter { !$0.isWhitespace } == wanted
    }
}
