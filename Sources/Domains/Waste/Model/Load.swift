package import Kernel

/// What was weighed, from where to where, on which scale; said once for the verb and its event.
package struct Load: FieldRecord, Hashable {
    /// Its plate, as it stands in the register.
    package let vehicle: String
    /// Where it comes from: one site, or the points a round called at.
    package let from: [SiteID]
    package let to: SiteID
    package let stream: WasteStream
    package let gross: Int64
    package let tare: Int64
    package let scale: ScaleID
    /// What the vehicle's own scale said.
    package var onBoard: Int64?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            vehicle: pass.value("vehicle", \.vehicle), from: pass.values("from", \.from), to: pass.value("to", \.to),
            stream: pass.value("stream", \.stream), gross: pass.whole("gross", \.gross, in: LoadDomain.self),
            tare: pass.whole("tare", \.tare, in: LoadDomain.self), scale: pass.value("scale", \.scale),
            onBoard: pass.optionalWhole("onBoard", \.onBoard, in: LoadDomain.self))
    }
}
