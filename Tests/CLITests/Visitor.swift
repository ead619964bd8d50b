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

    /// Shows the form at `path` and sends it with `values`.
    func submit(_ path: String, _ values: [String: String]) throws -> HTTPAnswer {
        let page = try get(path)
        var values = values
        for name in ["_csrf", "_key"] {
            values[name] = page.text.firstMatch(
                of: try Regex("name=\"\(name)\" value=\"([^\"]*)\"", as: (Substring, Substring).self)
            )
            .map { String($0.1) }
        }
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
