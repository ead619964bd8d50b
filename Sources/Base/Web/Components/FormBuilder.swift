package import Kernel

/// A form that gives one command. Shown again after a refusal it keeps what was typed, says each problem beside its
/// field and everything else on top. The browser's own checks are off: every "no" comes from the house, numbered and in
/// the reader's language.
package struct FormBuilder: Component {
    /// The hidden field with the token that shows the form came from this house.
    package static let csrfField = "_csrf"
    /// The hidden field with the idempotency key: a double click gives one command.
    package static let keyField = "_key"
    /// The hidden fields that name the form's boxes, so that an empty box is sent as `false`.
    package static let flagsField = "_flags[]"

    let request: PageRequest
    let action: String
    let submit: Message
    let fields: [FormField]
    let note: Message?
    let isDangerous: Bool
    /// The field that has the keyboard when the page opens; for pages that are for entering alone.
    var focus: String?

    /// `action` is where the form is sent; by default this page itself. `submit` are the words on the button.
    package init(
        _ request: PageRequest, action: String? = nil, submit: Message, note: Message? = nil, isDangerous: Bool = false,
        _ fields: [FormField]
    ) {
        self.request = request
        self.action = action ?? request.path
        self.submit = submit
        self.note = note
        self.isDangerous = isDangerous
        self.fields = fields
    }

    package func html(_ language: Language) -> HTML {
        let note: HTML? = note.map { "<p class=\"note\">\($0, language)</p>\n" }
        let encoding: HTML = fields.contains { $0.isFile } ? " enctype=\"multipart/form-data\"" : ""
        let button: HTML = isDangerous ? "danger" : "primary"
        return """
            \(summary(language))<form class="form" method="post" action="\(action)" novalidate\(encoding)>
            \(entry)\(hidden(FormBuilder.csrfField, request.csrfToken))\(hidden(FormBuilder.keyField, request.form.key))
            \(fields.map { control($0, language) })\(note)\
            <p class="actions"><button class="\(button)">\(submit, language)</button></p>
            </form>
            \(script)
            """
    }

    /// Where a field can be jumped to: `lines[0].amountFen` as `field-lines-0--amountFen`.
    static func anchor(_ name: String) -> String {
        "field-" + String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }

    /// Whether this is the form that was sent, and not another on the same page.
    var isReturned: Bool {
        let values = request.form.values
        return action.prefix { $0 != "?" } == request.path
            && (values.isEmpty || fields.contains { values[$0.name] != nil || values[$0.name + "[0]"] != nil })
    }

    func value(of field: FormField) -> String {
        if field.isSecret { return "" }
        // A form shown again holds what was typed; an empty box was typed too.
        return isReturned && !request.form.values.isEmpty ? request.form.values[field.name] ?? "" : field.value
    }

    func rejections(of field: FormField) -> [Rejection] {
        returned.filter { $0.field == field.name }
    }

    private var returned: [Rejection] {
        isReturned ? request.form.rejections.flatMap(\.flattened) : []
    }

    /// The Enter key presses a form's first button: where one looks something up, that is still the form's own.
    private var entry: HTML? {
        fields.contains { if case .pick = $0.kind { true } else { false } } ? "<button hidden></button>" : nil
    }

    func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    func summary(_ language: Language) -> HTML {
        let all = returned
        guard !all.isEmpty else { return "" }
        let visible = Dictionary(
            fields.filter { !$0.isHidden }.map { ($0.name, $0) }, uniquingKeysWith: { old, _ in old })
        let whole = all.filter { $0.field.map { visible[$0] == nil } ?? true }.map { Callout.lines($0, language) }
        let links = all.compactMap { rejection -> HTML? in
            guard let name = rejection.field, let field = visible[name] else { return nil }
            let label = HTML.link(language(field.label), to: "#" + FormBuilder.anchor(name))
            return "<li>\(label)\(Text.colon, language)\(rejection.text, language)</li>"
        }
        let list: HTML = links.isEmpty ? "" : "<ul>\(links)</ul>"
        return """
            <div class="callout refusal" role="alert" tabindex="-1" autofocus><p class="callout-title">\(Text.correct, language)</p>
            \(whole)\(list)</div>

            """
    }
}
