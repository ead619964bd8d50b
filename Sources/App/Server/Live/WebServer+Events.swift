import Hummingbird
import Kernel
import NIOCore
import ServiceLifecycle
import Web

extension WebServer {
    /// Server-sent events: `id` is the index of the newest entry, so that a reconnecting page misses nothing.
    ///
    /// `stream`: only what happens to that thing; nil: everything.
    func events(_ incoming: IncomingRequest, of stream: String?) async throws -> Response {
        if let stream, !WebServer.isStream(stream) { throw ServerRejection.badPath.rejection }
        let last = HTTPField.Name("Last-Event-ID").flatMap { incoming.request.headers[$0] }.flatMap {
            WebServer.after.find($0)
        }
        let (id, beats) = try await hub.join(
            incoming.caller.sessionName, at: incoming.caller.address, to: stream, after: last)
        let (hub, channel) = (hub, incoming.context.channel)
        if let channel { await hub.watch(id, on: channel) }
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
            // Without a connection, in tests, the beats are written here; with one they only say when it is over.
            if let channel {
                await hub.seat(id, on: channel)
                for await _ in beats.cancelOnGracefulShutdown() {}
                return try await writer.finish(nil)
            }
            for await beat in beats.cancelOnGracefulShutdown() {
                try await writer.write(ByteBuffer(string: WebServer.text(of: beat)))
            }
            try await writer.finish(nil)
        }
        var response = Response(status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8"], body: body)
        // A proxy that gathers answers would hold events back.
        if let name = HTTPField.Name("X-Accel-Buffering") { response.headers[name] = "no" }
        return response
    }

    static func text(of beat: LiveHub.Beat) -> String {
        switch beat {
        case .changed(let newest): "id: \(newest)\ndata: {\"newest\":\(newest)}\n\n"
        case .pulse: ": pulse\n\n"
        }
    }

    /// `lot/L1`: a kind and an identifier.
    private static func isStream(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { Identifier<HTTPContext>(String($0)) != nil }
    }
}
