import EventLog
import Kernel
import Storage

/// Goes through the log from its first leaf: hashes, tiles and checkpoints against the store, events into the scratch
/// store's tables.
struct Replay {
    private let verifier: Verifier
    private let head: StoredHead
    private var tree = GrowingTree()
    private var states: [StateCache.Key: AnyObject] = [:]
    private var sealed: SealedStore
    private var reader: EventReader
    private var days: [(day: String, size: Int64, checkpoint: String)] = []
    private var last: Leaf?
    private let sums: ProjectionSums
    /// The kinds of events that bring rows that are summed.
    private(set) var summedKinds: Set<String> = []
    /// Personal and confidential values found right so far.
    private(set) var values: Int64 = 0
    /// What the leaves say the answers to their submissions must be.
    private(set) var answers = ExpectedAnswers()
    /// Those destroyed, by subject: each with its first entry.
    private var destroyed: [DataSubject: Int64] = [:]
    private var destroyedValues: Int64 = 0
    /// Whose values events of the log destroyed.
    private(set) var erased: Set<DataSubject> = []

    private static let window: Int64 = 256
    /// Leaves read ahead, while those before them are looked at.
    private static let batch: Int64 = 4 * window

    init(_ verifier: Verifier, _ head: StoredHead, _ sums: ProjectionSums) {
        self.verifier = verifier
        self.head = head
        self.sums = sums
        sealed = SealedStore(installation: verifier.keys.installation)
        reader = EventReader(modules: verifier.plan.modules)
    }

    mutating func run(_ signed: SignerFile.Signed?, in tx: any ReadTransaction) throws {
        days = try LogStore.listDays(in: tx).reversed()
        var ahead = try batch(from: 0, in: tx)
        var next: Int64 = 0
        while next < head.range.size {
            let leaves = ahead.leaves()
            ahead = try batch(from: next + Replay.batch, in: tx)
            for start in stride(from: next, to: min(next + Replay.batch, head.range.size), by: Int(Replay.window)) {
                let end = min(start + Replay.window, head.range.size)
                let window = leaves.dropFirst(Int(start - next)).prefix(Int(end - start))
                try check(window, from: start, to: end, in: tx)
                let entries = try read(window)
                let before = tree.range
                try checkTiles(of: entries, in: tx)
                try rebuild(entries, in: tx)
                if let signed, signed.size > start, signed.size <= end { try check(signed, before, entries) }
            }
            next = min(next + Replay.batch, head.range.size)
            verifier.progress(next, head.range.size)
        }
        answers.finish()
        try checkEnd(signed, in: tx)
    }

    struct Entry {
        let ready: PreparedLeaf
        let leaf: Leaf
        var index: Int64 { ready.index }
    }

    /// The leaves from `first` on, up to the first that is missing or stands there twice.
    private func batch(from first: Int64, in tx: any ReadTransaction) throws -> LeafBatch {
        var raws: [RawLeaf] = []
        let end = min(first + Replay.batch, head.range.size)
        if first < end {
            var isWhole = true
            try LogStore.each(from: first, to: end, in: tx) { index, stream, bytes in
                isWhole = isWhole && index == first + Int64(raws.count)
                guard isWhole else { return }
                raws.append(RawLeaf(index: index, stream: stream, bytes: bytes))
            }
        }
        return LeafBatch(raws, reader)
    }

    /// The leaves under one level 0 tile are all there, each with the hash that stands there.
    private func check(_ leaves: ArraySlice<PreparedLeaf>, from first: Int64, to end: Int64, in tx: any ReadTransaction)
        throws
    {
        guard Int64(leaves.count) == end - first else {
            throw Finding("log_entry", entry: first + Int64(leaves.count), column: "entry", .missing)
        }
        let number = first / Replay.window
        guard let stored = try LogStore.findTile(level: 0, index: number, in: tx) else {
            throw Finding("log_tile", key: "0,\(number)", .missing)
        }
        let wanted = Tile.hashes(of: stored) ?? []
        let wrong = leaves.enumerated().first { $0.offset >= wanted.count || $0.element.hash != wanted[$0.offset] }
        guard let wrong else { return }
        // A leaf or the tile: the head's root, which is signed, says which of the two it was.
        guard try rootOfStoredTiles(in: tx) == head.range.root else {
            throw Finding("log_tile", key: "0,\(number)", column: "hashes", .changed)
        }
        throw Finding("log_entry", entry: first + Int64(wrong.offset), column: "leaf", .changed)
    }

    /// Each readable, canonical, in order of time, and under its stream.
    private func read(_ leaves: ArraySlice<PreparedLeaf>) throws -> [Entry] {
        var last = last
        return try leaves.map { ready in
            guard let leaf = ready.leaf else {
                throw Finding("log_entry", entry: ready.index, column: "leaf", .unreadable)
            }
            guard leaf.at >= last?.at ?? leaf.at, leaf.at <= head.lastAt else {
                throw Finding("log_entry", entry: ready.index, column: "leaf", .changed)
            }
            guard leaf.stream.description == ready.stream else {
                throw Finding("log_entry", entry: ready.index, column: "stream", .changed)
            }
            last = leaf
            return Entry(ready: ready, leaf: leaf)
        }
    }

    /// The tiles these leaves fill or begin, against the stored ones; checkpoints of days that end among them.
    private mutating func checkTiles(of entries: [Entry], in tx: any ReadTransaction) throws {
        var tiles: [TileID: Tile] = [:]
        var rest = entries[...]
        while let first = rest.first {
            try closeDay(before: first.leaf)
            let group = rest.prefix { $0.leaf.at.date == first.leaf.at.date }
            for tile in tree.append(group.map(\.ready.hash)) {
                tiles[TileID(level: tile.id.level, index: tile.id.index, width: TileID.fullWidth)] = tile
            }
            last = group.last?.leaf
            rest = rest.dropFirst(group.count)
        }
        let ordered = tiles.values.sorted { ($0.id.level, $0.id.index) < ($1.id.level, $1.id.index) }
        for tile in ordered where tile.id.isFull { try check(tile, in: tx) }
    }

    private func check(_ tile: Tile, in tx: any ReadTransaction) throws {
        let key = "\(tile.id.level),\(tile.id.index)"
        let stored = try LogStore.findTile(level: tile.id.level, index: tile.id.index, in: tx)
        guard let stored else { throw Finding("log_tile", key: key, .missing) }
        guard stored == tile.bytes else { throw Finding("log_tile", key: key, column: "hashes", .changed) }
    }

    /// The root as the stored level 0 tiles have it.
    private func rootOfStoredTiles(in tx: any ReadTransaction) throws -> Hash? {
        var range = CompactRange()
        let size = head.range.size
        for index in 0..<(size + 255) / 256 {
            guard let bytes = try LogStore.findTile(level: 0, index: index, in: tx),
                let hashes = Tile.hashes(of: bytes)
            else { return nil }
            for hash in hashes { range.append(hash) }
        }
        return range.size == size ? range.root : nil
    }

    /// The last checkpoint of a day stands in the store as soon as a later day has begun.
    private mutating func closeDay(before leaf: Leaf) throws {
        guard let last, leaf.at.date > last.at.date else { return }
        let day = last.at.date.description
        guard let kept = days.popLast() else { throw Finding("log_checkpoint", key: day, .missing) }
        guard kept.day == day else { throw Finding("log_checkpoint", key: kept.day, column: "day", .changed) }
        let checkpoint = try verifier.open(kept.checkpoint, "log_checkpoint", key: day)
        guard kept.size == tree.size else { throw Finding("log_checkpoint", key: day, column: "size", .changed) }
        guard checkpoint.size == tree.size, checkpoint.root == tree.root else {
            throw Finding("log_checkpoint", key: day, column: "checkpoint", .changed)
        }
    }

    /// What the key signed before must be a beginning of this log. `before` is the log before `entries`.
    private func check(_ signed: SignerFile.Signed, _ before: CompactRange, _ entries: [Entry]) throws {
        var range = before
        for entry in entries.prefix(Int(signed.size - before.size)) { range.append(entry.ready.hash) }
        guard range.root == signed.root else {
            throw Finding("log_head", key: "1", column: "checkpoint", .forked, entry: signed.size)
        }
    }

    private func checkEnd(_ signed: SignerFile.Signed?, in tx: any ReadTransaction) throws {
        guard tree.root == head.range.root, tree.range == head.range else {
            throw Finding("log_head", key: "1", column: "compact", .changed)
        }
        for tile in tree.unfinishedTiles { try check(tile, in: tx) }
        if let surplus = days.last { throw Finding("log_checkpoint", key: surplus.day, .surplus) }
        if let beyond = try LogStore.firstEntry(from: head.range.size, in: tx) {
            throw Finding("log_entry", entry: beyond, column: "entry", .surplus)
        }
        guard try LogStore.countTiles(in: tx) == Replay.tiles(of: head.range.size) else {
            throw Finding("log_tile", key: "", .surplus)
        }
        if let (subject, entry) = destroyed.filter({ !erased.contains($0.key) }).min(by: { $0.value < $1.value }) {
            throw Finding("sealed_value", key: "\(entry),\(subject)", .missing, entry: entry)
        }
        guard try sealed.count(in: tx) == values + destroyedValues else {
            throw Finding("sealed_value", key: "", .surplus)
        }
        guard signed?.size ?? 0 <= head.range.size else {
            throw Finding("log_head", key: "1", column: "checkpoint", .forked, entry: signed?.size)
        }
    }

    private static func tiles(of size: Int64) -> Int64 {
        (0..<8).reduce(0) { $0 + (size >> (8 * $1) + 255) / 256 }
    }

    // MARK: Tables

    private mutating func rebuild(_ entries: [Entry], in tx: any ReadTransaction) throws {
        var logged: [LoggedEvent] = []
        for entry in entries {
            let opened = try open(entry, in: tx)
            let isTold = opened.contains { $0.path == Leaf.actorPath }
            guard !isTold || opened.actor != nil else {
                throw Finding("sealed_value", entry: entry.index, column: "sealed", .unreadable)
            }
            try answers.add(entry.leaf, at: entry.index, sender: opened.actor?.key)
            if let event = try event(entry, opened) { logged.append(event) }
        }
        try verifier.scratch.write { scratch in
            let scratch = SummingTransaction(scratch, sums)
            for event in logged { try apply(event, in: scratch) }
        }
    }

    private mutating func event(_ entry: Entry, _ opened: [SealedStore.Opened]) throws -> LoggedEvent? {
        if let ready = entry.ready.event { return ready }
        do {
            return try reader.event(entry.index, entry.leaf, opened: opened)
        } catch {
            throw Finding("log_entry", entry: entry.index, column: "leaf", .unreadable)
        }
    }

    /// Every commitment of the leaf has its value beside the log, and it is the one committed to.
    private mutating func open(_ entry: Entry, in tx: any ReadTransaction) throws -> [SealedStore.Opened] {
        guard !entry.leaf.commitments.isEmpty else { return [] }
        let opened: [SealedStore.Opened]
        let gone: [String: DataSubject]
        do {
            (opened, gone) = try sealed.read(entry: entry.index, in: tx)
        } catch is LogFault {
            throw Finding("sealed_value", entry: entry.index, column: "sealed", .unreadable)
        }
        for (path, commitment) in entry.leaf.commitments.sorted(by: { $0.key < $1.key }) {
            if let subject = gone[path] {
                // Whether it was rightly destroyed, a later entry says.
                destroyed[subject] = min(destroyed[subject] ?? entry.index, entry.index)
                continue
            }
            guard let value = opened.first(where: { $0.path == path }) else {
                throw Finding("sealed_value", key: "\(entry.index),\(path)", .missing, entry: entry.index)
            }
            guard commitment.holds(path: path, value: value.value, salt: value.salt) else {
                throw Finding("sealed_value", entry: entry.index, column: "sealed", .changed)
            }
        }
        let left = entry.leaf.commitments.keys.count { gone[$0] == nil }
        values += Int64(left)
        destroyedValues += Int64(entry.leaf.commitments.count - left)
        return opened
    }

    private mutating func apply(_ logged: LoggedEvent, in scratch: any WriteTransaction) throws {
        if let subject = logged.event.erased { erased.insert(subject) }
        sums.isTouched = false
        try follow(logged.event, logged.header, in: scratch)
        if sums.isTouched { summedKinds.insert(logged.leaf.kind) }
    }

    private mutating func follow<Kind: Event>(
        _ event: Kind, _ header: EntryHeader, in scratch: any WriteTransaction
    ) throws {
        let state = states.state(of: header.stream, Kind.Domain.self)
        let standing = Kind.Domain.standing(of: state.value)
        event.change(&state.value, at: header.at)
        do {
            try event.project(from: standing, to: state.value, header, in: scratch)
            if let papers = verifier.plan.modules.papers[Kind.fullName] {
                try PaperIndex.note(
                    .object(event.openFields), papers, event: Kind.fullName, entry: header.index,
                    stream: header.stream, division: event.division, in: scratch)
            }
        } catch is StorageError {
            throw Finding("log_entry", entry: header.index, column: "leaf", .unreadable)
        }
        for (ordinal, due) in event.due(state.value, at: header.at).enumerated() {
            try DueStore.save(WaitingCommand(due, entry: header.index, ordinal: ordinal), in: scratch)
        }
    }
}

extension [StateCache.Key: AnyObject] {
    /// The stream's state so far.
    mutating func state<Domain: Module>(of stream: StreamID, _ module: Domain.Type) -> StateBox<Domain.State> {
        let slot = StateCache.Key(module, stream)
        if let box = self[slot] as? StateBox<Domain.State> { return box }
        let box = StateBox(Domain.initialState(of: stream))
        self[slot] = box
        return box
    }
}
