/// One walk over the fields of a record, in either direction: it reads them, writes them, or notes what they are.
///
/// A record says its fields once, in `fields(_:)`. Each call names a field, the property it comes from and its kind, and
/// answers the value: read from the input, or taken from the record that is being written. So the list and the
/// initialiser cannot disagree, and documentation, reading and writing come from one place.
package struct FieldPass<Record: Sendable> {
    @usableFromInline package var reader: FieldReader
    @usableFromInline package var writer: FieldWriter
    /// The record being written; nil while reading.
    @usableFromInline let record: Written<Record>?

    @inlinable package init(reading reader: consuming FieldReader) {
        self.reader = reader
        writer = FieldWriter.unused
        record = nil
    }

    @inlinable package init(writing record: Record, to writer: consuming FieldWriter) {
        reader = FieldReader.unused
        self.writer = writer
        self.record = Written(record)
    }

    /// The required value called `name`.
    @inlinable package mutating func value<Value: FieldValue>(_ name: String, _ get: (Record) -> Value) -> Value {
        guard let record else { return reader.value(name) }
        let value = get(record.value)
        writer.put(name, value)
        return value
    }

    /// The optional value called `name`: nil when absent, null or, in a form, left empty. Nil is not written.
    @inlinable package mutating func optional<Value: FieldValue>(_ name: String, _ get: (Record) -> Value?) -> Value? {
        guard let record else { return reader.optional(name) }
        let value = get(record.value)
        writer.put(name, value)
        return value
    }

    /// The name a caller chooses for something new, called `name`; nil where the program is to make one.
    @inlinable package mutating func newName<Named>(
        _ name: String, _ get: (Record) -> Identifier<Named>?
    ) -> Identifier<Named>? {
        guard let record else { return reader.newName(name) }
        let value = get(record.value)
        writer.put(name, value)
        return value
    }

    /// The value called `name`, absent where it is `standard`.
    @inlinable package mutating func value<Value: FieldValue & Equatable>(
        _ name: String, _ get: (Record) -> Value, standard: Value
    ) -> Value {
        guard let record else { return reader.optional(name) ?? standard }
        let value = get(record.value)
        if value != standard { writer.put(name, value) }
        return value
    }

    /// The value called `name`, read as `absent` where it is missing; always written.
    @inlinable package mutating func value<Value: FieldValue>(
        _ name: String, _ get: (Record) -> Value, absent: Value
    ) -> Value {
        guard let record else { return reader.optional(name) ?? absent }
        let value = get(record.value)
        writer.put(name, value)
        return value
    }

    /// The whole number called `name`, kept as `Int64` in the record and read within its domain; `absent` where it is
    /// missing, and required where that is nil.
    @inlinable package mutating func whole<Domain: WholeDomain>(
        _ name: String, _ get: (Record) -> Int64, in domain: Domain.Type, absent: Int64? = nil
    ) -> Int64 {
        let bounded = { (record: Record) in Bounded<Domain>(asItStands: get(record)) }
        guard let absent else { return value(name, bounded).value }
        return value(name, bounded, absent: Bounded(asItStands: absent)).value
    }

    /// The optional whole number called `name`, read within its domain.
    @inlinable package mutating func optionalWhole<Domain: WholeDomain>(
        _ name: String, _ get: (Record) -> Int64?, in domain: Domain.Type
    ) -> Int64? {
        optional(name) { get($0).map { Bounded<Domain>(asItStands: $0) } }?.value
    }

    /// The personal value called `name`, about `subject`. Required of a command; from the log it may have been destroyed.
    @inlinable package mutating func personal<Value: FieldValue & Hashable>(
        _ name: String, _ get: (Record) -> Personal<Value>, of subject: @autoclosure () -> DataSubject
    ) -> Personal<Value> {
        guard let record else { return reader.personal(name, of: subject()) }
        let value = get(record.value)
        writer.put(name, value)
        return value
    }

    /// The optional personal value called `name`, about `subject`.
    @inlinable package mutating func optionalPersonal<Value: FieldValue & Hashable>(
        _ name: String, _ get: (Record) -> Personal<Value>?, of subject: @autoclosure () -> DataSubject
    ) -> Personal<Value>? {
        guard let record else { return reader.optionalPersonal(name, of: subject()) }
        let value = get(record.value)
        writer.put(name, value)
        return value
    }

    /// The confidential value called `name`, kept under `subject`.
    @inlinable package mutating func confidential<Value: FieldValue & Hashable>(
        _ name: String, _ get: (Record) -> Confidential<Value>, of subject: @autoclosure () -> DataSubject
    ) -> Confidential<Value> {
        guard let record else { return reader.confidential(name, of: subject()) }
        let value = get(record.value)
        writer.put(name, value)
        return value
    }

    /// The optional confidential value called `name`, kept under `subject`.
    @inlinable package mutating func optionalConfidential<Value: FieldValue & Hashable>(
        _ name: String, _ get: (Record) -> Confidential<Value>?, of subject: @autoclosure () -> DataSubject
    ) -> Confidential<Value>? {
        guard let record else { return reader.optionalConfidential(name, of: subject()) }
        let value = get(record.value)
        writer.put(name, value)
        return value
    }

    /// The list called `name`, each element a record; absent means empty. At most `max` elements.
    @inlinable package mutating func list<Element: FieldRecord>(
        _ name: String, _ get: (Record) -> [Element], max: Int = 10_000
    ) -> [Element] {
        guard let record else { return reader.list(name, max: max) }
        let list = get(record.value)
        writer.put(name, list: list)
        return list
    }

    /// The list of plain values called `name`; absent means empty.
    @inlinable package mutating func values<Value: FieldValue>(_ name: String, _ get: (Record) -> [Value]) -> [Value] {
        guard let record else { return reader.values(name) }
        let values = get(record.value)
        writer.put(name, values: values)
        return values
    }

    /// The optional record called `name`.
    @inlinable package mutating func record<Part: FieldRecord>(_ name: String, _ get: (Record) -> Part?) -> Part? {
        guard let record else { return reader.record(name) }
        let part = get(record.value)
        writer.put(name, record: part)
        return part
    }

    /// A text in both languages, as the fields `nameZh` and `nameEn`.
    @inlinable package mutating func message(_ name: String, _ get: (Record) -> Message) -> Message {
        Message(zh: value(name + "Zh") { get($0).zh }, en: value(name + "En") { get($0).en })
    }

    /// A part whose fields stand among the record's own.
    @inlinable package mutating func inlined<Part: FieldRecord>(_ get: (Record) -> Part) -> Part {
        guard let record else {
            var inner = FieldPass<Part>(reading: FieldReader.unused)
            swap(&inner.reader, &reader)
            let part = Part.fields(&inner)
            swap(&inner.reader, &reader)
            return part
        }
        let part = get(record.value)
        part.write(to: &writer)
        return part
    }
}

/// Holds the record that is written, so that a field is taken out of it without copying the others.
@usableFromInline package final class Written<Record: Sendable>: Sendable {
    @usableFromInline package let value: Record

    @inlinable package init(_ value: Record) { self.value = value }
}
