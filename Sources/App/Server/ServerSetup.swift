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
        let keys = folder.appending(path: "keys")
        // A new secret would open none of what the old one sealed: every second factor and phone would be lost in silence.
        let accounts = try database.read { try AccountQueries.count(in: $0) }
        guard accounts == 0 || Secrets.isThere(in: keys) else {
            throw InstallationRefusal(Text.signInKeyMissing(keys.appending(path: "sign-in.key").path))
        }
        let path = keys.appending(path: "sign-in.key").path
        do {
            secrets = try Secrets.open(in: keys)
        } catch ServerConfigurationError.shortSecret {
            throw InstallationRefusal(Text.signInKeyWrong(path))
        }
        // One of another house would be found out by each person who then cannot come in, one after the other.
        if let sample = try database.read({ try AccountQueries.findSealed(in: $0) }),
            (try? secrets.opened(sample.sealed, for: sample.purpose)) == nil
        {
            throw InstallationRefusal(Text.signInKeyWrong(path))
        }
        signIn = try SignInStore(database: database, secrets: secrets, sender: sender, limits: limits)
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
