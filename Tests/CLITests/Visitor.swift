import Foundation
import Kernel
import Testing

/// Somebody at a browser: keeps cookies, shows forms and sends them filled in.
final class Visitor {
    private let port: UInt16
    private var cookies: [String: String] = [:]

    init(at port: UInt16) { self.port = port }

    func get(_ path: String) throws -> HTTPAnswer {
        try ask("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(header)Connection: close\r\n\r\n")
    }

    /// Shows the form at `path`, or at `shown`, and sends it with `values`.
    func submit(_ path: String, _ values: [String: String], shown: String? = nil) throws -> HTTPAnswer {
        let values = try self.values(values, of: get(shown ?? path))
        let body = try values.map { name, value in
            let plain = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
            return "\(name)=\(try #require(value.addingPercentEncoding(withAllowedCharacters: plain)))"
        }.joined(separator: "&")
        return try ask(
            """
            POST \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nOrigin: http://127.0.0.1:\(port)\r\n\(header)\
            Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\
            Content-Length: \(body.utf8.count)\r\n\r\n\(body)
            """)
    }

    /// Shows the form at `path` and sends it with one file.
    func upload(_ path: String, _ file: String, named name: String) throws -> HTTPAnswer {
        let edge = "edge-of-a-part"
        var body = try values([:], of: get(path)).map { name, value in
            "--\(edge)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }.joined()
        body += "--\(edge)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
        body += "Content-Type: application/octet-stream\r\n\r\n\(file)\r\n--\(edge)--\r\n"
        return try ask(
            """
            POST \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nOrigin: http://127.0.0.1:\(port)\r\n\(header)\
            Content-Type: multipart/form-data; boundary=\(edge)\r\nConnection: close\r\n\
            Content-Length: \(body.utf8.count)\r\n\r\n\(body)
            """)
    }

    /// With what the page's form has to bring back.
    private func values(_ given: [String: String], of page: HTTPAnswer) throws -> [String: String] {
        var values = given
        for name in ["_csrf", "_key"] { values[name] = try page.hidden(name) }
        return values
    }

    private var header: String {
        cookies.isEmpty ? "" : "Cookie: \(cookies.map { "\($0)=\($1)" }.joined(separator: "; "))\r\n"
    }

    private func ask(_ request: String) throws -> HTTPAnswer {
        let answer = try HTTPAnswer(request, to: port)
        for match in answer.text.matches(of: /(?i)\r\nset-cookie: ([^=]+)=([^;\r]*)/) {
            cookies[String(match.1)] = String(match.2)
        }
        return answer
    }
}
