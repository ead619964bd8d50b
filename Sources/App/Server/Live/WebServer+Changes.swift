import Hummingbird
import Kernel
import NIOCore
import NIOPosix
import ServiceLifecycle
import Web

/// The public feed: every entry of the log with its index, in the order of the commits. An index is shown only when its
/// commit has been flushed, and never before a smaller one: the writer numbers and commits in one order, and a reader
/// reads up to a head. Personal values are not in it, as they are not in the log.
extension WebServer {
    /// At most so many changes in one answer.
    static let changesPerAnswer: Int64 = 1_000

    /// `?after=41`: what came after entry 41, oldest first; `newest` is the last of them, to be asked with next.
    func changes(_ incoming: IncomingRequest) async throws -> Response {
        let after = try WebServer.after.read(incoming.query["after"], named: "after") ?? -1
        let leaves = try await leaves(after: after)
        let bytes = WebServer.joined(
            leaves.enumerated().map { WebServer.change(after + 1 + Int64($0.offset), $0.element) })
        var body = Array("{\"changes\":[".utf8)
        body += bytes
        body += Array("],\"newest\":\(after + Int64(leaves.count))}".utf8)
        return Reply.bytes(body, "application/json")
    }

    /// The same as server-sent events, one an entry, `id` its index: a client that reconnects with `Last-Event-ID` (or
    /// begins with `?after=`) misses none and gets none twice.
    func changeEvents(_ incoming: IncomingRequest) async throws -> Response {
        let last = HTTPField.Name("Last-Event-ID").flatMap { incoming.request.headers[$0] }
        let after =
            try WebServer.after.read(last, named: "Last-Event-ID")
            ?? WebServer.after.read(incoming.query["after"], named: "after")
        let (id, beats) = try await hub.join(
            incoming.caller.sessionName, at: incoming.caller.address, to: nil, after: nil)
        if let channel = incoming.context.channel { await hub.watch(id, on: channel) }
        let log = access.log
        let begin: Int64
        if let after { begin = after } else { begin = try await threads.runIfActive { try log.head().size } - 1 }
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
            var last = try await send(after: begin, to: &writer)
            for await beat in beats.cancelOnGracefulShutdown() {
                if beat == .pulse { try await writer.write(ByteBuffer(string: ": pulse\n\n")) }
                last = try await send(after: last, to: &writer)
            }
            _ = try await send(after: last, to: &writer)
            try await writer.finish(nil)
        }
        var response = Response(status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8"], body: body)
        if let name = HTTPField.Name("X-Accel-Buffering") { response.headers[name] = "no" }
        return response
    }

    /// Sends all there is after `index`; answers the index of the last.
    private func send(after index: Int64, to writer: inout any ResponseBodyWriter) async throws -> Int64 {
        var last = index
        while true {
            let leaves = try await leaves(after: last)
            guard !leaves.isEmpty else { return last }
            var bytes: [UInt8] = []
            for leaf in leaves {
                last += 1
                bytes += Array("id: \(last)\ndata: ".utf8)
                bytes += WebServer.change(last, leaf)
                bytes += Array("\n\n".utf8)
            }
            try await writer.write(ByteBuffer(bytes: bytes))
        }
    }

    private func leaves(after index: Int64) async throws -> [[UInt8]] {
        let log = access.log
        return try await threads.runIfActive { try log.leaves(index + 1, WebServer.changesPerAnswer) }
    }

    /// A leaf is canonical JSON on one line already.
    private static func change(_ index: Int64, _ leaf: [UInt8]) -> [UInt8] {
        Array("{\"index\":\(index),\"leaf\":".utf8) + leaf + [UInt8(ascii: "}")]
    }

    private static func joined(_ changes: [[UInt8]]) -> [UInt8] {
        Array(changes.joined(separator: [UInt8(ascii: ",")]))
    }

    /// An entry somebody has seen already, or -1: none yet.
    static let after = AddressNumber(-1...AddressNumber.index.range.upperBound)
}
