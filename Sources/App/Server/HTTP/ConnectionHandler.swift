import NIOCore
import Synchronization

/// How many connections each block of addresses has open, so that one of them cannot take the places of all.
final class ConnectionCensus: Sendable {
    private let limit: Int
    private let open = Mutex<[String: Int]>([:])

    init(limit: Int) { self.limit = limit }

    /// False when the block has as many as it may.
    func enter(_ block: String) -> Bool {
        open.withLock { open in
            guard open[block, default: 0] < limit else { return false }
            open[block, default: 0] += 1
            return true
        }
    }

    func leave(_ block: String) {
        open.withLock { open in
            let others = open[block, default: 1] - 1
            open[block] = others > 0 ? others : nil
        }
    }
}

/// Stands in each connection from its first moment: turns away what is one too many of its address, and tells at once
/// when the other side hangs up. Half a closing counts: no browser that goes on listening closes its own half.
final class ConnectionHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    /// Nil behind a proxy: all connections are the proxy's, and it does the counting.
    private let census: ConnectionCensus?
    private var block: String?
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
        guard let census, block == nil, !isGone else { return }
        let address = HTTPContext.address(context.channel.remoteAddress)
        if census.enter(address) { block = address } else { context.close(promise: nil) }
    }

    private func leave() {
        if let block { census?.leave(block) }
        block = nil
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
