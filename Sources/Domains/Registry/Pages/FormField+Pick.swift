package import Kernel
package import Storage
package import Web

extension FormField {
    /// The identifier of something within the reader's places, or within `place`, chosen by its name.
    package static func pick<Named: Picked>(
        _ name: String, _ label: Message, of type: Named.Type, _ request: PageRequest, _ tx: any ReadTransaction,
        within place: DivisionID? = nil, hint: Message? = nil, optional: Bool = false, value: String = ""
    ) throws -> FormField {
        let place = place ?? request.principal?.division ?? .root
        let isEmpty = try type.list("", within: place, limit: 1, in: tx).isEmpty
        return try .pick(
            name, label, request, hint: isEmpty && !optional ? RegistryText.nothingToPick : hint, optional: optional,
            value: value,
            find: { words, limit in
                try type.list(words, within: place, limit: limit, in: tx).map { Option($0.id, $0.label) }
            },
            known: { id in try type.find(id, within: place, in: tx).map { Option($0.id, $0.label) } })
    }
}
