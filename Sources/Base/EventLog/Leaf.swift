import Crypto
package import Kernel

/// One entry of the log: what happened, to what, when, by which desk; public for ever.
///
/// Nothing personal stands in it: personal and confidential fields are absent from `fields` and present, under their
/// path, in `commitments`. Its bytes are canonical JSON, at most 16 KiB; what is longer goes over several (`LongEntry`).
///
/// Two forms, told apart by the member `v`. In the first the desk stands in the open. In the second there is no desk but a
/// commitment of the actor under `@actor`, and `key` is a number of chance (decision record 0234).
package struct Leaf: Sendable, Hashable {
    /// The member `v` of a leaf that names its desk, and of one that withholds it.
    package static let version: Int64 = 1
    package static let versionWithheld: Int64 = 2
    /// The path of the commitment of who acted; no field is called so.
    package static let actorPath = "@actor"
    /// Bytes.
    package static let largest = 16 * 1_024

    /// Module and event: `exchange.bidPlaced`.
    package let kind: String
    package let stream: StreamID
    package let at: Instant
    package let division: DivisionID?
    /// Nil where who acted is withheld: then `commitments` holds `@actor`.
    package let office: OfficeID?
    package let role: Role
    package let fields: [String: JSON]
    package let commitments: [String: Commitment]
    /// The entry whose policy caused this one; nil for what a person or the clock did.
    package let cause: Int64?
    /// Of the person and the key of the submission, so that its sender finds it again and nobody else learns who. Of chance,
    /// and the same for all entries of one submission, where who acted is withheld.
    package let key: KeyDigest?

    package init(
        kind: String, stream: StreamID, at: Instant, division: DivisionID?, office: OfficeID?, role: Role,
        fields: [String: JSON], commitments: [String: Commitment] = [:], cause: Int64? = nil, key: KeyDigest? = nil
    ) {
        self.kind = kind
        self.stream = stream
        self.at = at
        self.division = division
        self.office = office
        self.role = role
        self.fields = fields
        self.commitments = commitments
        self.cause = cause
        self.key = key
    }

    /// The entry's bytes. Throws `leafTooLarge`, or `unfitForLeaf` for a decimal or a name that is not ASCII.
    package func encoded() throws(LogFault) -> [UInt8] {
        var writer = CanonicalWriter()
        // The members in the order of their names.
        writer.raw("{\"at\":")
        writer.integer(at.milliseconds)
        if let cause {
            writer.key("cause")
            writer.integer(cause)
        }
        if !commitments.isEmpty {
            writer.key("commitments")
            writer.object(commitments.mapValues { .string($0.base64) })
        }
        if let division {
            writer.key("division")
            writer.string(division.text)
        }
        writer.key("fields")
        writer.object(fields)
        if let key {
            writer.key("key")
            writer.string(key.text)
        }
        writer.key("kind")
        writer.string(kind)
        if let office {
            writer.key("office")
            writer.string(office.text)
        }
        writer.key("role")
        writer.string(role.rawValue)
        writer.key("stream")
        writer.string(stream.description)
        writer.key("v")
        writer.integer(office == nil ? Leaf.versionWithheld : Leaf.version)
        writer.byte("}")
        if let field = writer.unfit { throw .unfitForLeaf(field: field) }
        guard writer.bytes.count <= Leaf.largest else { throw .leafTooLarge(bytes: writer.bytes.count) }
        return writer.bytes
    }
}

/// The first 16 bytes of SHA-256 over a person's identifier and the key of a submission, as 32 hexadecimal digits.
package struct KeyDigest: Sendable, Hashable {
    package let text: String

    package init(person: PersonID, key: String) {
        let digest = SHA256.hash(data: Array("qianmo.key.v1\n\(person.text)\n\(key)".utf8))
        text = Hex.text(of: Array(digest).prefix(16))
    }

    /// Of nobody: a number of chance that keeps the entries of one submission together.
    package init(random: inout some RandomSource) {
        text = Hex.text(of: random.bytes(16))
    }

    /// Nil unless 32 lower-case hexadecimal digits.
    package init?(text: String) {
        guard let bytes = Hex.bytes(of: text), bytes.count == 16 else { return nil }
        self.text = text
    }
}
