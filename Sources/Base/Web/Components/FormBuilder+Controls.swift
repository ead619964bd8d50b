import Kernel

extension FormField {
    var isHidden: Bool { if case .hidden = kind { true } else { false } }
    var isSecret: Bool { if case .secret = kind { true } else { false } }
    var isFile: Bool {
        switch kind {
        case .file, .paper: true
        default: false
        }
    }
}

extension FormBuilder {
    func control(_ field: FormField, _ language: Language) -> HTML {
        switch field.kind {
        case .hidden: return hidden(field.name, value(of: field)) + "\n"
        case .checkbox: return checkbox(field, language)
        case .several(let options): return boxes(field, options, language)
        case .choice(let options) where options.count <= 4: return radios(field, options, language)
        case .pick(let picking): return pick(field, picking, language)
        default: return labelled(field, language)
        }
    }

    private func labelled(_ field: FormField, _ language: Language) -> HTML {
        let id = FormBuilder.anchor(field.name)
        let unit: HTML? = field.unit.map { "<span class=\"unit\">\($0, language)</span>" }
        return """
            <div class="field\(mark(field))"><label for="\(id)">\(field.label, language)\(optional(field, language))</label>\
            \(hint(field, id, language))\(errors(field, id, language))\
            <div class="control">\(input(field, id, language))\(unit)</div></div>

            """
    }

    private func input(_ field: FormField, _ id: String, _ language: Language) -> HTML {
        let value = value(of: field)
        let focus: HTML = field.name == focus ? " autofocus" : ""
        let common: HTML = "id=\"\(id)\" name=\"\(field.name)\"\(required(field))\(described(field, id))\(focus)"
        switch field.kind {
        // No length stops a browser from taking what is pasted: it would cut it without a word. The rule says what is too long.
        case .text(let limit):
            let width: HTML = limit <= 30 ? " class=\"short\"" : ""
            return "<input type=\"text\"\(width) \(common) value=\"\(value)\">"
        case .number:
            return
                "<input type=\"text\" inputmode=\"numeric\" class=\"number\" \(common) value=\"\(value)\">"
        case .decimal, .money, .area:
            return
                "<input type=\"text\" inputmode=\"decimal\" class=\"number\" \(common) value=\"\(value)\">"
        case .date: return "<input type=\"date\" \(common) value=\"\(value)\">"
        case .instant: return "<input type=\"datetime-local\" \(common) value=\"\(value)\">"
        case .secret: return "<input type=\"password\" \(common) autocomplete=\"off\">"
        case .paper: return paper(field, id, language)
        case .file(let accept): return "<input type=\"file\" \(common) accept=\"\(accept)\">"
        case .manyLines(let limit):
            // A newline right after the tag is swallowed by browsers; this one is ours.
            return "<textarea \(common) rows=\"\(limit > 2_000 ? 8 : 4)\">\n\(value)</textarea>"
        case .choice(let options):
            let choices = options.enumerated().map { choice($1, value, leads(field, $0)) }
            return "<select \(common)><option value=\"\">\(Text.choose, language)</option>\(choices)</select>"
        case .checkbox, .several, .hidden, .pick: return ""
        }
    }

    private func choice(_ option: FormField.Option, _ value: String, _ leads: HTML) -> HTML {
        let selected: HTML = option.value == value ? " selected" : ""
        return "<option\(leads) value=\"\(option.value)\"\(selected)>\(option.label)</option>"
    }

    private func radios(_ field: FormField, _ options: [FormField.Option], _ language: Language) -> HTML {
        let id = FormBuilder.anchor(field.name)
        let value = value(of: field)
        let buttons = options.enumerated().map { position, option -> HTML in
            let checked: HTML = option.value == value ? " checked" : ""
            return """
                <label class="pick"><input type="radio"\(leads(field, position)) id="\(position == 0 ? id : "\(id)-\(position)")" \
                name="\(field.name)" value="\(option.value)"\(required(field))\(checked)> <span>\(option.label)</span></label>
                """
        }
        return group(field, buttons, language)
    }

    private func boxes(
        _ field: FormField, _ options: [(option: FormField.Option, isTicked: Bool)], _ language: Language
    ) -> HTML {
        let id = FormBuilder.anchor(field.name)
        let hasComeBack = isReturned && !request.form.values.isEmpty
        let boxes = options.enumerated().map { position, box -> HTML in
            let option = box.option
            let name = "\(field.name)[\(position)]"
            let isTicked = hasComeBack ? request.form.values[name] == option.value : box.isTicked
            let checked: HTML = isTicked ? " checked" : ""
            return """
                <label class="pick"><input type="checkbox" id="\(position == 0 ? id : "\(id)-\(position)")" \
                name="\(name)" value="\(option.value)"\(checked)> <span>\(option.label)</span></label>
                """
        }
        return group(field, boxes, language)
    }

    /// Controls that belong together under one heading.
    private func group(_ field: FormField, _ controls: [HTML], _ language: Language) -> HTML {
        let id = FormBuilder.anchor(field.name)
        return """
            <fieldset class="field\(mark(field))"\(described(field, id))>\
            <legend>\(field.label, language)\(optional(field, language))</legend>\
            \(hint(field, id, language))\(errors(field, id, language))<div class="picks">\(controls)</div></fieldset>

            """
    }

    private func checkbox(_ field: FormField, _ language: Language) -> HTML {
        let id = FormBuilder.anchor(field.name)
        let checked: HTML = ["true", "on", "1", "yes"].contains(value(of: field)) ? " checked" : ""
        return """
            <div class="field\(mark(field))">\(errors(field, id, language))\(hidden(FormBuilder.flagsField, field.name))\
            <label class="pick"><input type="checkbox" id="\(id)" name="\(field.name)" value="true"\
            \(described(field, id))\(checked)> <span>\(field.label, language)</span></label>\
            \(hint(field, id, language))</div>

            """
    }

    func mark(_ field: FormField) -> HTML {
        let wrong: HTML = rejections(of: field).isEmpty ? "" : " wrong"
        guard let condition = field.condition,
            case .choice(let options) = fields.first(where: { $0.name == condition.field })?.kind
        else { return wrong }
        let positions = options.indices.filter { condition.values.contains(options[$0].value) }
        return "\(wrong) if\(positions.map { " if-\($0)" as HTML })"
    }

    /// A browser does not send a form in which something required is not seen.
    func required(_ field: FormField) -> HTML { field.isOptional || field.condition != nil ? "" : " required" }

    /// The answer at `position` of a choice that other fields go by.
    private func leads(_ field: FormField, _ position: Int) -> HTML {
        fields.contains { $0.condition?.field == field.name } ? " class=\"on on-\(position)\"" : ""
    }

    func optional(_ field: FormField, _ language: Language) -> HTML? {
        field.isOptional ? " <small>\(Text.optional, language)</small>" : nil
    }

    func hint(_ field: FormField, _ id: String, _ language: Language) -> HTML? {
        field.hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0, language)</p>" }
    }

    func errors(_ field: FormField, _ id: String, _ language: Language) -> HTML? {
        let rejections = rejections(of: field)
        guard !rejections.isEmpty else { return nil }
        return "<div class=\"error\" id=\"\(id)-error\">\(rejections.map { Callout.lines($0, language) })</div>"
    }

    func described(_ field: FormField, _ id: String) -> HTML {
        let isWrong = !rejections(of: field).isEmpty
        let ids = (field.hint == nil ? [] : ["\(id)-hint"]) + (isWrong ? ["\(id)-error"] : [])
        guard !ids.isEmpty else { return "" }
        return " aria-describedby=\"\(ids.joined(separator: " "))\"\(isWrong ? " aria-invalid=\"true\"" as HTML : "")"
    }
}
