package import Kernel

/// The end of every act: what was done, where it stands in the log, who is next and by when.
package struct Confirmation: Component {
    let done: Message
    let subject: String?
    let facts: [FactList.Fact]
    let actions: [Action]

    /// `done` is the act in words, `subject` the name of what it was done to.
    package init(_ done: Message, subject: String? = nil, _ facts: [FactList.Fact], actions: [Action] = []) {
        self.done = done
        self.subject = subject
        self.facts = facts
        self.actions = actions
    }

    package func html(_ language: Language) -> HTML {
        let name: HTML? = subject.map { "<p class=\"note\">\($0)</p>" }
        return """
            <header class="confirmation"><p class="mark" aria-hidden="true">✓</p><h1>\(Text.isDone(done), language)</h1>\
            \(name)</header>
            \(FactList(facts), language)\(ActionBar(actions), language)
            """
    }
}
