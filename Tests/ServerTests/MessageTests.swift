import HTTPTypes
import Kernel
import Platform
import Synchronization
import Testing
import Web

@testable import Server

/// Messages out by the sender of codes, and answers in by the county's gateway.
@Suite("Messages to telephones and their answers") struct MessageTests {
    private static let key = Array("0123456789abcdef0123456789abcdef".utf8)

    /// What the house keeps of messages, and what was written from telephones.
    private final class Mailbox: Sendable {
        private struct State {
            var waiting: [PhoneMessage] = []
            var fates: [String: MessageFate] = [:]
            var replies: [String] = []
        }
        private let state = Mutex(State())
        var fates: [String: MessageFate] { state.withLock { $0.fates } }
        var replies: [String] { state.withLock { $0.replies } }
        func put(_ message: PhoneMessage) { state.withLock { $0.waiting.append(message) } }

        var access: MessageAccess {
            MessageAccess(
                list: { [self] in state.withLock { $0.waiting } },
                note: { [self] message, fate in
                    state.withLock { state in
                        state.fates[message.kind] = fate
                        state.waiting.removeAll { $0.kind == message.kind }
                    }
                },
                answer: { [self] text, phone in
                    state.withLock { $0.replies.append("\(phone) \(text)") }
                    return Message(zh: "记下了", en: "Noted")
                })
        }
    }

    private let mailbox = Mailbox()

    private func server(key: [UInt8]? = MessageTests.key) throws -> TestServer {
        try TestServer(messages: mailbox.access) { $0.messageKey = key }
    }

    private func post(_ browser: Browser, _ body: JSON, bearer: String?) async throws -> Answered {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let bearer { headers[.authorization] = "Bearer " + bearer }
        return try await browser.send(.post, MessageEndpoints.path, headers: headers, body: body.canonicalBytes)
    }

    @Test("An answer is taken from whoever shows the key, however it is written; from nobody else")
    func replies() async throws {
        let browser = try server().browser()
        let key = String(decoding: Self.key, as: UTF8.self)
        let said: JSON = ["phone": "13912345678", "text": "１"]
        let taken = try await post(browser, said, bearer: key)
        #expect(try taken.status == 200 && taken.json() == ["text": "记下了"])
        #expect(mailbox.replies == ["13912345678 １"])
        for wrong in [nil, "", "0123", key + "0", String(key.reversed())] {
            #expect(try await post(browser, said, bearer: wrong).status == 401)
        }
        #expect(try await post(browser, ["phone": "13912345678"], bearer: key).status == 400)
        #expect(try await post(browser, ["phone": "1", "text": "1", "more": "1"], bearer: key).status == 400)
        #expect(mailbox.replies.count == 1)
    }

    @Test("A house that sends no messages takes no answers")
    func closed() async throws {
        let answer = try await post(
            try server(key: nil).browser(), ["phone": "13912345678", "text": "1"],
            bearer: String(decoding: Self.key, as: UTF8.self))
        #expect(answer.status == 404 && mailbox.replies == [])
    }

    @Test("Each message goes out once, what became of it is kept, and the program's log says neither words nor numbers")
    func out() async throws {
        let server = try server()
        let words = Message(zh: "去请回1", en: "Answer 1")
        mailbox.put(PhoneMessage(kind: "good", phone: "139-1234-5678", text: words))
        mailbox.put(PhoneMessage(kind: "refused", phone: "19900000000", text: words))
        mailbox.put(PhoneMessage(kind: "none", phone: nil, text: words))
        mailbox.put(PhoneMessage(kind: "odd", phone: "0351-12345", text: words))
        let service = MessageService(server: server.server)
        #expect(await service.send(mailbox.access, by: server.sender) == 4)
        #expect(await service.send(mailbox.access, by: server.sender) == 0)
        #expect(mailbox.fates == ["good": .handed, "refused": .failed, "none": .noPhone, "odd": .noPhone])
        #expect(server.sender.texts.map { "\($0.phone) \($0.text)" } == ["13912345678 去请回1"])
        let lines = server.log.all.joined(separator: "\n")
        #expect(lines.contains("handed") && lines.contains("noPhone"))
        #expect(!lines.contains("5678") && !lines.contains("去请回"))
    }
}
