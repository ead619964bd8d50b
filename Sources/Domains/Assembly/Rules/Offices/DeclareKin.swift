package import Kernel
import Registry
package import Storage

/// Enters a relative whom somebody in office declares. It is known to the check of deals and payments alone: no page, no
/// entry of the log and no flag shows who is whose relative.
package struct DeclareKin: TermVerb {
    package var kin: KinID?
    package let term: TermID
    package var relation: Personal<KinRelation>?
    package var name: Personal<String>?
    package var identityNumber: Personal<IdentityNumber>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            kin: pass.newName("kin", \.kin), term: pass.value("term", \.term),
            relation: pass.optionalPersonal("relation", \.relation, of: .unnamed),
            name: pass.optionalPersonal("name", \.name, of: .unnamed),
            identityNumber: pass.optionalPersonal("identityNumber", \.identityNumber, of: .unnamed))
    }

    package static let name = "declareKin"
    package static var title: Message { AssemblyText.declareKin }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchTerm, .termErased, .kinKnown, .relationMissing, .nameMissing, .numberMissing, .kinOfOneself,
        .declaredAlready,
    ]

    package struct Facts: Sendable {
        package let isHolder: Bool
        package let isDeclared: Bool
        /// Whether the declaration's own name was used before.
        package let isKnown: Bool
    }

    private func identifier(_ context: Context) -> KinID { kin ?? context.derivedIdentifier(.person) }

    package func decide(_ known: TermOfOffice, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard !known.isErased else { throw AssemblyRefusal.termErased() }
        let id = identifier(context)
        guard !facts.isKnown else { throw AssemblyRefusal.kinKnown(id) }
        guard let relation = relation?.content else { throw AssemblyRefusal.relationMissing() }
        guard let text = name?.content, !text.isBlank else { throw AssemblyRefusal.nameMissing() }
        guard let number = identityNumber?.content else { throw AssemblyRefusal.numberMissing() }
        guard !facts.isHolder else { throw AssemblyRefusal.kinOfOneself() }
        guard !facts.isDeclared else { throw AssemblyRefusal.declaredAlready() }
        let subject = DataSubject(ofKin: id)
        return [
            KinDeclared(
                term: term, kin: id, place: known.place, relation: Personal(relation, of: subject),
                name: Personal(text, of: subject), identityNumber: Personal(number, of: subject),
                mark: Personal(context.marks.of(number), of: subject))
        ]
    }
}

/// Somebody in office declared a relative; neither who nor how near stands in the log.
package struct KinDeclared: AssemblyEvent {
    package let term: TermID
    package let kin: KinID
    package let place: DivisionID
    package let relation: Personal<KinRelation>
    package let name: Personal<String>
    package let identityNumber: Personal<IdentityNumber>
    package let mark: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let term = pass.value("term", \.term)
        let kin = pass.value("kin", \.kin)
        let subject = DataSubject(ofKin: kin)
        return Self(
            term: term, kin: kin, place: pass.value("division", \.place),
            relation: pass.personal("relation", \.relation, of: subject),
            name: pass.personal("name", \.name, of: subject),
            identityNumber: pass.personal("identityNumber", \.identityNumber, of: subject),
            mark: pass.personal("mark", \.mark, of: subject))
    }

    package static let name = "kinDeclared"

    package func change(_ state: inout Assembly.State, at instant: Instant) { state.term?.kin.insert(kin) }
}
