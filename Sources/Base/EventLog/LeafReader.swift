import Kernel

extension Leaf {
    /// Reads an entry. Throws `malformedLeaf` for anything that is not a leaf of a known version.
    package init(decoding bytes: [UInt8]) throws(LogFault) {
        guard bytes.count <= Leaf.largest else { throw .leafTooLarge(bytes: bytes.count) }
        guard let members = Leaf.members(of: bytes), let header = Leaf.header(of: members),
            members.keys.allSatisfy(Leaf.names.contains)
        else { throw .malformedLeaf }
        self = header
    }

    /// Reads an entry that must be exactly the bytes `encoded` makes of it; throws `malformedLeaf` for any other form.
    package init(canonical bytes: [UInt8]) throws(LogFault) {
        try self.init(decoding: bytes)
        guard try encoded() == bytes else { throw .malformedLeaf }
    }

    private static let names: Set<String> = [
        "at", "cause", "commitments", "division", "fields", "key", "kind", "office", "role", "stream", "v",
    ]

    private static func members(of bytes: [UInt8]) -> [String: JSON]? {
        do throws(Rejection) {
            return try JSON(parsing: bytes).object
        } catch {
            return nil
        }
    }

    private static func header(of members: [String: JSON]) -> Leaf? {
        guard let at = members["at"]?.integer, let kind = members["kind"]?.string,
            let stream = members["stream"]?.string.flatMap(streamID),
            let role = members["role"]?.string.flatMap({ Role(rawValue: $0) }),
            let fields = members["fields"]?.object, let commitments = commitments(members["commitments"])
        else { return nil }
        // Optional members: absent is fine, present and wrong is not.
        let division = members["division"]?.string.flatMap { DivisionID($0) }
        let cause = members["cause"]?.integer
        let key = members["key"]?.string.flatMap { KeyDigest(text: $0) }
        let office = members["office"]?.string.flatMap { OfficeID($0) }
        // Either the desk or the commitment of the actor, as the form says.
        let isWithheld = members["v"] == .integer(Leaf.versionWithheld)
        guard isWithheld || members["v"] == .integer(Leaf.version), isWithheld == (members["office"] == nil),
            isWithheld == (commitments[Leaf.actorPath] != nil), isWithheld || office != nil
        else { return nil }
        guard (division == nil) == (members["division"] == nil), (cause == nil) == (members["cause"] == nil),
            (key == nil) == (members["key"] == nil)
        else { return nil }
        return Leaf(
            kind: kind, stream: stream, at: Instant(milliseconds: at), division: division, office: office, role: role,
            fields: fields, commitments: commitments, cause: cause, key: key)
    }

    private static func streamID(_ text: String) -> StreamID? {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 && !parts.contains("") ? StreamID(parts[0], parts[1]) : nil
    }

    private static func commitments(_ json: JSON?) -> [String: Commitment]? {
        guard let json else { return [:] }
        guard let members = json.object else { return nil }
        let read = members.compactMapValues { $0.string.flatMap { Commitment(base64: $0) } }
        return read.count == members.count ? read : nil
    }
}
