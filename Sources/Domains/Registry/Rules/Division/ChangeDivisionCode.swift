package import Kernel
package import Storage

/// A place and all below it get another code, or a place is merged into another.
package struct ChangeDivisionCode: RegistryCommand {
    package static let name = "changeDivisionCode"
    package static var title: Message { RegistryText.changeDivisionCode }
    package static let access: Access = [.own(.administrator)]
    package static let refusals: [RegistryRefusal] = [
        .codeUnknown, .codeTaken, .codeLevels, .mergeNeedsName, .changeOlder,
    ]

    package let codeSystem: CodeSystem
    package let oldCode: DivisionCode
    package let newCode: DivisionCode
    /// The new name, where it changes too.
    package var name: String?
    package var divisionKind: DivisionKind?
    package let asOf: CivilDate
    package let kind: CodeChange

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            codeSystem: pass.value("codeSystem", \.codeSystem), oldCode: pass.value("oldCode", \.oldCode),
            newCode: pass.value("newCode", \.newCode), name: pass.optional("name", \.name),
            divisionKind: pass.optional("divisionKind", \.divisionKind), asOf: pass.value("asOf", \.asOf),
            kind: pass.value("kind", \.kind))
    }

    package func stream(_ context: Context) -> StreamID { .divisions }

    package func place(_ state: RegistryState, _ facts: NoFacts) -> DivisionID? {
        state.tree.holder(of: oldCode, in: codeSystem)
    }
}

extension ChangeDivisionCode {
    /// A rename keeps every identity and moves the codes of the whole subtree; a merge closes the old place, moves what
    /// lay in it, and gives a number that is taken the next free one of its band.
    package func decide(_ state: RegistryState, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let tree = state.tree
        guard let place = tree.holder(of: oldCode, in: codeSystem), let node = tree.nodes[place] else {
            throw RegistryRefusal.codeUnknown(oldCode.digits).at("oldCode")
        }
        guard oldCode.level == newCode.level, oldCode != newCode else {
            throw RegistryRefusal.codeLevels(oldCode.digits, newCode.digits)
        }
        guard node.since <= asOf else {
            throw RegistryRefusal.changeOlder(node.since.description)
        }
        switch kind {
        case .rename: return try rename(place, node, tree)
        case .merge: return try merge(place, node, tree)
        }
    }

    private func rename(_ place: DivisionID, _ node: DivisionTree.Node, _ tree: DivisionTree) throws(Rejection)
        -> [any Event<Registry>]
    {
        guard tree.holder(of: newCode, in: codeSystem) == nil else {
            throw RegistryRefusal.codeTaken(newCode.digits)
        }
        var events = [recoded(place, newCode)]
        let renamed = DivisionRenamed(
            place: place, name: name ?? node.name, kind: divisionKind ?? node.kind, asOf: asOf)
        if renamed.name != node.name || renamed.kind != node.kind { events.append(renamed) }
        for entry in tree.open(within: oldCode, in: codeSystem) {
            if let code = entry.code.moved(from: oldCode, to: newCode) { events.append(recoded(entry.id, code)) }
        }
        return events
    }

    private func merge(_ place: DivisionID, _ node: DivisionTree.Node, _ tree: DivisionTree) throws(Rejection)
        -> [any Event<Registry>]
    {
        var events: [any Event<Registry>] = []
        let successor: DivisionID
        if let known = tree.holder(of: newCode, in: codeSystem) {
            successor = known
        } else {
            guard let name, !name.isBlank else { throw RegistryRefusal.mergeNeedsName() }
            guard let id = DivisionID.minted(for: newCode, isTaken: { tree.nodes[$0] != nil }) else {
                throw RegistryRefusal.codeTaken(newCode.digits)
            }
            successor = id
            events.append(
                DivisionOpened(
                    place: id, codeSystem: codeSystem, code: newCode, name: name, level: newCode.level,
                    kind: divisionKind ?? node.kind, parent: node.parent, asOf: asOf))
        }
        events += moves(of: place, to: successor, tree)
        events.append(DivisionClosed(place: place, asOf: asOf, successor: successor))
        return events
    }

    private func moves(of place: DivisionID, to successor: DivisionID, _ tree: DivisionTree) -> [any Event<Registry>] {
        var events: [any Event<Registry>] = []
        var taken = Set(tree.open(within: newCode, in: codeSystem).map(\.code))
        var children: [(old: DivisionCode, new: DivisionCode)] = []
        for entry in tree.open(within: oldCode, in: codeSystem) {
            guard let wanted = entry.code.moved(from: oldCode, to: newCode) else { continue }
            if tree.nodes[entry.id]?.parent == place {
                let code = wanted.firstFree(notIn: taken)
                taken.insert(code)
                children.append((entry.code, code))
                events.append(DivisionMoved(place: entry.id, parent: successor, asOf: asOf))
                events.append(recoded(entry.id, code))
            } else {
                // Below a child: its prefix is the child's new code. Codes come in order, so the child is known.
                let child = children.last { entry.code.isWithin($0.old) }
                let code = child.flatMap { entry.code.moved(from: $0.old, to: $0.new) } ?? wanted
                taken.insert(code)
                events.append(recoded(entry.id, code))
            }
        }
        return events
    }

    private func recoded(_ id: DivisionID, _ code: DivisionCode) -> any Event<Registry> {
        DivisionRecoded(place: id, codeSystem: codeSystem, code: code, asOf: asOf)
    }
}

extension DivisionCode {
    /// This code, or the next free number of the same band (subdistricts, towns, townships, zones; communities,
    /// villages): what Changzhi did in 2018, as the test on the real lists shows.
    func firstFree(notIn taken: Set<DivisionCode>) -> DivisionCode {
        guard taken.contains(self), let parent else { return self }
        let width = digits.utf8.count - parent.digits.utf8.count
        guard let number = Int(digits.suffix(width)) else { return self }
        let end = DivisionCode.bandEnds(level).first { number < $0 } ?? (width == 2 ? 100 : 1_000)
        for candidate in number..<end {
            let text = String(candidate)
            let padded = String(repeating: "0", count: max(0, width - text.utf8.count)) + text
            let code = try? DivisionCode(field: .string(parent.digits + padded), notation: .logged)
            if let code, !taken.contains(code) { return code }
        }
        return self
    }

    private static func bandEnds(_ level: DivisionLevel) -> [Int] {
        switch level {
        case .township: [100, 200, 400, 1_000]
        case .village: [200, 1_000]
        case .county: [21, 81, 100]
        case .province, .prefecture, .group: []
        }
    }
}
