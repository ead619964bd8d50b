import Kernel
import Logging
import NIOPosix
import Platform
import ServiceLifecycle

/// Hands the labour market's messages to the sender of codes, and keeps in the log what became of each. It says which kind
/// went where it writes lines, and neither words nor numbers. A stop between handing over and keeping sends a message twice,
/// never not at all.
struct MessageService: Service {
    let server: WebServer
    private static let atOnce = 8

    func run() async throws {
        guard server.configuration.messageKey != nil, let sender = server.signIn.sender,
            let messages = server.access.messages
        else {
            try? await gracefulShutdown()
            return
        }
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await send(messages, by: sender)
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Everything that is to go out now; answers how many.
    @discardableResult
    func send(_ messages: MessageAccess, by sender: any CodeSender) async -> Int {
        guard server.access.isWriting(), server.access.clock.doubt() == nil else { return 0 }
        let logger = server.configuration.logger
        do {
            let waiting = try await server.threads.runIfActive { try messages.list() }
            await withTaskGroup(of: Void.self) { group in
                for (position, message) in waiting.enumerated() {
                    if position >= Self.atOnce { await group.next() }
                    group.addTask { await hand(message, messages, by: sender) }
                }
            }
            return waiting.count
        } catch {
            // The type only; it is tried again.
            logger.error("messages not read", metadata: ["fault": "\(type(of: error))"])
            return 0
        }
    }

    private func hand(_ message: PhoneMessage, _ messages: MessageAccess, by sender: any CodeSender) async {
        let logger = server.configuration.logger
        var outcome = MessageFate.noPhone
        if let phone = message.phone.flatMap({ PhoneNumber($0) }) {
            do {
                try await sender.send(text: message.text.zh, to: phone, language: .chinese)
                outcome = .handed
            } catch {
                outcome = .failed
            }
        }
        do {
            try await messages.note(message, outcome)
            logger.info("message", metadata: ["kind": "\(message.kind)", "outcome": "\(outcome)"])
        } catch {
            logger.error("message not noted", metadata: ["fault": "\(type(of: error))"])
        }
    }
}
