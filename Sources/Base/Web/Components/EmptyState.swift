package import Kernel

/// What stands where a list would be when there is nothing in it: says so, and what to do about it.
package struct EmptyState: Component {
    let message: Message?
    let hint: Message?
    let action: Action?

    package init(_ message: Message? = nil, hint: Message? = nil, action: Action? = nil) {
        self.message = message
        self.hint = hint
        self.action = action
    }

    package func html(_ language: Language) -> HTML {
        let hint: HTML? = hint.map { "<p class=\"note\">\($0, language)</p>" }
        return """
            <div class="empty"><p>\(message ?? Text.nothing, language)</p>\(hint)\(action?.html(language))</div>

            """
    }
}
