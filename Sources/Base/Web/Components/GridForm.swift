package import Kernel

/// A form whose rows stand beside each other like the lines of a voucher, worked at before it is given.
///
/// Without script every button sends what was typed; the page answers with sums and more rows, and everything kept. What
/// finally gives it is the button with `gives`.
package struct GridForm: Component {
    package struct Column: Sendable {
        package enum Kind: Sendable {
            /// Text that is completed from `suggestions`.
            case pick
            case money
            /// What the row is about: shown as `name.words`, sent as it is.
            case given
            /// A figure to look at, which is not sent.
            case figure

            var isNumber: Bool { self == .money || self == .figure }
        }

        let name: String
        let label: Message
        let kind: Kind

        package init(_ name: String, _ label: Message, _ kind: Kind) {
            self.name = name
            self.label = label
            self.kind = kind
        }
    }

    /// A button; `query` is added to the address it sends to.
    package struct Button: Sendable {
        let label: Message
        let query: [String: String]
        let isPrimary: Bool

        package init(_ label: Message, _ query: [String: String] = [:], isPrimary: Bool = false) {
            self.label = label
            self.query = query
            self.isPrimary = isPrimary
        }
    }

    let request: PageRequest
    let head: [FormField]
    /// Fields that are rarely filled in and stand behind the rows, out of the keyboard's way.
    let below: [FormField]
    let list: String
    let columns: [Column]
    let rows: [[String: String]]
    let totals: [HTML]
    let suggestions: [String: [(value: String, label: String)]]
    let buttons: [Button]
    /// The field that has the keyboard when the page opens, so that nobody has to walk to it.
    let focus: String?

    /// Fields of a row are named `list[2].column`; `rows` are their values as typed. `suggestions` by column.
    package init(
        _ request: PageRequest, head: [FormField], below: [FormField] = [], list: String, columns: [Column],
        rows: [[String: String]], totals: [HTML], suggestions: [String: [(value: String, label: String)]],
        buttons: [Button],
        focus: String? = nil
    ) {
        self.focus = focus
        self.request = request
        self.head = head
        self.below = below
        self.list = list
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.suggestions = suggestions
        self.buttons = buttons
    }

    /// Whether each row says by one word what it is about: then a phone needs two lines for it.
    private var isPlan: Bool { columns.count { $0.kind == .given } == 1 }

    /// What a row is about, for who hears the page.
    private func subject(_ position: Int, _ values: [String: String]) -> String {
        let words = columns.compactMap { $0.kind == .given ? values["\($0.name).words"] : nil }
        return words.isEmpty ? String(position + 1) : words.prefix(2).joined(separator: " ")
    }

    package func html(_ language: Language) -> HTML {
        var builder = FormBuilder(request, submit: Text.none, head + below)
        // What is wrong is read first.
        builder.focus = request.form.rejections.isEmpty ? focus : nil
        let lines = rows.enumerated().map { [builder] in row($0, $1, builder, language) }
        let heads = columns.map { column -> HTML in
            let kind: HTML = column.kind.isNumber ? "number" : "text"
            return "<th role=\"columnheader\" scope=\"col\" class=\"\(kind)\">\(column.label, language)</th>"
        }
        let foot = zip(columns, totals).map { column, total -> HTML in
            let kind: HTML = column.kind.isNumber ? "number" : "text"
            return
                "<td role=\"cell\" class=\"\(kind)\" data-label=\"\(language(column.label))\">\(total)</td>"
        }
        let lists = suggestions.sorted { $0.key < $1.key }.map { name, options -> HTML in
            let inner = options.map { "<option value=\"\($0.value)\" label=\"\($0.label)\"></option>" as HTML }
            return "<datalist id=\"\(list)-\(name)\">\(inner)</datalist>\n"
        }
        return """
            \(builder.summary(language))<form class="form grid\(isPlan ? " plan" : "" as HTML)" method="post" action="\(request.path)" novalidate>
            \(builder.hidden(FormBuilder.csrfField, request.csrfToken))\
            \(builder.hidden(FormBuilder.keyField, request.form.key))
            \(head.map { [builder] in builder.control($0, language) })\
            <div class="table"><table role="table">
            <thead role="rowgroup"><tr role="row">\(heads)</tr></thead>
            <tbody role="rowgroup">
            \(lines)</tbody>
            \(foot.isEmpty ? "" : "<tfoot role=\"rowgroup\"><tr role=\"row\">\(foot)</tr></tfoot>" as HTML)</table></div>
            \(lists)\(below.map { [builder] in builder.control($0, language) })<p class="actions">\(buttons.map { button($0, language) })</p>
            </form>

            """
    }

    private func button(_ button: Button, _ language: Language) -> HTML {
        let kind: HTML = button.isPrimary ? " class=\"primary\"" : ""
        let action = Links.address(request.path, query: button.query)
        return "<button\(kind) formaction=\"\(action)\">\(button.label, language)</button>"
    }

    private func row(_ position: Int, _ values: [String: String], _ builder: FormBuilder, _ language: Language) -> HTML
    {
        let cells = columns.map { column -> HTML in
            let name = "\(list)[\(position)].\(column.name)"
            let id = FormBuilder.anchor(name)
            let wrong = builder.rejectionsAt(name)
            let label = "\(subject(position, values)) \(language(column.label))"
            let common: HTML = """
                type="text" id="\(id)" name="\(name)" value="\(values[column.name] ?? "")" aria-label="\(label)"\
                \(wrong.isEmpty ? "" : " aria-invalid=\"true\"" as HTML) autocomplete="off"
                """
            let errors = wrong.map { "<div class=\"error\">\(Callout.lines($0, language))</div>" as HTML }
            switch column.kind {
            case .pick:
                return """
                    <td role="cell" class="text" data-label="\(language(column.label))">\(errors)\
                    <input \(common) list="\(list)-\(column.name)"></td>
                    """
            case .money:
                return """
                    <td role="cell" class="number" data-label="\(language(column.label))">\(errors)\
                    <input \(common) inputmode="decimal" class="number"></td>
                    """
            case .given:
                return """
                    <td role="cell" class="text given" data-label="\(language(column.label))">\(errors)\
                    \(values["\(column.name).words"] ?? "")\(builder.hidden(name, values[column.name] ?? ""))</td>
                    """
            case .figure:
                return """
                    <td role="cell" class="number figure" data-label="\(language(column.label))">\(values[column.name] ?? "")</td>
                    """
            }
        }
        return "<tr role=\"row\">\(cells)</tr>\n"
    }
}

extension FormBuilder {
    /// What was wrong with a field that the builder itself does not draw.
    func rejectionsAt(_ name: String) -> [Rejection] {
        request.form.rejections.flatMap(\.flattened).filter { $0.field == name }
    }
}
