import Dispatch
import EventLog
import Kernel
import Storage
import Synchronization

/// A leaf with what can be said of it without any other: its hash, what stands in it, and the event it tells of.
struct PreparedLeaf: Sendable {
    let index: Int64
    let stream: String
    let bytes: [UInt8]
    let hash: Hash
    /// Nil when the bytes are not a canonical leaf.
    let leaf: Leaf?
    /// Nil when values or parts have to be put in first, or when no module knows the event.
    let event: LoggedEvent?

    init(_ raw: RawLeaf, _ reader: EventReader) {
        (index, stream, bytes) = (raw.index, raw.stream, raw.bytes)
        hash = Hash.leaf(raw.bytes)
        leaf = try? Leaf(canonical: raw.bytes)
        event = leaf.flatMap { $0.commitments.isEmpty ? try? reader.single(raw.index, $0) : nil }
    }
}

/// A row of the log as it stands.
struct RawLeaf: Sendable {
    let index: Int64
    let stream: String
    let bytes: [UInt8]
}

/// Some windows of the log, being made ready on other threads while the windows before them are looked at.
final class LeafBatch: Sendable {
    private let parts = Mutex<[Int: [PreparedLeaf]]>([:])
    private let work = DispatchGroup()
    private let count: Int

    /// Leaves made ready together on one thread.
    private static let part = 256

    init(_ raws: [RawLeaf], _ reader: EventReader) {
        count = (raws.count + LeafBatch.part - 1) / LeafBatch.part
        for number in 0..<count {
            let mine = Array(raws[number * LeafBatch.part..<min(raws.count, (number + 1) * LeafBatch.part)])
            DispatchQueue.global(qos: .userInitiated).async(group: work) { [self] in
                let ready = mine.map { PreparedLeaf($0, reader) }
                parts.withLock { $0[number] = ready }
            }
        }
    }

    /// Waits for all of them.
    func leaves() -> [PreparedLeaf] {
        work.wait()
        return parts.withLock { parts in
            defer { parts = [:] }
            return (0..<count).flatMap { parts[$0] ?? [] }
        }
    }
}
