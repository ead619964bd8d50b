import EventLog
package import Foundation
import Kernel
package import Storage

extension Installation {
    /// Goes on from a store that is older than what its key has signed, because a person says so: an entry in the log
    /// tells why and what was given up, and only then does the key sign again. Answers the head after it.
    ///
    /// Throws `InstallationRefusal` 1214 when nothing is missing, and when anything but the age of the log is wrong.
    package static func openEpoch(
        _ plan: InstallationPlan, dataDirectory: URL, database: any Database, reason: String,
        clock: any WriterClock = SystemClock(), random: InstallationRandom = .system
    ) throws -> Head {
        let directory = dataDirectory.appending(path: "keys")
        guard let keys = try InstallationKeys.load(from: directory) else {
            throw InstallationRefusal(InstallationText.keysMissing)
        }
        let signer = SignerFile(keys: directory)
        guard let signed = try signer.last() else { throw InstallationRefusal(InstallationText.signerMissing) }
        try Migrator(plan.migrations).migrate(database, at: clock.now())
        try database.write { try MigrationSeals(keys: keys).sealNew(in: $0) }
        let tail = Tail(plan.parts(keys, random, report: { _ in }), signer)
        let engine = try database.read { tx in
            if (try? tail.open(in: tx)) != nil { throw InstallationRefusal(PlatformRejection.nothingGivenUp) }
            return try tail.open(in: tx, evenIfOlder: true)
        }
        let arguments: JSON = [
            "reason": .string(reason), "signedEntries": .integer(signed.size),
            "signedRoot": .string(signed.root.base64),
        ]
        let given = GivenToLog(
            command: OpenEpoch.self, arguments: arguments, key: "epoch-\(signed.size)-\(signed.root.base64)")
        return try given.write(by: engine, plan, keys, signer, database, at: clock.now())
    }
}
