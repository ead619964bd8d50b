import EventLog
package import Kernel

package enum FlagName {}
/// What a flag points at and by which rule, as a digest: an address and a log tell neither.
package typealias FlagID = Identifier<FlagName>

package enum FlagWordsName {}
/// The words of one answer, by the name their key has in the space of words.
package typealias FlagWordsID = Identifier<FlagWordsName>

/// What somebody above the village says of a flag.
package enum FlagReply: String, FieldChoice {
    /// It is in order, and a paper shows why.
    case explained
    /// It goes to discipline inspection.
    case sentOn
    /// It was not in order and has been put right.
    case mended
}

/// An answer as the stream knows it: who gave it and whether a second person has looked.
package struct GivenAnswer: Sendable, Hashable {
    package let reply: FlagReply
    package let by: PersonID
    package let place: DivisionID
    /// What the flag rested on when it was answered.
    package let facts: String
    /// The name of its words in the space of words.
    package let wordsOf: FlagWordsID
    /// Whether a second person still has to look.
    package internal(set) var isWaiting: Bool
    package internal(set) var isErased = false
}

extension GivenAnswer {
    package func check(_ invariants: inout Invariants) {
        invariants.hold(!isWaiting || reply != .sentOn, "what went to discipline inspection waits for a second person")
    }
}

/// An answer as a page and the count have it.
package struct FlagAnswer: Sendable, Hashable {
    package let flag: FlagID
    package let reply: FlagReply
    package let facts: String
    /// The last day on which it holds; nil where it holds for good.
    package let until: CivilDate?
    package let isWaiting: Bool
    package let answeredOn: CivilDate
    package let desk: String
    package let second: String?
    /// Nil where they were destroyed.
    package let words: String?
    package let paper: String?

    /// Why the flag stands open though it was answered; nil where the answer holds.
    package func reasonOpen(_ facts: String, on day: CivilDate) -> FlagReopening? {
        if facts != self.facts { return .factsChanged }
        if let until, until < day { return .overdue }
        return isWaiting ? .waiting : nil
    }
}

/// Why an answered flag stands open.
package enum FlagReopening: String, Sendable, CaseIterable {
    case factsChanged, overdue, waiting
}

extension OversightFlag {
    /// The flag's digest: of its object and its rule.
    package var id: FlagID {
        let digest = Hash.file(Array("qianmo.flag.v1\n\(object)\n\(rule.rawValue)".utf8))
        guard let id = FlagID(String(digest.hex.prefix(40))) else {
            preconditionFailure("hexadecimal digits are a name")
        }
        return id
    }

    /// What flags of one object and rule rest on, as a digest: where it differs, something new came to light.
    package static func facts(_ flags: [OversightFlag]) -> String {
        let lines = flags.map { "\($0.level.rawValue)|\($0.beside ?? "")|\($0.basis)" }.sorted()
        return String(Hash.file(Array(lines.joined(separator: "\n").utf8)).hex.prefix(40))
    }
}
