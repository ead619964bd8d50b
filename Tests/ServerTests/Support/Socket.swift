import Foundation
import Glibc
import Server
import Testing

/// Serves on a free port while `body` runs, then shuts down as SIGTERM would.
func serve(
    _ server: TestServer, _ body: @Sendable @escaping (UInt16) async throws -> Void
) async throws {
    var configuration = server.configuration
    configuration.port = 0
    let application = ServerApplication(server: server.server, configuration: configuration)
    let (ports, running) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await application.run { running.yield($0) } }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        try await body(UInt16(port))
        group.cancelAll()
        try? await group.waitForAll()
    }
}

/// Sends `text` and reads until the server hangs up or `enough` has come.
func exchange(_ port: UInt16, _ text: String, until enough: String? = nil) async throws -> String {
    let connection = try Connection(port: port)
    return try await connection.exchange(text, until: enough)
}

/// A blocking socket, used off the shared threads.
final class Connection: Sendable {
    private let descriptor: Int32

    /// `address`: where it comes from, any of this machine's.
    init(port: UInt16, from source: String = "127.0.0.1") throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var timeout = timeval(tv_sec: 90, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var own = sockaddr_in()
        own.sin_family = sa_family_t(AF_INET)
        own.sin_addr.s_addr = inet_addr(source)
        let isBound = withUnsafePointer(to: &own) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(isBound == 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0)
    }

    deinit { close(descriptor) }

    /// Closes both ways, as a browser does that leaves the page.
    func hangUp() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    /// Sends without waiting for an answer.
    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    func exchange(_ text: String, until enough: String?) async throws -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [self] in
                let bytes = Array(text.utf8)
                var sent = 0
                while sent < bytes.count {
                    let count = bytes[sent...].withUnsafeBytes {
                        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                    }
                    guard count > 0 else { break }
                    sent += count
                }
                var taken: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while true {
                    let count = recv(descriptor, &buffer, buffer.count, 0)
                    guard count > 0 else { break }
                    taken += buffer[..<count]
                    if let enough, String(decoding: taken, as: UTF8.self).contains(enough) { break }
                }
                continuation.resume(returning: String(decoding: taken, as: UTF8.self))
            }
        }
    }
}
