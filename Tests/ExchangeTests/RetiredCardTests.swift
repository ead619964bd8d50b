import Kernel
import Storage
import Testing

@testable import Exchange
@testable import Registry

@Suite("A retired card and the exchange") struct RetiredCardTests {
    @Test("What is retired is drafted by nobody; a lot drafted on a corrected card has what the card says since")
    func draft() throws {
        let installation = try TestInstallation()
        let (field, asset) = (try installation.ownField(), TestInstallation.asset)
        try installation.register(RetireAsset(asset: field, cause: .mistaken, day: installation.now.date))
        func draft(_ card: AssetID) -> DraftLot {
            DraftLot(
                lot: Village.id("lot-\(card)"), asset: card, organisation: TestInstallation.collective,
                terms: Village.terms(startsOn: nil))
        }
        installation.expectRefusal(.assetNotFree, draft(field), by: Village.clerk)
        let card = try #require(try installation.database.read { try AssetQueries.find(asset, in: $0) })
        var contents = CardContents(card)
        contents.area = Area(mu: 2)
        contents.name = "河东两亩"
        try installation.register(CorrectAsset(asset: asset, contents: contents, reason: "重新丈量"))
        installation.expectRefusal(.areaBeyondCard, draft(asset), by: Village.clerk)
        contents.area = Area(mu: 20)
        try installation.register(CorrectAsset(asset: asset, contents: contents, reason: "仍按原来的面积"))
        let drafted = try installation.give(draft(asset), by: Village.clerk)
        #expect((drafted.first as? LotDrafted)?.assetName == "河东两亩")
    }
}
