import Kernel
import Server
import Testing

/// A few tests over a real socket: what only a real connection can show.
@Suite("The server on a socket", .serialized) struct SocketTests {
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
        let (installation, hub) = (server.installation, server.server.hub)
        for _ in 0..<3 { installation.append(try TestInstallation.leaf("lot", "L1")) }
        try await serve(server) { port in
            let head = "GET /api/v1/lots/L1/events HTTP/1.1\r\nHost: a\r\n"
            let more = "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            async let early = exchange(port, head + "Last-Event-ID: 1\r\n\r\n" + more)
            async let current = exchange(port, head + "Last-Event-ID: 2\r\nConnection: close\r\n\r\n")
            async let other = exchange(
                port, "GET /events?stream=lot/L2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            while await hub.seated < 3 { try await Task.sleep(for: .milliseconds(5)) }
            installation.append(try TestInstallation.leaf("lot", "L1"))
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

    @Test("Who opens the live page again and again and drops it has the place back at once")
    func droppedStreams() async throws {
        let server = try TestServer { $0.limits.streamsPerAddress = 4 }
        let hub = server.server.hub
        try await serve(server) { port in
            for path in ["/events", "/api/v1/lots/L1/events", "/api/v1/changes/events"] {
                for round in 0..<12 {
                    let connection = try Connection(port: port)
                    let answer = try await connection.exchange(
                        "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n", until: "retry: 3000")
                    #expect(answer.contains("200 OK"), "\(path) \(round)")
                    connection.hangUp()
                    // Long before the next pulse, which comes every fifteen seconds.
                    var waits = 0
                    while await hub.count > 0, waits < 600 {
                        try await Task.sleep(for: .milliseconds(5))
                        waits += 1
                    }
                    #expect(await hub.count == 0, "\(path) \(round)")
                }
            }
        }
    }

    @Test(
        "Slow connections from one address, as many as it may have, do not shut out another; closed ones are given back"
    )
    func connectionsPerAddress() async throws {
        let server = try TestServer {
            $0.limits.connectionsPerAddress = 40
            $0.limits.connections = 60
        }
        let ask = "GET /lots HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        try await serve(server) { port in
            var slow: [Connection] = []
            for _ in 0..<200 {
                let connection = try Connection(port: port)
                connection.send("GET /lots HTTP/1.1\r\nHost: a\r\nX: ")
                slow.append(connection)
            }
            let other = try await Connection(port: port, from: "127.0.0.2").exchange(ask, until: nil)
            #expect(other.hasPrefix("HTTP/1.1 200 OK"))
            #expect(try await Connection(port: port).exchange(ask, until: nil) == "", "one too many")
            slow = []
            var answer = ""
            var tries = 0
            while answer.isEmpty, tries < 600 {
                answer = try await Connection(port: port).exchange(ask, until: nil)
                tries += 1
            }
            #expect(answer.hasPrefix("HTTP/1.1 200 OK"))
        }
    }

    @Test("A house full of connections that say nothing has room for whoever comes; a stream keeps its place")
    func fullHouse() async throws {
        let server = try TestServer {
            $0.limits.connectionsPerAddress = 12
            $0.limits.connections = 32
        }
        let ask = "GET /lots HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        try await serve(server) { port in
            let stream = try Connection(port: port)
            let begun = try await stream.exchange("GET /events HTTP/1.1\r\nHost: a\r\n\r\n", until: "retry: 3000")
            #expect(begun.contains("text/event-stream"))
            var silent: [Connection] = []
            for number in 0..<120 {
                let connection = try Connection(port: port, from: "127.0.1.\(number % 12 + 1)")
                connection.send(number % 2 == 0 ? "" : "GET /lots HTTP/1.1\r\nHost: a\r\nX: ")
                silent.append(connection)
            }
            for number in 0..<40 {
                let other = try await Connection(port: port, from: "127.0.2.\(number + 1)").exchange(ask, until: nil)
                #expect(other.hasPrefix("HTTP/1.1 200 OK"), "\(number)")
            }
            #expect(await server.server.hub.count == 1, "the stream goes on")
            withExtendedLifetime(silent) {}
        }
    }
}
