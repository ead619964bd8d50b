import Foundation
import Kernel
import TestSupport
import Testing

/// `qianmo serve` as a child of its own, on a free port: as a demo, or with `environment` plainly.
final class Serving: @unchecked Sendable {
    private let process: Process
    private let output = Pipe()
    private var said = ""
    let port: UInt16

    /// Waits until it listens. What it complains of is thrown away.
    init(
        _ arguments: [String], environment: [String: String]? = nil, command: [String]? = nil,
        ready word: String? = nil
    ) throws {
        process = Program.process(
            (command ?? ["serve", environment == nil ? "--demo" : "--plain"]) + ["--port", "0"] + arguments)
        if let environment { process.environment?.merge(environment) { $1 } }
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let ready = word ?? (environment == nil ? "code now" : "Qianmo is at")
        while !said.contains(ready) {
            let more = output.fileHandleForReading.readSome()
            try #require(!more.isEmpty, "the server ended: \(said)")
            said += String(decoding: more, as: UTF8.self)
        }
        let address = try #require(said.firstMatch(of: /127\.0\.0\.1:(\d+)\//))
        port = try #require(UInt16(address.1))
    }

    /// The path that stands behind the address it printed.
    var printedPath: String? { said.firstMatch(of: /127\.0\.0\.1:\d+(\/\S*)/).map { String($0.1) } }

    deinit { kill() }

    /// Without warning.
    func kill() {
        guard process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The administrator's session, by the password and code printed at the start.
    func signIn() throws -> String {
        let line = try #require(said.firstMatch(of: /admin \(.*\)  password (\S+)  code now (\d+)/))
        let answer = try post(
            "/api/v1/sign-in",
            ["name": "admin", "password": .string(String(line.1)), "code": .string(String(line.2))])
        return try #require(answer.json?["token"]?.string, "\(answer.text)")
    }

    /// Opens the office `name`, keyed by its name.
    func openOffice(_ name: String, _ token: String) throws -> HTTPAnswer {
        try post(
            "/api/v1/commands",
            [
                "do": "registry.openOffice", "key": .string(name),
                "with": [
                    "office": .string(name), "role": "countyOfficer", "division": "root",
                    "person": .string("p-\(name)"),
                    "title": "County centre",
                ],
            ], "Authorization: Bearer \(token)\r\n")
    }

    func post(_ path: String, _ body: JSON, _ headers: String = "") throws -> HTTPAnswer {
        let text = body.canonicalText
        return try exchange(
            """
            POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n\
            \(headers)Content-Length: \(text.utf8.count)\r\n\r\n\(text)
            """)
    }

    func get(_ path: String, until enough: String? = nil) throws -> HTTPAnswer {
        try exchange("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", until: enough)
    }

    private func exchange(_ text: String, until enough: String? = nil) throws -> HTTPAnswer {
        try HTTPAnswer(text, to: port, until: enough)
    }
}

/// One request over a connection of its own. Throws when nobody answers whole.
struct HTTPAnswer {
    struct Silence: Error {}
    let text: String

    init(_ request: String, to port: UInt16, until enough: String? = nil) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var timeout = timeval(tv_sec: 90, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isOpen = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        let bytes = Array(request.utf8)
        guard isOpen, send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { throw Silence() }
        var taken: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            taken += buffer[..<count]
            if let enough, String(decoding: taken, as: UTF8.self).contains(enough) { break }
        }
        text = String(decoding: taken, as: UTF8.self)
        guard status != nil, text.contains("\r\n\r\n") else { throw Silence() }
    }

    var status: Int? { text.firstMatch(of: /^HTTP\/1\.1 (\d+)/).flatMap { Int($0.1) } }

    var body: String? { text.range(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } }

    /// The body, where it is JSON.
    var json: JSON? { body.flatMap { try? JSON(parsing: Array($0.utf8)) } }

    /// The value of a hidden field of the first form that has it.
    func hidden(_ name: String) throws -> String? {
        let field = try Regex("name=\"\(name)\" value=\"([^\"]*)\"", as: (Substring, Substring).self)
        return text.firstMatch(of: field).map { String($0.1) }
    }

    var number: Int64? { json?["number"]?.integer }
    var entries: [Int64]? { json?["entries"]?.array?.compactMap(\.integer) }
}
