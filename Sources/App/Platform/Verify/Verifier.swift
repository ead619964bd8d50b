package import Foundation
import Kernel
package import Storage
import EventLog

/// Recomputes everything from the leaves: tree, tiles, checkpoints, every projected table, waiting commands, sealed
/// values and the seals of rows no leaf tells of. Needs memory for the states of streams and nothing else that grows.
package struct Verifier {
    let plan: HousePlan
    let keys: HouseKeys
    let signer: SignerFile
    /// The store under examination; only read.
    let database: any Database
    /// An empty store to rebuild the tables in.
    let scratch: any Database
    let progress: (_ done: Int64, _ total: Int64) -> Void

    /// Throws `HouseRefusal` when there are no keys to verify with.
    package init(
        _ plan: HousePlan, dataDirectory: URL, database: any Database, scratch: any Database,
        progress: @escaping (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
    ) throws {
        let directory = dataDirectory.appending(path: "keys")
        guard let keys = try HouseKeys.load(from: directory) else { throw HouseRefusal(HouseText.keysMissing) }
        self.plan = plan
        self.keys = keys
        signer = SignerFile(keys: directory)
        self.database = database
        self.scratch = scratch
        self.progress = progress
    }

    /// Throws the first `Finding`; answers what was looked at when there is none.
    package func run() throws -> Verified {
        try Migrator(plan.migrations).migrate(scratch, at: Instant(milliseconds: 0))
        // What was signed is read first: the store, read after, can only be further.
        let signed = try signer.last()
        return try database.read { tx in
            try checkMigrations(in: tx)
            let head = try checkHead(in: tx)
            var replay = Replay(self, head)
            try replay.run(signed, in: tx)
            try checkBeside(in: tx)
            try scratch.write { try DueStore.removeAll(until: head.lastAt, in: $0) }
            let tables = PlatformSchema.derived + plan.modules.all.flatMap(\.tables)
            try scratch.read { wanted in
                for table in tables { try compare(table, found: tx, wanted: wanted) }
            }
            return Verified(
                size: head.range.size, root: head.range.root.base64, tables: tables.count, values: replay.values)
        }
    }

    private func checkMigrations(in tx: any ReadTransaction) throws {
        do {
            _ = try Migrator(plan.migrations).pending(in: tx)
        } catch let error as MigrationError {
            switch error {
            case .edited(let id): throw Finding("schema_migration", key: id, column: "digest", .changed)
            case .unknown(let ids): throw Finding("schema_migration", key: ids.first ?? "", .surplus)
            case .duplicate: throw error
            }
        }
        if let finding = try MigrationSeals(keys: keys).firstBroken(in: tx) { throw finding }
    }

    /// The head row agrees with itself: its seal, its checkpoint, the signature.
    private func checkHead(in tx: any ReadTransaction) throws -> StoredHead {
        let head: StoredHead
        do {
            guard let found = try LogStore.findHead(in: tx) else { throw Finding("log_head", key: "1", .missing) }
            head = found
        } catch is HouseRefusal {
            throw Finding("log_head", key: "1", column: "compact", .unreadable)
        }
        let checkpoint = try open(head.checkpoint, "log_head", key: "1")
        guard checkpoint.size == head.range.size, checkpoint.root == head.range.root else {
            throw Finding("log_head", key: "1", column: "compact", .changed)
        }
        guard head.isSealed(by: keys) else { throw Finding("log_head", key: "1", column: "last_at or seal", .changed) }
        return head
    }

    /// A signed note of ours, or a finding in column `checkpoint` of that row.
    func open(_ note: String, _ table: String, key: String) throws -> Checkpoint {
        do throws(LogFault) {
            return try SignedCheckpoint(opening: Array(note.utf8), by: keys.signing.verifier).checkpoint
        } catch {
            throw Finding(table, key: key, column: "checkpoint", .changed)
        }
    }

    /// Rows no leaf tells of, by their seals; keys, by being opened.
    private func checkBeside(in tx: any ReadTransaction) throws {
        if let key = try AnswerStore(keys: keys).firstBroken(in: tx) {
            throw Finding("command_answer", key: key, column: "seal", .changed)
        }
        if let subject = try SealedStore(installation: keys.installation).firstBrokenKey(in: tx) {
            throw Finding("subject_key", key: subject, column: "wrapped", .unreadable)
        }
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
