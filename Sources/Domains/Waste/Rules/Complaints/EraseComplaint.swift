package import Kernel
package import Storage

/// Destroys the words of a complaint that a desk wrote down for somebody at its counter, whom no register knows. The words of
/// a person's own complaint end with the person.
package struct EraseComplaint: ComplaintVerb {
    package let complaint: ComplaintID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(complaint: pass.value("complaint", \.complaint))
    }

    package static let name = "eraseComplaint"
    package static var title: Message { ComplaintText.eraseComplaint }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [.complaintUnknown, .complaintForgotten, .complaintEndsWithPerson]

    package struct Facts: Sendable {
        package let isForgotten: Bool
    }

    package func decide(_ subject: Complaint, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard !facts.isForgotten else { throw WasteRefusal.complaintForgotten() }
        guard subject.person == nil else { throw WasteRefusal.complaintEndsWithPerson() }
        return [ComplaintErased(complaint: complaint, place: subject.place)]
    }
}

/// The words of a complaint are destroyed; that it was made and when it was answered stands.
package struct ComplaintErased: WasteEvent {
    package let complaint: ComplaintID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(complaint: pass.value("complaint", \.complaint), place: pass.value("place", \.place))
    }

    package static let name = "complaintErased"

    package var erased: DataSubject? { Complaint.subject(complaint, of: nil) }

    package func change(_ state: inout Waste.State, at instant: Instant) {}
}
