package import Logging

/// How the house is served.
package struct ServerConfiguration: Sendable {
    package var host: String
    package var port: Int
    /// Plain HTTP with plain cookies, said on every page; only when bound to a loopback address.
    package let isPlainLoopback: Bool
    /// Invented people and amounts; said on every page.
    package let isDemo: Bool
    /// A proxy of ours stands in front and says who asks (`X-Forwarded-For`, the last entry).
    package let trustsProxy: Bool
    /// The public address of the installation, `https://lease.example.cn`, printed on its papers; nil: whatever address a reader
    /// came by.
    package let address: String?
    /// A station's laptop: what the browser brings that the program opened (`/laptop`). Nil in any other house.
    package var laptop: Token?
    /// What the county's gateway shows with an answer that came by message; nil: no messages go out, and none are taken.
    package var messageKey: [UInt8]?
    package var limits = RequestLimits()
    package var signIn = SignInLimits()
    package var logger: Logger

    /// Throws when plain loopback is asked for on an address that others can reach.
    package init(
        host: String = "127.0.0.1", port: Int = 8_080, isPlainLoopback: Bool = false, isDemo: Bool = false,
        trustsProxy: Bool = false, address: String? = nil, logger: Logger = Logger(label: "qianmo")
    ) throws {
        guard !isPlainLoopback || (Loopback.isLoopback(host: host) && !trustsProxy) else {
            throw ServerConfigurationError.loopbackOnly
        }
        self.host = host
        self.port = port
        self.isPlainLoopback = isPlainLoopback
        self.isDemo = isDemo
        self.trustsProxy = trustsProxy
        self.address = address.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        self.logger = logger
    }
}

package enum ServerConfigurationError: Error, Sendable {
    /// Plain cookies on an address others can reach.
    case loopbackOnly
    /// Two pages want the same address.
    case addressTwice(String)
    /// The installation secret is too short to be one.
    case shortSecret
}

/// What one request and one person may ask for.
package struct RequestLimits: Sendable {
    /// A command's JSON, 1 MiB: a parcel of 2,000 corners takes 100 KiB.
    package var commandBytes = 1_048_576
    /// A form, 1 MiB.
    package var formBytes = 1_048_576
    package var queryBytes = 4_096
    package var headerBytes = 16_384
    package var headerCount = 100
    /// A body has to be complete by then.
    package var bodySeconds = 20
    /// How long a form with papers may take: 20 MB over a line of 1 Mbit/s.
    package var paperSeconds = 300
    /// A connection that says nothing is closed after this.
    package var idleSeconds: Int64 = 60
    package var connections = 4_000
    /// Of one block of addresses (an IPv4 address, an IPv6 /64); a mobile network has a whole village behind one. Behind a
    /// proxy the proxy counts.
    package var connectionsPerAddress = 1_000
    /// Of one session.
    package var streamsPerPerson = 6
    package var streamsPerAddress = 600
    package var streams = 3_000
    package var shutdownSeconds = 10
    package var signInPerAccount = RateLimit(burst: 6, refillMilliseconds: 30_000)
    package var signInPerAddress = RateLimit(burst: 30, refillMilliseconds: 6_000)
    package var codesPerPhone = RateLimit(burst: 3, refillMilliseconds: 300_000)
    package var codesPerBrowser = RateLimit(burst: 5, refillMilliseconds: 60_000)
    package var codesPerAddress = RateLimit(burst: 120, refillMilliseconds: 5_000)
    /// Codes and slips tried, right or wrong.
    package var guessesPerBrowser = RateLimit(burst: 12, refillMilliseconds: 15_000)
    package var guessesPerAddress = RateLimit(burst: 240, refillMilliseconds: 1_000)
    package var commandsPerPerson = RateLimit(burst: 60, refillMilliseconds: 250)
    package var commandsPerAddress = RateLimit(burst: 600, refillMilliseconds: 20)
    /// Requests of uploads: a paper of 20 MB is about twenty.
    package var uploadsPerPerson = RateLimit(burst: 240, refillMilliseconds: 50)
    package var uploadsPerAddress = RateLimit(burst: 2_400, refillMilliseconds: 5)
    /// What `allowCommands(perSecond:)` takes; a limit is in whole milliseconds.
    package static let commandsPerSecond: ClosedRange<Int64> = 1...1_000

    package init() {}

    /// So many commands a second of one person, fifteen seconds' worth at once; an address has those of twelve, a thousand at most.
    package mutating func allowCommands(perSecond count: Int64) {
        commandsPerPerson = RateLimit(burst: 15 * count, refillMilliseconds: 1_000 / count)
        commandsPerAddress = RateLimit(burst: 150 * count, refillMilliseconds: max(1, 80 / count))
    }
}

/// Names and addresses that mean this machine and no other.
enum Loopback {
    static func isLoopback(host: String) -> Bool {
        ["127.0.0.1", "::1", "localhost"].contains(host)
    }

    /// The `Host` of a request, with or without port: guards against a foreign name that resolves to this machine.
    static func isLoopback(authority: String) -> Bool {
        if authority.hasPrefix("[::1]") { return true }
        let name = authority.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        return isLoopback(host: name)
    }
}
