/// A whole log in at most 63 hashes: the roots of its perfect subtrees, the largest first. Enough to add entries and to
/// give the root; it is what the store keeps in its one head row.
package struct CompactRange: Sendable, Hashable {
    /// The number of entries.
    package private(set) var size: Int64
    /// One root for every bit set in `size`.
    package private(set) var nodes: [Hash]

    package init() {
        size = 0
        nodes = []
    }

    /// Nil unless there is one node for every bit set in `size`.
    package init?(size: Int64, nodes: [Hash]) {
        guard size >= 0, nodes.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.nodes = nodes
    }

    /// Adds one entry by its leaf hash.
    package mutating func append(_ leaf: Hash) {
        append(leaf) { _, _ in }
    }

    /// Adds one entry and tells every perfect subtree this completed: its height (1 and up) and its root.
    mutating func append(_ leaf: Hash, completed: (_ height: Int, _ root: Hash) -> Void) {
        var root = leaf
        var height = 0
        while size >> height & 1 == 1 {
            root = Hash.node(nodes.removeLast(), root)
            height += 1
            completed(height, root)
        }
        nodes.append(root)
        size += 1
    }

    /// The RFC 6962 root of the log.
    package var root: Hash {
        guard var root = nodes.last else { return .empty }
        for node in nodes.dropLast().reversed() { root = Hash.node(node, root) }
        return root
    }

    /// For the head row: the size as eight bytes, big-endian, then the nodes.
    package var serialized: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(8 + nodes.count * Hash.length)
        withUnsafeBytes(of: size.bigEndian) { out.append(contentsOf: $0) }
        for node in nodes { out.append(contentsOf: node.bytes) }
        return out
    }

    /// Nil unless `bytes` are what `serialized` makes.
    package init?(serialized bytes: [UInt8]) {
        guard bytes.count >= 8, (bytes.count - 8).isMultiple(of: Hash.length) else { return nil }
        let size = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let nodes = stride(from: 8, to: bytes.count, by: Hash.length).compactMap { Hash(bytes[$0..<$0 + Hash.length]) }
        self.init(size: Int64(bitPattern: size), nodes: nodes)
    }
}
