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

/// The server before the real house: its modules, its writer, its log.
@Suite("The server and the whole house") struct WholeHouseTests {
    private let folder: URL
    private let installation: Installation
    private let setup: ServerSetup
    private let server: WebServer
    private let demo: [DemoPerson]
    private let log: TestLog

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-server-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        installation = try Installation.open(.qianmo, dataDirectory: folder, database: temporaryDatabase())
        var limits = SignInLimits()
        limits.passwordCost = TestServer.quick
        setup = try ServerSetup(
            folder: folder, database: temporaryDatabase(), sender: TestSender(), limits: limits,
            at: installation.clock.now())
        demo = try await setup.openDemo([try #require(OfficeID("admin"))], of: installation)
        let log = TestLog()
        self.log = log
        let configuration = try ServerConfiguration(logger: Logger(label: "test") { _ in TestLog.Handler(log: log) })
        server = try setup.application(installation, configuration, demo: demo).server
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], _ body: JSON? = nil,
        from address: String = "192.0.2.1"
    ) async throws -> Answered {
        var headers = headers
        if body != nil { headers[.contentType] = "application/json" }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "https", authority: "qianmo.test", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: body?.canonicalBytes ?? [])))
        let response = await server.respond(
            to: request,
            context: HTTPContext(
                address: address, logger: Logger(label: "test") { [log] _ in TestLog.Handler(log: log) })
        )
        let sink = Sink()
        try await response.body.write(sink)
        return Answered(status: response.status.code, headers: response.headers, bytes: sink.bytes)
    }

    private func administrator() async throws -> HTTPFields {
        let admin = try #require(demo.first)
        let code = OneTimePassword(secret: try #require(admin.secondFactor)).code(
            step: OneTimePassword.step(at: installation.clock.now()))
        let answer = try await send(
            .post, "/api/v1/sign-in", [:],
            ["name": "admin", "password": .string(try #require(admin.password)), "code": .string(code)])
        let token = try #require(try answer.json()["token"]?.string, "\(answer.text)")
        return [.authorization: "Bearer \(token)"]
    }

    @Test("The administrator opens an office through the API; the log grows, its checkpoint and tile show it")
    func command() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bearer = try await administrator()
        let command: JSON = [
            "do": "registry.openOffice", "key": "k1",
            "with": [
                "office": "county", "role": "countyOfficer", "division": "root", "person": "li",
                "title": "County centre",
            ],
        ]
        let answer = try await send(.post, "/api/v1/commands", bearer, command)
        #expect(answer.status == 200, "\(answer.text)")
        let again = try await send(.post, "/api/v1/commands", bearer, command)
        #expect(try again.json() == answer.json(), "the same key gets the first answer")
        let checkpoint = try await send(.get, "/checkpoint")
        #expect(checkpoint.text.split(separator: "\n").dropFirst().first == "1")
        #expect(try await send(.get, "/tile/0/000.p/1").bytes.count == 32)
        #expect(try await send(.get, "/tile/entries/000.p/1").bytes.count > 2)
        #expect(try await send(.get, "/healthz").json()["size"] == 1)
        let office = try #require(OfficeID("county"))
        let person = try #require(try installation.findPrincipal(office: office))
        #expect(person.role == .countyOfficer)
    }

    @Test(
        "An unknown command, an unknown argument and a wrong value are each refused with a number, and nothing is written"
    )
    func refused() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bearer = try await administrator()
        for (command, status) in [
            (["do": "registry.sellVillage", "with": [:], "key": "a"], 404),
            (["do": "registry.openOffice", "with": ["offcie": "x"], "key": "b"], 400),
            (
                [
                    "do": "registry.openOffice",
                    "with": ["office": "x", "role": "king", "division": "root", "person": "p"], "key": "c",
                ], 400
            ),
            (["do": "registry.openOffice", "with": [:], "key": ""], 400),
        ] as [(JSON, Int)] {
            let answer = try await send(.post, "/api/v1/commands", bearer, command)
            #expect(answer.status == status, "\(answer.text)")
            #expect(try answer.number() ?? 0 >= 1_000)
        }
        #expect(try installation.log.head().size == 0)
    }

    private static func isForPrograms(_ route: Route) -> Bool { route.path.hasPrefix("/api/") }

    @Test("Every public address without a parameter answers, in both languages, from an empty house")
    func everyPage() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for route in installation.routes + [StylePage.route]
        where route.rule == .everyone && route.parameterNames.isEmpty {
            for language in Language.allCases {
                let answer = try await send(.get, "\(route.path)?lang=\(language.rawValue)")
                let shared = "from=singlemessage&isappinstalled=0&lang=\(language.rawValue)"
                if !Self.isForPrograms(route) {
                    let again = try await send(.get, "\(route.path)?\(shared)&lang=zh&from=timeline&a=%zz")
                    #expect(again.status == answer.status, "\(route.path) as WeChat passes it on")
                }
                #expect([200, 303].contains(answer.status), "\(route.path): \(answer.status)")
            }
        }
        for route in installation.routes where route.rule != .everyone && route.parameterNames.isEmpty {
            #expect([303, 401].contains(try await send(.get, route.path).status), "\(route.path) is open")
        }
    }

    @Test("Every address is open to everyone by declaration, or a stranger is sent to the door or away")
    func everyDoor() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let open: Set<String> = [
            "/", "/sign-in", "/sign-in/phone", "/sign-in/phone/code", "/sign-in/code", "/sign-in/office",
            "/sign-in/slip",
            "/checkpoint", "/healthz", "/healthz/writer", "/readyz", "/api/openapi.json", "/events", "/api/v1/changes",
            "/api/v1/changes/events", "/style",
        ]
        var closed = 0
        for path in WebServer.endpointPaths where !path.contains("{") && !open.contains(path) {
            let isAsset = [".css", ".js", ".svg", ".ico"].contains { path.hasSuffix($0) }
            if isAsset || path.hasPrefix("/tile") { continue }
            let status = try await send(.get, path).status
            #expect([303, 401, 403, 404, 405].contains(status), "\(path) answers a stranger with \(status)")
            closed += 1
        }
        #expect(closed >= 5)
        for route in installation.routes where route.rule != .everyone {
            let path = route.path.replacing(/\{\w+\}/, with: "x")
            #expect([303, 401, 403].contains(try await send(.get, path).status), "\(route.path) is open")
        }
    }

    @Test("No planted identity number, phone or name stands in a line the server logged, whatever was sent to it")
    func logLines() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bearer = try await administrator()
        var planted: [String] = []
        for number in 0..<200 {
            let serial = String(1_000 + number).dropFirst()
            let identity = try #require(IdentityNumber.completing("510521\(19_500_101 + number % 28)\(serial)"))
            let phone = "138\(10_000_000 + number * 7_919)"
            planted += [identity.revealed, phone]
            let command: JSON = [
                "do": "registry.registerParty", "key": .string("party \(number)"),
                "with": [
                    "kind": "person", "division": "root", "name": .string("Planted \(number)"),
                    "identityNumber": .string(identity.revealed), "phone": .string(phone),
                ],
            ]
            _ = try await send(.post, "/api/v1/commands", bearer, command)
            _ = try await send(.get, "/\(identity.revealed)?phone=\(phone)")
            _ = try await send(.post, "/api/v1/sign-in", [:], ["name": .string(phone), "password": "x", "code": "1"])
        }
        let metrics = try await send(.get, "/metrics", from: "127.0.0.1").text
        #expect(metrics.contains("qianmo_requests_total"))
        let lines = log.all.joined(separator: "\n") + metrics
        #expect(log.all.count >= 600)
        #expect(planted.filter { lines.contains($0) } == [])
        #expect(!lines.contains("Planted"))
    }

    @Test("Every JSON address and every command of the house is in the served description")
    func described() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let document = try await send(.get, "/api/openapi.json").json()
        let paths = try #require(document["paths"]?.object)
        for route in installation.routes {
            if case .json = route.handler { #expect(paths[route.path] != nil, "\(route.path)") }
        }
        let schemas = try #require(document["components"]?["schemas"]?.object)
        #expect(schemas.count == installation.commands.count + 3)
    }

    @Test("The installation secret is made once, readable by its owner only, and refused when cut short")
    func secret() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "keys/sign-in.key")
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let phone = try #require(PhoneNumber("13912345678"))
        #expect(
            try Secrets.open(in: folder.appending(path: "keys")).digest(phone: phone)
                == setup.secrets.digest(phone: phone))
        try Data([1, 2, 3]).write(to: file)
        #expect(throws: ServerConfigurationError.self) { try Secrets.open(in: folder.appending(path: "keys")) }
    }
}
