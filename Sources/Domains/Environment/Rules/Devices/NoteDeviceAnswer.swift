package import Kernel
package import Storage

/// Writes down how a command to a logger ended, as the gateway heard it.
package struct NoteDeviceAnswer: FacilityVerb {
    package let facility: FacilityID
    package let number: Int64
    package let outcome: DeviceOutcome
    /// What the device said: QnRtn of a refusal, ExeRtn otherwise.
    package var code: Int64?

    package init(facility: FacilityID, number: Int64, outcome: DeviceOutcome, code: Int64? = nil) {
        self.facility = facility
        self.number = number
        self.outcome = outcome
        self.code = code
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility),
            number: pass.whole("number", \.number, in: CountDomain.self), outcome: pass.value("outcome", \.outcome),
            code: pass.optionalWhole("code", \.code, in: CountDomain.self))
    }

    package static let name = "noteDeviceAnswer"
    package static var title: Message { DeviceText.note }
    package static let access: Access = .installation
    package static let refusals: [EnvironmentRefusal] = [.noSuchFacility, .noSuchOrder]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard subject.orders.contains(where: { $0.number == number && !$0.isAnswered }) else {
            throw EnvironmentRefusal.noSuchOrder(number)
        }
        return [
            DeviceAnswered(facility: facility, place: subject.place, number: number, outcome: outcome, code: code)
        ]
    }
}

/// A command to a logger has ended.
package struct DeviceAnswered: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let outcome: DeviceOutcome
    package var code: Int64?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), outcome: pass.value("outcome", \.outcome),
            code: pass.optionalWhole("code", \.code, in: CountDomain.self))
    }

    package static let name = "deviceAnswered"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.orders.change(number) { $0.isAnswered = true }
    }
}
