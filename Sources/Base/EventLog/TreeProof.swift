/// That an entry is in a log: the hashes from the entry's neighbour up to the root (RFC 6962, section 2.1.1).
package struct InclusionProof: Sendable, Hashable {
    package let index: Int64
    /// The number of entries of the log the proof was made for.
    package let size: Int64
    package let hashes: [Hash]

    package init(index: Int64, size: Int64, hashes: [Hash]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// Whether the entry with this leaf hash is at `index` of the log with this root. (RFC 9162, section 2.1.3.2.)
    package func holds(leaf: Hash, root: Hash) -> Bool {
        guard index >= 0, index < size else { return false }
        var climb = Climb(position: index, last: size - 1)
        var reached = leaf
        for hash in hashes {
            guard !climb.isAtTop else { return false }
            reached = climb.hasLeftNeighbour ? Hash.node(hash, reached) : Hash.node(reached, hash)
            climb.rise()
        }
        return climb.isAtTop && reached == root
    }
}

/// That a log only grew: its first `oldSize` entries are the old log's (RFC 6962, section 2.1.2).
package struct ConsistencyProof: Sendable, Hashable {
    package let oldSize: Int64
    package let newSize: Int64
    package let hashes: [Hash]

    package init(oldSize: Int64, newSize: Int64, hashes: [Hash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.hashes = hashes
    }

    /// Whether the log of `newRoot` continues the log of `oldRoot`. An empty old log proves nothing and is refused, even
    /// against another empty log. (RFC 9162, section 2.1.4.2.)
    package func holds(oldRoot: Hash, newRoot: Hash) -> Bool {
        guard oldSize > 0, newSize >= oldSize else { return false }
        if oldSize == newSize { return hashes.isEmpty && oldRoot == newRoot }
        guard !hashes.isEmpty else { return false }
        // A perfect old tree is itself the first node of the path.
        let path = oldSize & (oldSize - 1) == 0 ? [oldRoot] + hashes : hashes
        var climb = Climb(position: oldSize - 1, last: newSize - 1)
        climb.skipRightEdges()
        var old = path[0]
        var new = path[0]
        for hash in path.dropFirst() {
            guard !climb.isAtTop else { return false }
            if climb.hasLeftNeighbour {
                old = Hash.node(hash, old)
                new = Hash.node(hash, new)
            } else {
                new = Hash.node(new, hash)
            }
            climb.rise()
        }
        return climb.isAtTop && old == oldRoot && new == newRoot
    }
}

/// The way from a leaf to the root, level by level.
private struct Climb {
    private var position: Int64
    private var last: Int64

    init(position: Int64, last: Int64) {
        self.position = position
        self.last = last
    }

    var isAtTop: Bool { last == 0 }
    var hasLeftNeighbour: Bool { position & 1 == 1 || position == last }

    /// One level up; at the right edge, up to where there is a left neighbour.
    mutating func rise() {
        if hasLeftNeighbour {
            while position & 1 == 0 && position != 0 { step() }
        }
        step()
    }

    mutating func skipRightEdges() {
        while position & 1 == 1 { step() }
    }

    private mutating func step() {
        position >>= 1
        last >>= 1
    }
}
