package import Kernel

/// An event that is longer than one leaf: the rows of its longest lists go into leaves of the kind `log.part`, which stand
/// directly before the event's own; the last of them says under `@parts` how many there are (decision record 0260). What no
/// list can divide, a row or texts that are too long by themselves, goes there as pieces of canonical JSON (0400).
///
/// So whoever reads on from the beginning knows the whole event as soon as its own leaf comes, and no domain knows of it.
package struct LongEntry: Sendable {
    /// Rows that follow one another in one list.
    package struct Part: Sendable {
        package let list: String
        package let rows: [JSON]
        /// What is withheld of these rows, under the paths it has in the whole event.
        package let withheld: [FieldWriter.SetAside]
        /// The fields of the part's own leaf.
        package var fields: [String: JSON] { ["list": .string(list), "rows": .array(rows)] }
    }

    /// In the order of their leaves.
    package let parts: [Part]
    /// What is left for the event's own leaf.
    package private(set) var fields: [String: JSON]
    package private(set) var withheld: [FieldWriter.SetAside]

    /// Bytes that kind, stream, place, desk, key and the actor's commitment need at most.
    private static let frame = 1_024

    /// The list of pieces of text; no field is called so.
    private static let pieces = "@text"
    /// Quotes and backslashes take twice their bytes where a text stands in a text.
    private static let longestPiece = (Leaf.largest - frame) / 2

    /// Nil when the event fits into one leaf, or cannot be made to: too much of it is withheld by itself.
    package init?(fields: [String: JSON], withheld: [FieldWriter.SetAside]) {
        // Most events are far shorter; a text may double where quotes are escaped.
        guard LongEntry.estimate(.object(fields)) + LongEntry.bytes(of: withheld) > Leaf.largest / 2 else { return nil }
        (self.fields, self.withheld) = (fields, withheld)
        var parts: [Part] = []
        while LongEntry.bytes(of: self.fields, self.withheld) > Leaf.largest {
            if let list = LongEntry.longest(of: self.fields),
                let divided = LongEntry.divide(list.name, list.rows, &self.withheld)
            {
                parts += divided
                self.fields[list.name] = .array([])
            } else {
                self.fields[Leaf.partsName] = nil
                guard !self.fields.isEmpty, let pieces = LongEntry.cut(self.fields) else { return nil }
                parts += pieces
                self.fields = [:]
            }
            self.fields[Leaf.partsName] = .integer(Int64(parts.count))
        }
        guard !parts.isEmpty else { return nil }
        self.parts = parts
    }

    /// The fields of an event whose own leaf is `leaf`, with the rows of `parts`, the leaves directly before it. Nil when
    /// they do not belong together.
    package static func whole(_ leaf: Leaf, after parts: [Leaf]) -> [String: JSON]? {
        guard leaf.partCount == parts.count else { return nil }
        guard !parts.isEmpty else { return leaf.fields }
        var lists: [String: [JSON]] = [:]
        for part in parts {
            guard part.stream == leaf.stream, part.at == leaf.at, let list = part.fields["list"]?.string,
                let rows = part.fields["rows"]?.array
            else { return nil }
            lists[list, default: []] += rows
        }
        var fields = leaf.fields
        fields[Leaf.partsName] = nil
        if let pieces = lists.removeValue(forKey: LongEntry.pieces) {
            let text = pieces.compactMap(\.string).joined()
            let limits = JSONLimits(bytes: text.utf8.count)
            guard fields.isEmpty, let whole = try? JSON(parsing: Array(text.utf8), limits: limits).object else {
                return nil
            }
            fields = whole
        }
        for (name, rows) in lists { fields[name] = .array(rows + (fields[name]?.array ?? [])) }
        return fields
    }

    private static func longest(of fields: [String: JSON]) -> (name: String, rows: [JSON])? {
        fields.compactMap { name, value in value.array.flatMap { $0.isEmpty ? nil : (name: name, rows: $0) } }
            .max { (estimate(.array($0.rows)), $1.name) < (estimate(.array($1.rows)), $0.name) }
    }

    /// The rows in as few leaves as they need; takes what is withheld of them out of `withheld`. Nil when one is too long.
    private static func divide(_ list: String, _ rows: [JSON], _ withheld: inout [FieldWriter.SetAside]) -> [Part]? {
        let ofRows = Dictionary(grouping: withheld) { row(of: $0.path, in: list) ?? -1 }
        var parts: [Part] = []
        var (open, hidden, size) = ([JSON](), [FieldWriter.SetAside](), 0)
        func close() {
            if !open.isEmpty { parts.append(Part(list: list, rows: open, withheld: hidden)) }
            (open, hidden, size) = ([], [], 0)
        }
        for (number, row) in rows.enumerated() {
            let own = ofRows[number] ?? []
            var writer = CanonicalWriter()
            writer.value(row)
            let bytes = writer.bytes.count + 1 + bytes(of: own)
            guard bytes <= Leaf.largest - frame else { return nil }
            if size + bytes > Leaf.largest - frame { close() }
            open.append(row)
            hidden += own
            size += bytes
        }
        close()
        withheld = ofRows[-1] ?? []
        return parts
    }

    /// The fields as canonical JSON, in as many pieces as it needs, none of which ends within a letter.
    private static func cut(_ fields: [String: JSON]) -> [Part]? {
        var writer = CanonicalWriter()
        writer.object(fields)
        guard writer.unfit == nil else { return nil }
        var (parts, piece, size) = ([Part](), String.UnicodeScalarView(), 0)
        func close() { parts.append(Part(list: pieces, rows: [.string(String(piece))], withheld: [])) }
        for scalar in String(decoding: writer.bytes, as: UTF8.self).unicodeScalars {
            let bytes = UTF8.width(scalar)
            if size + bytes > longestPiece {
                close()
                (piece, size) = (.init(), 0)
            }
            piece.append(scalar)
            size += bytes
        }
        close()
        return parts
    }

    /// 7 of `lines[7].name` in `lines`.
    private static func row(of path: String, in list: String) -> Int? {
        guard path.hasPrefix(list + "["), let end = path.firstIndex(of: "]") else { return nil }
        return Int(path[path.index(path.startIndex, offsetBy: list.count + 1)..<end])
    }

    private static func bytes(of fields: [String: JSON], _ withheld: [FieldWriter.SetAside]) -> Int {
        var writer = CanonicalWriter()
        writer.object(fields)
        return writer.bytes.count + bytes(of: withheld) + frame
    }

    /// A commitment is 44 letters beside its path.
    private static func bytes(of withheld: [FieldWriter.SetAside]) -> Int {
        withheld.reduce(0) { $0 + $1.path.utf8.count + 50 }
    }

    private static func estimate(_ json: JSON) -> Int {
        switch json {
        case .null, .bool: 5
        case .integer, .decimal: 20
        case .string(let text): text.utf8.count + 2
        case .array(let elements): elements.reduce(2) { $0 + estimate($1) + 1 }
        case .object(let members): members.reduce(2) { $0 + $1.key.utf8.count + 4 + estimate($1.value) }
        }
    }
}

extension Leaf {
    /// The kind of a leaf that holds rows of the entry after it; no domain is called `log`.
    package static let partKind = "log.part"
    /// Where an event says how many parts stand before it; no field is called so.
    package static let partsName = "@parts"

    package var isPart: Bool { kind == Leaf.partKind }
    /// How many parts belong to it.
    package var partCount: Int { fields[Leaf.partsName]?.integer.flatMap { Int(exactly: $0) } ?? 0 }
}
