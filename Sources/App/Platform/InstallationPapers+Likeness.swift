import Attachments
package import Kernel
import Storage
import Synchronization
package import Web

/// What the photos of the house look like, for as long as the program runs; nil of what is no photo. It is learnt anew at each
/// start from what lies sealed beside the papers, and stands neither in the log nor in a table of the store.
final class PaperGallery: Sendable {
    private struct State {
        var known: [String: PaperLikeness?] = [:]
        /// The last place in the log that was looked at.
        var last = PaperIndex.Place(entry: -1, path: "")
    }

    private let state = Mutex(State())

    var last: PaperIndex.Place { state.withLock { $0.last } }

    func isKnown(_ mark: String) -> Bool { state.withLock { $0.known[mark] != nil } }

    func learn(_ mark: String, _ likeness: PaperLikeness?) { state.withLock { $0.known[mark] = .some(likeness) } }

    func goOn(after place: PaperIndex.Place) { state.withLock { $0.last = place } }

    /// Photos that look like this one, by mark.
    func alikes(of mark: String) -> [String] {
        let known = state.withLock { $0.known }
        guard case .some(.some(let own)) = known[mark] else { return [] }
        return known.compactMap { $0.key != mark && $0.value?.isLike(own) ?? false ? $0.key : nil }.sorted()
    }
}

/// A paper that looks like another one.
package struct PaperAlike: Sendable {
    package let label: PaperLabel
    /// Where it was named first, and what was done there.
    package let entry: Int64
    package let act: Message
    /// What it was done on, and its page.
    package let thing: NamedThing?
}

extension InstallationPapers {
    /// So many are shown beside a paper.
    private static let shownAlikes = 6

    /// Looks at photos that events have named since it was last called, at most so many. Answers how many papers it looked at.
    package func learnPhotos(atMost limit: Int = 200) throws -> Int {
        guard store.hasShelves else { return 0 }
        let named = try database.read { try PaperIndex.named(after: gallery.last, limit: limit, in: $0) }
        for (mark, place) in named {
            if !gallery.isKnown(mark) { gallery.learn(mark, try? pictures.likeness(of: mark)) }
            gallery.goOn(after: place)
        }
        return named.count
    }

    /// Photos about other things that look like this one, for a desk that may see both; looks at it now if nobody has.
    package func listAlikes(of mark: String, for principal: Principal?) throws -> [PaperAlike] {
        guard let principal, !principal.role.isPrivate else { return [] }
        if !gallery.isKnown(mark) { gallery.learn(mark, try pictures.likeness(of: mark)) }
        return try alikes(of: mark, for: principal)
    }

    func alikes(of mark: String, for principal: Principal) throws -> [PaperAlike] {
        let candidates = gallery.alikes(of: mark)
        guard !candidates.isEmpty else { return [] }
        return try database.read { tx in
            let own = Set(try PaperIndex.list(mark, in: tx).map(\.stream))
            var found: [PaperAlike] = []
            for candidate in candidates where found.count < Self.shownAlikes {
                let uses = try PaperIndex.list(candidate, in: tx)
                guard let first = uses.first, own.isDisjoint(with: uses.map(\.stream)),
                    let label = try label(candidate, uses, for: principal, tx)
                else { continue }
                found.append(
                    PaperAlike(
                        label: label, entry: first.entry, act: LogWords.act(first.event),
                        thing: try thing(of: first, tx)))
            }
            return found
        }
    }
}
