import EventLog
import Kernel
import NIOCore
package import NIOPosix
import Web

/// Tells open pages that something happened. One watcher of the log feeds everybody; nobody can hold it up.
package actor LiveHub {
    /// What goes down a stream.
    package enum Beat: Sendable, Hashable {
        /// Something the listener watches changed; `newest` is the index of the log's newest entry.
        case changed(newest: Int64)
        /// Nothing happened; keeps the connection open and finds the dead ones.
        case pulse
    }

    private struct Listener {
        /// What the stream is counted for: a session, a block of addresses.
        let names: [String]
        /// Nil watches everything.
        let stream: String?
        let continuation: AsyncStream<Beat>.Continuation
        /// What they came with.
        let known: Int64
        /// The newest index they know of; -1 where they have said none.
        var told: Int64
        /// Where their connection is told of changes by its event loop; nil: through the continuation.
        var gallery: LiveGallery?

        /// Nobody hears of what they know already, from whichever side it comes (record 0165).
        mutating func tell(newest: Int64) {
            guard newest > told else { return }
            told = newest
            continuation.yield(.changed(newest: newest))
        }
    }

    /// A stream that missed more entries than this is told to look again without looking at each.
    private static let window: Int64 = 512

    private let log: LogAccess
    private let threads: NIOThreadPool
    private let streamsPerPerson: Int
    private let streamsPerAddress: Int
    private let limit: Int
    private var listeners: [Int: Listener] = [:]
    /// Those without a gallery.
    private var loose: Set<Int> = []
    private var galleries: [ObjectIdentifier: LiveGallery] = [:]
    /// How many streams each session and each block of addresses has open.
    private var open: [String: Int] = [:]
    private var nextID = 0
    private var size: Int64?
    private var isClosed = false

    /// `streamsPerPerson`: of one session; `streamsPerAddress`: of a block of addresses, behind which a whole village may be.
    package init(
        log: LogAccess, threads: NIOThreadPool, streamsPerPerson: Int, streamsPerAddress: Int = .max, streams: Int
    ) {
        self.log = log
        self.threads = threads
        self.streamsPerPerson = streamsPerPerson
        self.streamsPerAddress = streamsPerAddress
        limit = streams
    }

    /// Follows the log until cancelled, with a pulse every `seconds`.
    package func run(pulseSeconds seconds: Int64 = 15) async {
        let sizes = log.sizes()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await size in sizes { await self.publish(size: size) } }
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .seconds(seconds))
                    await self.pulse()
                }
            }
            await group.waitForAll()
        }
    }

    /// Listens for the session `name` (empty: nobody has signed in) at an address of `block` to `stream`, or to
    /// everything. `after`: the newest index the listener has seen; what came since is told at once, and nothing that is not
    /// newer is ever told.
    package func listen(_ name: String, at block: String = "", to stream: String?, after: Int64?) async throws
        -> AsyncStream<Beat>
    {
        try await join(name, at: block, to: stream, after: after).beats
    }

    /// The same, with the number by which the listener can be seated.
    func join(_ name: String, at block: String, to stream: String?, after: Int64?) async throws
        -> (id: Int, beats: AsyncStream<Beat>)
    {
        let known = try await known(after ?? -1)
        guard !isClosed else { throw ServerRejection.closing.rejection }
        let counts = [("session:\(name)", streamsPerPerson), ("address:\(block)", streamsPerAddress)]
            .filter { !$0.0.hasSuffix(":") }
        for (name, most) in counts + [("", limit)] {
            guard (name.isEmpty ? listeners.count : open[name, default: 0]) < most else {
                throw ServerRejection.tooManyStreams(limit: most).rejection
            }
        }
        let names = counts.map(\.0)
        let (beats, continuation) = AsyncStream.makeStream(of: Beat.self, bufferingPolicy: .bufferingNewest(8))
        let id = nextID
        nextID += 1
        continuation.onTermination = { [weak self] _ in Task { await self?.leave(id) } }
        listeners[id] = Listener(
            names: names, stream: stream, continuation: continuation, known: known, told: known)
        loose.insert(id)
        for name in names { open[name, default: 0] += 1 }
        // From here on every publication reaches them; what was published until now is looked up.
        if after != nil, let now = size, known + 1 < now {
            if LiveHub.concerns(stream, try await touched(from: known + 1, to: now)) {
                listeners[id]?.tell(newest: now - 1)
            }
        }
        return (id, beats)
    }

    /// Who hangs up gives the place back at once, not at the next pulse.
    func watch(_ id: Int, on channel: any Channel) {
        guard let continuation = listeners[id]?.continuation else { return }
        ConnectionHandler.whenGone(channel) { continuation.finish() }
    }

    /// From now on the event loop of `channel`, on which the answer's head has been sent, tells this listener itself; their
    /// beats say nothing more but the end.
    func seat(_ id: Int, on channel: any Channel) {
        guard let listener = listeners[id], loose.remove(id) != nil else { return }
        let loop = ObjectIdentifier(channel.eventLoop)
        let gallery = galleries[loop] ?? LiveGallery(channel.eventLoop)
        galleries[loop] = gallery
        listeners[id]?.gallery = gallery
        gallery.seat(id, on: channel, stream: listener.stream, known: listener.known, newest: listener.told) {
            listener.continuation.finish()
        }
    }

    /// The log has grown to `now`: tells those whose stream was touched. A failing read tells everybody.
    package func publish(size now: Int64) async {
        let before = size ?? max(0, now - 1)
        guard now > before || size == nil else { return }
        size = now
        guard !listeners.isEmpty else { return }
        let touched = try? await touched(from: before, to: now)
        for gallery in galleries.values { gallery.tell(newest: now - 1, touched: touched) }
        for id in loose where LiveHub.concerns(listeners[id]?.stream, touched) { listeners[id]?.tell(newest: now - 1) }
    }

    package func pulse() {
        for gallery in galleries.values { gallery.pulse() }
        for id in loose { listeners[id]?.continuation.yield(.pulse) }
    }

    /// Ends every stream and takes no new one: the first thing at shutdown.
    package func close() {
        isClosed = true
        for (id, listener) in listeners {
            listener.continuation.finish()
            listener.gallery?.leave(id, of: listener.stream)
        }
        listeners = [:]
        loose = []
        open = [:]
    }

    /// How many are told by their connections' event loops.
    package var seated: Int { listeners.count - loose.count }

    /// How many listen now.
    package var count: Int { listeners.count }

    /// Nil streams: too many to tell, or not readable; then everybody is concerned.
    static func concerns(_ stream: String?, _ touched: Set<String>?) -> Bool {
        guard let touched else { return true }
        return stream.map(touched.contains) ?? !touched.isEmpty
    }

    private func leave(_ id: Int) {
        guard let listener = listeners.removeValue(forKey: id) else { return }
        loose.remove(id)
        listener.gallery?.leave(id, of: listener.stream)
        for name in listener.names {
            let others = open[name, default: 1] - 1
            open[name] = others > 0 ? others : nil
        }
    }

    /// `index`, or the log's newest where that is less. The writer answers before it tells the hub, so that a listener
    /// may know of an entry sooner than the hub does. Afterwards the hub knows a size to count from.
    private func known(_ index: Int64) async throws -> Int64 {
        if let size, index < size { return index }
        let log = log
        let stored = try await threads.runIfActive { try log.head().size }
        if size == nil { size = stored }
        return min(index, stored - 1)
    }

    /// The streams the entries belong to; nil when there are too many to look at.
    private func touched(from first: Int64, to end: Int64) async throws -> Set<String>? {
        guard end - first <= LiveHub.window else { return nil }
        let log = log
        return try await threads.runIfActive {
            var names: Set<String> = []
            for index in max(0, first)..<max(0, end, first) {
                if let bytes = try log.leaf(index) { names.insert(try Leaf(decoding: bytes).stream.description) }
            }
            return names
        }
    }
}
