package import Kernel
package import Registry
package import Storage

/// Enters somebody on the roll of a collective, on a ground the law knows and from a day.
package struct AdmitMember: AssemblyCommand {
    package var member: MemberID?
    package let organisation: OrganisationID
    /// A new one of its own where none is named.
    package var household: HouseholdID?
    package var name: Personal<String>?
    package var sex: Personal<Sex>?
    /// Left out where the identity number is given, which names it.
    package var birth: Personal<CivilDate>?
    package var identityNumber: Personal<IdentityNumber>?
    package var phone: Personal<String>?
    package let since: CivilDate
    /// The first day without membership, where somebody enters a life that is over.
    package var until: CivilDate?
    package let ground: MembershipGround
    package var capacity: Capacity?
    /// Hundredths of a share.
    package var shares: Int64?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            member: pass.newName("member", \.member), organisation: pass.value("organisation", \.organisation),
            household: pass.optional("household", \.household),
            name: pass.optionalPersonal("name", \.name, of: .unnamed),
            sex: pass.optionalPersonal("sex", \.sex, of: .unnamed),
            birth: pass.optionalPersonal("birth", \.birth, of: .unnamed),
            identityNumber: pass.optionalPersonal("identityNumber", \.identityNumber, of: .unnamed),
            phone: pass.optionalPersonal("phone", \.phone, of: .unnamed), since: pass.value("since", \.since),
            until: pass.optional("until", \.until), ground: pass.value("ground", \.ground),
            capacity: pass.optional("capacity", \.capacity), shares: pass.optional("shares", \.shares))
    }

    package static let name = "admitMember"
    package static var title: Message { AssemblyText.admitMember }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchOrganisation, .memberKnown, .notACollective, .nameMissing, .birthMissing, .birthDisagrees,
        .sinceInFuture, .endsBeforeStart, .sharesNegative, .onRollAlready, .onOtherRoll,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("member", identifier(context).text) }

    private func identifier(_ context: Context) -> MemberID { member ?? context.derivedIdentifier(.member) }

    package struct Facts: Sendable {
        package let organisation: Organisation?
        /// The roll on which the person with this identity number stands without an end.
        package let standing: Organisation?
    }

    package func place(_ state: Assembly.State, _ facts: Facts) -> DivisionID? { facts.organisation?.division }

    package func decide(_ state: Assembly.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let body = facts.organisation else { throw AssemblyRefusal.noSuchOrganisation(organisation) }
        guard state.member == nil else { throw AssemblyRefusal.memberKnown(identifier(context)) }
        guard body.kind == .collective else { throw AssemblyRefusal.notACollective() }
        guard let text = name?.content, !text.isBlank else { throw AssemblyRefusal.nameMissing() }
        let number = identityNumber?.content
        guard let birth = birth?.content ?? number?.born else { throw AssemblyRefusal.birthMissing() }
        if let number, number.born != birth { throw AssemblyRefusal.birthDisagrees() }
        guard since <= context.now.date, birth <= context.now.date else { throw AssemblyRefusal.sinceInFuture() }
        if let until, until < since { throw AssemblyRefusal.endsBeforeStart() }
        guard (0...1_000_000_000).contains(shares ?? 0) else { throw AssemblyRefusal.sharesNegative() }
        let phone = phone?.content
        if until == nil { try organisation.checkAlone(facts.standing) }
        let member = identifier(context)
        let subject = DataSubject(ofMember: member)
        return [
            MemberAdmitted(
                member: member, organisation: organisation, place: body.division,
                household: household ?? context.derivedIdentifier(.household),
                name: Personal(text, of: subject), sex: sex.map { Personal($0.content, of: subject) },
                birth: Personal(birth, of: subject), since: since, until: until, ground: ground,
                capacity: capacity ?? .byAge, shares: shares ?? 0,
                identityNumber: number.map { Personal($0, of: subject) },
                phone: phone.map { Personal($0, of: subject) },
                identityMark: number.map { Personal(context.marks.of($0), of: subject) },
                phoneMark: context.marks.of(phone: phone).map { Personal($0, of: subject) })
        ]
    }
}

/// Somebody is on the roll of a collective from a day.
package struct MemberAdmitted: AssemblyEvent {
    package let member: MemberID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let household: HouseholdID
    package var name: Personal<String>?
    package var sex: Personal<Sex>?
    package var birth: Personal<CivilDate>?
    package let since: CivilDate
    package var until: CivilDate?
    package let ground: MembershipGround
    package let capacity: Capacity
    package let shares: Int64
    package var identityNumber: Personal<IdentityNumber>?
    package var phone: Personal<String>?
    /// By which the person is known again in other rooms, and whoever signs in with the telephone. Absent in entries of
    /// before December 2026.
    package var identityMark: Personal<String>?
    package var phoneMark: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let member = pass.value("member", \.member)
        return Self(
            member: member, organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), household: pass.value("household", \.household),
            name: pass.optionalPersonal("name", \.name, of: DataSubject(ofMember: member)),
            sex: pass.optionalPersonal("sex", \.sex, of: DataSubject(ofMember: member)),
            birth: pass.optionalPersonal("birth", \.birth, of: DataSubject(ofMember: member)),
            since: pass.value("since", \.since), until: pass.optional("until", \.until),
            ground: pass.value("ground", \.ground), capacity: pass.value("capacity", \.capacity),
            shares: pass.value("shares", \.shares),
            identityNumber: pass.optionalPersonal(
                "identityNumber", \.identityNumber, of: DataSubject(ofMember: member)),
            phone: pass.optionalPersonal("phone", \.phone, of: DataSubject(ofMember: member)),
            identityMark: pass.optionalPersonal("identityMark", \.identityMark, of: DataSubject(ofMember: member)),
            phoneMark: pass.optionalPersonal("phoneMark", \.phoneMark, of: DataSubject(ofMember: member)))
    }

    package static let name = "memberAdmitted"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.member = Member(
            id: member, organisation: organisation, household: household, sex: sex?.content, birth: birth?.content,
            since: since, until: until, capacity: capacity, shares: shares)
    }
}
