package import HJ212
package import Kernel
import NIOCore
import NIOPosix
import Synchronization
package import Telemetry

/// Takes HJ 212 frames from loggers on TCP, keeps them, and only then answers 9014.
package final class TelemetryGateway: Sendable {
    /// What the gateway has seen since it began.
    package struct Counts: Sendable, Hashable {
        package var frames = 0
        package var duplicates = 0
        package var conflicts = 0
        package var rejected = 0
        package var junkBytes = 0
        package var connections = 0
    }

    private let segments: SegmentWriter
    private let now: @Sendable () -> Instant
    private let profile: @Sendable (_ mn: [UInt8]) -> StationProfile?
    private let memory: Mutex<RecentFrames>
    private let tally = Mutex(Counts())
    fileprivate let devices = ConnectedDevices()

    /// `profile` answers from the register of stations; `recent` are frames kept before, so that a device that was not
    /// answered before a crash is answered again and its frame is not kept twice.
    package init(
        _ segments: SegmentWriter, now: @escaping @Sendable () -> Instant, recent: [SegmentRecord],
        profile: @escaping @Sendable (_ mn: [UInt8]) -> StationProfile?
    ) {
        self.segments = segments
        self.now = now
        self.profile = profile
        memory = Mutex(RecentFrames(recent, profile: profile))
    }

    package var counts: Counts { tally.withLock { $0 } }

    /// Sends a command to a device on its open connection and waits for its answer.
    package func ask(_ request: DeviceRequest, patience: Duration = .seconds(10)) async -> DeviceReply {
        await devices.ask(request, at: now(), patience: patience)
    }

    /// Serves until the task is cancelled; `ready` is told the port.
    package func run(host: String, port: Int, ready: @escaping @Sendable (Int) -> Void) async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let server = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(GatewayHandler(self))
                }
            }.bind(host: host, port: port).get()
        ready(server.localAddress?.port ?? port)
        await withTaskCancellationHandler {
            try? await server.closeFuture.get()
        } onCancel: {
            server.close(promise: nil)
        }
        try? await group.shutdownGracefully()
    }

    fileprivate func decoder() -> StreamDecoder { StreamDecoder(profile: profile) }

    fileprivate func opened() { tally.withLock { $0.connections += 1 } }

    /// Keeps a frame; `answer` is called, on another thread, when what has to be answered is on the disk.
    fileprivate func take(_ frame: Frame, _ answer: @escaping @Sendable ([UInt8]) -> Void) {
        let segment = frame.segment
        let finding = memory.withLock { $0.judge(segment) }
        tally.withLock { counts in
            counts.frames += 1
            if finding == .duplicate { counts.duplicates += 1 }
            if finding.isConflict { counts.conflicts += 1 }
        }
        let reply = Self.reply(to: segment)
        guard finding != .duplicate else {
            // The first may still be on its way to the disk: the second answer waits for it as well.
            segments.barrier { isKept in if isKept, let reply { answer(reply) } }
            return
        }
        segments.append(
            kind: finding.isConflict ? .conflict : .frame, station: segment.mn ?? "", at: now(), frame.received
        ) { [self] isKept in
            if !isKept { memory.withLock { $0.forget(segment) } }
            if isKept, let reply { answer(reply) }
        }
    }

    /// 9014 for what is kept, 9013 for a heartbeat; nothing for who wants none, and nothing for answers.
    static func reply(to segment: Segment) -> [UInt8]? {
        guard segment.flag?.wantsAnswer ?? false, segment.st != "91" || segment.cn == "9021" else { return nil }
        return segment.cn == "9015" ? Composer.noticed(segment) : Composer.received(segment)
    }

    fileprivate func keep(_ kind: RecordKind, _ count: Int, _ sample: [UInt8], keepsBytes: Bool) {
        tally.withLock { counts in
            if kind == .rejected { counts.rejected += 1 } else { counts.junkBytes += count }
        }
        if keepsBytes { segments.append(kind: kind, station: "", at: now(), sample) }
    }
}

/// One connection.
private final class GatewayHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// So much junk of one connection and minute is kept as evidence; the rest is counted only.
    private static let keptJunk = 65_536

    private let gateway: TelemetryGateway
    private var decoder: StreamDecoder
    private var ticking: RepeatedTask?
    private var junkLeft = GatewayHandler.keptJunk
    private var junkMinute: Int64 = 0

    init(_ gateway: TelemetryGateway) {
        self.gateway = gateway
        decoder = gateway.decoder()
    }

    func channelActive(context: ChannelHandlerContext) {
        gateway.opened()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        ticking = context.eventLoop.scheduleRepeatedTask(initialDelay: .seconds(2), delay: .seconds(2)) { _ in
            let (handler, context) = bound.value
            handler.tick(context)
        }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        ticking?.cancel()
        gateway.devices.closed(context.channel)
        var decoder = decoder
        decoder.close { take($0, context) }
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        var decoder = decoder
        decoder.feed(buffer.readableBytesView, at: Self.milliseconds) { take($0, context) }
        self.decoder = decoder
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func tick(_ context: ChannelHandlerContext) {
        var decoder = decoder
        decoder.expire(at: Self.milliseconds) { take($0, context) }
        self.decoder = decoder
    }

    private static var milliseconds: Int64 { Int64(NIODeadline.now().uptimeNanoseconds / 1_000_000) }

    private func take(_ event: StreamEvent, _ context: ChannelHandlerContext) {
        switch event {
        case .frame(let frame):
            let channel = context.channel
            gateway.devices.saw(frame.segment, on: channel)
            gateway.take(frame) { reply in
                // The channel may be gone; then nobody waits for the answer.
                channel.writeAndFlush(ByteBuffer(bytes: reply), promise: nil)
            }
        case .junk(let count, let sample): gateway.keep(.junk, count, sample, keepsBytes: mayKeep(sample.count))
        case .rejected(_, let sample):
            gateway.keep(.rejected, sample.count, sample, keepsBytes: mayKeep(sample.count))
        case .incomplete(let count): gateway.keep(.rejected, count, [], keepsBytes: false)
        case .lineEnd: break
        }
    }

    private func mayKeep(_ count: Int) -> Bool {
        let minute = Self.milliseconds / 60_000
        if minute != junkMinute { (junkMinute, junkLeft) = (minute, Self.keptJunk) }
        junkLeft -= count
        return junkLeft >= 0
    }
}
