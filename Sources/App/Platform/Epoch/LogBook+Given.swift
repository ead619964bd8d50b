import Kernel
import Storage

/// One of the log's own commands, which a person gives on the machine while nobody else writes.
struct GivenToLog {
    let command: any Command<LogBook>.Type
    let arguments: JSON
    /// The same act has the same key.
    let key: String

    /// Has `engine` write it; answers the head after it, which `signer` has on record then.
    func write(
        by engine: Engine, _ plan: InstallationPlan, _ keys: InstallationKeys, _ signer: SignerFile,
        _ database: any Database, at now: Instant
    ) throws -> Head {
        let name = command.fullName
        let submission = Submission(command: name, arguments: arguments, principal: .theHouse, key: key)
        let ticket = Ticket(
            name: name, command: try plan.modules.read(name, arguments, .exact), principal: .theHouse, key: key,
            content: Ticket.Content(of: submission, keys), arrived: now, answered: { _ in })
        let answers = try database.write { try engine.run([ticket], until: now, in: $0) }
        if case .rejected(let rejection)? = answers.first { throw rejection }
        let head = engine.head.published
        try signer.record(SignerFile.Signed(size: head.size, root: head.root))
        return head
    }
}
