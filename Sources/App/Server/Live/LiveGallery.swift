import NIOCore
import NIOHTTP1

/// The open pages whose connections one event loop serves. One hop to the loop tells them all.
final class LiveGallery: Sendable {
    /// Belongs to the event loop alone.
    private final class Seats {
        /// By what they watch; nil: everything.
        var wires: [String?: [Int: LiveWire]] = [:]
    }

    private let loop: any EventLoop
    private let seats: NIOLoopBoundBox<Seats>

    /// So many are told in one go; then whatever else the event loop has to do gets its turn.
    private static let row = 256

    init(_ loop: any EventLoop) {
        self.loop = loop
        seats = NIOLoopBoundBox.makeBoxSendingValue(Seats(), eventLoop: loop)
    }

    /// Takes over a connection whose answer's head has been sent. `known`: the newest index they have seen; `newest`: what
    /// they are to be told at once where that is newer.
    func seat(
        _ id: Int, on channel: any Channel, stream: String?, known: Int64, newest: Int64,
        ended: @escaping @Sendable () -> Void
    ) {
        loop.execute { [self] in
            let wire = LiveWire(told: known, ended: ended)
            do {
                guard channel.isActive else { return ended() }
                let pipeline = channel.pipeline.syncOperations
                let encoder = try pipeline.handler(type: HTTPResponseEncoder.self)
                try pipeline.addHandler(wire, position: .before(encoder))
            } catch {
                return ended()
            }
            seats.value.wires[stream, default: [:]][id] = wire
            wire.tell(newest: newest, LiveGallery.bytes(.changed(newest: newest)))
        }
    }

    func leave(_ id: Int, of stream: String?) {
        loop.execute { [self] in
            seats.value.wires[stream]?.removeValue(forKey: id)?.leave()
            if seats.value.wires[stream]?.isEmpty == true { seats.value.wires[stream] = nil }
        }
    }

    /// Tells those who watch one of the streams touched; nil: everybody.
    func tell(newest: Int64, touched: Set<String>?) {
        let bytes = LiveGallery.bytes(.changed(newest: newest))
        loop.execute { [self] in
            var concerned: [LiveWire] = []
            for (stream, wires) in seats.value.wires where LiveHub.concerns(stream, touched) {
                concerned += wires.values
            }
            inRows(concerned) { $0.tell(newest: newest, bytes) }
        }
    }

    func pulse() {
        let bytes = LiveGallery.bytes(.pulse)
        loop.execute { [self] in inRows(seats.value.wires.values.flatMap(\.values)) { $0.pulse(bytes) } }
    }

    private func inRows(_ wires: [LiveWire], from first: Int = 0, _ body: @escaping (LiveWire) -> Void) {
        for wire in wires[first...].prefix(LiveGallery.row) { body(wire) }
        let next = first + LiveGallery.row
        guard next < wires.count else { return }
        loop.assumeIsolated().execute { self.inRows(wires, from: next, body) }
    }

    /// A chunk of the answer's body (RFC 9112, 7.1), made once for all.
    private static func bytes(_ beat: LiveHub.Beat) -> ByteBuffer {
        let text = WebServer.text(of: beat)
        return ByteBuffer(string: "\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n")
    }
}
