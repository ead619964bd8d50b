package import Foundation
package import Kernel
import Platform
package import Storage

/// A fresh `sign-in.key` in place of the one that may have been read (decision record 0399).
///
/// Phones and second factors are opened with the old secret and sealed under the new one, phones are found by new digests,
/// and the mark tells which secret the store goes with. What is kept as a digest only cannot be made anew: recovery
/// codes, slips and codes under way are void. Passwords and sessions hang on no secret and stay. The new file lies beside
/// the old one before the transaction and takes its place after it.
package struct SignInRotation {
    package struct Done: Sendable, Hashable {
        /// Accounts whose phone or second factor was sealed anew.
        package let accounts: Int
        /// Recovery codes that are void.
        package let recoveryCodes: Int
    }

    private let keys: URL
    private var file: URL { keys.appending(path: "sign-in.key") }
    private var next: URL { keys.appending(path: "sign-in.key.next") }

    package init(dataDirectory: URL) { self.init(keys: dataDirectory.appending(path: "keys")) }

    private init(keys: URL) { self.keys = keys }

    /// `database` is the store of sign-ins, which nobody else writes meanwhile. Throws `InstallationRefusal` where the secret
    /// is not that store's.
    package func run(_ database: any Database, at now: Instant) throws -> Done {
        try Migrator(SignInSchema.migrations).migrate(database, at: now)
        let old = try ServerSetup.secrets(in: keys, database)
        let bytes = Randomness.bytes(Secrets.shortest)
        guard let fresh = Secrets(bytes) else { throw ServerConfigurationError.shortSecret }
        try SecretFile.write(secret: bytes, to: next)
        let done = try database.write { tx in
            let accounts = try AccountQueries.listSealed(in: tx)
            for account in accounts { try Self.sealAgain(account, from: old, to: fresh, in: tx) }
            let codes = try KeyMarkQueries.dropDigests(in: tx)
            try KeyMarkQueries.replace(fresh.mark, in: tx)
            return Done(accounts: accounts.count, recoveryCodes: codes)
        }
        try takePlace()
        // What was sealed under the old secret is in no free page.
        _ = (database as? any ForgettingDatabase)?.forgetOverwritten()
        return done
    }

    private static func sealAgain(
        _ account: AccountRow, from old: Secrets, to fresh: Secrets, in tx: any WriteTransaction
    ) throws {
        let purpose = SignInStore.factorPurpose(account.person)
        let factor = try account.secondFactor.map { try fresh.sealed(old.opened($0, for: purpose), for: purpose) }
        var phone: (digest: [UInt8], sealed: [UInt8])?
        if let sealed = account.phoneSealed {
            let text = String(decoding: try old.opened(sealed, for: "phone"), as: UTF8.self)
            guard let number = PhoneNumber(text) else { throw SignInRejection.unknownPerson.rejection }
            phone = (fresh.digest(phone: number), try fresh.sealed(Array(text.utf8), for: "phone"))
        }
        try AccountQueries.replaceSealed(factor: factor, phone: phone, of: account.person, in: tx)
    }

    /// Finishes what stopped between its steps, or throws it away: called at each start.
    static func settle(in keys: URL, mark: [UInt8]?) throws {
        let rotation = SignInRotation(keys: keys)
        guard let begun = (try? Data(contentsOf: rotation.next)).map({ Array($0) }) else { return }
        if let mark, let secrets = Secrets(begun), Secrets.isEqual(secrets.mark, mark) {
            try rotation.takePlace()
        } else {
            try FileManager.default.removeItem(at: rotation.next)
        }
    }

    private func takePlace() throws {
        guard rename(next.path, file.path) == 0 else {
            throw InstallationRefusal(Text.signInKeyWrong(file.path))
        }
    }
}
