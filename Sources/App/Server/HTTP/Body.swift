import Hummingbird
import Kernel
import NIOCore

/// Reads a request's body whole: within `limit` bytes and within `seconds`. A body that cannot be read (chunks that are
/// none, a sender who hangs up) is the sender's matter and no fault of ours, whatever the reader below calls it.
enum Body {
    static func read(_ request: Request, limit: Int, within time: Duration) async throws -> [UInt8] {
        try await inTime(request, limit: limit, time) {
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
    }

    /// Hands a body on as it comes, in pieces of about `size` bytes, the last one smaller: `take` answers what the next one is
    /// added to. What came before a line was cut has been handed on when this throws.
    static func each<State: Sendable>(
        _ request: Request, limit: Int, within time: Duration, piece size: Int, from state: State,
        _ take: @escaping @Sendable (State, [UInt8]) async throws -> State
    ) async throws -> State {
        try await inTime(request, limit: limit, time) {
            var (state, piece, count) = (state, [UInt8](), 0)
            var chunks = request.body.makeAsyncIterator()
            do {
                while let buffer = try await next(&chunks) {
                    count += buffer.readableBytes
                    guard count <= limit else { throw ServerRejection.bodyTooLarge(limit: limit).rejection }
                    piece.append(contentsOf: buffer.readableBytesView)
                    guard piece.count >= size else { continue }
                    state = try await take(state, piece)
                    piece = []
                }
            } catch let rejection as Rejection where rejection.number == ServerRejection.badBody.number {
                if !piece.isEmpty { _ = try await take(state, piece) }
                throw rejection
            }
            return piece.isEmpty ? state : try await take(state, piece)
        }
    }

    /// Refuses at once what is announced as longer than `limit`, and what `reading` has not read when `time` is over.
    private static func inTime<Result: Sendable>(
        _ request: Request, limit: Int, _ time: Duration, _ reading: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw ServerRejection.bodyTooLarge(limit: limit).rejection
        }
        return try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask { try await reading() }
            group.addTask {
                try await Task.sleep(for: time)
                throw ServerRejection.bodyTooSlow(seconds: Int(time.components.seconds)).rejection
            }
            defer { group.cancelAll() }
            guard let result = try await group.next() else { throw CancellationError() }
            return result
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
