import Attachments
package import Kernel
import Storage
import Synchronization
package import Web

/// The words of papers, in memory for as long as the program runs; they lie sealed beside the papers.
final class PaperWordBook: Sendable {
    private struct State {
        var words: [String: String] = [:]
        var last = PaperIndex.Place(entry: -1, path: "")
    }

    private let state = Mutex(State())

    var last: PaperIndex.Place { state.withLock { $0.last } }

    func learn(_ mark: String, _ words: String?, at place: PaperIndex.Place) {
        state.withLock {
            $0.words[mark] = words
            $0.last = place
        }
    }

    func forget(_ mark: String) { state.withLock { $0.words[mark] = nil } }

    /// The papers whose words hold `wanted`, by mark.
    func find(_ wanted: String) -> [String] {
        state.withLock { $0.words }.compactMap { $0.value.contains(wanted) ? $0.key : nil }.sorted()
    }
}

/// A paper with the words that were looked for.
package struct PaperFound: Sendable {
    package let label: PaperLabel
    /// Where it was named first, what was done there, and on what.
    package let entry: Int64
    package let act: Message
    package let thing: NamedThing?
}

extension InstallationPapers {
    /// Reads papers that events have named since it was last called, at most so many; answers how many it looked at. Nothing
    /// where no reading is asked for.
    package func readPapers(atMost limit: Int = 1) throws -> Int {
        guard let reading, store.hasShelves else { return 0 }
        let named = try database.read { try PaperIndex.named(after: words.last, limit: limit, in: $0) }
        for (mark, place) in named {
            words.learn(mark, try? pictures.words(of: mark, by: reading), at: place)
        }
        return named.count
    }

    /// Papers that `principal`, at a desk, may see and on which the words stand; at most 50. Two letters at least.
    package func find(_ text: String, for principal: Principal) throws -> [PaperFound] {
        let wanted = PaperReading.plain(text)
        guard !principal.role.isPrivate, wanted.count >= 2 else { return [] }
        let marks = words.find(wanted)
        guard !marks.isEmpty else { return [] }
        return try database.read { tx in
            var found: [PaperFound] = []
            for mark in marks where found.count < 50 {
                let uses = try PaperIndex.list(mark, in: tx)
                guard let first = uses.first, let label = try label(mark, uses, for: principal, tx) else { continue }
                found.append(
                    PaperFound(
                        label: label, entry: first.entry, act: LogWords.act(first.event),
                        thing: try thing(of: first, tx)))
            }
            return found
        }
    }

    func thing(of use: PaperIndex.Use, _ tx: any ReadTransaction) throws -> NamedThing? {
        let parts = use.stream.split(separator: "/", maxSplits: 1).map(String.init)
        return parts.count == 2 ? try plan.modules.findThing(on: StreamID(parts[0], parts[1]), in: tx) : nil
    }
}
