package import Kernel
package import Storage

/// Enters the next verification of a scale: until which day, by which certificate.
package struct VerifyScale: WasteCommand {
    package typealias Subject = Scale

    package let scale: ScaleID
    package let until: CivilDate
    package let certificate: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            scale: pass.value("scale", \.scale), until: pass.value("until", \.until),
            certificate: pass.value("certificate", \.certificate))
    }

    package static let name = "verifyScale"
    package static var title: Message { WasteText.verifyScale }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [.scaleUnknown, .verificationOver, .certificateMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("scale", scale.text) }

    package func subject(of state: Waste.State) throws(Rejection) -> Scale {
        guard let found = state.scale else { throw WasteRefusal.scaleUnknown(scale) }
        return found
    }

    package func place(_ scale: Scale, _ facts: NoFacts) -> DivisionID? { scale.place }

    package func decide(_ subject: Scale, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard until > subject.until, until >= context.now.date else { throw WasteRefusal.verificationOver(until) }
        guard !certificate.isBlank else { throw WasteRefusal.certificateMissing() }
        return [ScaleVerified(scale: scale, place: subject.place, until: until, certificate: certificate)]
    }
}

/// A scale was verified again.
package struct ScaleVerified: WasteEvent {
    package let scale: ScaleID
    package let place: DivisionID
    package let until: CivilDate
    package let certificate: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            scale: pass.value("scale", \.scale), place: pass.value("place", \.place),
            until: pass.value("until", \.until),
            certificate: pass.value("certificate", \.certificate))
    }

    package static let name = "scaleVerified"

    package func change(_ state: inout Waste.State, at instant: Instant) { state.scale?.until = until }
}
