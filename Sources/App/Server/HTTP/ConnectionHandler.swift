import NIOCore
import NIOHTTP1

/// Stands in each connection from its first moment: turns away what is one too many of its address, and tells at once
/// when the other side hangs up. Half a closing counts: no browser that goes on listening closes its own half.
final class ConnectionHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    /// Nil behind a proxy: all connections are the proxy's, and it does the counting.
    private let census: ConnectionCensus?
    private var member: ConnectionCensus.Member?
    private var isGone = false
    private var farewells: [@Sendable () -> Void] = []

    init(census: ConnectionCensus?) { self.census = census }

    /// Has `body` run when the other side has hung up; at once when it has already. From any thread.
    static func whenGone(_ channel: any Channel, _ body: @escaping @Sendable () -> Void) {
        channel.eventLoop.execute {
            guard let handler = try? channel.pipeline.syncOperations.handler(type: ConnectionHandler.self) else {
                return channel.isActive ? () : body()
            }
            if handler.isGone { body() } else { handler.farewells.append(body) }
        }
    }

    private func enter(_ context: ChannelHandlerContext) {
        guard let census, member == nil, !isGone else { return }
        guard let member = census.enter(HTTPContext.address(context.channel.remoteAddress), context.channel) else {
            return context.close(promise: nil)
        }
        self.member = member
        do {
            let pipeline = context.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(RequestTap(member), position: .after(decoder))
        } catch {
            context.fireErrorCaught(error)
        }
    }

    private func leave() {
        if let member { census?.leave(member) }
        member = nil
        sayFarewell()
    }

    private func sayFarewell() {
        isGone = true
        let all = farewells
        farewells = []
        for farewell in all { farewell() }
    }

    // MARK: ChannelHandler

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { enter(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { leave() }

    func channelActive(context: ChannelHandlerContext) {
        enter(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed { sayFarewell() }
        context.fireUserInboundEventTriggered(event)
    }
}
