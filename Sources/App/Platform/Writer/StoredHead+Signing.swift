import EventLog
import Kernel
import Storage

extension StoredHead {
    /// The head after `range`, its checkpoint signed and its row sealed.
    init(_ range: CompactRange, at instant: Instant, _ keys: HouseKeys) {
        let checkpoint = Checkpoint(origin: keys.signing.verifier.name, size: range.size, root: range.root)
        let note = String(decoding: checkpoint.signed(by: keys.signing).bytes, as: UTF8.self)
        self.init(
            range: range, lastAt: instant, checkpoint: note,
            seal: StoredHead.seal(range, instant, note, keys))
    }

    /// Whether the row was written by a holder of the installation's key.
    func isSealed(by keys: HouseKeys) -> Bool {
        seal == StoredHead.seal(range, lastAt, checkpoint, keys)
    }

    private static func seal(_ range: CompactRange, _ at: Instant, _ checkpoint: String, _ keys: HouseKeys) -> [UInt8] {
        keys.seal("log_head", [range.serialized, Array(String(at.milliseconds).utf8), Array(checkpoint.utf8)])
    }
}

extension WaitingCommand {
    /// A command given by the clock holds nothing personal: its arguments lie in the open.
    init(_ due: HostedDue, entry: Int64, ordinal: Int, modules: ModuleSet) {
        var writer = FieldWriter(personal: .setAside)
        due.command.payload.write(to: &writer)
        precondition(writer.personal.isEmpty, "a due command must not hold personal values")
        self.init(
            at: due.at, entry: entry, ordinal: ordinal, name: modules.name(of: due.command),
            arguments: JSON.object(writer.members).canonicalText)
    }
}
