import Hummingbird
import Kernel
import NIOCore

/// Reads a request's body whole: within `limit` bytes and within `seconds`. A body that cannot be read (chunks that are
/// none, a sender who hangs up) is the sender's matter and no fault of ours, whatever the reader below calls it.
enum Body {
    static func read(_ request: Request, limit: Int, within time: Duration) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw ServerRejection.bodyTooLarge(limit: limit).rejection
        }
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                var bytes: [UInt8] = []
                var chunks = request.body.makeAsyncIterator()
                while let buffer = try await next(&chunks) {
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

    private static func next(_ chunks: inout RequestBody.AsyncIterator) async throws -> ByteBuffer? {
        do {
            return try await chunks.next()
        } catch let error as CancellationError {
            throw error
        } catch {
            throw ServerRejection.badBody.rejection
        }
    }

    /// Whether `contentType` is `wanted`, parameters aside.
    static func isType(_ wanted: String, _ contentType: String?) -> Bool {
        contentType?.split(separator: ";").first?.lowercased().filter { !$0.isWhitespace } == wanted
    }
}
