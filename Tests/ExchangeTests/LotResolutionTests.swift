import Kernel
import Registry
import Testing

@testable import Exchange

/// The resolution a lot stands on may come with the terms or on submitting.
@Suite("The resolution of a lot") struct LotResolutionTests {
    @Test("Chosen on submitting, it is what the desks see, and it stands when the lot came back")
    func onSubmitting() throws {
        let installation = try TestInstallation()
        try installation.resolve("resolution1")
        let terms = Village.terms(category: .a2, startsOn: nil)
        try installation.give(
            DraftLot(
                lot: Village.lot, asset: TestInstallation.asset, organisation: TestInstallation.collective,
                terms: terms), by: Village.clerk)
        expectRefusal(.resolutionMissing) {
            try installation.give(SubmitLot(lot: Village.lot), by: Village.clerk)
        }
        let resolution: ResolutionID = Village.id("resolution1")
        try installation.give(SubmitLot(lot: Village.lot, resolution: resolution), by: Village.clerk)
        #expect(try installation.view().terms.resolution == nil)
        #expect(try installation.view().resolution == resolution)
        try installation.give(ReturnLot(lot: Village.lot, reasons: "照片不清"), by: Village.agent)
        try installation.give(SubmitLot(lot: Village.lot), by: Village.clerk)
        #expect(try installation.view().resolution == resolution)
        #expect(installation.all(LotSubmitted.self).map(\.resolution) == [resolution, resolution])
    }
}
