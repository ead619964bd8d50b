import NIOCore
import NIOHTTP1
import Synchronization

/// How many connections each block of addresses has open, so that one of them cannot take the places of all; and which of all
/// have nothing to wait for, so that whoever comes to a full house gets one of their places.
final class ConnectionCensus: Sendable {
    /// One open connection.
    final class Member: Sendable {
        fileprivate let block: String
        fileprivate let channel: any Channel
        /// A request was read and its answer is not yet given. An event stream is an answer that goes on.
        fileprivate let isServed = Atomic(false)
        /// When a request came or an answer went, on the machine's own clock.
        fileprivate let heard = Atomic(NIODeadline.now().uptimeNanoseconds)

        fileprivate init(_ block: String, _ channel: any Channel) {
            self.block = block
            self.channel = channel
        }

        fileprivate func serve(_ isServed: Bool) {
            self.isServed.store(isServed, ordering: .relaxed)
            heard.store(NIODeadline.now().uptimeNanoseconds, ordering: .relaxed)
        }
    }

    private struct Open {
        var blocks: [String: [ObjectIdentifier: Member]] = [:]
        var count = 0

        mutating func insert(_ member: Member) {
            blocks[member.block, default: [:]][ObjectIdentifier(member)] = member
            count += 1
        }

        mutating func remove(_ member: Member) {
            guard blocks[member.block]?.removeValue(forKey: ObjectIdentifier(member)) != nil else { return }
            if blocks[member.block]?.isEmpty == true { blocks[member.block] = nil }
            count -= 1
        }

        /// Of the block with the most connections the one that has asked nothing for longest; of the next block where all of
        /// those are served.
        func quietest(but newcomer: Member) -> Member? {
            let largest = blocks.max { $0.value.count < $1.value.count }
            if let found = largest.flatMap({ Open.quietest($0.value, newcomer) }) { return found }
            return blocks.values.sorted { $0.count > $1.count }.lazy.compactMap { Open.quietest($0, newcomer) }.first
        }

        private static func quietest(_ members: [ObjectIdentifier: Member], _ newcomer: Member) -> Member? {
            members.values.lazy.filter { $0 !== newcomer && !$0.isServed.load(ordering: .relaxed) }
                .min { $0.heard.load(ordering: .relaxed) < $1.heard.load(ordering: .relaxed) }
        }
    }

    private let perBlock: Int
    private let places: Int
    private let open = Mutex(Open())

    /// `perBlock`: how many a block may have; `places`: how many there are in all before somebody has to make room.
    init(perBlock: Int, places: Int) {
        self.perBlock = perBlock
        self.places = places
    }

    /// Nil when the block has as many as it may.
    func enter(_ block: String, _ channel: any Channel) -> Member? {
        let entered = open.withLock { open -> (Member, makesRoom: Member?)? in
            guard open.blocks[block, default: [:]].count < perBlock else { return nil }
            let member = Member(block, channel)
            open.insert(member)
            guard open.count > places, let quiet = open.quietest(but: member) else { return (member, nil) }
            open.remove(quiet)
            return (member, quiet)
        }
        entered?.makesRoom?.channel.close(promise: nil)
        return entered?.0
    }

    func leave(_ member: Member) { open.withLock { $0.remove(member) } }
}

/// Tells the census when a request has come and when its answer is whole. Stands behind the decoder of its connection.
final class RequestTap: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let member: ConnectionCensus.Member

    init(_ member: ConnectionCensus.Member) { self.member = member }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { member.serve(true) }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { member.serve(false) }
        context.write(data, promise: promise)
    }
}
