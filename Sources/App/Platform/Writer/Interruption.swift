import Kernel
import Storage

/// What the program before left in the middle of an act of the clock: the act is set aside before anything else is done,
/// so that an act which no program survives does not stop every start (decision record 0194).
struct Interruption {
    private let parts: EngineParts

    init(_ parts: EngineParts) {
        self.parts = parts
    }

    /// The mark is taken away only when the store has taken the word. An act that is no longer due was carried out, and
    /// the program ended afterwards. One that no row knows went with its cause, which then is the one set aside.
    func settle(_ database: any Database, at now: Instant) throws {
        guard let mark = parts.mark else { return }
        let places = mark.left()
        guard !places.isEmpty else { return }
        let act = try database.write { tx -> ActSetAside? in
            guard let waiting = try places.compactMap({ try DueStore.find($0, in: tx) }).first else { return nil }
            let act = ActSetAside(waiting, since: now, .interrupted)
            try ActStore(keys: parts.keys).save(act, in: tx)
            return act
        }
        mark.clear()
        if let act { parts.report(act.words) }
    }
}
