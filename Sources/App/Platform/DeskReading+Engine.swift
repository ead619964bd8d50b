import EventLog
import Kernel
import Storage

extension DeskReading {
    /// Reads the store as the writer would, with an engine of its own for each question.
    init(_ parts: EngineParts, _ database: any Database, _ clock: any WriterClock) {
        self.init(
            rehearse: { command, principal in
                let instant = clock.now()
                do {
                    return .success(
                        try database.read { tx in
                            try Engine(parts, in: tx).rehearse(command, by: principal, at: instant, in: tx)
                        })
                } catch let rejection as Rejection {
                    return .failure(rejection)
                }
            },
            history: { stream, tx in
                var leaves: [(Int64, [UInt8])] = []
                try LogStore.each(of: stream, in: tx) { leaves.append(($0, $1)) }
                var reader = EventReader(modules: parts.modules)
                var sealed = SealedStore(installation: parts.keys.installation)
                return try leaves.compactMap { index, leaf in
                    try reader.event(index, leaf, &sealed, in: tx).map { PastEvent($0.header, $0.event) }
                }
            })
    }
}
