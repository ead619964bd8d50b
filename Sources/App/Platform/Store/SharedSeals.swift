import EventLog
import Exchange
import Kernel
import Registry
import Storage

/// What earlier programs sealed under one key for all of a kind, put under the key of the person it is about. Done once,
/// when the installation is opened: only the house's keys can (decision record 0390). No leaf changes.
struct SharedSeals {
    /// The subjects that stood for all of a kind.
    static let old = [
        "exchange-paddles", "exchange-accounts", "exchange-objections", "ledger-bank-parties", "ledger-invoice-sellers",
    ].compactMap { DataSubject($0) }

    let keys: InstallationKeys
    let modules: ModuleSet
    let random: InstallationRandom

    /// Nothing where no such key is left.
    func part(_ database: any Database) throws {
        guard try database.read({ try findFirst(in: $0) }) != nil else { return }
        try database.write { tx in
            guard let first = try findFirst(in: tx) else { return }
            try move(from: first, in: tx)
        }
    }

    private func findFirst(in tx: any ReadTransaction) throws -> Int64? {
        // The keys first, which are few: without one nothing of the table of values is read at any start.
        let isKeyed = try tx.find("SELECT 1 FROM subject_key WHERE subject IN \(list: SharedSeals.names)") as Int64?
        guard isKeyed != nil else { return nil }
        return try tx.find(
            "SELECT MIN(entry) FROM sealed_value WHERE sealed <> \([UInt8]()) AND subject IN \(list: SharedSeals.names)"
        )
    }

    private static let names = old.map(\.text)

    private func move(from first: Int64, in tx: any WriteTransaction) throws {
        var sealed = SealedStore(installation: keys.installation)
        var reader = EventReader(modules: modules)
        var shared: [Int64: [(path: String, subject: DataSubject)]] = [:]
        for row in try tx.rows(
            "SELECT entry, path, subject FROM sealed_value WHERE subject IN \(list: SharedSeals.names)")
        {
            shared[try row.get(0), default: []].append((try row.get(1), try row.get(2)))
        }
        // The parts of a long event may stand before the first entry with such a value.
        var leaves: [(Int64, [UInt8])] = []
        try LogStore.each(from: max(0, first - 64), to: .max, in: tx) { index, _, bytes in leaves.append((index, bytes))
        }
        var pending: [Int64] = []
        for (index, bytes) in leaves {
            if shared[index] != nil { pending.append(index) }
            guard let logged = try? reader.event(index, bytes, &sealed, in: tx), !pending.isEmpty else { continue }
            let subjects = try subjects(of: logged.event, in: tx)
            for entry in pending {
                var random = random.source(for: -1_000_000_000 - entry)
                for value in shared[entry] ?? [] {
                    guard let new = subjects[value.path], new != value.subject else { continue }
                    try? sealed.move(
                        entry: entry, path: value.path, from: value.subject, to: new, random: &random, in: tx)
                }
            }
            pending = []
        }
        for subject in SharedSeals.old { try sealed.drop(subject, in: tx) }
    }

    /// By path, whom the values of an event are about; as it would be written today.
    private func subjects(of event: any Event, in tx: any ReadTransaction) throws -> [String: DataSubject] {
        var fields = FieldWriter(personal: .setAside)
        event.write(to: &fields)
        var subjects = Dictionary(fields.personal.map { ($0.path, $0.subject) }) { $1 }
        // These name a registration; whose it is, the table knows.
        let bidder = (event as? DepositRecorded)?.bidder ?? (event as? ForfeitureReplied)?.bidder
        if let bidder, let row = try BidderQueries.find(bidder, in: tx) {
            for path in subjects.keys { subjects[path] = DataSubject(of: row.party) }
        }
        return subjects
    }
}
