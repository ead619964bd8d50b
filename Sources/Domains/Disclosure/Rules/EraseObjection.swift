package import Kernel
package import Storage

/// Destroys the words of an objection that a desk wrote down for somebody, whom no register knows, once it is answered. The
/// words of a person's own objection end with the person.
package struct EraseObjection: NoticeVerb {
    package let notice: NoticeID
    package let objection: ObjectionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(notice: pass.value("notice", \.notice), objection: pass.value("objection", \.objection))
    }

    package static let name = "eraseObjection"
    package static var title: Message { DisclosureText.eraseObjection }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
    package static let refusals: [DisclosureRefusal] = [
        .noSuchNotice, .noSuchObjection, .noWords, .objectionEndsWithPerson, .objectionOpen,
    ]

    package struct Facts: Sendable {
        package let hasWords: Bool
    }

    package func decide(_ state: NoticeState, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Disclosure>]
    {
        guard let isAnswered = state.objections[objection] else { throw DisclosureRefusal.noSuchObjection(objection) }
        guard facts.hasWords else { throw DisclosureRefusal.noWords() }
        guard state.written.contains(objection) else { throw DisclosureRefusal.objectionEndsWithPerson() }
        guard isAnswered else { throw DisclosureRefusal.objectionOpen() }
        return [ObjectionErased(objection: objection, notice: notice, place: state.place)]
    }
}

/// The words of an objection are destroyed; that it was raised and how it was answered stands.
package struct ObjectionErased: DisclosureEvent {
    package static let name = "objectionErased"
    package let objection: ObjectionID
    package let notice: NoticeID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            objection: pass.value("objection", \.objection), notice: pass.value("notice", \.notice),
            place: pass.value("division", \.place))
    }

    package var erased: DataSubject? { ObjectionRaised.subject(objection, of: nil) }

    package func change(_ state: inout Disclosure.State, at instant: Instant) {}
}
