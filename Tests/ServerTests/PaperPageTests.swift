import Attachments
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

/// The page of one paper, before the real house.
@Suite("The page of a paper") struct PaperPageTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-paper-\(UUID().uuidString)")
    private let installation: Installation
    private let setup: ServerSetup
    private let server: WebServer

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        installation = try Installation.open(.qianmo, dataDirectory: folder, database: temporaryDatabase())
        setup = try ServerSetup(
            folder: folder, database: temporaryDatabase(), sender: nil, at: installation.clock.now())
        server = try setup.application(installation, try ServerConfiguration()).server
    }

    private func session() async throws -> String {
        let now = installation.clock.now()
        let (person, office) = (Principal.administrator.person, Principal.administrator.office)
        try await setup.signIn.open(NewAccount(person: person, name: "admin", offices: [office]), at: now)
        return try await setup.signIn.signIn(
            slip: try await setup.signIn.issueSlip(to: person, by: office, at: now), at: now
        ).token.text
    }

    private func keep(_ bytes: [UInt8], _ name: String) throws -> String {
        try installation.papers.keep(
            bytes, name: name, by: Principal.administrator.person, at: installation.clock.now())
    }

    private func get(_ path: String, _ session: String) async throws -> Answered {
        let request = Request(
            head: HTTPRequest(
                method: .get, scheme: "https", authority: "qianmo.test", path: path,
                headerFields: [.cookie: "__Host-session=\(session)", .accept: "text/html"]),
            body: RequestBody(buffer: ByteBuffer()))
        let response = await server.respond(
            to: request, context: HTTPContext(address: "192.0.2.1", logger: Logger(label: "test")))
        let sink = Sink()
        try await response.body.write(sink)
        return Answered(status: response.status.code, headers: response.headers, bytes: sink.bytes)
    }

    /// The pictures that the page names.
    private func pictures(_ page: Answered) -> [String] {
        page.text.matches(of: /<img class="paper-page" src="([^"]+)"/).map { String($0.1) }
    }

    /// So many empty pages (ISO 32000-2, 7.7).
    private func document(pages: Int) -> [UInt8] {
        var text = "%PDF-1.4\n"
        var starts: [Int] = []
        func add(_ body: String) {
            starts.append(text.utf8.count)
            text += "\(starts.count) 0 obj\n\(body)\nendobj\n"
        }
        add("<< /Type /Catalog /Pages 2 0 R >>")
        let kids = (0..<pages).map { "\($0 + 3) 0 R" }.joined(separator: " ")
        add("<< /Type /Pages /Kids [\(kids)] /Count \(pages) >>")
        for _ in 0..<pages { add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] >>") }
        let table = text.utf8.count
        text += "xref\n0 \(starts.count + 1)\n0000000000 65535 f \n"
        for start in starts { text += String(repeating: "0", count: 10 - "\(start)".count) + "\(start) 00000 n \n" }
        text += "trailer\n<< /Size \(starts.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(text.utf8)
    }

    @Test(
        "A paper is leafed through from its first page to its last and no further",
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/pdfinfo"), "needs poppler-utils"))
    func leafed() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let session = try await session()
        let path = "/papers/" + (try keep(document(pages: 3), "纪要.pdf"))
        for (asked, shown) in [("", 1), ("?page=1", 1), ("?page=2", 2), ("?page=3", 3), ("?page=4", 3), ("?page=0", 1)]
        {
            let page = try await get(path + asked, session)
            #expect(page.status == 200 && page.text.contains("<p class=\"answer\">纪要.pdf</p>"), "\(asked)")
            #expect(pictures(page) == ["\(path)/large?page=\(shown)"], "\(asked)")
            let picture = try await get(try #require(pictures(page).first), session)
            #expect(picture.status == 200 && picture.bytes.starts(with: [0xFF, 0xD8, 0xFF]), "\(asked)")
            #expect(page.text.contains("href=\"\(path)?page=\(shown + 1)\"") == (shown < 3), "\(asked)")
            #expect(page.text.contains("href=\"\(path)?page=\(shown - 1)\"") == (shown > 1), "\(asked)")
            #expect(page.text.contains("第 \(shown) 页，共 3 页"), "\(asked)")
        }
        #expect(try await get(path + "/large?page=4", session).status == 404)
        #expect(try await get(path + "/small", session).bytes.starts(with: [0xFF, 0xD8, 0xFF]))
    }

    @Test("Of a paper that no tool can draw the page says so, names no picture, and a list shows a sheet in its place")
    func drawnByNone() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let session = try await session()
        var random = SeededRandom(seed: 7)
        let noise = (0..<40_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let path = "/papers/" + (try keep(Array("%PDF-1.7 ".utf8) + noise, "坏.pdf"))
        for asked in ["", "?page=2"] {
            let page = try await get(path + asked, session)
            #expect(page.status == 200 && pictures(page).isEmpty && !page.text.contains("?page="), "\(asked)")
            #expect(page.text.contains("无法生成预览") && page.text.contains("href=\"\(path)/file\""), "\(asked)")
        }
        let small = try await get(path + "/small", session)
        #expect(small.status == 200 && small.headers[.contentType] == "image/svg+xml")
        #expect(try await get(path + "/large", session).status == 404)
        // That no tool could tell its pages is not remembered: the machine may have been busy.
        let kept = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/papers/shown")) ?? []
        #expect(!kept.contains { $0.hasSuffix("-pages") }, "\(kept)")
    }

    @Test("The list of papers whose term has ended is for desks, and says so where there is none")
    func ended() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let session = try await session()
        _ = try keep(document(pages: 1), "纪要.pdf")
        let page = try await get("/papers", session)
        #expect(page.status == 200 && page.text.contains("<p class=\"answer\">没有</p>"))
        #expect(page.text.contains("期满不等于可以销毁"))
        let stranger = try await get("/papers", "none")
        #expect(stranger.status == 303 || stranger.status == 401, "\(stranger.status)")
        #expect(!stranger.text.contains("期满不等于可以销毁"))
    }
}
