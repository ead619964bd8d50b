import EventLog
import Testing

@Suite("The tree over the entries")
struct TreeTests {
    /// The definition in RFC 6962, section 2.1, word for word: slow, and independent of everything else here.
    private func textbookRoot(_ leaves: ArraySlice<Hash>) -> Hash {
        if leaves.isEmpty { return .empty }
        if leaves.count == 1 { return leaves[leaves.startIndex] }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        let middle = leaves.startIndex + half
        return .node(textbookRoot(leaves[..<middle]), textbookRoot(leaves[middle...]))
    }

    private func leaves(_ count: Int, seed: String = "leaves") -> [Hash] {
        (0..<count).map { Hash.leaf(Array("\(seed) \($0)".utf8)) }
    }

    /// A tree grown in groups of the given sizes, with its tiles.
    private func grown(_ leaves: [Hash], groups: [Int]) -> (tree: GrowingTree, tiles: MemoryTiles) {
        var tree = GrowingTree()
        var tiles = MemoryTiles()
        var rest = leaves[...]
        var turn = 0
        while !rest.isEmpty {
            let group = rest.prefix(groups[turn % groups.count])
            tiles.write(tree.append(Array(group)))
            rest = rest.dropFirst(group.count)
            turn += 1
        }
        return (tree, tiles)
    }

    @Test("The empty log's root is SHA-256 of nothing")
    func emptyRoot() {
        #expect(CompactRange().root.base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
        #expect(GrowingTree().root == .empty)
    }

    @Test("The compact range agrees with the definition at every size up to 300")
    func compactRange() {
        let leaves = leaves(300)
        var range = CompactRange()
        for (count, leaf) in leaves.enumerated() {
            #expect(range.root == textbookRoot(leaves[..<count]))
            range.append(leaf)
        }
        #expect(range.size == 300)
    }

    @Test("A head row reads back what was written, and refuses a node too few or too many")
    func serialized() throws {
        var range = CompactRange()
        for leaf in leaves(77) { range.append(leaf) }
        #expect(CompactRange(serialized: range.serialized) == range)
        #expect(CompactRange(serialized: Array(range.serialized.dropLast(32))) == nil)
        #expect(CompactRange(serialized: range.serialized + Hash.empty.bytes) == nil)
        #expect(CompactRange(serialized: Array(range.serialized.dropLast())) == nil)
        #expect(CompactRange(serialized: []) == nil)
    }

    @Test(
        "Tiles written in any grouping give the root, and a tree taken up from them goes on",
        arguments: [1, 7, 256, 999])
    func grouping(group: Int) throws {
        let leaves = leaves(1_500)
        let (tree, tiles) = grown(leaves, groups: [group, 3])
        #expect(tree.root == textbookRoot(leaves[...]))
        var reader = TreeReader(tiles, size: 1_500)
        #expect(try reader.root() == tree.root)
        #expect(try reader.root(of: 1_023) == textbookRoot(leaves[..<1_023]))
        #expect(try reader.leaf(1_234) == leaves[1_234])
        var resumed = try GrowingTree(range: tree.range, reading: tiles)
        var straight = tree
        #expect(resumed.append(leaves) == straight.append(leaves))
        #expect(resumed.root == straight.root)
    }

    @Test("A tree of 66,000 entries has tiles on three levels and proofs across them")
    func threeLevels() throws {
        let leaves = leaves(66_000)
        let (tree, tiles) = grown(leaves, groups: [4_096])
        #expect(tiles.rows[.init(level: 2, index: 0)]?.count == 1)
        #expect(tiles.rows[.init(level: 1, index: 1)]?.count == 1)
        var reader = TreeReader(tiles, size: 66_000)
        for index in [0, 255, 256, 65_535, 65_536, 65_999] as [Int64] {
            let proof = try reader.inclusionProof(of: index)
            #expect(proof.holds(leaf: leaves[Int(index)], root: tree.root))
        }
        let proof = try reader.consistencyProof(from: 65_537)
        #expect(proof.holds(oldRoot: textbookRoot(leaves[..<65_537]), newRoot: tree.root))
    }

    @Test("A stored tile that was changed is noticed when the tree is taken up")
    func damagedEdge() throws {
        let (tree, tiles) = grown(leaves(700), groups: [700])
        for place in [MemoryTiles.Place(level: 0, index: 2), .init(level: 1, index: 0)] {
            var damaged = tiles
            damaged.rows[place]?[1] = .empty
            #expect(throws: LogFault.self) { _ = try GrowingTree(range: tree.range, reading: damaged) }
        }
    }

    @Test("Every inclusion proof of every size up to 70 holds; each with one thing changed fails")
    func inclusion() throws {
        let leaves = leaves(70)
        let (_, tiles) = grown(leaves, groups: [1])
        var reader = TreeReader(tiles, size: 70)
        for size in 1...70 as ClosedRange<Int64> {
            let root = textbookRoot(leaves[..<Int(size)])
            for index in 0..<size {
                let proof = try reader.inclusionProof(of: index, in: size)
                let leaf = leaves[Int(index)]
                #expect(proof.holds(leaf: leaf, root: root))
                #expect(!proof.holds(leaf: .empty, root: root))
                #expect(!proof.holds(leaf: leaf, root: .empty))
                for mutant in Mutation.all(of: proof.hashes) {
                    #expect(!InclusionProof(index: index, size: size, hashes: mutant).holds(leaf: leaf, root: root))
                }
                for other in [index - 1, index + 1, index ^ 2, size] {
                    let moved = InclusionProof(index: other, size: size, hashes: proof.hashes)
                    #expect(!moved.holds(leaf: leaf, root: root))
                }
            }
        }
    }

    @Test("Every consistency proof between sizes up to 50 holds; each with one thing changed fails")
    func consistency() throws {
        let leaves = leaves(50)
        let (_, tiles) = grown(leaves, groups: [50])
        var reader = TreeReader(tiles, size: 50)
        let roots = (0...50).map { textbookRoot(leaves[..<$0]) }
        for new in 1...50 {
            for old in 1...new {
                let proof = try reader.consistencyProof(from: Int64(old), to: Int64(new))
                #expect(proof.holds(oldRoot: roots[old], newRoot: roots[new]))
                #expect(!proof.holds(oldRoot: roots[old - 1], newRoot: roots[new]))
                #expect(!proof.holds(oldRoot: roots[old], newRoot: roots[new - 1]))
                for mutant in Mutation.all(of: proof.hashes) {
                    let changed = ConsistencyProof(oldSize: Int64(old), newSize: Int64(new), hashes: mutant)
                    #expect(!changed.holds(oldRoot: roots[old], newRoot: roots[new]))
                }
            }
        }
    }

    @Test(
        "Logs of chance sizes, grown in chance groups: proofs hold, and fail with any one bit turned", arguments: 0..<12
    )
    func chance(seed: Int) throws {
        var random = SeededRandom(seed: "tree \(seed)")
        func number(below limit: Int) -> Int {
            random.bytes(4).reduce(0) { $0 << 8 | Int($1) } % limit
        }
        let size = 1 + number(below: 3_000)
        let leaves = leaves(size, seed: "chance \(seed)")
        let (tree, tiles) = grown(leaves, groups: (0..<8).map { _ in 1 + number(below: 400) })
        var reader = TreeReader(tiles, size: Int64(size))
        for _ in 0..<20 {
            let index = number(below: size)
            let proof = try reader.inclusionProof(of: Int64(index))
            #expect(proof.holds(leaf: leaves[index], root: tree.root))
            let old = 1 + number(below: size)
            let oldRoot = textbookRoot(leaves[..<old])
            let growth = try reader.consistencyProof(from: Int64(old))
            #expect(growth.holds(oldRoot: oldRoot, newRoot: tree.root))
            let bit = number(below: 256)
            if !proof.hashes.isEmpty {
                let bad = Mutation.turning(bit, of: number(below: proof.hashes.count), in: proof.hashes)
                let turned = InclusionProof(index: proof.index, size: proof.size, hashes: bad)
                #expect(!turned.holds(leaf: leaves[index], root: tree.root))
            }
            if !growth.hashes.isEmpty {
                let bad = Mutation.turning(bit, of: number(below: growth.hashes.count), in: growth.hashes)
                let turned = ConsistencyProof(oldSize: growth.oldSize, newSize: growth.newSize, hashes: bad)
                #expect(!turned.holds(oldRoot: oldRoot, newRoot: tree.root))
            }
        }
    }

    @Test("What lies beyond the log is refused, and so is consistency with nothing")
    func beyond() throws {
        let (_, tiles) = grown(leaves(5), groups: [5])
        var reader = TreeReader(tiles, size: 5)
        #expect(throws: LogFault.beyondLog(index: 5, size: 5)) { _ = try reader.inclusionProof(of: 5) }
        #expect(throws: LogFault.beyondLog(index: -1, size: 5)) { _ = try reader.leaf(-1) }
        #expect(throws: LogFault.beyondLog(index: 0, size: 5)) { _ = try reader.consistencyProof(from: 0) }
        #expect(throws: LogFault.beyondLog(index: 6, size: 5)) { _ = try reader.root(of: 6) }
        #expect(!ConsistencyProof(oldSize: 0, newSize: 0, hashes: []).holds(oldRoot: .empty, newRoot: .empty))
    }
}

/// Every list that differs from a proof in one thing.
enum Mutation {
    static func turning(_ bit: Int, of position: Int, in hashes: [Hash]) -> [Hash] {
        var bytes = hashes[position].bytes
        bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        var changed = hashes
        changed[position] = Hash(bytes) ?? .empty
        return changed
    }

    static func all(of hashes: [Hash]) -> [[Hash]] {
        var mutants = [hashes + [.empty], [.empty] + hashes]
        for position in hashes.indices {
            var changed = hashes
            changed[position] = Hash.node(hashes[position], .empty)
            mutants.append(changed)
            changed = hashes
            changed.remove(at: position)
            mutants.append(changed)
            changed = hashes
            changed.insert(hashes[position], at: position)
            mutants.append(changed)
        }
        return mutants
    }
}
