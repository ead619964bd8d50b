import EventLog
import Kernel
import Storage

/// Personal and confidential values beside the log: sealed under their subject's key, which is wrapped under the
/// installation's.
struct SealedStore {
    /// A value set aside, read back.
    struct Opened: Sendable {
        let path: String
        let value: JSON
        let salt: Salt
    }

    let installation: InstallationKey
    private var known: [DataSubject: SubjectKey] = [:]

    init(installation: InstallationKey) {
        self.installation = installation
    }

    /// Forgets keys read or made in a transaction that was undone.
    mutating func forget() { known.removeAll(keepingCapacity: true) }

    /// Seals `value` for one field of one entry; returns what the leaf holds in its place.
    mutating func put(
        _ value: FieldWriter.SetAside, entry: Int64, random: inout some RandomSource, in tx: any WriteTransaction
    ) throws -> (commitment: Commitment, sealed: SealedValue) {
        let key = try key(of: value.subject, random: &random, in: tx)
        let salt = Salt(random: &random)
        let sealed = SealedValue(
            value.value, salt: salt, index: entry, path: value.path, key: key, random: &random)
        return (Commitment(path: value.path, value: value.value, salt: salt), sealed)
    }

    /// The value under its subject; under one called `token` where the subject was destroyed: whoever comes back after an
    /// erasure is somebody new. The token is a number of chance, so nobody can take that name beforehand.
    func living(_ value: FieldWriter.SetAside, token: KeyDigest, in tx: any ReadTransaction) throws
        -> FieldWriter.SetAside
    {
        guard known[value.subject] == nil,
            let wrapped: [UInt8] = try tx.find("SELECT wrapped FROM subject_key WHERE subject = \(value.subject)"),
            wrapped.isEmpty, let subject = DataSubject("actor-\(token.text)")
        else { return value }
        return FieldWriter.SetAside(path: value.path, subject: subject, value: value.value)
    }

    func save(_ sealed: SealedValue, _ value: FieldWriter.SetAside, entry: Int64, in tx: any WriteTransaction) throws {
        try tx.append(
            [.integer(entry), .text(value.path), .text(value.subject.text), .blob(sealed.bytes)], to: "sealed_value")
    }

    /// The values set aside of one entry, opened; those whose key was destroyed are absent.
    mutating func open(entry: Int64, in tx: any ReadTransaction) throws -> [Opened] {
        try read(entry: entry, in: tx).opened
    }

    /// The values set aside of one entry, and by path the subjects of those that were destroyed.
    mutating func read(entry: Int64, in tx: any ReadTransaction) throws
        -> (opened: [Opened], destroyed: [String: DataSubject])
    {
        var opened: [Opened] = []
        var destroyed: [String: DataSubject] = [:]
        for row in try tx.rows("SELECT path, subject, sealed FROM sealed_value WHERE entry = \(entry) ORDER BY path") {
            let path: String = try row.get(0)
            let subject: DataSubject = try row.get(1)
            let bytes: [UInt8] = try row.get(2)
            guard let key = try findKey(of: subject, in: tx) else {
                guard bytes.isEmpty else { throw LogFault.unreadable }
                destroyed[path] = subject
                continue
            }
            let (value, salt) = try SealedValue(bytes: bytes).open(index: entry, path: path, key: key)
            opened.append(Opened(path: path, value: value, salt: salt))
        }
        return (opened, destroyed)
    }

    /// Destroys the subject's key and all that was sealed under it; the empty rows say that something stood there.
    mutating func destroy(_ subject: DataSubject, in tx: any WriteTransaction) throws {
        known[subject] = nil
        try tx.run("UPDATE sealed_value SET sealed = \([UInt8]()) WHERE subject = \(subject)")
        try tx.run("UPDATE subject_key SET wrapped = \([UInt8]()) WHERE subject = \(subject)")
    }

    /// Puts a value that lies under `old` under `new`, with the salt it has: the leaf that commits to it stays right.
    mutating func move(
        entry: Int64, path: String, from old: DataSubject, to new: DataSubject, random: inout some RandomSource,
        in tx: any WriteTransaction
    ) throws {
        let bytes: [UInt8] = try tx.get("SELECT sealed FROM sealed_value WHERE entry = \(entry) AND path = \(path)")
        guard let key = try findKey(of: old, in: tx), !bytes.isEmpty else { return }
        let (value, salt) = try SealedValue(bytes: bytes).open(index: entry, path: path, key: key)
        let sealed = SealedValue(
            value, salt: salt, index: entry, path: path, key: try self.key(of: new, random: &random, in: tx),
            random: &random)
        try tx.run(
            """
            UPDATE sealed_value SET subject = \(new), sealed = \(sealed.bytes) WHERE entry = \(entry) AND path = \(path)
            """)
    }

    /// Takes away the key of a subject under which nothing lies any more.
    mutating func drop(_ subject: DataSubject, in tx: any WriteTransaction) throws {
        known[subject] = nil
        try tx.run(
            """
            DELETE FROM subject_key WHERE subject = \(subject)
                AND NOT EXISTS (SELECT 1 FROM sealed_value s WHERE s.subject = \(subject))
            """)
    }

    /// Wraps every subject's key anew under `new`; answers how many. Throws `LogFault.unreadable` for one that does not open.
    func wrapAgain(under new: InstallationKey, random: inout some RandomSource, in tx: any WriteTransaction) throws
        -> Int
    {
        let rows = try tx.rows("SELECT subject, wrapped FROM subject_key ORDER BY subject")
        var count = 0
        for row in rows {
            let (subject, wrapped): (DataSubject, [UInt8]) = (try row.get(0), try row.get(1))
            // Of somebody who was erased there is none.
            guard !wrapped.isEmpty else { continue }
            let key = try SubjectKey(unwrapping: wrapped, of: subject, under: installation)
            let fresh = key.wrapped(for: subject, under: new, random: &random)
            try tx.run("UPDATE subject_key SET wrapped = \(fresh) WHERE subject = \(subject)")
            count += 1
        }
        return count
    }

    private mutating func key(
        of subject: DataSubject, random: inout some RandomSource, in tx: any WriteTransaction
    ) throws -> SubjectKey {
        if let key = try findKey(of: subject, in: tx) { return key }
        // A key once destroyed is never made again: what came under it would outlive the erasure (decision record 0390).
        guard try tx.first("SELECT 1 FROM subject_key WHERE subject = \(subject)") == nil else {
            throw PlatformRejection.personErased.rejection
        }
        let key = SubjectKey(random: &random)
        let wrapped = key.wrapped(for: subject, under: installation, random: &random)
        try tx.append([.text(subject.text), .blob(wrapped)], to: "subject_key")
        remember(key, of: subject)
        return key
    }

    private mutating func findKey(of subject: DataSubject, in tx: any ReadTransaction) throws -> SubjectKey? {
        if let key = known[subject] { return key }
        let wrapped: [UInt8]? = try tx.find("SELECT wrapped FROM subject_key WHERE subject = \(subject)")
        guard let wrapped, !wrapped.isEmpty else { return nil }
        let key = try SubjectKey(unwrapping: wrapped, of: subject, under: installation)
        remember(key, of: subject)
        return key
    }

    private mutating func remember(_ key: SubjectKey, of subject: DataSubject) {
        if known.count >= 4_096 { known.removeAll(keepingCapacity: true) }
        known[subject] = key
    }

    func count(in tx: any ReadTransaction) throws -> Int64 {
        try tx.get("SELECT COUNT(*) FROM sealed_value")
    }

    /// The first subject, in order, who has a key and nothing sealed under it: keys come with values, never alone.
    func firstIdleKey(in tx: any ReadTransaction) throws -> String? {
        try tx.find(
            """
            SELECT MIN(subject) FROM subject_key WHERE subject NOT IN (SELECT subject FROM sealed_value)
            """)
    }

    /// The first subject, in order, whose key cannot be unwrapped or stands there twice, is gone although nothing in the
    /// log destroyed it, or is there although something did.
    func firstBrokenKey(erased: Set<DataSubject>, in tx: any ReadTransaction) throws -> String? {
        var (broken, last): (String?, String?)
        try tx.each("SELECT subject, wrapped FROM subject_key ORDER BY subject") { row in
            guard broken == nil else { return }
            let name = row.text(0)
            if !isWhole(name, row.blob(1), erased) || last == name { broken = name }
            last = name
        }
        return broken
    }

    private func isWhole(_ name: String, _ wrapped: [UInt8], _ erased: Set<DataSubject>) -> Bool {
        guard let subject = DataSubject(name) else { return false }
        if erased.contains(subject) { return wrapped.isEmpty }
        return (try? SubjectKey(unwrapping: wrapped, of: subject, under: installation)) != nil
    }
}
