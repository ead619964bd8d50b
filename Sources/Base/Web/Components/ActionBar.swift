package import Kernel

/// A link that looks like a button: opens a page where something can be done. What changes anything is a `FormBuilder`.
package struct Action: Component {
    let label: Message
    let path: String
    let isPrimary: Bool

    package init(_ label: Message, to path: String, isPrimary: Bool = false) {
        self.label = label
        self.path = path
        self.isPrimary = isPrimary
    }

    package func html(_ language: Language) -> HTML {
        let style: HTML = isPrimary ? "button primary" : "button"
        return "<a class=\"\(style)\" href=\"\(path)\">\(label, language)</a>"
    }
}

/// What can be done from here; the first thing first. Left out of print.
package struct ActionBar: Component {
    let actions: [Action]

    package init(_ actions: [Action]) {
        self.actions = actions
    }

    /// One click each: all rows, then one kind of them at a time. The choice stands in the address as `name`.
    package static func filter(
        _ name: String, _ choices: [(value: String, label: Message)], _ request: PageRequest
    ) -> ActionBar {
        let chosen = choices.first { $0.value == request.query[name] }?.value
        func way(_ value: String?) -> String { request.link(setting: [name: value, "page": nil]) }
        return ActionBar(
            [Action(Text.everything, to: way(nil), isPrimary: chosen == nil)]
                + choices.map { Action($0.label, to: way($0.value), isPrimary: chosen == $0.value) })
    }

    package func html(_ language: Language) -> HTML {
        guard !actions.isEmpty else { return "" }
        return "<p class=\"actions\">\(actions.map { $0.html(language) })</p>\n"
    }
}
