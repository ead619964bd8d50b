import Hummingbird
import Kernel
import Web

/// Where the county's gateway brings what people answer by message.
enum MessageEndpoints {
    static let path = "/api/v1/messages/replies"

    static let all: [Endpoint] = [
        .post(path) { server, incoming in try await server.takeReply(incoming) }
    ]
}

extension WebServer {
    /// `{"phone":…,"text":…}` with the house's key as bearer token; the answer holds the words to send back. Whatever
    /// somebody writes is answered; only a caller without the key is turned away.
    func takeReply(_ incoming: IncomingRequest) async throws -> Response {
        guard let key = configuration.messageKey, let messages = access.messages else {
            throw ServerRejection.notFound.rejection
        }
        let shown = incoming.request.headers[.authorization] ?? ""
        guard shown.hasPrefix("Bearer "), Secrets.isEqual(Array(shown.dropFirst(7).utf8), key) else {
            try await limitCodes(incoming.caller)
            throw ServerRejection.notSignedIn.rejection
        }
        struct Said: FieldRecord {
            let phone: String
            let text: String

            static func fields(_ pass: inout FieldPass<Self>) -> Self {
                Self(phone: pass.value("phone", \.phone), text: pass.value("text", \.text))
            }
        }
        let said = try Said.read(try await json(incoming))
        let words = try await messages.answer(said.text, said.phone)
        return Reply.json(["text": .string(words.zh)])
    }
}
