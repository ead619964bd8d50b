import Crypto
import EventLog
import Kernel

/// What the leaves say about the answers: the entries of one submission stand together in the log, the first of them
/// under the digest of its sender and key. So every answer that caused something can be written again from the log.
///
/// About 100 bytes a submission; nothing else that grows.
struct ExpectedAnswers {
    /// The digest of sender and key, in two words.
    private struct Key: Hashable {
        let high: UInt64
        let low: UInt64

        init?(_ digest: KeyDigest) {
            guard let high = UInt64(digest.text.prefix(16), radix: 16),
                let low = UInt64(digest.text.suffix(16), radix: 16)
            else { return nil }
            (self.high, self.low) = (high, low)
        }
    }

    private struct Expected {
        let first: Int64
        /// Of the answer's text: the beginning of its SHA-256.
        let high: UInt64
        let low: UInt64
    }

    private struct Run {
        /// As it stands in the leaves.
        let key: Key
        /// Of sender and key.
        let sender: Key?
        let stream: StreamID
        let at: Instant
        var entries: [Int64]
    }

    private var run: Run?
    /// Those whose sender was destroyed, by their first entry.
    private var unnamed: [Int64: Key] = [:]
    private var expected: [Key: Expected] = [:]

    /// Takes the leaves in the log's order. A submission that stands in the log twice is a finding. `sender`: what the leaf
    /// withholds, nil when it withholds nothing or the person was destroyed.
    mutating func add(_ leaf: Leaf, at index: Int64, sender: KeyDigest? = nil) throws {
        if let key = leaf.key.flatMap(Key.init) {
            if run?.key == key, leaf.at == run?.at, leaf.cause == nil {
                run?.entries.append(index)
                return
            }
            close()
            let digest = leaf.office == nil ? sender.flatMap(Key.init) : key
            guard expected[digest ?? key] == nil else {
                throw Finding("log_entry", entry: index, column: "leaf", .surplus)
            }
            run = Run(key: key, sender: digest, stream: leaf.stream, at: leaf.at, entries: [index])
        } else if leaf.cause == nil {
            // The clock's own act: nobody asked, nobody is answered.
            close()
        } else {
            run?.entries.append(index)
        }
    }

    mutating func finish() { close() }

    /// How an answer and the log belong together.
    enum Match { case expected, unknown, different(entry: Int64) }

    /// Takes the answer under `digest` off the list.
    mutating func take(_ digest: KeyDigest, text: String) -> Match {
        guard let key = Key(digest), let wanted = expected.removeValue(forKey: key) else { return .unknown }
        let found = ExpectedAnswers.words(text)
        return found.high == wanted.high && found.low == wanted.low ? .expected : .different(entry: wanted.first)
    }

    /// The same of a submission whose sender was destroyed: by the first entry it says it caused.
    mutating func take(from entry: Int64, text: String) -> Match {
        guard let key = unnamed.removeValue(forKey: entry), let wanted = expected.removeValue(forKey: key) else {
            return .unknown
        }
        let found = ExpectedAnswers.words(text)
        return found.high == wanted.high && found.low == wanted.low ? .expected : .different(entry: wanted.first)
    }

    /// The first entry, in the log's order, whose submission has no answer among those taken.
    var firstUnanswered: Int64? { expected.values.map(\.first).min() }

    private mutating func close() {
        guard let run, let first = run.entries.first else { return }
        let answer = Answer.accepted(entries: run.entries, stream: run.stream, at: run.at)
        let words = ExpectedAnswers.words(answer.json.canonicalText)
        if run.sender == nil { unnamed[first] = run.key }
        expected[run.sender ?? run.key] = Expected(first: first, high: words.high, low: words.low)
        self.run = nil
    }

    private static func words(_ text: String) -> (high: UInt64, low: UInt64) {
        SHA256.hash(data: Array(text.utf8)).withUnsafeBytes {
            ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
    }
}
