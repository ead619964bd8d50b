import Attachments
import Crypto
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

/// Uploads by tus over HTTP, before the real house.
@Suite("Uploads that resume") struct UploadTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-up-\(UUID().uuidString)")
    private let installation: Installation
    private let server: WebServer
    private let setup: ServerSetup
    private let address = "/api/v1/uploads"

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        installation = try Installation.open(.qianmo, dataDirectory: folder, database: temporaryDatabase())
        setup = try ServerSetup(
            folder: folder, database: temporaryDatabase(), sender: nil, at: installation.clock.now())
        server = try setup.application(installation, try ServerConfiguration()).server
    }

    private func principal(_ office: String) throws -> Principal {
        let id = try #require(OfficeID(office))
        return try #require(try installation.findPrincipal(office: id))
    }

    /// A session of the administrator, and one of somebody else.
    private func bearer(_ office: String = "admin") async throws -> String {
        if office != "admin" {
            let opened = try await installation.writer.submit(
                Submission(
                    command: "registry.openOffice",
                    arguments: [
                        "office": .string(office), "role": "countyOfficer", "division": "root",
                        "person": .string("p-\(office)"), "title": "Desk",
                    ], principal: .administrator, key: office))
            guard case .accepted = opened else { throw CancellationError() }
        }
        let now = installation.clock.now()
        let principal = try principal(office)
        try await setup.signIn.open(
            NewAccount(person: principal.person, name: office, offices: [principal.office]), at: now)
        let slip = try await setup.signIn.issueSlip(
            to: principal.person, by: Principal.administrator.office, at: now)
        return try await setup.signIn.signIn(slip: slip, at: now).token.text
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ bearer: String?, _ fields: [String: String] = [:],
        body: [UInt8] = [], tus: String? = "1.0.0"
    ) async throws -> Answered {
        var headers: HTTPFields = [:]
        var all = fields
        all["Tus-Resumable"] = tus
        all["Authorization"] = bearer.map { "Bearer \($0)" }
        for (name, value) in all { headers[try #require(HTTPField.Name(name))] = value }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "https", authority: "qianmo.test", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = await server.respond(
            to: request, context: HTTPContext(address: "192.0.2.1", logger: Logger(label: "test")))
        let sink = Sink()
        try await response.body.write(sink)
        return Answered(status: response.status.code, headers: response.headers, bytes: sink.bytes)
    }

    private func patch(_ path: String, _ bearer: String, _ offset: Int, _ body: [UInt8], _ more: [String: String] = [:])
        async throws -> Answered
    {
        let fields = ["Upload-Offset": "\(offset)", "Content-Type": "application/offset+octet-stream"]
        return try await send(.patch, path, bearer, fields.merging(more) { $1 }, body: body)
    }

    private func field(_ answer: Answered, _ name: String) -> String? {
        HTTPField.Name(name).flatMap { answer.headers[$0] }
    }

    private func paper(_ count: Int) -> [UInt8] {
        Array("%PDF-1.7 ".utf8) + (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    }

    @Test("A paper sent in three pieces is one paper, with its bytes, its name and its mark, and a form may name it")
    func whole() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bearer = try await bearer()
        let bytes = paper(400_000)
        let name = Data("会议记录.pdf".utf8).base64EncodedString()
        let begun = try await send(
            .post, address, bearer, ["Upload-Length": "\(bytes.count)", "Upload-Metadata": "filename \(name),empty"])
        #expect(begun.status == 201 && field(begun, "Tus-Resumable") == "1.0.0")
        #expect(field(begun, "Upload-Expires")?.hasSuffix(" GMT") == true)
        let path = try #require(begun.location)
        #expect(path.wholeMatch(of: /\/api\/v1\/uploads\/[0-9a-f]{32}/) != nil)
        var answer = begun
        for (start, end) in [(0, 10), (10, 300_000), (300_000, bytes.count)] {
            answer = try await patch(path, bearer, start, Array(bytes[start..<end]))
            #expect(answer.status == 204 && field(answer, "Upload-Offset") == "\(end)", "\(answer.text)")
            #expect(try installation.papers.store.list().papers.isEmpty == (end < bytes.count))
        }
        let mark = try #require(field(answer, "Upload-Paper"))
        #expect(mark == PaperStore.mark(of: bytes))
        #expect(try installation.papers.store.bytes(mark) == bytes)
        #expect(try installation.papers.store.note(mark)?.name == "会议记录.pdf")
        let look = try await send(.head, path, bearer)
        #expect(look.status == 200 && field(look, "Upload-Paper") == mark && look.bytes.isEmpty)
        #expect(field(look, "Upload-Offset") == "\(bytes.count)" && field(look, "Upload-Length") == "\(bytes.count)")
        // Sent again by somebody else it is the same paper, and theirs to name too.
        let other = try await self.bearer("other")
        let again = try #require(
            try await send(.post, address, other, ["Upload-Length": "\(bytes.count)"]).location)
        #expect(field(try await patch(again, other, 0, bytes), "Upload-Paper") == mark)
        #expect(try installation.papers.bringAgain(mark, for: principal("other")))
        #expect(try installation.papers.store.list().papers.count == 1)
    }

    @Test("An upload is its starter's alone, and a stranger has none; every answer speaks of tus")
    func owners() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (bearer, other) = (try await bearer(), try await self.bearer("other"))
        let path = try #require(try await send(.post, address, bearer, ["Upload-Length": "100"]).location)
        for method in [HTTPRequest.Method.head, .delete] {
            #expect(try await send(method, path, other).status == 404)
            #expect(try await send(method, path, nil).status == 401)
        }
        let foreign = try await patch(path, other, 0, [1])
        #expect(foreign.status == 404 && field(foreign, "Tus-Resumable") == "1.0.0")
        #expect(try foreign.number() == 1_411)
        #expect(try await send(.post, address, nil, ["Upload-Length": "100"]).status == 401)
        #expect(try await send(.delete, path, bearer).status == 204)
        #expect(try await send(.head, path, bearer).status == 404)
        #expect(try await send(.get, address, bearer).status == 405)
        #expect(try await send(.get, path, bearer).status == 405)
        let told = try await send(.options, address, nil, tus: nil)
        #expect(told.status == 204 && field(told, "Tus-Version") == "1.0.0")
        #expect(field(told, "Tus-Extension") == "creation,expiration,termination,checksum")
        #expect(field(told, "Tus-Max-Size") == "\(20 << 20)")
        let old = try await send(.post, address, bearer, ["Upload-Length": "100"], tus: "0.2.2")
        #expect(old.status == 412 && field(old, "Tus-Version") == "1.0.0")
    }

    @Test("What is wrong is refused with its number before, within and after the bytes, and nothing of it is kept")
    func refused() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bearer = try await bearer()
        for (length, status, number) in [
            (nil, 400, 1_006), ("x", 400, 1_007), ("-1", 400, 1_008), ("0", 400, 1_400), ("20971521", 413, 1_401),
        ] as [(String?, Int, Int64)] {
            let answer = try await send(.post, address, bearer, length.map { ["Upload-Length": $0] } ?? [:])
            #expect(answer.status == status, "\(length ?? "none"): \(answer.text)")
            #expect(try answer.number() == number, "\(length ?? "none")")
        }
        #expect(
            try await send(.post, address, bearer, ["Upload-Length": "9", "Upload-Metadata": "filename %%"]).status
                == 400)
        let page = Array("<html>".utf8) + [UInt8](repeating: 0x41, count: 2_000)
        let path = try #require(
            try await send(.post, address, bearer, ["Upload-Length": "\(page.count)"]).location)
        let typed = try await send(.patch, path, bearer, ["Upload-Offset": "0"], body: [1])
        #expect(typed.status == 415)
        #expect(try await patch(path, bearer, 0, page + [1]).status == 413, "more than was announced")
        #expect(field(try await send(.head, path, bearer), "Upload-Offset") == "0")
        let start = try await patch(path, bearer, 0, Array(page.prefix(1_500)))
        #expect(try start.number() == 1_402, "its beginning is no paper's")
        #expect(try await send(.head, path, bearer).status == 404)
        let short = Array("<html>".utf8)
        let small = try #require(
            try await send(.post, address, bearer, ["Upload-Length": "\(short.count)"]).location)
        #expect(try await patch(small, bearer, 0, short).status == 400, "as a whole it is none")
        #expect(try await send(.head, small, bearer).status == 404)
        #expect(try installation.papers.store.list().papers.isEmpty)
    }

    @Test("VR-37: who sends from another byte than the next is told where it stands, and goes on from there")
    func staleOffset() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bearer = try await bearer()
        let bytes = paper(2_000)
        let path = try #require(
            try await send(.post, address, bearer, ["Upload-Length": "\(bytes.count)"]).location)
        #expect(try await patch(path, bearer, 0, Array(bytes.prefix(1_500))).status == 204)
        for stale in [0, 1_000, 1_501] {
            let answer = try await patch(path, bearer, stale, Array(bytes[stale...]))
            #expect(answer.status == 409 && field(answer, "Upload-Offset") == "1500", "\(stale)")
            #expect(try answer.number() == 1_412)
        }
        let answer = try await patch(path, bearer, 1_500, Array(bytes[1_500...]))
        #expect(field(answer, "Upload-Paper") == PaperStore.mark(of: bytes))
    }

    @Test("A piece that is not what its checksum says is not taken")
    func checksum() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bearer = try await bearer()
        let bytes = paper(100)
        let path = try #require(
            try await send(.post, address, bearer, ["Upload-Length": "\(bytes.count)"]).location)
        let right = Data(Insecure.SHA1.hash(data: bytes)).base64EncodedString()
        let wrong = Data(Insecure.SHA1.hash(data: [1])).base64EncodedString()
        let answer = try await patch(path, bearer, 0, bytes, ["Upload-Checksum": "sha1 \(wrong)"])
        #expect(answer.status == 460)
        #expect(try await patch(path, bearer, 0, bytes, ["Upload-Checksum": "crc32 \(wrong)"]).status == 400)
        #expect(field(try await send(.head, path, bearer), "Upload-Offset") == "0")
        let good = try await patch(path, bearer, 0, bytes, ["Upload-Checksum": "sha1 \(right)"])
        #expect(good.status == 204 && field(good, "Upload-Paper") == PaperStore.mark(of: bytes))
    }

    @Test("Eleven uploads at once are one too many, and tell so")
    func tooMany() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bearer = try await bearer()
        for _ in 0..<10 {
            let path = try #require(try await send(.post, address, bearer, ["Upload-Length": "9"]).location)
            #expect(try await patch(path, bearer, 0, [1]).status == 204)
        }
        let answer = try await send(.post, address, bearer, ["Upload-Length": "9"])
        #expect(answer.status == 429)
        #expect(try answer.number() == 1_410)
    }

    @Test("What no entry names is swept after a day, what an entry names never, and one that is brought again not yet")
    func swept() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let papers = installation.papers
        let now = installation.clock.now()
        let by = Principal.administrator.person
        let marks = try (1...2).map { try papers.keep(paper($0 * 100), name: "", by: by, at: now) }
        _ = try papers.begin(length: 9, name: "", by: by, at: now)
        let early = try papers.sweep(at: now)
        #expect(early.uploads == 0 && early.papers == 0)
        let old = Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000 - 90_000)
        for mark in marks {
            try FileManager.default.setAttributes(
                [.modificationDate: old],
                ofItemAtPath: folder.appending(path: "papers/\(mark.prefix(2))/\(mark)").path)
        }
        let said = try InstallationPapers.verify(folder, installation.database, at: now)
        #expect(said.whole == 2 && said.unnamed == 2 && said.stale == 2 && said.open == 1)
        #expect(try papers.bringAgain(marks[0], for: .administrator))
        let gone = try papers.sweep(at: now)
        #expect(gone.uploads == 0 && gone.papers == 1)
        #expect(papers.store.holds(marks[0]) && !papers.store.holds(marks[1]))
        #expect(try !papers.bringAgain(marks[1], for: .administrator))
    }
}
