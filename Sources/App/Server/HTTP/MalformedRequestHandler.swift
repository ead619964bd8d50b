import Kernel
import NIOCore
import NIOHTTP1

/// Answers what cannot be read as HTTP at all: before the first request of a connection is understood there is nobody
/// else who could. Without it the sender gets an empty 400.
final class MalformedRequestHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any
    typealias InboundOut = Any

    /// Stands at the socket's end, where bytes go out as they are.
    private final class Outlet: ChannelOutboundHandler, RemovableChannelHandler {
        typealias OutboundIn = ByteBuffer
    }

    private var hasRead = false
    private let outletName = "qianmo.outlet"

    func handlerAdded(context: ChannelHandlerContext) {
        do {
            try context.pipeline.syncOperations.addHandler(Outlet(), name: outletName, position: .first)
        } catch {
            context.fireErrorCaught(error)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        hasRead = true
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !hasRead, !(error is IOError), let outlet = try? context.pipeline.syncOperations.context(name: outletName)
        else {
            context.fireErrorCaught(error)
            return
        }
        hasRead = true
        let isTooLarge = error as? HTTPParserError == .headerOverflow
        let reason = isTooLarge ? ServerRejection.headersTooLarge : ServerRejection.badHeader
        let code = isTooLarge ? 431 : 400
        let body = reason.rejection.problem(status: code, in: .chinese).canonicalText
        let status = isTooLarge ? "431 Request Header Fields Too Large" : "400 Bad Request"
        let head = [
            "HTTP/1.1 \(status)", "content-type: \(Reply.problemType)", "x-content-type-options: nosniff",
            "cache-control: no-store", "connection: close", "content-length: \(body.utf8.count)", "", "",
        ].joined(separator: "\r\n")
        let buffer = context.channel.allocator.buffer(string: head + body)
        let channel = context.channel
        outlet.writeAndFlush(NIOAny(buffer)).whenComplete { _ in channel.close(promise: nil) }
    }
}
