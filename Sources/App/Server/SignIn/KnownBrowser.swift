import Crypto
import Kernel

/// A browser in which somebody has come in with a password before.
///
/// It opens nothing. Wrong passwords that come from it are counted apart from everybody else's, so that whoever guesses a
/// name elsewhere cannot keep its owner out (record 0197). The browser keeps it; the house keeps nothing.
struct KnownBrowser: Sendable {
    /// Half a year.
    static let keptSeconds: Int64 = 180 * 86_400
    /// A desk's machine serves several; the one who came in longest ago is forgotten.
    static let most = 6

    private let since: Instant
    private let nonce: String
    /// One for each name, the last that came in first.
    private var marks: [String]

    init(at now: Instant) {
        since = now
        nonce = Base64.text(Randomness.bytes(12))
        marks = []
    }

    /// Nil for what this house did not give out in this form, and for what is too old.
    init?(text: String, at now: Instant) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 256, (3...2 + KnownBrowser.most).contains(parts.count),
            let milliseconds = Int64(parts[0]),
            (now.adding(seconds: -KnownBrowser.keptSeconds).milliseconds...now.milliseconds).contains(milliseconds)
        else { return nil }
        since = Instant(milliseconds: milliseconds)
        nonce = String(parts[1])
        marks = parts.dropFirst(2).map { String($0) }
    }

    var text: String { (["\(since.milliseconds)", nonce] + marks).joined(separator: ".") }

    /// What is counted for `name` in this browser; nil where nobody of that name has come in here.
    func bucket(of name: String, _ secrets: Secrets) -> String? {
        let mark = Array(secrets.knownBrowser("\(since.milliseconds)", nonce, name).utf8)
        return marks.contains { Secrets.isEqual(Array($0.utf8), mark) } ? "\(nonce)/\(name)" : nil
    }

    /// The same browser after `name` has come in.
    func remembering(_ name: String, _ secrets: Secrets) -> KnownBrowser {
        var next = self
        let mark = secrets.knownBrowser("\(since.milliseconds)", nonce, name)
        next.marks = Array(([mark] + marks.filter { $0 != mark }).prefix(KnownBrowser.most))
        return next
    }
}
