package import Kernel

/// What a form sent: values as typed, the same as a command's arguments in `.typed` notation, and the house's own fields.
package struct DecodedForm: Sendable, Hashable {
    /// Every value by its flat name: `lines[0].amountFen`; goes into `FormState.values` when the form is shown again.
    package let values: [String: String]
    /// The values nested: `{"lines": [{"amountFen": "12.00"}]}`, all strings; files of rows among them, as text.
    package let arguments: JSON
    package let csrfToken: String
    package let key: String
    package let files: [UploadedFile]
    /// Somebody looks for what a field is to name: the form is shown again with what was found, nothing is given.
    package let isLooking: Bool

    /// The same, each paper that came as a file named by its mark, as if the mark had been typed.
    package func naming(_ papers: [String: String], limits: FormLimits = FormLimits()) throws(Rejection) -> DecodedForm
    {
        let all = values.merging(papers) { $1 }.map { (name: $0.key, value: $0.value) }
        let own = [(name: FormBuilder.csrfField, value: csrfToken), (name: FormBuilder.keyField, value: key)]
        return try DecodedForm(all + own, files: files.filter { $0.kind != .paper }, limits: limits)
    }

    /// From names and values in the order they came. A name ending in `[]` is a list and may repeat.
    init(_ pairs: [(name: String, value: String)], files: [UploadedFile] = [], limits: FormLimits) throws(Rejection) {
        guard pairs.count <= limits.fields else { throw WebRejection.tooManyFields(limit: limits.fields).rejection }
        var values: [String: String] = [:]
        var counts: [String: Int] = [:]
        var flags: [String] = []
        for (given, value) in pairs {
            var name = given
            guard value.utf8.count <= limits.fieldBytes else {
                throw WebRejection.fieldTooLong(field: name, limit: limits.fieldBytes).rejection
            }
            if name == FormBuilder.flagsField {
                flags.append(value)
                continue
            }
            if name.hasSuffix("[]") {
                name.removeLast(2)
                counts[name, default: 0] += 1
                name += "[\((counts[name] ?? 1) - 1)]"
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw WebRejection.duplicateName(name: name).rejection
            }
        }
        csrfToken = values.removeValue(forKey: FormBuilder.csrfField) ?? ""
        key = values.removeValue(forKey: FormBuilder.keyField) ?? ""
        for flag in flags where values[flag] == nil { values[flag] = "false" }
        self.values = values
        self.files = files
        var tree = ArgumentTree()
        for (name, value) in values.sorted(by: { $0.key < $1.key }) where !Picking.isOurs(name) {
            try tree.insert(value, at: name)
        }
        // A file of rows is an argument as if it had been typed, in whatever encoding it came.
        for file in files where file.kind == .csv { try tree.insert(try TableText(file.bytes).text, at: file.field) }
        arguments = tree.json
        isLooking = Picking.isLooking(values)
    }
}
