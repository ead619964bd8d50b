/// A value that can stand in a command's argument, an event's field and a form's input.
package protocol FieldValue: Sendable {
    /// Reads the value. In `.typed` notation the JSON is always a string, as a person wrote it ("1,200.50" yuan).
    init(field: JSON, notation: FieldNotation) throws(Rejection)
    /// The exact form, as it stands in JSON arguments and leaves.
    var field: JSON { get }
    /// What the documentation, OpenAPI and forms say of it.
    static var shape: FieldShape { get }
    /// Stands in where reading failed, so that one pass finds every bad field, and in the documentation.
    static var example: Self { get }
}

/// How the text of a value is to be understood.
package enum FieldNotation: Sendable {
    /// The API, scenarios and leaves: integers in base units (fen, 0.0001 mu, ms), ISO dates.
    case exact
    /// What a person types into a form: yuan, mu, local time.
    case typed
    /// Back from the log: exact, and a destroyed personal value is absent.
    case logged
}

/// What kind of value a field takes: its JSON type, its unit and, for choices, what may be chosen.
package struct FieldShape: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case text(maxLength: Int), paper, integer, flag, choice([String]), identifier(of: String), date, instant, money,
            area
        case list([Field]), object([Field])
    }

    package let kind: Kind
    /// Whether the log keeps a commitment of the value instead of the value.
    package let isPersonal: Bool
    /// The unit as documentation prints it ("fen", "0.0001 mu", "ms UTC"); empty where there is none.
    package let unit: String
    /// The numbers that can be entered, in the unit of the exact form; nil for what is no number.
    package let range: ClosedRange<Int64>?

    package init(
        _ kind: Kind, unit: String = "", range: ClosedRange<Int64>? = nil, isPersonal: Bool = false
    ) {
        self.kind = kind
        self.isPersonal = isPersonal
        self.unit = unit
        self.range = range
    }

    /// The same shape of a value the log keeps a commitment of.
    var ofPerson: FieldShape { FieldShape(kind, unit: unit, range: range, isPersonal: true) }

    /// A field of a command or an event, by name.
    package struct Field: Sendable, Hashable {
        package let name: String
        package let shape: FieldShape
        package let isOptional: Bool

        package init(name: String, shape: FieldShape, isOptional: Bool) {
            self.name = name
            self.shape = shape
            self.isOptional = isOptional
        }
    }
}

/// A record that is read from and written to fields: every command, every event, the parts of lists, JSON resources.
///
/// `fields` must not branch on the values: the same code, run on no input, yields the documentation.
package protocol FieldRecord: Sendable {
    /// The fields in order, each said once, and the record made of them.
    static func fields(_ pass: inout FieldPass<Self>) -> Self
}

extension FieldRecord {
    /// What the fields are, in the order they are read.
    package static var shapes: [FieldShape.Field] {
        var pass = FieldPass<Self>(reading: FieldReader.recordingShapes())
        _ = fields(&pass)
        return pass.reader.recorded
    }

    /// Reads the record whole; the rejection names every missing, wrong and unknown field at once.
    package static func read(_ json: JSON, notation: FieldNotation = .exact) throws(Rejection) -> Self {
        guard case .object(let members) = json else { throw KernelRejection.notAnObject.rejection }
        var pass = FieldPass<Self>(reading: FieldReader(members, notation: notation))
        let record = fields(&pass)
        try pass.reader.finish()
        return record
    }

    /// Writes every field. The writer is lent to the pass, so that what it gathered is not copied.
    package func write(to writer: inout FieldWriter) {
        var pass = FieldPass(writing: self, to: FieldWriter.unused)
        swap(&pass.writer, &writer)
        _ = Self.fields(&pass)
        swap(&pass.writer, &writer)
    }

    /// The record as JSON, personal values in the clear: for the writer's own use, never for a leaf or a log line.
    package var openFields: [String: JSON] {
        var writer = FieldWriter(personal: .inTheClear)
        write(to: &writer)
        return writer.members
    }
}
