extension PageRequest {
    /// This page's address with some of its query set anew (nil removes); used by pagers, filters and the language switch.
    package func link(setting changes: [String: String?]) -> String {
        var query = query
        for (name, value) in changes { query[name] = value }
        return Links.address(path, query: query)
    }
}

/// Addresses with everything percent-encoded that could mean something else.
package enum Links {
    /// A route's pattern with its parameters filled in: `Links.path("/lots/{lot}", ["lot": "L1"])`.
    package static func path(_ pattern: String, _ parameters: [String: String]) -> String {
        pattern.split(separator: "/", omittingEmptySubsequences: false).map { segment in
            guard segment.hasPrefix("{"), segment.hasSuffix("}") else { return String(segment) }
            let name = String(segment.dropFirst().dropLast())
            guard let value = parameters[name] else { preconditionFailure("no value for {\(name)} in \(pattern)") }
            return encoded(value)
        }.joined(separator: "/")
    }

    /// A path and a query, names sorted so that the same page always has the same address.
    package static func address(_ path: String, query: [String: String]) -> String {
        guard !query.isEmpty else { return path }
        return path + "?"
            + query.sorted { $0.key < $1.key }.map { encoded($0.key) + "=" + encoded($0.value) }
            .joined(separator: "&")
    }

    /// Percent-encodes all but letters, digits and `-._~`.
    package static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
