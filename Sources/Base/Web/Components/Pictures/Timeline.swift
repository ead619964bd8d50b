package import Kernel

/// The states of one matter in order: what is done and when, what is under way, what is to come.
package struct Timeline: Component {
    package struct Step: Sendable {
        package enum State: String, Sendable { case done, current, ahead, stopped }

        let label: Message
        let state: State
        let instant: Instant?
        let note: HTML?

        package init(_ label: Message, _ state: State, at instant: Instant? = nil, note: HTML? = nil) {
            self.label = label
            self.state = state
            self.instant = instant
            self.note = note
        }
    }

    let steps: [Step]

    package init(_ steps: [Step]) {
        self.steps = steps
    }

    package func html(_ language: Language) -> HTML {
        let items = steps.map { step -> HTML in
            let time: HTML? = step.instant.map { " <span class=\"when\">\(HTML.time($0, language))</span>" }
            let note: HTML? = step.note.map { "<div class=\"note\">\($0)</div>" }
            let current: HTML = step.state == .current ? " aria-current=\"step\"" : ""
            return """
                <li class="\(step.state.rawValue)"\(current)><b>\(step.label, language)</b> \
                <span class="step-state">\(step.state.message, language)</span>\(time)\(note)</li>

                """
        }
        return "<ol class=\"timeline\" aria-label=\"\(Text.steps, language)\">\n\(items)</ol>\n"
    }
}

extension Timeline.Step.State {
    var message: Message {
        switch self {
        case .done: Text.done
        case .current: Text.current
        case .ahead: Text.ahead
        case .stopped: Text.stopped
        }
    }
}
