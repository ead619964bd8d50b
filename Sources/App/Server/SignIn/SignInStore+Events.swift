package import Kernel
import Storage

/// Security events: who came in, who did not, who changed what.
extension SignInStore {
    /// The newest before an instant; of one person where one is given, else of everybody.
    package func events(of person: PersonID? = nil, before: Instant, limit: Int64 = 200) async throws -> [SecurityEvent]
    {
        try await read { try EventQueries.list(of: person, before: before, limit: limit, in: $0) }
    }

    /// How often somebody failed at this account since an instant: guessing that is slow enough for the limits shows here.
    package func failures(of person: PersonID, since: Instant, before: Instant) async throws -> Int {
        try await events(of: person, before: before, limit: 1_000).filter { $0.kind == .failed && $0.at >= since }.count
    }

    /// For what is refused and so has no transaction of its own.
    func record(
        _ kind: SecurityEventKind, of person: PersonID?, _ way: SignInWay?, from whence: Whence, at now: Instant,
        detail: String? = nil
    ) async throws {
        try await write {
            try EventQueries.insert(kind, of: person, way, from: whence, at: now, detail: detail, in: $0)
        }
    }
}
