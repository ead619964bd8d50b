import EventLog
import Kernel

/// Who gave a command whose leaf tells nobody: the value behind the commitment `@actor` (decision record 0234).
struct WithheldActor: Sendable, Hashable {
    let person: PersonID
    let office: OfficeID
    /// Of the person and the key of the submission: what a leaf in the open has in its member `key`.
    let key: KeyDigest?

    init(person: PersonID, office: OfficeID, key: KeyDigest?) {
        self.person = person
        self.office = office
        self.key = key
    }

    /// Nil unless the value is one.
    init?(_ json: JSON) {
        guard let person = json["person"]?.string.flatMap({ PersonID($0) }),
            let office = json["office"]?.string.flatMap({ OfficeID($0) })
        else { return nil }
        self.init(person: person, office: office, key: json["key"]?.string.flatMap { KeyDigest(text: $0) })
    }

    /// Destroyed together with what else is personal of the person.
    var setAside: FieldWriter.SetAside {
        FieldWriter.SetAside(path: Leaf.actorPath, subject: DataSubject(of: person), value: json)
    }

    private var json: JSON {
        var members: [String: JSON] = ["person": .string(person.text), "office": .string(office.text)]
        if let key { members["key"] = .string(key.text) }
        return .object(members)
    }
}

extension [SealedStore.Opened] {
    /// Who acted, where the leaf withholds it and the value is not destroyed.
    var actor: WithheldActor? { first { $0.path == Leaf.actorPath }.flatMap { WithheldActor($0.value) } }
}
