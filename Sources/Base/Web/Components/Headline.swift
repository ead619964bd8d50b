package import Kernel

/// The question a page answers, small, and its answer in large type. Every page has exactly one, at the top; it is the `h1`.
package struct Headline: Component {
    let question: Message
    /// Nil where the page asks: the question itself stands large.
    let answer: HTML?
    let note: Message?

    /// The head of a form.
    package init(asking question: Message) {
        self.question = question
        answer = nil
        note = nil
    }

    /// `answer` is markup so that a price or a name can be interpolated: `answer: "\(format.money(fen: 72_000_000))"`.
    package init(_ question: Message, answer: HTML, note: Message? = nil) {
        self.question = question
        self.answer = answer
        self.note = note
    }

    /// The answer is words as well.
    package init(_ question: Message, answer: Message, note: Message? = nil, in language: Language) {
        self.init(question, answer: HTML(text: language(answer)), note: note)
    }

    package func html(_ language: Language) -> HTML {
        let note: HTML? = note.map { "<p class=\"note\">\($0, language)</p>" }
        guard let answer else { return "<header class=\"headline named\"><h1>\(question, language)</h1></header>\n" }
        return """
            <header class="headline"><h1>\(question, language)</h1>\
            <p class="answer">\(answer)</p>\(note)</header>

            """
    }
}
