import CEpoll
import Glibc

/// Clients of one HTTP server on this machine, on one thread: each sends, waits for its answer, sends again.
struct HTTPLoad {
    /// What came of it.
    struct Outcome {
        /// Nanoseconds from first byte out to last byte in, of every answer 200.
        var latencies: [Int64] = []
        /// Answers by status.
        var statuses: [Int: Int] = [:]
        /// The body of the last answer that was not 200.
        var complaint = ""
        var nanoseconds: Int64 = 0
        var accepted: Int { statuses[200] ?? 0 }
    }

    private let port: Int
    private let clients: Int

    init(port: Int, clients: Int) {
        self.port = port
        self.clients = clients
    }

    /// Sends `total` requests in all; `make(client, number)` gives the bytes of each, numbers from 0 in order of sending.
    func run(_ total: Int, _ make: (_ client: Int, _ number: Int) -> [UInt8]) throws -> Outcome {
        let poll = epoll_create1(0)
        defer { close(poll) }
        var outcome = Outcome()
        outcome.latencies.reserveCapacity(total)
        var connections: [Connection] = []
        defer { for connection in connections { close(connection.socket) } }
        for client in 0..<clients {
            let connection = try Connection(Sockets.connect(port))
            connections.append(connection)
            var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: UInt64(client)))
            epoll_ctl(poll, EPOLL_CTL_ADD, connection.socket, &event)
        }
        var sent = 0
        var answered = 0
        let start = Measure.now()
        for client in 0..<min(clients, total) {
            try connections[client].send(make(client, sent))
            sent += 1
        }
        var events = [epoll_event](repeating: epoll_event(), count: 256)
        while answered < total {
            let ready = epoll_wait(poll, &events, 256, 30_000)
            guard ready > 0 else { throw BenchFailure("no answer within 30 s: \(answered) of \(total)") }
            for event in events.prefix(Int(ready)) {
                let client = Int(event.data.u64)
                guard let answer = try connections[client].receive() else { continue }
                answered += 1
                outcome.statuses[answer.status, default: 0] += 1
                if answer.status == 200 {
                    outcome.latencies.append(Measure.now() - connections[client].sentAt)
                } else {
                    outcome.complaint = String(decoding: answer.body, as: UTF8.self)
                }
                if sent < total {
                    try connections[client].send(make(client, sent))
                    sent += 1
                }
            }
        }
        outcome.nanoseconds = Measure.now() - start
        return outcome
    }

    private struct Connection {
        let socket: Int32
        var sentAt: Int64 = 0
        private var bytes: [UInt8] = []

        init(_ socket: Int32) { self.socket = socket }

        mutating func send(_ request: [UInt8]) throws {
            sentAt = Measure.now()
            try Sockets.send(request, socket)
        }

        /// One answer when it is whole.
        mutating func receive() throws -> HTTPAnswer? {
            try Sockets.receive(socket, into: &bytes)
            guard let answer = HTTPAnswer(bytes) else { return nil }
            bytes.removeFirst(answer.length)
            return answer
        }
    }
}

/// One whole answer with a known length.
struct HTTPAnswer {
    let status: Int
    /// HTML.
    let isPage: Bool
    let body: ArraySlice<UInt8>
    /// With the head.
    let length: Int

    /// Nil while the head or the body is not complete.
    init?(_ bytes: [UInt8]) {
        guard let end = HTTPAnswer.endOfHead(bytes), bytes.count > 12 else { return nil }
        let head = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
        var length = 0
        if let range = head.firstRange(of: "content-length: ") {
            length = Int(head[range.upperBound...].prefix { $0.isNumber }) ?? 0
        }
        guard bytes.count >= end + length else { return nil }
        isPage = head.contains("content-type: text/html")
        status = Int(String(decoding: bytes[9..<12], as: UTF8.self)) ?? 0
        body = bytes[end..<end + length]
        self.length = end + length
    }

    /// The position after the empty line.
    static func endOfHead(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        var position = 3
        while position < bytes.count {
            if bytes[position] == 0x0A, bytes[position - 1] == 0x0D, bytes[position - 2] == 0x0A { return position + 1 }
            position += 1
        }
        return nil
    }
}

/// Plain sockets to this machine.
enum Sockets {
    /// `receiveBuffer`: for a reader that is to stall soon.
    static func connect(_ port: Int, receiveBuffer: Int32? = nil) throws -> Int32 {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw BenchFailure("no socket: \(String(cString: strerror(errno)))") }
        var one: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        if var receiveBuffer {
            setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(socket, $0, size) }
        }
        guard code == 0 else { throw BenchFailure("cannot connect: \(String(cString: strerror(errno)))") }
        return socket
    }

    static func send(_ bytes: [UInt8], _ socket: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw BenchFailure("cannot send: \(String(cString: strerror(errno)))") }
            rest = rest.dropFirst(count)
        }
    }

    /// What is there now, at most 64 KiB. Waits when nothing is there.
    static func receive(_ socket: Int32, into bytes: inout [UInt8]) throws {
        let more = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(0, recv(socket, buffer.baseAddress, buffer.count, 0))
        }
        guard !more.isEmpty else { throw BenchFailure("the server hung up: \(String(decoding: bytes, as: UTF8.self))") }
        bytes += more
    }

    /// One request and its answer on a connection of its own.
    static func ask(_ port: Int, _ request: [UInt8]) throws -> HTTPAnswer {
        let socket = try connect(port)
        defer { close(socket) }
        try send(request, socket)
        var bytes: [UInt8] = []
        while true {
            try receive(socket, into: &bytes)
            if let answer = HTTPAnswer(bytes) { return answer }
        }
    }
}

/// Requests as bytes.
enum HTTPRequestBytes {
    static func get(_ path: String, _ headers: String = "") -> [UInt8] {
        Array("GET \(path) HTTP/1.1\r\nhost: 127.0.0.1\r\n\(headers)\r\n".utf8)
    }

    static func command(_ token: String, _ command: String, _ arguments: String, key: String) -> [UInt8] {
        let body = #"{"do":"\#(command)","with":\#(arguments),"key":"\#(key)"}"#
        return Array(
            """
            POST /api/v1/commands HTTP/1.1\r
            host: 127.0.0.1\r
            authorization: Bearer \(token)\r
            content-type: application/json\r
            content-length: \(body.utf8.count)\r
            \r
            \(body)
            """.utf8)
    }
}
