package import Kernel

/// What the page of the log shows. The store of the log is Platform's: it fills this value, the page only draws it.
package struct PublicLog: Sendable, Hashable {
    /// One act in the log: who did what, when, about what. Nothing personal is in a leaf, so nothing is here.
    package struct Entry: Sendable, Hashable {
        package let index: Int64
        package let at: Instant
        /// With the module's prefix: `exchange.bidPlaced`.
        package let kind: String
        package let stream: String
        /// Nil where the log withholds who acted.
        package let office: String?
        package let role: Role
        package let division: DivisionID?
        /// The same in words, where it has been looked up.
        package var sentence: Sentence?
        /// The name of the place, where it has been looked up.
        package var place: String?

        package init(
            index: Int64, at: Instant, kind: String, stream: String, office: String?, role: Role, division: DivisionID?
        ) {
            self.index = index
            self.at = at
            self.kind = kind
            self.stream = stream
            self.office = office
            self.role = role
            self.division = division
        }
    }

    /// "石桥镇交易站" "受理了" "南河湾地", and the page of the thing; nil where it has none one may see.
    package struct Sentence: Sendable, Hashable {
        package let desk: Message
        package let act: Message
        package let thing: String
        package let path: String?

        package init(desk: Message, act: Message, thing: String, path: String?) {
            self.desk = desk
            self.act = act
            self.thing = thing
            self.path = path
        }
    }

    /// A day's last checkpoint.
    package struct Day: Sendable, Hashable {
        package let day: String
        package let checkpoint: String

        package init(day: String, checkpoint: String) {
            self.day = day
            self.checkpoint = checkpoint
        }
    }

    package let size: Int64
    /// The root hash as it stands in the checkpoint, base64.
    package let root: String
    package let at: Instant
    /// The signed note (C2SP tlog-checkpoint).
    package let checkpoint: String
    /// The key the note verifies with, as `name+hash+base64`.
    package let verifierKey: String
    /// Those that signed before it, newest first, each with the size up to which it did.
    package let formerKeys: [String]
    /// Latest first.
    package let entries: [Entry]
    /// The entry before which to go on reading; nil when there is nothing earlier.
    package let earlier: Int64?
    /// Latest first.
    package let days: [Day]

    package init(
        size: Int64, root: String, at: Instant, checkpoint: String, verifierKey: String,
        formerKeys: [String] = [], entries: [Entry], earlier: Int64?,
        days: [Day]
    ) {
        self.size = size
        self.root = root
        self.at = at
        self.checkpoint = checkpoint
        self.verifierKey = verifierKey
        self.formerKeys = formerKeys
        self.entries = entries
        self.earlier = earlier
        self.days = days
    }
}

/// One entry with what proves it.
package struct PublicEntry: Sendable, Hashable {
    package let entry: PublicLog.Entry
    /// The canonical bytes of the leaf as text.
    package let leaf: String
    /// The text of a `.tlog-proof` under the present checkpoint.
    package let proof: String
    /// Whether proof and signed checkpoint held when they were read.
    package let isProved: Bool

    package init(entry: PublicLog.Entry, leaf: String, proof: String, isProved: Bool = true) {
        self.isProved = isProved
        self.entry = entry
        self.leaf = leaf
        self.proof = proof
    }
}

/// How the pages come by the log: two questions that Platform answers from its store.
package struct PublicLogSource: Sendable {
    /// Which entries are asked for.
    package enum Choice: Sendable, Hashable {
        case all
        /// Whose act, object, desk or place holds these words.
        case words(String)
        /// Of one thing: `lot/L1`.
        case stream(String)
    }

    /// The head of the log and up to `limit` chosen entries before the entry `before` (nil: the latest).
    package let latest: @Sendable (_ choice: Choice, _ before: Int64?, _ limit: Int) throws -> PublicLog
    /// One entry with its proof; nil beyond the log.
    package let entry: @Sendable (_ index: Int64) throws -> PublicEntry?

    package init(
        latest: @escaping @Sendable (_ choice: Choice, _ before: Int64?, _ limit: Int) throws -> PublicLog,
        entry: @escaping @Sendable (_ index: Int64) throws -> PublicEntry?
    ) {
        self.latest = latest
        self.entry = entry
    }
}
