import Credentials
import Kernel
import Storage
import Web

extension Skills {
    /// What programs fetch: tokens, the list of those taken back, and the issuer's keys.
    static func badges(_ database: any Database, _ issuer: BadgeIssuer) -> [Route] {
        func document(_ path: String, _ make: @escaping @Sendable (String, KeySet) -> JSON?) -> Route {
            Route(
                path, CertificateText.keys, .everyone,
                .file(contentType: "application/json") { request in
                    let keys = try issuer.keys(
                        at: request.origin, database.read { try SkillsQueries.listIssuerKeys(in: $0) })
                    guard let json = make(request.origin, keys) else { return .notFound }
                    return .file(json.canonicalBytes, name: "keys.json")
                })
        }
        return lists(database, issuer) + [
            token("credential.jwt", database) { try issuer.token(of: $0, at: $1, by: $2) },
            // A badge cannot say that it is suspended: while it is, none is given out.
            token("badge.jwt", database) { line, origin, keys in
                line.suspended == nil ? try issuer.token(of: line, at: origin, by: keys, isOpenBadge: true) : nil
            },
            code(database, issuer),
            document(BadgeIssuer.path) { origin, keys in
                IssuerDocuments.controller(origin + BadgeIssuer.path, keys)
            },
            document(BadgeIssuer.path + "/did.json") { origin, keys in
                IssuerDocuments.did(of: origin + BadgeIssuer.path).map { IssuerDocuments.controller($0, keys) }
            },
            document("/.well-known/jwks.json") { _, keys in
                // A set of keys has no word for one that was laid open.
                IssuerDocuments.jwks(KeySet(keys.entries.filter { $0.compromised == nil }))
            },
            Route(
                "/skills/keys", IssuerText.keys, .everyone,
                .page { request in try database.read { .page(try IssuerPage(in: $0).page(request)) } }),
        ]
    }

    private static func lists(_ database: any Database, _ issuer: BadgeIssuer) -> [Route] {
        let kept = KeptStatusLists(issuer)
        return StatusList.allCases.map { kind in
            Route(
                kind.path, CertificateText.statusList, .everyone,
                .file(contentType: "application/vc+jwt") { request in
                    let (set, keys) = try database.read { tx in
                        let set =
                            switch kind {
                            case .revocation: try SkillsQueries.listRevoked(in: tx)
                            case .suspension: try SkillsQueries.listSuspended(in: tx)
                            }
                        return (set, try SkillsQueries.listIssuerKeys(in: tx))
                    }
                    let list = try kept.token(kind, set: set, at: request.origin, by: keys, now: request.now)
                    return .file(Array(list.utf8), name: "status.jwt")
                }
            ).kept(seconds: BadgeIssuer.listKeptSeconds)
        }
    }

    /// The token as a picture, for a verifier without a network.
    private static func code(_ database: any Database, _ issuer: BadgeIssuer) -> Route {
        Route(
            "/skills/certificates/{certificate}/code.svg", CertificateText.offlineCode, .everyone,
            .file(contentType: "image/svg+xml") { request in
                guard let id = request.identifier("certificate", as: SkillCertificateName.self),
                    let (line, keys) = try signable(id, database),
                    let code = QRCode(
                        try issuer.token(of: line, at: request.origin, by: keys), label: CertificateText.offlineCode)
                else { return .notFound }
                let drawn = code.html(request.language).markup.replacing(
                    "<svg ", with: "<svg xmlns=\"http://www.w3.org/2000/svg\" ", maxReplacements: 1)
                return .file(Array(drawn.utf8), name: "\(id).svg")
            })
    }

    private static func token(
        _ file: String, _ database: any Database,
        _ sign: @escaping @Sendable (CertificateLine, String, [IssuerKey]) throws -> String?
    ) -> Route {
        Route(
            "/skills/certificates/{certificate}/" + file, CertificateText.token, .everyone,
            .file(contentType: "application/vc+jwt") { request in
                guard let id = request.identifier("certificate", as: SkillCertificateName.self),
                    let (line, keys) = try signable(id, database),
                    let token = try sign(line, request.origin, keys)
                else { return .notFound }
                return .file(Array(token.utf8), name: "\(id).jwt")
            })
    }

    /// A certificate and the keys it may be signed with.
    private static func signable(_ id: CertificateID, _ database: any Database) throws -> (
        CertificateLine, [IssuerKey]
    )? {
        try database.read { tx in
            try SkillsQueries.findCertificate(id, in: tx).map { ($0, try SkillsQueries.listIssuerKeys(in: tx)) }
        }
    }
}
