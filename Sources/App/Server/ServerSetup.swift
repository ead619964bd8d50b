package import Foundation
package import Kernel
package import Platform
package import Storage

/// What `qianmo serve` and `qianmo seed demo` need besides the house: the sign-in store, its secret and, in a demo, its
/// people.
package struct ServerSetup: Sendable {
    package let signIn: SignInStore
    package let secrets: Secrets

    /// `database` is a store of its own for sign-ins; its tables are made or brought up to date. The secret lies in
    /// `folder/keys`. Throws `InstallationRefusal` where there are accounts and no secret to open them with.
    package init(
        folder: URL, database: any Database, sender: (any CodeSender)?, limits: SignInLimits = SignInLimits(),
        at now: Instant
    ) throws {
        try Migrator(SignInSchema.migrations).migrate(database, at: now)
        secrets = try ServerSetup.secrets(in: folder.appending(path: "keys"), database)
        signIn = try SignInStore(database: database, secrets: secrets, sender: sender, limits: limits)
    }

    /// The secret in `keys`, where it is the one that this store of sign-ins goes with; made where neither has begun.
    static func secrets(in keys: URL, _ database: any Database) throws -> Secrets {
        let path = keys.appending(path: "sign-in.key").path
        let (accounts, mark, sample) = try database.read {
            (try AccountQueries.count(in: $0), try KeyMarkQueries.find(in: $0), try AccountQueries.findSealed(in: $0))
        }
        try SignInRotation.settle(in: keys, mark: mark)
        // A new secret would open none of what the old one sealed: every second factor and phone would be lost in silence.
        guard accounts == 0 && mark == nil || Secrets.isThere(in: keys) else {
            throw InstallationRefusal(Text.signInKeyMissing(path))
        }
        let secrets: Secrets
        do {
            secrets = try Secrets.open(in: keys)
        } catch ServerConfigurationError.shortSecret {
            throw InstallationRefusal(Text.signInKeyWrong(path))
        }
        // One of another house would be found out by each person who then cannot come in, one after the other.
        if let mark {
            guard Secrets.isEqual(mark, secrets.mark) else { throw InstallationRefusal(Text.signInKeyWrong(path)) }
            return secrets
        }
        // A store of before there were marks is known by what it holds.
        if let sample, (try? secrets.opened(sample.sealed, for: sample.purpose)) == nil {
            throw InstallationRefusal(Text.signInKeyWrong(path))
        }
        try database.write { try KeyMarkQueries.keep(secrets.mark, in: $0) }
        return secrets
    }

    /// The people of `offices` that the house knows, with accounts to play them. Only for a demo: their passwords are
    /// printed and shown. Safe to repeat; the same secrets each time.
    package func openDemo(_ offices: [OfficeID], of installation: Installation) async throws -> [DemoPerson] {
        let people = DemoPeople.list(
            try offices.compactMap { try installation.findPrincipal(office: $0) }, secrets: secrets)
        try await DemoPeople.open(people, in: signIn, at: installation.clock.now())
        return people
    }

    /// The server, ready to `run`.
    package func application(
        _ installation: Installation, _ configuration: ServerConfiguration, demo: [DemoPerson] = []
    ) throws -> ServerApplication {
        try ServerApplication(
            installation: installation, signIn: signIn, secrets: secrets, configuration: configuration, demo: demo)
    }
}

extension Secrets {
    /// Whether the installation secret has been made.
    static func isThere(in folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "sign-in.key").path)
    }

    /// Those of the installation secret `sign-in.key` in `folder`, 32 random bytes that are made where they are missing.
    package static func open(in folder: URL) throws -> Secrets {
        let bytes = try SecretFile.bytes(at: folder.appending(path: "sign-in.key")) {
            Randomness.bytes(Secrets.shortest)
        }
        guard let secrets = Secrets(bytes) else { throw ServerConfigurationError.shortSecret }
        return secrets
    }
}
