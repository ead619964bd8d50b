import EventLog
import Kernel
import Storage

/// An event read back from the log, with what stands around it.
struct LoggedEvent: Sendable {
    let event: any Event
    let header: EntryHeader
    let leaf: Leaf
}

/// Reads events back from leaves in the log's order, personal values put in their places again. What an event longer than a
/// leaf brought in leaves before its own is kept until that comes.
struct EventReader {
    let modules: ModuleSet
    private var parts: [(leaf: Leaf, opened: [SealedStore.Opened])] = []

    init(modules: ModuleSet) { self.modules = modules }

    /// Nil for a part of the event after it. Throws `LogFault.badLeaf` when no module of this house knows the event or its
    /// fields, or when its parts are not there.
    mutating func event(
        _ index: Int64, _ bytes: [UInt8], _ sealed: inout SealedStore, in tx: any ReadTransaction
    ) throws -> LoggedEvent? {
        let leaf = try Leaf(decoding: bytes)
        return try event(index, leaf, opened: leaf.commitments.isEmpty ? [] : sealed.open(entry: index, in: tx))
    }

    mutating func event(_ index: Int64, _ leaf: Leaf, opened: [SealedStore.Opened]) throws -> LoggedEvent? {
        guard !leaf.isPart else {
            parts.append((leaf, opened))
            return nil
        }
        let before = parts
        if !before.isEmpty { parts = [] }
        guard let whole = LongEntry.whole(leaf, after: before.map(\.leaf)) else { throw LogFault.badLeaf(index: index) }
        return try EventReader.event(
            index, leaf, fields: whole, opened: before.flatMap(\.opened) + opened, modules)
    }

    /// The event of a leaf that stands for itself; nil for a part and for what has parts.
    func single(_ index: Int64, _ leaf: Leaf) throws -> LoggedEvent? {
        guard !leaf.isPart, leaf.partCount == 0 else { return nil }
        return try EventReader.event(index, leaf, fields: leaf.fields, opened: [], modules)
    }

    private static func event(
        _ index: Int64, _ leaf: Leaf, fields members: [String: JSON], opened: [SealedStore.Opened], _ modules: ModuleSet
    ) throws -> LoggedEvent {
        var fields = JSON.object(members)
        for value in opened where value.path != Leaf.actorPath {
            fields = fields.placing(value.value, at: value.path[...])
        }
        guard let event = try modules.readEvent(leaf.kind, fields) else { throw LogFault.badLeaf(index: index) }
        let header = EntryHeader(index: index, at: leaf.at, stream: leaf.stream, office: leaf.office, role: leaf.role)
        return LoggedEvent(event: event, header: header, leaf: leaf)
    }
}

extension JSON {
    /// This document with `value` at `path` (`name`, `lines[3].name`); unchanged where the path leads nowhere.
    func placing(_ value: JSON, at path: Substring) -> JSON {
        guard case .object(var members) = self else { return self }
        let dot = path.firstIndex(of: ".")
        let step = dot.map { path[..<$0] } ?? path
        let rest = dot.map { path[path.index(after: $0)...] }
        guard let bracket = step.firstIndex(of: "["), let number = Int(step[step.index(after: bracket)...].dropLast())
        else {
            let name = String(step)
            members[name] = rest.map { (members[name] ?? .object([:])).placing(value, at: $0) } ?? value
            return .object(members)
        }
        let name = String(step[..<bracket])
        guard case .array(var elements) = members[name], elements.indices.contains(number) else { return self }
        elements[number] = rest.map { elements[number].placing(value, at: $0) } ?? value
        members[name] = .array(elements)
        return .object(members)
    }
}
