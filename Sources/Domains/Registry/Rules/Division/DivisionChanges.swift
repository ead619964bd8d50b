import Kernel
import Storage

/// Turns believed rows, parents first, into the fewest events that make the register agree with them.
struct DivisionChanges {
    private(set) var events: [any Event<Registry>] = []
    private(set) var problems: [Rejection] = []
    /// The places the list names, new and old.
    private(set) var kept: Set<DivisionID> = []

    private struct Place: Hashable {
        /// Nil for a province.
        let parent: DivisionID?
        let name: String
    }

    private let system: CodeSystem
    private let day: CivilDate
    private let tree: DivisionTree
    private var minted: [DivisionCode: DivisionID] = [:]
    private var taken: Set<DivisionID> = []
    /// Open places without a code in this system, by parent and name: the other authority's, to be recognised.
    private var nameless: [Place: DivisionID]

    init(_ list: ImportDivisions, _ tree: DivisionTree) {
        system = list.codeSystem
        day = list.asOf
        self.tree = tree
        nameless = [:]
        for (id, node) in tree.nodes where node.isOpen && node[list.codeSystem] == nil {
            nameless[Place(parent: node.parent, name: node.name)] = id
        }
    }

    mutating func take(_ row: CheckedDivisionRow) {
        let parent = row.parent.flatMap { minted[$0] ?? tree.holder(of: $0, in: system) }
        if let id = tree.holder(of: row.code, in: system) {
            kept.insert(id)
            update(id, row, parent, recode: false)
        } else if let id = nameless.removeValue(forKey: Place(parent: parent, name: row.name)) {
            kept.insert(id)
            minted[row.code] = id
            update(id, row, parent, recode: true)
        } else {
            open(row, parent)
        }
    }

    private mutating func update(
        _ id: DivisionID, _ row: CheckedDivisionRow, _ parent: DivisionID?, recode: Bool
    ) {
        guard let node = tree.nodes[id] else { return }
        let before = events.count
        if recode {
            events.append(
                DivisionRecoded(place: id, codeSystem: system, code: row.code, asOf: day))
        }
        let kind = row.kind ?? node.kind
        if node.name != row.name || node.kind != kind {
            events.append(DivisionRenamed(place: id, name: row.name, kind: kind, asOf: day))
        }
        if let parent, node.parent != parent {
            events.append(DivisionMoved(place: id, parent: parent, asOf: day))
        }
        if events.count > before && node.since > day {
            problems.append(
                RegistryRefusal.rowOlder(row.row, row.code.digits, node.since.description)
            )
        }
    }

    private mutating func open(_ row: CheckedDivisionRow, _ parent: DivisionID?) {
        guard let id = DivisionID.minted(for: row.code, isTaken: { tree.nodes[$0] != nil || taken.contains($0) }) else {
            return
        }
        taken.insert(id)
        minted[row.code] = id
        kept.insert(id)
        events.append(
            DivisionOpened(
                place: id, codeSystem: system, code: row.code, name: row.name, level: row.code.level,
                kind: row.kind ?? DivisionKind(of: row.code), parent: parent, asOf: day))
    }
}

extension Identifier where Named == DivisionName {
    /// The identity of a place first known under `code`: `p140404101`, or `p140404101-2` where that is taken.
    static func minted(for code: DivisionCode, isTaken: (DivisionID) -> Bool) -> DivisionID? {
        var suffix = 1
        while suffix < 1_000 {
            guard let id = DivisionID("p\(code.digits)" + (suffix == 1 ? "" : "-\(suffix)")) else { return nil }
            if !isTaken(id) { return id }
            suffix += 1
        }
        return nil
    }
}

extension DivisionKind {
    /// What the numbers of a code say by convention (GB/T 10114): 001–099 subdistrict, 100–199 town, 200–399 township,
    /// 400 and above zones; villages from 200, communities below.
    init(of code: DivisionCode) {
        let number = Int(code.digits.suffix(3)) ?? 0
        switch code.level {
        case .province: self = .province
        case .prefecture: self = .prefecture
        case .county: self = .county
        case .township:
            self = number < 100 ? .subdistrict : number < 200 ? .town : number < 400 ? .township : .other
        case .village: self = number < 200 ? .community : .village
        case .group: self = .group
        }
    }
}
