package import Kernel
package import Storage

/// Enters somebody who wants to learn, at a desk. Free; the number is looked at, and shown to nobody again.
package struct RegisterLearner: SkillsCommand {
    package var learner: LearnerID?
    package let place: DivisionID
    package var name: Personal<String>?
    package var identityNumber: Personal<IdentityNumber>?
    /// She was told what is kept and why (Personal Information Protection Law, art. 13 and 17).
    package let hasConsented: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            learner: pass.newName("learner", \.learner), place: pass.value("place", \.place),
            name: pass.optionalPersonal("name", \.name, of: .unnamed),
            identityNumber: pass.optionalPersonal("identityNumber", \.identityNumber, of: .unnamed),
            hasConsented: pass.value("consent", \.hasConsented))
    }

    package static let name = "registerLearner"
    package static var title: Message { SkillsText.registerLearner }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .placeUnknown, .learnerKnown, .nameMissing, .numberMissing, .tooYoung, .consentMissing, .personKnown,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("learner", identifier(context).text) }

    private func identifier(_ context: Context) -> LearnerID { learner ?? context.derivedIdentifier(.learner) }

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
        /// Who has the same identity number, by its mark.
        package let known: LearnerID?
    }

    package func place(_ state: Skills.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: Skills.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        let id = identifier(context)
        let leastAge = Int(TrainingRules(on: context.now.date)[.leastAge])
        guard facts.isKnownPlace else { throw SkillsRefusal.placeUnknown(place) }
        guard state.learner == nil else { throw SkillsRefusal.learnerKnown(id) }
        guard let name = name?.content, !name.isBlank else { throw SkillsRefusal.nameMissing() }
        guard let number = identityNumber?.content else { throw SkillsRefusal.numberMissing() }
        guard number.born.adding(years: leastAge) <= context.now.date else { throw SkillsRefusal.tooYoung(leastAge) }
        guard hasConsented else { throw SkillsRefusal.consentMissing() }
        if let known = facts.known { throw SkillsRefusal.personKnown(known) }
        let subject = DataSubject(ofLearner: id)
        return [
            LearnerRegistered(
                learner: id, place: place, name: Personal(name, of: subject),
                identityNumber: Personal(number, of: subject), mark: Personal(context.marks.of(number), of: subject))
        ]
    }
}

/// Somebody wants to learn. The log says where, and not who.
package struct LearnerRegistered: SkillsEvent {
    package let learner: LearnerID
    package let place: DivisionID
    package let name: Personal<String>
    package let identityNumber: Personal<IdentityNumber>
    /// Recognises the same person; sealed, so that nobody can try numbers against it.
    package let mark: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let learner = pass.value("learner", \.learner)
        let subject = DataSubject(ofLearner: learner)
        return Self(
            learner: learner, place: pass.value("place", \.place), name: pass.personal("name", \.name, of: subject),
            identityNumber: pass.personal("identityNumber", \.identityNumber, of: subject),
            mark: pass.personal("mark", \.mark, of: subject))
    }

    package static let name = "learnerRegistered"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.learner = Learner(id: learner, place: place, born: identityNumber.content?.born)
    }
}
