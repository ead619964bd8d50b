import Foundation
import Glibc
import Kernel
import Server
import Synchronization
import Testing

/// A few tests over a real socket: what only a real connection can show.
@Suite("The server on a socket", .serialized) struct SocketTests {
    /// Serves on a free port while `body` runs, then shuts down as SIGTERM would.
    private func serve(
        _ server: TestServer, _ body: @Sendable @escaping (UInt16) async throws -> Void
    ) async throws {
        var configuration = server.configuration
        configuration.port = 0
        let application = ServerApplication(door: server.door, configuration: configuration)
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
    private func exchange(_ port: UInt16, _ text: String, until enough: String? = nil) async throws -> String {
        let connection = try Connection(port: port)
        return try await connection.exchange(text, until: enough)
    }

    @Test("A page comes over a plain connection, and a second one over the same")
    func pages() async throws {
        try await serve(try TestServer()) { port in
            let request = "GET /lots HTTP/1.1\r\nHost: qianmo.test\r\n\r\n"
            let last = "GET /lots HTTP/1.1\r\nHost: qianmo.test\r\nConnection: close\r\n\r\n"
            let answer = try await exchange(port, request + last)
            #expect(answer.ranges(of: "HTTP/1.1 200 OK").count == 2)
            #expect(answer.contains("Content-Security-Policy: default-src 'none'"))
        }
    }

    @Test(
        "What is no HTTP gets a 400 with its number, a head that is too large a 431; the next one is served",
        arguments: [
            ("nonsense\r\n\r\n", "400", "1310"), ("GET / HTTP/9.9\r\n\r\n", "400", "1310"),
            ("GET /lots HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 40_000))\r\n\r\n", "431", "1311"),
        ])
    func malformed(text: String, status: String, number: String) async throws {
        try await serve(try TestServer()) { port in
            let answer = try await exchange(port, text)
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)")
            #expect(answer.contains("\"number\":\(number)"))
            let next = try await exchange(port, "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(next.contains("\"ok\":true"))
        }
    }

    @Test("A body that stays away is answered 408 and hung up on")
    func slowBody() async throws {
        let server = try TestServer { $0.limits.bodySeconds = 1 }
        try await serve(server) { port in
            let head = """
                POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                Content-Length: 100\r\n\r\nname=
                """
            let answer = try await exchange(port, head)
            #expect(answer.hasPrefix("HTTP/1.1 408 "), "\(answer)")
            #expect(answer.contains("1308"))
        }
    }

    @Test("An open event stream ends when the server shuts down, and does not hold it up")
    func shutdown() async throws {
        let server = try TestServer()
        try await serve(server) { port in
            let first = try await exchange(
                port, "GET /events HTTP/1.1\r\nHost: a\r\n\r\n", until: "retry: 3000")
            #expect(first.contains("text/event-stream"))
        }
    }

    @Test("Over a connection each viewer is told in chunks of what is newer, then of the end, and can ask again")
    func live() async throws {
        let server = try TestServer { $0.limits.streamsPerPerson = 100 }
        let (house, hub) = (server.house, server.door.hub)
        for _ in 0..<3 { house.append(try TestHouse.leaf("lot", "L1")) }
        try await serve(server) { port in
            let head = "GET /api/v1/lots/L1/events HTTP/1.1\r\nHost: a\r\n"
            let more = "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            async let early = exchange(port, head + "Last-Event-ID: 1\r\n\r\n" + more)
            async let current = exchange(port, head + "Last-Event-ID: 2\r\nConnection: close\r\n\r\n")
            async let other = exchange(
                port, "GET /events?stream=lot/L2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            while await hub.seated < 3 { try await Task.sleep(for: .milliseconds(5)) }
            house.append(try TestHouse.leaf("lot", "L1"))
            await hub.publish(size: 4)
            await hub.pulse()
            await hub.close()
            let ids = { (text: String) in
                text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("id: ") }.map { $0.dropFirst(4) }
            }
            let told = try await early
            #expect(ids(told) == ["2", "3"])
            #expect(told.contains("1a\r\nid: 3\ndata: {\"newest\":3}\n\n\r\n"))
            #expect(told.contains("0\r\n\r\nHTTP/1.1 200 OK"), "the end, and the next answer over the same connection")
            #expect(try await ids(current) == ["3"])
            let silent = try await other
            #expect(ids(silent) == [])
            #expect(silent.contains(": pulse\n\n"))
        }
    }
}

/// A blocking socket, used off the shared threads.
private final class Connection: Sendable {
    private let descriptor: Int32

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var timeout = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
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

    func exchange(_ text: String, until enough: String?) async throws -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [self] in
                let bytes = Array(text.utf8)
                var sent = 0
                while sent < bytes.count {
                    let count = bytes[sent...].withUnsafeBytes {
                        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
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
