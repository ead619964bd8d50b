package import Storage

/// What an import did, counted from its events for the person who gave it.
package struct DivisionImportSummary: Sendable, Hashable {
    package let opened: Int
    package let closed: Int
    package let renamed: Int
    package let recoded: Int
    package let moved: Int
    /// Places of the list that were known before: their identity and code stand, whatever else changed.
    package let kept: Int

    package init(rows: Int, events: [any Event<Registry>]) {
        var counts: [String: Int] = [:]
        for event in events { counts[type(of: event).name, default: 0] += 1 }
        opened = counts[DivisionOpened.name] ?? 0
        closed = counts[DivisionClosed.name] ?? 0
        renamed = counts[DivisionRenamed.name] ?? 0
        recoded = counts[DivisionRecoded.name] ?? 0
        moved = counts[DivisionMoved.name] ?? 0
        kept = rows - opened
    }
}
