package import Kernel

/// How a thing is chosen by its name where there are too many for a list: the words, what they find, what was chosen.
///
/// It works without script: the form is sent, and shown again with what was found (decision record 0270).
struct Picking: Sendable {
    /// As many stand in a list; with more one looks for the name.
    static let listed = 30
    private static let words = "_find:"
    private static let before = "_found:"
    /// The button that looks something up; its value is the field.
    static let button = "_look"

    let words: String
    let found: [FormField.Option]
    /// More were found than are shown.
    let isCut: Bool
    /// What was chosen before, when it is not among what was found.
    let chosen: FormField.Option?

    /// The text field of the words.
    static func wordsField(_ name: String) -> String { words + name }
    /// Hidden: the words what is shown was found by.
    static func beforeField(_ name: String) -> String { before + name }

    /// Fields of the lookup, which are no arguments of a command.
    static func isOurs(_ name: String) -> Bool {
        name == button || name.hasPrefix(words) || name.hasPrefix(before)
    }

    /// Whether the form was sent to look something up: by its button, or with words nothing was yet found by.
    static func isLooking(_ values: [String: String]) -> Bool {
        values[button] != nil
            || values.contains { name, typed in
                name.hasPrefix(words) && !typed.isBlank
                    && values[before + name.dropFirst(words.count)] != typed
            }
    }
}

extension FormField {
    /// Something that has a name people know it by, and an identifier nobody types. Up to thirty stand in a list; of more,
    /// part of the name finds them.
    ///
    /// `find` answers at most so many that the words fit, all of them to no words; `known` is what carries the identifier.
    /// Both know only what the reader may choose.
    package static func pick(
        _ name: String, _ label: Message, _ request: PageRequest, hint: Message? = nil, optional: Bool = false,
        value: String = "", find: (_ words: String, _ limit: Int) throws -> [Option],
        known: (String) throws -> Option?
    ) rethrows -> FormField {
        let all = try find("", Picking.listed + 1)
        guard all.count > Picking.listed else {
            let only = all.count == 1 && !optional ? all.first?.value : nil
            return .choice(
                name, label, all, hint: hint ?? (all.isEmpty ? Text.nothingToPick : nil), optional: optional,
                value: value.isEmpty ? only ?? "" : value)
        }
        let words = (request.form.values[Picking.wordsField(name)] ?? "").prefix(100)
        let found = words.isBlank ? [] : try find(String(words), Picking.listed + 1)
        // Looking for another name lets go of what was chosen by the one before.
        let before = request.form.values[Picking.beforeField(name)] ?? ""
        let isAnew = !words.isBlank && !before.isBlank && words != before
        let chosen = isAnew ? "" : request.form.values[name] ?? value
        let isFound = found.prefix(Picking.listed).contains { $0.value == chosen }
        let picking = Picking(
            words: String(words), found: Array(found.prefix(Picking.listed)), isCut: found.count > Picking.listed,
            chosen: chosen.isEmpty || isFound ? nil : try known(chosen))
        return FormField(name, .pick(picking), label, hint: hint, optional: optional, value: value)
    }
}

extension FormBuilder {
    func pick(_ field: FormField, _ picking: Picking, _ language: Language) -> HTML {
        let id = FormBuilder.anchor(field.name)
        let value = value(of: field)
        let shown = (picking.chosen.map { [$0] } ?? []) + picking.found
        let only = shown.count == 1 && value.isEmpty
        let choices = shown.enumerated().map { position, option -> HTML in
            let checked: HTML = only || option.value == value ? " checked" : ""
            return """
                <label class="pick"><input type="radio" id="\(id)-\(position)" name="\(field.name)" \
                value="\(option.value)"\(checked)> <span>\(option.label)</span></label>
                """
        }
        let list: HTML? = choices.isEmpty ? nil : "<div class=\"picks\">\(choices)</div>"
        return """
            <fieldset class="field\(mark(field))"\(described(field, id))>\
            <legend>\(field.label, language)\(optional(field, language))</legend>\
            \(hint(field, id, language))\(errors(field, id, language))\
            <label class="part" for="\(id)">\(Text.partOfName, language)</label>\
            <div class="control"><input type="search" id="\(id)" name="\(Picking.wordsField(field.name))" \
            maxlength="100" autocomplete="off" value="\(picking.words)">\
            <button name="\(Picking.button)" value="\(field.name)" formaction="\(action)#\(id)">\(Text.search, language)</button>\
            </div>\(hidden(Picking.beforeField(field.name), picking.words))\
            \(outcome(picking, field, language))\(list)</fieldset>

            """
    }

    private func outcome(_ picking: Picking, _ field: FormField, _ language: Language) -> HTML? {
        guard !picking.words.isBlank else { return nil }
        let words =
            switch (picking.found.isEmpty, picking.isCut) {
            case (true, _): Text.nobodyFound
            case (false, true): Text.moreFound(picking.found.count)
            case (false, false): Text.chooseFound(picking.found.count)
            }
        return "<p class=\"note\" role=\"status\">\(words, language)</p>"
    }
}
