package import Kernel

/// Every place that was ever opened, in memory: what the import and the change of codes decide on.
///
/// Identity never changes; codes, names and parents do. Looking up a code or a place takes one step, so that a second
/// import of a whole prefecture costs milliseconds.
package struct DivisionTree: Sendable {
    package struct Node: Sendable, Hashable {
        package internal(set) var parent: DivisionID?
        package let level: DivisionLevel
        package internal(set) var kind: DivisionKind
        package internal(set) var name: String
        package internal(set) var statistical: DivisionCode?
        package internal(set) var civilAffairs: DivisionCode?
        /// The day of the last change.
        package internal(set) var since: CivilDate
        package internal(set) var isOpen: Bool

        package subscript(_ system: CodeSystem) -> DivisionCode? {
            get { system == .statistical ? statistical : civilAffairs }
            set {
                switch system {
                case .statistical: statistical = newValue
                case .civilAffairs: civilAffairs = newValue
                }
            }
        }
    }

    struct HeldCode: Hashable, Sendable {
        let system: CodeSystem
        let code: DivisionCode
    }

    package private(set) var nodes: [DivisionID: Node] = [:]
    private var holders: [HeldCode: DivisionID] = [:]

    package init() {}

    /// The open place that carries `code` now.
    package func holder(of code: DivisionCode, in system: CodeSystem) -> DivisionID? {
        holders[HeldCode(system: system, code: code)]
    }

    /// The identities from the province down to the place, as the store keeps them: `/p14/p1404/`.
    func path(of id: DivisionID) -> String {
        (nodes[id]?.parent.map { path(of: $0) } ?? "/") + "\(id)/"
    }

    /// Open places with a code within `scope`, in the order of their codes, the scope itself left out.
    func open(within scope: DivisionCode, in system: CodeSystem) -> [(id: DivisionID, code: DivisionCode)] {
        var found: [(id: DivisionID, code: DivisionCode)] = []
        for (id, node) in nodes where node.isOpen {
            if let code = node[system], code != scope, code.isWithin(scope) { found.append((id, code)) }
        }
        return found.sorted { $0.code.digits < $1.code.digits }
    }

    mutating func apply(_ closed: DivisionClosed) {
        for system in CodeSystem.allCases { setCode(nil, in: system, of: closed.place) }
        change(closed.place, on: closed.asOf) { $0.isOpen = false }
    }

    mutating func apply(_ renamed: DivisionRenamed) {
        change(renamed.place, on: renamed.asOf) {
            $0.name = renamed.name
            $0.kind = renamed.kind
        }
    }

    mutating func apply(_ recoded: DivisionRecoded) {
        setCode(recoded.code, in: recoded.codeSystem, of: recoded.place)
        change(recoded.place, on: recoded.asOf) { _ in }
    }

    mutating func apply(_ moved: DivisionMoved) {
        change(moved.place, on: moved.asOf) { $0.parent = moved.parent }
    }

    mutating func apply(_ opened: DivisionOpened) {
        nodes[opened.place] = Node(
            parent: opened.parent, level: opened.level, kind: opened.kind, name: opened.name, since: opened.asOf,
            isOpen: true)
        setCode(opened.code, in: opened.codeSystem, of: opened.place)
    }

    private mutating func change(_ id: DivisionID, on day: CivilDate, _ body: (inout Node) -> Void) {
        guard var node = nodes[id] else { return }
        body(&node)
        node.since = max(node.since, day)
        nodes[id] = node
    }

    /// Lets go of the old code before the new one is taken; a code taken over in between stays with its new holder.
    private mutating func setCode(_ code: DivisionCode?, in system: CodeSystem, of id: DivisionID) {
        if let old = nodes[id]?[system] {
            let held = HeldCode(system: system, code: old)
            if holders[held] == id { holders[held] = nil }
        }
        nodes[id]?[system] = code
        if let code { holders[HeldCode(system: system, code: code)] = id }
    }
}
