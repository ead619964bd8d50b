/// Collects the fields of one record. What is personal never reaches `members` in the clear unless asked to.
package struct FieldWriter {
    package enum PersonalHandling: Sendable {
        /// Personal values are set aside in `personal`; the log puts commitments in their place.
        case setAside
        /// Personal values stand as they are: commands on their way to the writer.
        case inTheClear
    }

    /// A personal value set aside, under the path of its field.
    package struct SetAside: Sendable, Hashable {
        package let path: String
        package let subject: DataSubject
        package let value: JSON

        package init(path: String, subject: DataSubject, value: JSON) {
            (self.path, self.subject, self.value) = (path, subject, value)
        }
    }

    package private(set) var members: [String: JSON] = [:]
    package private(set) var personal: [SetAside] = []
    private let handling: PersonalHandling

    package init(personal handling: PersonalHandling) {
        self.handling = handling
        // Most records have about so many fields: growing the table step by step costs more than filling it.
        members.reserveCapacity(12)
    }

    private init() { handling = .setAside }

    /// Stands where nothing is written.
    package static let unused = FieldWriter()

    package mutating func put(_ name: String, _ value: some FieldValue) {
        members[name] = value.field
    }

    /// Absent values are left out, so that adding an optional field changes no existing leaf.
    package mutating func put(_ name: String, _ value: (some FieldValue)?) {
        if let value { members[name] = value.field }
    }

    package mutating func put(_ name: String, values: [some FieldValue]) {
        if !values.isEmpty { members[name] = .array(values.map(\.field)) }
    }

    package mutating func put(_ name: String, list: [some FieldRecord]) {
        if !list.isEmpty {
            members[name] = .array(list.enumerated().map { nested($1, "\(name)[\($0)]") })
        }
    }

    package mutating func put(_ name: String, record: (some FieldRecord)?) {
        if let record { members[name] = nested(record, name) }
    }

    package mutating func put(_ name: String, _ value: Personal<some FieldValue>?) {
        setAside(name, value?.content?.field, value?.subject)
    }

    package mutating func put(_ name: String, _ value: Confidential<some FieldValue>?) {
        setAside(name, value?.content?.field, value?.subject)
    }

    private mutating func setAside(_ name: String, _ value: JSON?, _ subject: DataSubject?) {
        guard let value, let subject else { return }
        switch handling {
        case .inTheClear: members[name] = value
        case .setAside: personal.append(SetAside(path: name, subject: subject, value: value))
        }
    }

    private mutating func nested(_ record: some FieldRecord, _ path: String) -> JSON {
        var inner = FieldWriter(personal: handling)
        record.write(to: &inner)
        personal += inner.personal.map { SetAside(path: "\(path).\($0.path)", subject: $0.subject, value: $0.value) }
        return .object(inner.members)
    }
}
