import CEpoll
import Glibc

/// Viewers of one live page on one thread: they listen, and note when each event arrived.
final class LiveLoad {
    private struct Viewer {
        var socket: Int32
        var isOpen = false
        /// A line not yet whole.
        var rest: [UInt8] = []
    }

    /// What the viewers have seen.
    struct Arrival {
        let viewer: Int
        let event: Int64
        let at: Int64
    }

    private let poll = epoll_create1(0)
    private var viewers: [Viewer] = []
    private var events = [epoll_event](repeating: epoll_event(), count: 1_024)
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    private(set) var arrivals: [Arrival] = []
    private(set) var opened = 0

    deinit {
        for viewer in viewers where viewer.socket >= 0 { close(viewer.socket) }
        close(poll)
    }

    /// Connects one more. A stalled one never reads.
    func add(_ port: Int, _ path: String, after last: Int64? = nil, isStalled: Bool = false) throws {
        let socket = try Sockets.connect(port, receiveBuffer: isStalled ? 2_304 : nil)
        let header = last.map { "last-event-id: \($0)\r\n" } ?? ""
        try Sockets.send(HTTPRequestBytes.get(path, header), socket)
        viewers.append(Viewer(socket: socket))
        guard !isStalled else { return }
        var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: UInt64(viewers.count - 1)))
        epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event)
    }

    func closeAll() {
        for position in viewers.indices where viewers[position].socket >= 0 {
            close(viewers[position].socket)
            viewers[position].socket = -1
        }
    }

    func forget() { arrivals.removeAll(keepingCapacity: true) }

    /// Listens until `isDone` or `seconds` have passed; says whether it was done.
    @discardableResult
    func listen(seconds: Double, until isDone: (LiveLoad) -> Bool) throws -> Bool {
        let end = Measure.now() + Int64(seconds * 1e9)
        while !isDone(self) {
            let left = (end - Measure.now()) / 1_000_000
            guard left > 0 else { return false }
            let ready = epoll_wait(poll, &events, Int32(events.count), Int32(min(left, 1_000)))
            for index in 0..<Int(max(0, ready)) { try read(Int(events[index].data.u64)) }
        }
        return true
    }

    private func read(_ viewer: Int) throws {
        let count = recv(viewers[viewer].socket, &buffer, buffer.count, 0)
        guard count > 0 else { throw BenchFailure("viewer \(viewer) was hung up on") }
        let now = Measure.now()
        var line = viewers[viewer].rest
        for byte in buffer[..<count] {
            guard byte == 0x0A else {
                line.append(byte)
                continue
            }
            take(line, viewer, now)
            line.removeAll(keepingCapacity: true)
        }
        viewers[viewer].rest = line
    }

    private func take(_ line: [UInt8], _ viewer: Int, _ now: Int64) {
        if !viewers[viewer].isOpen {
            guard line.starts(with: "HTTP/1.1 200".utf8) else { return }
            viewers[viewer].isOpen = true
            opened += 1
        } else if line.starts(with: "id: ".utf8), let event = Int64(String(decoding: line.dropFirst(4), as: UTF8.self))
        {
            arrivals.append(Arrival(viewer: viewer, event: event, at: now))
        }
    }
}
