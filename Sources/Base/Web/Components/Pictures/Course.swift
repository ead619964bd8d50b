package import Kernel

/// The way of one matter from left to right: what was, what is, what comes next. On a phone it stands upright.
package struct Course: Component {
    package struct Stop: Sendable {
        let label: Message
        let state: Timeline.Step.State
        let note: HTML?

        /// `note` is a day, or what is waited for.
        package init(_ label: Message, _ state: Timeline.Step.State, note: HTML? = nil) {
            self.label = label
            self.state = state
            self.note = note
        }
    }

    let stops: [Stop]

    package init(_ stops: [Stop]) {
        self.stops = stops
    }

    package func html(_ language: Language) -> HTML {
        let items = stops.map { stop -> HTML in
            let current: HTML = stop.state == .current ? " aria-current=\"step\"" : ""
            let note: HTML? = stop.note.map { "<span class=\"when\">\($0)</span>" }
            return """
                <li class="\(stop.state.rawValue)"\(current)><b>\(stop.label, language)</b>\
                <span class="hidden"> \(stop.state.message, language)</span>\(note)</li>

                """
        }
        return "<ol class=\"course\" aria-label=\"\(Text.steps, language)\">\n\(items)</ol>\n"
    }
}
