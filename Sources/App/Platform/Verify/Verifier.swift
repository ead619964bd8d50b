package import Foundation
import Kernel
package import Storage
import EventLog

/// Recomputes everything from the leaves: tree, tiles, checkpoints, every projected table, waiting commands, sealed
/// values and the seals of rows no leaf tells of. Needs memory for the states of streams, about 100 bytes for each
/// submission and 40 for each running sum.
package struct Verifier {
    let plan: InstallationPlan
    let keys: InstallationKeys
    let signer: SignerFile
    /// The keys whose signatures count, as the store has them; its rows are held against the log like all others.
    private let signers: LogKeys
    /// The store under examination; only read.
    let database: any Database
    /// An empty store to rebuild the tables in.
    let scratch: any Database
    let progress: (_ done: Int64, _ total: Int64) -> Void

    /// Throws `InstallationRefusal` when there are no keys to verify with.
    package init(
        _ plan: InstallationPlan, dataDirectory: URL, database: any Database, scratch: any Database,
        progress: @escaping (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
    ) throws {
        let directory = dataDirectory.appending(path: "keys")
        guard let keys = try InstallationKeys.load(from: directory) else {
            throw InstallationRefusal(InstallationText.keysMissing)
        }
        self.plan = plan
        self.keys = keys
        signers = LogKeys(
            keys.signing.verifier, former: (try? database.read { try EpochStore.listFormer(in: $0) }) ?? [])
        signer = SignerFile(keys: directory)
        self.database = database
        self.scratch = scratch
        self.progress = progress
    }

    /// Throws the first `Finding`; answers what was looked at when there is none.
    package func run() throws -> Verified {
        let signed = try begin()
        return try database.read { tx in
            let replayed = try replay(signed, in: tx)
            try compare(replayed, in: tx)
            try checkSigners(replayed.size, in: tx)
            return Verified(
                size: replayed.size, root: replayed.root, tables: replayed.tables.count, values: replayed.values)
        }
    }

    /// What the log says: its tables stand in the scratch store, or in sums.
    struct Replayed {
        let tables: [ProjectedTable]
        let sums: ProjectionSums
        /// The kinds of events that brought rows that were only summed.
        let kinds: Set<String>
        let size: Int64
        let root: String
        let values: Int64
    }

    /// Makes the scratch store and reads what was signed: the store, which is read after, can only be further.
    func begin() throws -> SignerFile.Signed? {
        try Migrator(plan.migrations).migrate(scratch, at: Instant(milliseconds: 0))
        return try signer.last()
    }

    /// Goes through the log and looks at everything but the tables. Throws the first `Finding`.
    func replay(_ signed: SignerFile.Signed?, in tx: any ReadTransaction) throws -> Replayed {
        try checkMigrations(in: tx)
        if let fault = try StoreHealth.firstFault(in: tx) { throw Finding(fault, key: "", .unreadable) }
        let head = try checkHead(in: tx)
        let tables = PlatformSchema.derived + plan.modules.all.flatMap { $0.tables }
        let sums = ProjectionSums(tables)
        var replay = Replay(self, head, sums)
        try replay.run(signed, in: tx)
        try checkBeside(head, replay, in: tx)
        if let finding = try ActStore(keys: keys).firstFinding(head: head, in: tx) { throw finding }
        let kept = try DueStore.list(until: head.lastAt, in: tx)
        try scratch.write { try DueStore.removeAll(until: head.lastAt, except: kept, in: $0) }
        return Replayed(
            tables: tables, sums: sums, kinds: replay.summedKinds, size: head.range.size,
            root: head.range.root.base64, values: replay.values)
    }

    private func checkMigrations(in tx: any ReadTransaction) throws {
        do {
            if let step = try Migrator(plan.migrations).pending(in: tx).first {
                throw Finding("schema_migration", key: step.id, .missing)
            }
        } catch let error as MigrationError {
            switch error {
            case .edited(let id): throw Finding("schema_migration", key: id, column: "digest", .changed)
            case .unknown(let ids): throw Finding("schema_migration", key: ids.first ?? "", .surplus)
            case .duplicate: throw error
            }
        }
        let seals = MigrationSeals(keys: keys)
        if let finding = try seals.firstBroken(in: tx) ?? seals.firstSurplus(in: tx) { throw finding }
    }

    /// The head row agrees with itself: its seal, its checkpoint, the signature.
    private func checkHead(in tx: any ReadTransaction) throws -> StoredHead {
        let head: StoredHead
        do {
            guard let found = try LogStore.findHead(in: tx) else { throw Finding("log_head", key: "1", .missing) }
            head = found
        } catch is InstallationRefusal {
            throw Finding("log_head", key: "1", column: "compact", .unreadable)
        }
        guard try LogStore.countHeads(in: tx) == 1 else { throw Finding("log_head", key: "", .surplus) }
        let checkpoint = try open(head.checkpoint, "log_head", key: "1")
        guard checkpoint.size == head.range.size, checkpoint.root == head.range.root else {
            throw Finding("log_head", key: "1", column: "compact", .changed)
        }
        guard head.isSealed(by: keys) else {
            throw Finding("log_head", key: "1", column: "last_at, answers or seal", .changed)
        }
        return head
    }

    /// A signed note of ours, or a finding in column `checkpoint` of that row.
    func open(_ note: String, _ table: String, key: String) throws -> Checkpoint {
        do throws(LogFault) {
            return try SignedCheckpoint(opening: Array(note.utf8), by: signers).checkpoint
        } catch {
            throw Finding(table, key: key, column: "checkpoint", .changed)
        }
    }

    /// Each key that signed the log was named by the one before, over what the log held then; the last is ours. The rows are those
    /// of the log: they were compared before.
    private func checkSigners(_ size: Int64, in tx: any ReadTransaction) throws {
        let rows = try EpochStore.listSigners(in: tx)
        for (number, row) in rows.enumerated() {
            let next = number + 1 < rows.count ? rows[number + 1].former : keys.signing.verifier.text
            guard let former = try? VerifierKey(row.former),
                let handover = try? Handover(parsing: Array(row.handover.utf8)),
                (try? handover.check(by: former)) != nil, handover.next.text == next,
                handover.checkpoint.size <= row.entry
            else { throw Finding("log_signer", key: "\(row.entry)", column: "handover", .changed) }
            var reader = TreeReader(StoredTiles(tx: tx), size: size)
            guard try reader.root(of: handover.checkpoint.size) == handover.checkpoint.root else {
                throw Finding("log_signer", key: "\(row.entry)", column: "handover", .changed)
            }
        }
    }

    /// Answers, by the leaves, their seals and their number; keys, by being opened and by what lies under them.
    private func checkBeside(_ head: StoredHead, _ replay: Replay, in tx: any ReadTransaction) throws {
        try AnswerCheck(store: AnswerStore(keys: keys), head: head).run(replay.answers, in: tx)
        let sealed = SealedStore(installation: keys.installation)
        if let subject = try sealed.firstBrokenKey(erased: replay.erased, in: tx) {
            throw Finding("subject_key", key: subject, column: "wrapped", .unreadable)
        }
        if let subject = try sealed.firstIdleKey(in: tx) { throw Finding("subject_key", key: subject, .surplus) }
    }

    /// In the order of the tables; the first row that differs is a finding.
    private func compare(_ replayed: Replayed, in tx: any ReadTransaction) throws {
        var isWritten = false
        for table in replayed.tables {
            if table.isOnlyAppended {
                let columns = try scratch.read { try Dump.columns(of: table, in: $0) }
                guard try Dump.columns(of: table, in: tx) == columns else {
                    throw Finding(table.name, key: "", .changed)
                }
                if try replayed.sums.agree(table, columns: columns, in: tx) { continue }
                if !isWritten { try writeSummed(replayed, in: tx) }
                isWritten = true
            }
            try scratch.read { try compare(table, found: tx, wanted: $0) }
            if table.isOnlyAppended { throw Finding(table.name, key: "", .changed) }
        }
    }

    /// Goes through the log once more and writes the rows that were only summed, so that the wrong one can be named.
    func writeSummed(_ replayed: Replayed, in tx: any ReadTransaction) throws {
        var sealed = SealedStore(installation: keys.installation)
        var reader = EventReader(modules: plan.modules)
        var states: [StateCache.Key: AnyObject] = [:]
        try scratch.write { scratch in
            let naming = NamingTransaction(scratch, replayed.sums.tables)
            try LogStore.each(from: 0, to: replayed.size, in: tx) { index, _, bytes in
                guard let logged = try reader.event(index, bytes, &sealed, in: tx) else { return }
                let isSummed = replayed.kinds.contains(logged.leaf.kind)
                do {
                    try write(logged.event, logged.header, &states, in: isSummed ? naming : nil)
                } catch is StorageError {
                    throw Finding("log_entry", entry: index, column: "leaf", .unreadable)
                }
            }
        }
    }

    private func write<Kind: Event>(
        _ event: Kind, _ header: EntryHeader, _ states: inout [StateCache.Key: AnyObject],
        in tx: (any WriteTransaction)?
    ) throws {
        let state = states.state(of: header.stream, Kind.Domain.self)
        let standing = Kind.Domain.standing(of: state.value)
        event.change(&state.value, at: header.at)
        if let tx { try event.project(from: standing, to: state.value, header, in: tx) }
    }

    private func compare(_ table: ProjectedTable, found: any ReadTransaction, wanted: any ReadTransaction) throws {
        guard let difference = try TableComparison(table).firstDifference(found: found, wanted: wanted) else { return }
        switch difference.kind {
        case .missing: throw Finding(table.name, key: difference.key, .missing)
        case .surplus: throw Finding(table.name, key: difference.key, .surplus)
        case .column(let name): throw Finding(table.name, key: difference.key, column: name, .changed)
        case .shape: throw Finding(table.name, key: "", .changed)
        }
    }
}
