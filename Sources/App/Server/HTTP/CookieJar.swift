import Hummingbird
import Kernel

/// The cookies of the house. With TLS they carry the `__Host-` prefix, so no neighbouring site can plant one.
struct CookieJar: Sendable {
    let isPlainLoopback: Bool

    private var prefix: String { isPlainLoopback ? "" : "__Host-" }
    var session: String { "\(prefix)session" }
    /// A browser before sign-in: ties a form, or a code sent by phone, to the browser it was shown in.
    var visit: String { "\(prefix)visit" }
    var language: String { "\(prefix)language" }
    /// The village somebody chose on the first page.
    var village: String { "\(prefix)village" }
    /// Large letters.
    var letters: String { "\(prefix)letters" }
    /// Finds what was typed into a form when its session ended.
    var draft: String { "\(prefix)draft" }

    /// The browser that the program of a station's laptop opened.
    var laptop: String { "\(prefix)laptop" }
    /// Somebody has come in with a password here before.
    var known: String { "\(prefix)known" }

    /// The value of the cookie `name`; nil when absent or sent twice with different values.
    static func value(_ name: String, in headers: HTTPFields) -> String? {
        var found: Set<String> = []
        for header in headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == name else { continue }
                found.insert(String(parts[1]))
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// A cookie of this browser session: gone when the browser closes, never readable by script.
    func header(_ name: String, _ value: String, isStrict: Bool = false) -> String {
        let secure = isPlainLoopback ? "" : "; Secure"
        return "\(name)=\(value); Path=/; HttpOnly; SameSite=\(isStrict ? "Strict" : "Lax")\(secure)"
    }

    func expired(_ name: String) -> String { header(name, "") + "; Max-Age=0" }

    /// A choice that is kept for a year: no more than how somebody likes to read.
    func choiceHeader(_ name: String, _ value: String) -> String { header(name, value) + "; Max-Age=31536000" }

    func knownHeader(_ browser: KnownBrowser) -> String {
        header(known, browser.text, isStrict: true) + "; Max-Age=\(KnownBrowser.keptSeconds)"
    }

    func languageHeader(_ chosen: Language) -> String { header(language, chosen.rawValue) + "; Max-Age=31536000" }
}
