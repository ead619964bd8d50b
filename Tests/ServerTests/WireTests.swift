import Foundation
import Hummingbird
import Kernel
import Server
import Testing
import Web

/// What comes over the wire and is not as HTTP wants it, and how a "no" goes back.
@Suite("On the wire", .serialized) struct WireTests {
    /// Bodies whose chunks are none; each says what is wrong with it.
    private static let chunks: [(what: String, body: String)] = {
        var all = [
            ("a size that is no number", "ZZ\r\nname=\r\n0\r\n\r\n"), ("a size below nothing", "-1\r\n\r\n0\r\n\r\n"),
            ("2^64", "10000000000000000\r\nname=\r\n0\r\n\r\n"), ("2^64 - 1 and more", "fffffffffffffffff\r\na\r\n"),
            ("a bare line feed", "5\nname=\n0\n\n"), ("a line feed in an extension", "5;a\nb\r\nname=\r\n0\r\n\r\n"),
            ("no end of line behind the data", "5\r\nname=0\r\n\r\n"), ("no size", "\r\nname=\r\n0\r\n\r\n"),
            ("a size with a sign", "+5\r\nname=\r\n0\r\n\r\n"), ("a size with 0x", "0x5\r\nname=\r\n0\r\n\r\n"),
        ]
        for byte in ["\u{0}", "g", "G", "#", "@", "/", ":", "~"] {
            all.append(("a size with U+\(String(Array(byte.utf8)[0], radix: 16))", "5\(byte)\r\nname=\r\n0\r\n\r\n"))
        }
        return all
    }()

    @Test("A body in 18 kinds of broken chunks is the sender's mistake, 400, and no fault of ours")
    func malformedChunks() async throws {
        #expect(Self.chunks.count == 18)
        let server = try TestServer()
        try await serve(server) { port in
            for (what, body) in Self.chunks {
                let head = """
                    POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                    Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n
                    """
                let answer = try await exchange(port, head + body)
                #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(what): \(answer.prefix(200))")
            }
        }
        #expect(!server.log.all.contains { $0.contains("fault=") })
    }

    @Test(
        "A request without Host, with two, or with one that can be none is 400; a balancer's check may come without",
        arguments: [
            ("", 400), ("Host: a\r\nHost: a\r\n", 400), ("Host: a\r\nHost: b\r\n", 400), ("Host: \r\n", 400),
            ("Host: a b\r\n", 400), ("Host: a/b\r\n", 400), ("Host: <a>\r\n", 400), ("Host: a@b\r\n", 400),
            ("Host: qianmo.test:8080\r\n", 200), ("Host: [::1]:8080\r\n", 200), ("Host: 1.2.3.4\r\n", 200),
        ])
    func hosts(fields: String, status: Int) async throws {
        try await serve(try TestServer()) { port in
            let answer = try await exchange(port, "GET /lots HTTP/1.1\r\n\(fields)Connection: close\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer.prefix(200))")
            let check = try await exchange(port, "GET /healthz HTTP/1.0\r\n\r\n", until: "\"ok\":true")
            #expect(check.contains(" 200 OK"))
        }
    }

    @Test(
        "No page prints the Host of a request; what is printed leads to the address configured, else to where it listens"
    )
    func printedAddress() async throws {
        for address in [nil, "https://lease.example.cn/"] as [String?] {
            let server = try TestServer(address: address)
            let browser = server.browser(authority: "evil.example")
            #expect(
                try await browser.get("/printed").text.contains(
                    address == nil ? "https://127.0.0.1:8080!" : "https://lease.example.cn!"))
            for path in ["/printed", "/", "/lots", "/sign-in", "/nothing"] {
                #expect(!(try await browser.get(path)).text.contains("evil.example"), "\(path)")
            }
        }
    }

    @Test("A program is told no as problem details, whatever the address; a browser gets a page")
    func problemDetails() async throws {
        let server = try TestServer()
        let json: HTTPFields = [.accept: "application/json"]
        let html: HTTPFields = [.accept: "text/html,application/xhtml+xml,*/*;q=0.8"]
        for (path, headers, status) in [
            ("/api/v1/nothing", [:], 404), ("/nothing", json, 404),
            ("/nothing", [.accept: "application/problem+json"], 404),
            ("/files/none", [:], 404), ("/files/%00", [:], 400), ("/files/%ff", json, 400),
            ("/files/none", json, 404), ("/county", json, 401), ("/tile/9/000", [:], 404),
            ("/api/v1/session", html, 401), ("/events?stream=x", html, 400), ("/broken", json, 500),
        ] as [(String, HTTPFields, Int)] {
            let answer = try await server.browser().get(path, headers: headers)
            #expect(answer.status == status, "\(path)")
            #expect(answer.headers[.contentType] == "application/problem+json", "\(path)")
            let members = try answer.json()
            let number = try #require(members["number"]?.integer)
            #expect(members["type"]?.string == "urn:qianmo:rejection:\(number)")
            #expect(members["status"]?.integer == Int64(status))
            #expect(members["title"] == members["text"]?["zh"])
            #expect(members["kind"]?.string != nil && members["next"]?["en"]?.string != nil)
        }
        let english = try await server.browser().get(
            "/nothing", headers: [.accept: "application/json", .acceptLanguage: "en"])
        #expect(try english.json()["title"] == english.json()["text"]?["en"])
        for path in ["/nothing", "/files/none", "/files/%00", "/broken"] {
            #expect(
                try await server.browser().get(path, headers: html).headers[.contentType]?.hasPrefix("text/html")
                    == true)
        }
    }

    @Test("The description has every address of the server's own for programs, and every refusal as problem details")
    func description() async throws {
        let document = try await TestServer().browser().get("/api/openapi.json").json()
        let paths = try #require(document["paths"]?.object)
        for path in WebServer.endpointPaths
        where path.hasPrefix("/api/") || path.hasPrefix("/healthz") || path == "/events" {
            #expect(paths[path] != nil, "\(path)")
        }
        for (path, item) in paths {
            for (method, operation) in item.object ?? [:] {
                #expect(
                    operation["responses"]?["default"]?["content"]?["application/problem+json"] != nil,
                    "\(method) \(path)")
                let named = Set(
                    (operation["parameters"]?.array ?? []).filter { $0["in"] == "path" }.compactMap {
                        $0["name"]?.string
                    })
                let wanted = Set(
                    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) })
                #expect(named == wanted, "\(path)")
                for parameter in operation["parameters"]?.array ?? [] where parameter["in"] == "path" {
                    #expect(parameter["schema"]?["pattern"]?.string != nil, "\(path)")
                }
            }
        }
    }
}
