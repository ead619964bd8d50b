import Foundation
import Hummingbird
import Kernel
import Server
import Storage
import Testing
import Web

/// Who sends the codes, and what happens when nobody does.
extension CredentialTests {
    @Test("Without a sender the page says so in both languages, no code is made, and nothing is printed")
    func noSender() async throws {
        let server = try TestServer(sendsCodes: false)
        try await server.open("bidder", .bidder, password: nil, factor: nil, phone: "13912345678")
        for (language, words) in [("zh", "没有开通短信"), ("en", "not set up here")] {
            let page = try await server.browser().get("/sign-in/phone?lang=\(language)")
            #expect(page.text.contains(words) && page.text.contains("1344") && page.text.contains("/sign-in/slip"))
            #expect(!page.text.contains("name=\"phone\""))
        }
        let browser = server.browser()
        let token = try #require(try await browser.get("/sign-in/slip").hidden("_csrf"))
        let answer = try await browser.post("/sign-in/phone", ["_csrf": token, "phone": "13912345678"])
        #expect(answer.status == 503 && answer.text.contains("1344"))
        let codes: Int = try server.database.read { try $0.get("SELECT count(*) FROM sign_in_phone_code") }
        #expect(codes == 0)
        #expect(server.sender.codes.isEmpty)
    }

    @Test("A known and an unknown phone are answered alike though the sender is slow or fails; a failure is on record")
    func slowSender() async throws {
        let sender = WaitingSender()
        let store = try SignInStore(
            database: server.database, secrets: server.secrets, sender: sender, limits: server.configuration.signIn)
        try await server.open("bidder", .bidder, password: nil, factor: nil, phone: "13912345678")
        // Neither waits for a sender that does not come to an end before it is told to.
        for phone in ["13912345678", "13800000000"] {
            try await store.requestCode(
                phone: try #require(PhoneNumber(phone)), visit: .fresh(), language: .chinese, at: now)
        }
        sender.fail()
        await store.settle()
        #expect(try await kinds(of: "bidder").contains(.codeNotSent))
    }

    @Test("In a demo the page shows the codes of its invented people, and only there")
    func demoPage() async throws {
        let principal = try TestInstallation.principal("buyer", .bidder)
        for isDemo in [true, false] {
            let installation = TestInstallation()
            installation.open(principal)
            let store = try SignInStore(
                database: server.database, secrets: server.secrets, sender: TerminalCodeSender { _ in },
                limits: server.configuration.signIn)
            let people = DemoPeople.list([principal], secrets: server.secrets)
            try await DemoPeople.open(people, in: store, at: now)
            let configuration = try ServerConfiguration(isDemo: isDemo)
            let server = try WebServer(
                access: installation.access, signIn: store, secrets: server.secrets, configuration: configuration,
                demo: people
            )
            let visit = Token.fresh()
            let phone = try #require(people.first?.phone)
            try await store.requestCode(phone: phone, visit: visit, language: .chinese, at: now)
            let answer = await server.respond(
                to: Request(
                    head: HTTPRequest(
                        method: .get, scheme: "https", authority: "qianmo.test", path: "/sign-in/phone/code"),
                    body: RequestBody(buffer: ByteBuffer())),
                context: HTTPContext(address: "192.0.2.1", logger: configuration.logger))
            let sink = Sink()
            try await answer.body.write(sink)
            let page = String(decoding: sink.bytes, as: UTF8.self)
            #expect((page.firstMatch(of: /<code>\d{6}<\/code>/) != nil) == isDemo)
        }
    }

    @Test("A command gets one line of JSON and nothing on its command line; whatever it does badly is a code not sent")
    func command() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sender-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func program(_ name: String, _ body: String) throws -> String {
            let file = folder.appending(path: name)
            try Data("#!/bin/sh\n\(body)\n".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
            return file.path
        }
        let phone = try #require(PhoneNumber("13912345678"))
        let good = try program("good", "cat > \(folder.path)/in; echo \"$# $0\" > \(folder.path)/arguments")
        try await CommandCodeSender(path: good).send(code: "123456", to: phone, language: .english)
        let line = try JSON(parsing: Array(Data(contentsOf: folder.appending(path: "in")).dropLast()))
        #expect(line["phone"] == "13912345678" && line["code"] == "123456" && line["language"] == "en")
        #expect(line["text"]?.string?.contains("123456") == true)
        #expect(try String(contentsOf: folder.appending(path: "arguments"), encoding: .utf8).hasPrefix("0 "))
        try await CommandCodeSender(path: good).send(text: "去请回1", to: phone, language: .chinese)
        let message = try JSON(parsing: Array(Data(contentsOf: folder.appending(path: "in")).dropLast()))
        #expect(message == ["language": "zh", "phone": "13912345678", "text": "去请回1"], "a message has no code")
        for bad in [
            try program("refuses", "exit 3"), try program("deaf", "exec <&-; exit 1"),
            try program("dies", "kill -9 $$"), folder.path + "/nobody",
        ] {
            await #expect(throws: (any Error).self) {
                try await CommandCodeSender(path: bad).send(code: "123456", to: phone, language: .chinese)
            }
        }
        let slow = try program("slow", "exec sleep 60")
        await #expect(throws: Rejection.self) {
            try await CommandCodeSender(path: slow, seconds: 0).send(code: "1", to: phone, language: .chinese)
        }
    }
}

/// Does not come to an end before it is told to, and then fails.
private final class WaitingSender: CodeSender {
    private let end = AsyncStream.makeStream(of: Void.self)
    func fail() { end.continuation.finish() }
    func send(code: String, to phone: PhoneNumber, language: Language) async throws {
        for await _ in end.stream {}
        throw SignInRejection.notSent.rejection
    }
    func send(text: String, to phone: PhoneNumber, language: Language) async throws {
        throw SignInRejection.notSent.rejection
    }
}
