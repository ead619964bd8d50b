import NIOCore

/// One open page on its connection. What is told goes down as ready bytes, below HTTP's encoder, on the connection's own
/// event loop: no task to wake, no buffer of its own, nothing encoded once more for each viewer (record 0167).
final class LiveWire: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny
    typealias OutboundOut = IOData

    /// The newest index they know of.
    private var told: Int64
    /// What a reader who does not read has still to be told; whatever was older is let go.
    private var waiting: ByteBuffer?
    private var context: ChannelHandlerContext?
    private let ended: @Sendable () -> Void

    /// `ended` is called when the connection is gone.
    init(told: Int64, ended: @escaping @Sendable () -> Void) {
        self.told = told
        self.ended = ended
    }

    func tell(newest: Int64, _ bytes: ByteBuffer) {
        guard newest > told, let context else { return }
        told = newest
        if context.channel.isWritable { write(bytes, context) } else { waiting = bytes }
    }

    /// Who has something waiting is not in need of a sign of life.
    func pulse(_ bytes: ByteBuffer) {
        if waiting == nil, let context, context.channel.isWritable { write(bytes, context) }
    }

    /// Takes itself out of the connection, which may be used for another request.
    func leave() {
        if let context { context.pipeline.syncOperations.removeHandler(self, promise: nil) }
    }

    private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(.byteBuffer(bytes)), promise: nil)
    }

    // MARK: ChannelHandler

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        ended()
    }

    func channelInactive(context: ChannelHandlerContext) {
        ended()
        context.fireChannelInactive()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable, let bytes = waiting {
            waiting = nil
            write(bytes, context)
        }
        context.fireChannelWritabilityChanged()
    }
}
