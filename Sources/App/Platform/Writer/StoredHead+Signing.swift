import EventLog
import Kernel
import Storage

extension StoredHead {
    /// The head after `range` and `answers`, its checkpoint signed and its row sealed.
    init(_ range: CompactRange, at instant: Instant, answers: Int64, _ keys: InstallationKeys) {
        let checkpoint = Checkpoint(origin: keys.signing.verifier.name, size: range.size, root: range.root)
        let note = String(decoding: checkpoint.signed(by: keys.signing).bytes, as: UTF8.self)
        self.init(
            range: range, lastAt: instant, checkpoint: note, answers: answers,
            seal: StoredHead.seal(range, instant, note, answers, keys))
    }

    /// Whether the row was written by a holder of the installation's key.
    func isSealed(by keys: InstallationKeys) -> Bool {
        seal == StoredHead.seal(range, lastAt, checkpoint, answers, keys)
    }

    private static func seal(
        _ range: CompactRange, _ at: Instant, _ checkpoint: String, _ answers: Int64?, _ keys: InstallationKeys
    ) -> [UInt8] {
        let parts = [range.serialized, Array(String(at.milliseconds).utf8), Array(checkpoint.utf8)]
        return keys.seal("log_head", parts + (answers.map { [Array(String($0).utf8)] } ?? []))
    }
}

extension WaitingCommand {
    /// A command given by the clock holds nothing personal: its arguments lie in the open.
    init(_ due: Due<some Module>, entry: Int64, ordinal: Int) {
        var writer = FieldWriter(personal: .setAside)
        due.command.write(to: &writer)
        precondition(writer.personal.isEmpty, "a due command must not hold personal values")
        self.init(
            at: due.at, entry: entry, ordinal: ordinal, name: type(of: due.command).fullName,
            arguments: JSON.object(writer.members).canonicalText)
    }
}
