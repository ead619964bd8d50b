package import Hummingbird
package import Logging
package import NIOCore

/// One request on its way through the house, before anybody knows who asks.
package struct HTTPContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Where the request comes from, as the rate limiter counts: an IPv4 address or the first half of an IPv6 one.
    package let address: String
    /// The connection; nil in tests without one.
    package let channel: (any Channel)?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = HTTPContext.address(source.channel.remoteAddress)
        channel = source.channel
    }

    /// Without a connection.
    package init(address: String, logger: Logger) {
        coreContext = CoreRequestContextStorage(source: NoConnection(logger: logger))
        self.address = address
        channel = nil
    }

    private struct NoConnection: RequestContextSource {
        let logger: Logger
    }

    static func address(_ socket: SocketAddress?) -> String {
        switch socket {
        case .v4: socket?.ipAddress ?? "unknown"
        case .v6:
            // One household or office has a whole /64.
            socket?.ipAddress.map(HTTPContext.firstHalf) ?? "unknown"
        default: "unknown"
        }
    }

    /// The block of an address as a proxy writes it: `192.0.2.1`, `2001:db8::1`, either with a port. Nil for anything else,
    /// so that nobody gets a bucket of their own by an invented name.
    static func block(named text: String) -> String? {
        var host = Substring(text)
        if host.hasPrefix("[") {
            guard let end = host.firstIndex(of: "]") else { return nil }
            host = host[host.index(after: host.startIndex)..<end]
        } else if host.count(where: { $0 == ":" }) == 1 {
            host = host.prefix { $0 != ":" }
        }
        return (try? SocketAddress(ipAddress: String(host), port: 0)).map { address($0) }
    }

    /// `2001:db8::1` as `2001:db8:0:0`; an IPv4 address in IPv6 clothes as itself.
    static func firstHalf(_ text: String) -> String {
        let groups = text.split(separator: ":", omittingEmptySubsequences: false)
        if let last = groups.last, last.contains(".") { return String(last) }
        guard let gap = text.firstRange(of: "::") else { return groups.prefix(4).joined(separator: ":") }
        let left = text[..<gap.lowerBound].split(separator: ":")
        let right = text[gap.upperBound...].split(separator: ":")
        let zeros = Array(repeating: Substring("0"), count: max(0, 8 - left.count - right.count))
        return (left + zeros + right).prefix(4).joined(separator: ":")
    }
}
