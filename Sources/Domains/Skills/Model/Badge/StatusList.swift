import Credentials
import Kernel
import Synchronization

/// The two lists of a certificate's status (Bitstring Status List 1.0): taking back is final, suspending is not.
package enum StatusList: String, Sendable, CaseIterable {
    case revocation, suspension

    /// The path below the address of the house.
    package var path: String {
        switch self {
        case .revocation: "/skills/status/1"
        case .suspension: "/skills/status/2"
        }
    }

    /// What a token says of its place in the list.
    func entry(_ index: Int64, _ origin: String) -> JSON {
        [
            "id": .string("\(origin)\(path)#\(index)"), "type": "BitstringStatusListEntry",
            "statusPurpose": .string(rawValue), "statusListIndex": .string("\(index)"),
            "statusListCredential": .string(origin + path),
        ]
    }
}

/// The lists as they were last signed: the same bytes for everybody until a certificate's status or the key changes, or an
/// hour is over, and signed anew then and there (record 0466).
final class KeptStatusLists: Sendable {
    private struct Kept: Sendable {
        let token: String
        let set: [Int64]
        let key: Int64
        let at: Instant
    }

    private let issuer: BadgeIssuer
    private let kept = Mutex<[String: Kept]>([:])
    /// Addresses under which a house is known; whoever asks under others is served all the same.
    private static let most = 64

    init(_ issuer: BadgeIssuer) { self.issuer = issuer }

    func token(_ kind: StatusList, set: [Int64], at origin: String, by keys: [IssuerKey], now: Instant)
        throws(CredentialFault) -> String
    {
        let name = origin + kind.path
        let key = keys.last?.number ?? 0
        if let last = kept.withLock({ $0[name] }), last.set == set, last.key == key, last.at <= now,
            now < last.at.adding(seconds: BadgeIssuer.listKeptSeconds)
        {
            return last.token
        }
        let token = try issuer.list(kind, set: set, at: origin, by: keys, now: now)
        return kept.withLock { all in
            // Whoever signed the same in the meantime was first: everybody gets those bytes.
            if let other = all[name], other.set == set, other.key == key, other.at == now { return other.token }
            if all.count >= Self.most, all[name] == nil { all = [:] }
            all[name] = Kept(token: token, set: set, key: key, at: now)
            return token
        }
    }
}
