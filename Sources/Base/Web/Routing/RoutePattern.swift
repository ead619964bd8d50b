/// A route's path, taken apart: `/lots/{lot}/bids`.
enum RoutePattern {
    enum Segment: Hashable { case literal(String), parameter(String) }

    static func segments(_ path: String) throws(RouteTable.Conflict) -> [Segment] {
        guard path.hasPrefix("/") else { throw RouteTable.Conflict(description: "\(path) does not start with a slash") }
        if path == "/" { return [] }
        var names: Set<String> = []
        var segments: [Segment] = []
        for text in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            if text.hasPrefix("{") && text.hasSuffix("}") {
                let name = String(text.dropFirst().dropLast())
                guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isLetter }), names.insert(name).inserted else {
                    throw RouteTable.Conflict(description: "\(path): a bad or repeated parameter")
                }
                segments.append(.parameter(name))
            } else {
                let isPlain = text.utf8.allSatisfy { byte in
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._".utf8.contains(byte)
                }
                guard !text.isEmpty, isPlain, text != ".", text != ".." else {
                    throw RouteTable.Conflict(description: "\(path): “\(text)” is no plain segment")
                }
                segments.append(.literal(String(text)))
            }
        }
        return segments
    }
}

/// The path of a request, decoded segment by segment; nil for every trick.
enum RequestPath {
    static func segments(_ target: String) -> [String]? {
        let bytes = Array(target.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2_048,
            bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "#") })
        else { return nil }
        if bytes.count == 1 { return [] }
        var segments: [String] = []
        let parts = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (position, part) in parts.enumerated() {
            guard let decoded = Percent.decoded(part), let text = String(validating: decoded, as: UTF8.self) else {
                return nil
            }
            // One slash at the end is only a miss; an empty segment elsewhere is a trick.
            if text.isEmpty && position < parts.count - 1 { return nil }
            let isSafe = decoded.allSatisfy {
                $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\")
            }
            guard isSafe, text != ".", text != ".." else { return nil }
            segments.append(text)
        }
        return segments.count <= 32 ? segments : nil
    }
}
