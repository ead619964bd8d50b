/// Reads the fields of one record, collects everything that is wrong, and knows what nobody asked for.
package struct FieldReader {
    private var members: [String: JSON]
    private let notation: FieldNotation
    private let isRecording: Bool
    /// A record has few fields: a list is searched sooner than a set is built.
    private var asked: [String] = []
    private var problems: [Rejection] = []
    package private(set) var recorded: [FieldShape.Field] = []

    package init(_ members: [String: JSON], notation: FieldNotation = .exact) {
        self.members = members
        self.notation = notation
        isRecording = false
        if !members.isEmpty { asked.reserveCapacity(members.count) }
    }

    private init() {
        members = [:]
        notation = .exact
        isRecording = true
    }

    /// Stands where nothing is read.
    package static let unused = FieldReader([:])

    /// A reader without input that notes what is asked of it.
    static func recordingShapes() -> FieldReader { FieldReader() }

    /// The required value called `name`; on a problem a stand-in, and `finish` throws.
    package mutating func value<Value: FieldValue>(_ name: String, as type: Value.Type = Value.self) -> Value {
        note(name, Value.shape, optional: false)
        if isRecording { return Value.example }
        guard let json = present(name) else {
            problems.append(KernelRejection.missing(field: name).rejection)
            return Value.example
        }
        return open(json, name) ?? Value.example
    }

    /// The optional value called `name`: nil when absent, null or, in a form, left empty.
    package mutating func optional<Value: FieldValue>(_ name: String, as type: Value.Type = Value.self) -> Value? {
        note(name, Value.shape, optional: true)
        guard !isRecording, let json = present(name) else { return nil }
        return open(json, name)
    }

    /// The name a caller chooses for something new; nil when it is left to the program. Never one of the program's own.
    package mutating func newName<Named>(_ name: String, as type: Named.Type = Named.self) -> Identifier<Named>? {
        let chosen = optional(name, as: Identifier<Named>.self)
        guard let chosen, notation != .logged, MadeName.holds(chosen.text) else { return chosen }
        problems.append(KernelRejection.madeName(field: name).rejection)
        return nil
    }

    /// The personal value called `name`, about `subject`. Required of a command; from the log it may have been destroyed.
    package mutating func personal<Value: FieldValue & Hashable>(
        _ name: String, of subject: DataSubject, as type: Value.Type = Value.self
    ) -> Personal<Value> {
        Personal(setAside(name, isOptional: false), of: subject)
    }

    /// The optional personal value called `name`, about `subject`.
    package mutating func optionalPersonal<Value: FieldValue & Hashable>(
        _ name: String, of subject: DataSubject, as type: Value.Type = Value.self
    ) -> Personal<Value>? {
        setAside(name, isOptional: true).map { Personal($0, of: subject) }
    }

    /// The confidential value called `name`, kept under `subject`.
    package mutating func confidential<Value: FieldValue & Hashable>(
        _ name: String, of subject: DataSubject, as type: Value.Type = Value.self
    ) -> Confidential<Value> {
        Confidential(setAside(name, isOptional: false), of: subject)
    }

    /// The optional confidential value called `name`, kept under `subject`.
    package mutating func optionalConfidential<Value: FieldValue & Hashable>(
        _ name: String, of subject: DataSubject, as type: Value.Type = Value.self
    ) -> Confidential<Value>? {
        setAside(name, isOptional: true).map { Confidential($0, of: subject) }
    }

    /// The list called `name`, each element a record; absent means empty. At most `max` elements.
    package mutating func list<Element: FieldRecord>(
        _ name: String, of type: Element.Type = Element.self, max: Int = 10_000
    ) -> [Element] {
        note(name, FieldShape(.list(Element.shapes)), optional: true)
        guard !isRecording, let json = present(name) else { return [] }
        guard case .array(let elements) = json, elements.count <= max else {
            problems.append(KernelRejection.wrongType(field: name, expected: .list(most: max)).rejection)
            return []
        }
        var records: [Element] = []
        records.reserveCapacity(elements.count)
        for (position, element) in elements.enumerated() {
            if let record: Element = subrecord(element, "\(name)[\(position)]") { records.append(record) }
        }
        return records
    }

    /// The list of plain values called `name`; absent means empty.
    package mutating func values<Value: FieldValue>(_ name: String, of type: Value.Type = Value.self) -> [Value] {
        note(
            name, FieldShape(.list([FieldShape.Field(name: "", shape: Value.shape, isOptional: false)])), optional: true
        )
        guard !isRecording, let json = present(name) else { return [] }
        guard case .array(let elements) = json else {
            problems.append(KernelRejection.wrongType(field: name, expected: .list(most: nil)).rejection)
            return []
        }
        return elements.enumerated().compactMap { open($1, "\(name)[\($0)]") }
    }

    /// The optional record called `name`.
    package mutating func record<Part: FieldRecord>(_ name: String, as type: Part.Type = Part.self) -> Part? {
        note(name, FieldShape(.object(Part.shapes)), optional: true)
        guard !isRecording, let json = present(name) else { return nil }
        return subrecord(json, name)
    }

    /// Throws everything that was wrong, unknown fields included.
    package mutating func finish() throws(Rejection) {
        for name in members.keys.filter({ !asked.contains($0) }).sorted() {
            problems.append(KernelRejection.unknownField(field: name).rejection)
        }
        if let rejection = Rejection.all(problems) { throw rejection }
    }

    /// The shape is made only for the documentation.
    private mutating func note(_ name: String, _ shape: @autoclosure () -> FieldShape, optional: Bool) {
        if isRecording {
            recorded.append(FieldShape.Field(name: name, shape: shape(), isOptional: optional))
        } else {
            asked.append(name)
        }
    }

    private mutating func setAside<Value: FieldValue>(_ name: String, isOptional: Bool) -> Value? {
        note(name, Value.shape.ofPerson, optional: isOptional)
        guard !isRecording else { return Value.example }
        guard let json = present(name) else {
            if !isOptional && notation != .logged {
                problems.append(KernelRejection.missing(field: name).rejection)
            }
            return nil
        }
        return parse(json, name)
    }

    private func present(_ name: String) -> JSON? {
        switch members[name] {
        case nil, .null: nil
        case .string(let text) where notation == .typed && text.isBlank: nil
        case .some(let json): json
        }
    }

    /// A value that will stand in the log for everybody: nobody's identity number may lie in it.
    private mutating func open<Value: FieldValue>(_ json: JSON, _ name: String) -> Value? {
        if notation != .logged, case .string(let text) = json, IdentityNumber.stands(in: text) {
            problems.append(KernelRejection.identityNumberInText(field: name).rejection)
            return nil
        }
        return parse(json, name)
    }

    private mutating func parse<Value: FieldValue>(_ json: JSON, _ name: String) -> Value? {
        do throws(Rejection) {
            return try Value(field: json, notation: notation)
        } catch {
            problems.append(error.under(name))
            return nil
        }
    }

    private mutating func subrecord<Part: FieldRecord>(_ json: JSON, _ path: String) -> Part? {
        guard case .object(let inner) = json else {
            problems.append(KernelRejection.wrongType(field: path, expected: .object).rejection)
            return nil
        }
        var pass = FieldPass<Part>(reading: FieldReader(inner, notation: notation))
        let record = Part.fields(&pass)
        do throws(Rejection) {
            try pass.reader.finish()
            return record
        } catch {
            problems.append(contentsOf: error.flattened.map { $0.under(path) })
            return nil
        }
    }
}
