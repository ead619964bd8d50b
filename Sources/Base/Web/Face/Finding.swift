package import Kernel

/// What one room finds to the words of somebody who looks for something: its kind, and at most a few of each.
package struct FoundGroup: Sendable {
    package struct Hit: Sendable {
        let name: String
        /// What tells it from others of the name: the place, the state.
        let note: String
        let path: String

        package init(_ name: String, _ note: String, to path: String) {
            self.name = name
            self.note = note
            self.path = path
        }
    }

    /// As many of a kind are shown.
    package static let most = 8

    let rank: Int
    let title: Message
    let hits: [Hit]
    /// Where all of the kind are looked through with the same words; nil where there is no such list.
    let list: String?

    /// `hits`: up to `most` and one more, which says that there are more. Smaller ranks stand first.
    package init(_ rank: Int, _ title: Message, _ hits: [Hit], list: String? = nil) {
        self.rank = rank
        self.title = title
        self.hits = hits
        self.list = list
    }
}

/// What a room finds, for this reader: only what they may see, and never by what is personal of another.
package typealias FindSource = @Sendable (_ words: String, PageRequest) throws -> [FoundGroup]

/// `/search`: one box over all rooms, results by kind.
package enum SearchPage {
    package static let path = "/search"

    package static func page(_ request: PageRequest, _ sources: [FindSource]) throws -> Page {
        let words = String((request.query["q"] ?? "").prefix(100)).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        let box = SearchBox(request, label: Text.whatToFind)
        guard !words.isEmpty else {
            return Page(Text.find, request, [Headline(Text.find, answer: Text.findHint, in: request.language), box])
        }
        let groups = try sources.flatMap { try $0(words, request) }.filter { !$0.hits.isEmpty }
            .sorted { $0.rank < $1.rank }
        let count = groups.reduce(0) { $0 + min($1.hits.count, FoundGroup.most) }
        let answer = count == 0 ? Text.foundNothing(words) : Text.foundThings(request.format.count(count), words)
        let parts: [any Component] =
            groups.isEmpty
            ? [
                EmptyState(
                    Text.noRowFits, hint: Text.findOtherwise, action: Action(Text.byPlace, to: "/places"))
            ]
            : groups.map { Section($0.title, [list($0, words, request)]) }
        return Page(Text.find, request, [Headline(Text.find, answer: answer, in: request.language), box] + parts)
    }

    private static func list(_ group: FoundGroup, _ words: String, _ request: PageRequest) -> HTML {
        let lines = group.hits.prefix(FoundGroup.most).map { hit -> HTML in
            let note: HTML? = hit.note.isEmpty ? nil : " <small>\(hit.note)</small>"
            return "<li>\(HTML.link(hit.name, to: hit.path))\(note)</li>\n"
        }
        let more: HTML? =
            group.hits.count > FoundGroup.most
            ? group.list.map { path in
                "<p>\(HTML.link(request(Text.allOfKind), to: Links.address(path, query: ["q": words])))</p>\n"
            } : nil
        return "<ul class=\"hits\">\n\(lines)</ul>\n\(more)"
    }
}
