import EventLog
import Kernel
import Platform

/// What a station's laptop can do with its one lot.
struct LaptopAccess: Sendable {
    /// The public key of the laptop's log, as the county is given it.
    let key: String
    let findStage: @Sendable () throws -> LaptopStage
    let findDesk: @Sendable () throws -> Principal?
    let open: @Sendable (JSON) async throws -> String
    let writeLog: @Sendable () throws -> JSON
    /// The next start begins with another lot.
    let finish: @Sendable () throws -> Void

    init(_ installation: Installation) {
        key = installation.log.verifier.text
        findStage = { try installation.findLaptopStage() }
        findDesk = { try installation.findLaptopDesk() }
        open = { try await installation.openStationHall($0) }
        writeLog = { try installation.writeStationLog() }
        finish = { try installation.finishLaptop() }
    }
}
