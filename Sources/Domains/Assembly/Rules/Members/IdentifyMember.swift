package import Kernel
package import Registry
package import Storage

/// Enters the identity number or the telephone of somebody who is on the roll already. What is left out stays as it was.
package struct IdentifyMember: AssemblyCommand {
    package let member: MemberID
    package var identityNumber: Personal<IdentityNumber>?
    package var phone: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            member: pass.value("member", \.member),
            identityNumber: pass.optionalPersonal("identityNumber", \.identityNumber, of: .unnamed),
            phone: pass.optionalPersonal("phone", \.phone, of: .unnamed))
    }

    package static let name = "identifyMember"
    package static var title: Message { AssemblyText.identifyMember }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchMember, .alreadyEnded, .nothingToEnter, .birthDisagrees, .onRollAlready, .onOtherRoll,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("member", member.text) }

    package struct Facts: Sendable {
        package let place: DivisionID?
        /// The roll on which somebody else with this identity number stands without an end.
        package let standing: Organisation?
    }

    package func place(_ state: Assembly.State, _ facts: Facts) -> DivisionID? { facts.place }

    package func decide(_ state: Assembly.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let known = state.member, let place = facts.place else { throw AssemblyRefusal.noSuchMember(member) }
        guard known.until == nil else { throw AssemblyRefusal.alreadyEnded(member) }
        let (number, phone) = (identityNumber?.content, phone?.content)
        guard number != nil || phone?.isBlank == false else { throw AssemblyRefusal.nothingToEnter() }
        if let number, let birth = known.birth, number.born != birth { throw AssemblyRefusal.birthDisagrees() }
        try known.organisation.checkAlone(facts.standing)
        let subject = DataSubject(ofMember: member)
        return [
            MemberIdentified(
                member: member, place: place, identityNumber: number.map { Personal($0, of: subject) },
                phone: phone.map { Personal($0, of: subject) },
                identityMark: number.map { Personal(context.marks.of($0), of: subject) },
                phoneMark: context.marks.of(phone: phone).map { Personal($0, of: subject) })
        ]
    }
}

/// The identity number or the telephone of a member was entered.
package struct MemberIdentified: AssemblyEvent {
    package let member: MemberID
    package let place: DivisionID
    package var identityNumber: Personal<IdentityNumber>?
    package var phone: Personal<String>?
    package var identityMark: Personal<String>?
    package var phoneMark: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let member = pass.value("member", \.member)
        let subject = DataSubject(ofMember: member)
        return Self(
            member: member, place: pass.value("division", \.place),
            identityNumber: pass.optionalPersonal("identityNumber", \.identityNumber, of: subject),
            phone: pass.optionalPersonal("phone", \.phone, of: subject),
            identityMark: pass.optionalPersonal("identityMark", \.identityMark, of: subject),
            phoneMark: pass.optionalPersonal("phoneMark", \.phoneMark, of: subject))
    }

    package static let name = "memberIdentified"

    package func change(_ state: inout Assembly.State, at instant: Instant) {}
}

extension OrganisationID {
    /// One person stands on one roll at a time: membership elsewhere ends the one here (Collective Law art. 17 no. 3).
    func checkAlone(_ standing: Organisation?) throws(Rejection) {
        guard let standing else { return }
        throw standing.id == self ? AssemblyRefusal.onRollAlready() : AssemblyRefusal.onOtherRoll(standing.name)
    }
}
