package import Kernel

/// What a course leads to (Vocational Education Law arts. 11 and 51).
package enum CertificateKind: String, FieldChoice {
    /// 职业技能等级证书: one of five levels, by a body on the state's list.
    case skillLevel
    /// 专项职业能力证书: one skill, no level.
    case singleSkill
    /// 培训合格证书: the trainer's own.
    case training
}

/// Occupations that courses of a county teach. Which trade of the labour market one opens, a policy of the house says.
package enum Occupation: String, FieldChoice {
    case elderCare, childCare, cook, farmMachinery, orchard, livestock, electrician, welder, mason, tailor, onlineShop
    case heightWork, confinedSpace, driving
}

/// What is taught, by whom, to how many; said once for the verb and its event.
package struct CoursePlan: FieldRecord, Hashable {
    package let title: String
    /// The body that trains: an organisation, never a person.
    package let provider: String
    package let kind: CertificateKind
    package let occupation: Occupation
    /// Of a skill level alone.
    package var level: Int64?
    package let seats: Int64
    /// For how many years the certificate holds; 0: without end.
    package let years: Int64

    package init(
        title: String, provider: String, kind: CertificateKind, occupation: Occupation, level: Int64? = nil,
        seats: Int64, years: Int64
    ) {
        self.title = title
        self.provider = provider
        self.kind = kind
        self.occupation = occupation
        self.level = level
        self.seats = seats
        self.years = years
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            title: pass.value("title", \.title), provider: pass.value("provider", \.provider),
            kind: pass.value("kind", \.kind), occupation: pass.value("occupation", \.occupation),
            level: pass.optionalWhole("level", \.level, in: LevelDomain.self),
            seats: pass.whole("seats", \.seats, in: SeatDomain.self),
            years: pass.whole("years", \.years, in: TermDomain.self, absent: 0))
    }
}

/// One meeting of a course; said once for the verb and its event. Half-open: 8 to 12 and 12 to 16 do not overlap.
package struct SessionPlan: FieldRecord, Hashable {
    package let start: Instant
    package let end: Instant
    package let room: String
    package let seats: Int64
    package let teacher: TrainerID
    package let isPractice: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            start: pass.value("start", \.start), end: pass.value("end", \.end), room: pass.value("room", \.room),
            seats: pass.whole("seats", \.seats, in: SeatDomain.self), teacher: pass.value("teacher", \.teacher),
            isPractice: pass.value("isPractice", \.isPractice, absent: false))
    }

    package var time: Stretch { Stretch(start, end) }
}
