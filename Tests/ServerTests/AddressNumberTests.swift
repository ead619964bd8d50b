import Foundation
import Hummingbird
import Kernel
import Logging
import Platform
import Server
import Storage
import TestSupport
import Testing
import Web

/// Numbers in addresses: whatever stands there, the house answers and goes on.
@Suite("Numbers in addresses") struct AddressNumberTests {
    /// The ends of every width, what lies beside them, and what is no number at all.
    static let extremes =
        [
            String(Int64.min), String(Int64.min + 1), String(Int64.max), String(Int64.max - 1), "-1", "0", "1", "-0",
            "9223372036854775808", "99999999999999999999999", "9007199254740991", "9007199254740992", "2147483648",
            "x", "1e9", "+1", "１２", " 1", "", "1.5", "0x10", "NaN",
        ] + [1, 3, 9, 15, 18].map { String((0..<$0).reduce(Int64(1)) { power, _ in power * 10 }) }

    @Test("Every extreme is nothing, a number in the range, or a refusal that says why", arguments: extremes)
    func reader(text: String) throws {
        for range in [0...0, -1...Int64.max, Int64.min...Int64.max, 1...40, AddressNumber.index.range] {
            let numbers = AddressNumber(range)
            if let found = numbers.find(text) {
                #expect(range.contains(found) && Int64(text) == found)
            }
            do throws(Rejection) {
                let read = try numbers.read(text, named: "n")
                #expect(read != nil && read == numbers.find(text))
            } catch {
                #expect([1_007, 1_008].contains(error.number) && error.field == "n" && numbers.find(text) == nil)
            }
        }
    }

    /// A small county played once, and what stands on its pages.
    private struct County {
        let folder: URL
        let installation: Installation
        let server: WebServer
        let visitors: [(office: String, headers: HTTPFields)]

        func get(_ target: String, _ headers: HTTPFields) async throws -> (status: Int, text: String) {
            let request = Request(
                head: HTTPRequest(
                    method: .get, scheme: "https", authority: "qianmo.test", path: target, headerFields: headers),
                body: RequestBody(buffer: ByteBuffer()))
            let response = await server.respond(
                to: request,
                context: HTTPContext(address: "192.0.2.1", logger: Logger(label: "test") { _ in SilentHandler() }))
            // An open stream has no end to wait for.
            if response.headers[.contentType]?.hasPrefix("text/event-stream") == true {
                return (response.status.code, "")
            }
            let sink = Sink()
            try await response.body.write(sink)
            return (response.status.code, String(decoding: sink.bytes, as: UTF8.self))
        }
    }

    private struct SilentHandler: LogHandler {
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .critical
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }
        func log(event: LogEvent) {}
    }

    private func county() async throws -> County {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-numbers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let clock = ScenarioClock()
        let installation = try Installation.open(
            .qianmo, dataDirectory: folder, database: temporaryDatabase(), clock: clock)
        let text = try #require(Tree.text("scenarios/luxian-2019.jsonl"))
        let scenario = try Scenario(parsing: Array(text.utf8))
        _ = try await ScenarioRunner(installation, clock: clock).run(scenario) { _ in }
        var limits = SignInLimits()
        limits.passwordCost = TestServer.quick
        let setup = try ServerSetup(
            folder: folder, database: temporaryDatabase(), sender: TestSender(), limits: limits, at: clock.now())
        var offices: Set<OfficeID> = [try #require(OfficeID("admin"))]
        for line in scenario.lines {
            if let name = line.arguments["office"]?.string.flatMap({ OfficeID($0) }) { offices.insert(name) }
        }
        let people = try await setup.openDemo(offices.sorted { $0.text < $1.text }, of: installation)
        let server = try setup.application(installation, try ServerConfiguration(), demo: people).server
        var visitors: [(String, HTTPFields)] = [("nobody", [:])]
        for person in people where person.password != nil {
            let code = OneTimePassword(secret: try #require(person.secondFactor)).code(
                step: OneTimePassword.step(at: clock.now()))
            var begun = try await setup.signIn.signIn(
                name: person.name, password: try #require(person.password), code: code, at: clock.now())
            if begun.session.office == nil {
                begun = try await setup.signIn.choose(
                    office: person.principal.office, with: begun.token, at: clock.now())
            }
            visitors.append((person.name, [.cookie: "__Host-session=\(begun.token.text)"]))
        }
        return County(folder: folder, installation: installation, server: server, visitors: visitors)
    }

    /// Names that stand in a query anywhere in the sources of one room.
    private static func queryNames(_ folder: String) -> Set<String> {
        var names: Set<String> = ["lang"]
        for file in Tree.files(in: folder, endings: [".swift"]) {
            for match in file.text.matches(of: /(?:query\[|number\(|text\(|query: \[)"(\w+)"/) {
                names.insert(String(match.1))
            }
            for match in file.text.matches(of: /[?&](\w+)=/) { names.insert(String(match.1)) }
        }
        return names
    }

    /// Each pattern's address as it stands on a page, the one with who may open it.
    private func crawl(_ county: County) async throws -> [String: (target: String, headers: HTTPFields)] {
        let table = try RouteTable(county.installation.routes)
        var found: [String: (String, HTTPFields)] = [:]
        for (_, headers) in county.visitors {
            var queue = county.installation.routes.filter { $0.parameterNames.isEmpty }.map(\.path)
            var seen = Set(queue)
            var opened: Set<String> = []
            while let path = queue.popLast() {
                guard case .found(let route, _) = table.match("GET", path), opened.insert(route.path).inserted else {
                    continue
                }
                let answer = try await county.get(path, headers)
                #expect(answer.status < 500, "\(path): \(answer.status)")
                guard answer.status == 200 else { opened.remove(route.path); continue }
                if found[route.path] == nil { found[route.path] = (path, headers) }
                for match in answer.text.matches(of: /href="(\/[^"?#]*)/) where seen.insert(String(match.1)).inserted {
                    queue.append(String(match.1))
                }
            }
        }
        return found
    }

    @Test("Whatever number stands in a path or a query of any address, in thousands of ways: no trap, no 5xx, no fault")
    func everyAddress() async throws {
        let county = try await county()
        defer { try? FileManager.default.removeItem(at: county.folder) }
        let found = try await crawl(county)
        #expect(found.count >= 50, "only \(found.count) addresses were reached")
        let domains = FileManager.default.enumerator(
            at: Tree.root.appending(path: "Sources/Domains"), includingPropertiesForKeys: nil,
            options: .skipsSubdirectoryDescendants)
        let rooms = (domains?.compactMap { ($0 as? URL)?.lastPathComponent } ?? []).map { name in
            let folder = "Sources/Domains/\(name)"
            return (
                text: Tree.files(in: folder, endings: [".swift"]).map(\.text).joined(), names: Self.queryNames(folder)
            )
        }
        var targets: [(String, HTTPFields)] = []
        for (turn, route) in county.installation.routes.enumerated() {
            let (address, headers) = found[route.path] ?? (route.path, [:])
            let names = rooms.first { $0.text.contains("\"\(route.path)\"") }?.names ?? ["lang"]
            // Every fourth extreme in turn: a room's pages read the same words, and `ExtremesTests` tries each word by itself.
            for (number, value) in Self.extremes.map(Links.encoded).enumerated() where (number + turn) % 4 == 0 {
                targets.append(
                    (address + "?" + names.sorted().map { "\($0)=\(value)" }.joined(separator: "&"), headers))
            }
            for (number, name) in names.sorted().enumerated() where (number + turn) % 4 == 0 {
                targets.append(("\(address)?\(name)=\(Int64.min)", headers))
            }
            let pattern = route.path.split(separator: "/")
            let parts = address.split(separator: "/")
            for (position, part) in pattern.enumerated() where part.hasPrefix("{") && pattern.count == parts.count {
                for value in ["-1", "0", "999999999", "x", String(Int64.min), String(Int64.max)] {
                    var changed = parts.map(String.init)
                    changed[position] = Links.encoded(value)
                    targets.append(("/" + changed.joined(separator: "/"), headers))
                }
            }
        }
        for path in WebServer.endpointPaths {
            for value in Self.extremes.map(Links.encoded) {
                let place = path.replacing(/\{\w+\}/, with: value.isEmpty ? "0" : value)
                targets.append(("\(place)?after=\(value)&before=\(value)&stream=lot%2F\(value)", [:]))
                targets.append(("\(place)/\(value)/000.p/\(value)", [:]))
                if let last = HTTPField.Name("Last-Event-ID"), !value.isEmpty {
                    targets.append((place, [last: value]))
                }
            }
        }
        for (target, number) in [("/log?before=-1", "1008"), ("/log?before=x", "1007")] {
            let answer = try await county.get(target, [:])
            #expect(answer.status == 400 && answer.text.contains(number), "\(target): \(answer.status)")
        }
        #expect(try await county.get("/log?before=", [:]).status == 200)
        let failed = try await withThrowingTaskGroup(of: [String].self) { group in
            for lane in 0..<4 {
                group.addTask { [targets] in
                    var failed: [String] = []
                    for (number, (target, headers)) in targets.enumerated() where number % 4 == lane {
                        let answer = try await county.get(target, headers)
                        if answer.status >= 500 { failed.append("\(answer.status) \(target)") }
                    }
                    return failed
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(failed == [])
        #expect(targets.count >= 2_500, "only \(targets.count) requests")
    }
}
