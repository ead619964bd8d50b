import Kernel
import Registry
import Storage
import Web

/// Who registered, for the desk that has to hold it against an identity card and a bank's file: the full name, the telephone,
/// the account and the number the transfer has to carry. It is read from the sealed values of the log and shown to the
/// desks of the lot's place alone.
struct BidderIdentity {
    var name: String?
    var phone: String?
    var account: String?

    static func read(
        of row: BidderLine, _ desk: DeskReading, in tx: any ReadTransaction
    ) throws -> BidderIdentity {
        var found = BidderIdentity()
        var party: PartyID?
        for case let registered as BidderRegistered in try desk.events(.bidder(row.bidder), tx) {
            found.account = registered.account.content
            party = registered.party.content
        }
        guard let party else { return found }
        for case let registered as PartyRegistered in try desk.events(StreamID("party", party.text), tx) {
            found.name = registered.publicName ?? registered.name?.content
            found.phone = registered.phone?.content
        }
        return found
    }

    func facts(of row: BidderLine, _ format: Format) -> FactList {
        FactList([
            .init(BasisText.fullName, name.map { HTML(text: $0) }),
            .init(BasisText.phone, phone.map { HTML(text: $0) }),
            .init(ExchangeText.Field.account, account.map { HTML(text: $0) }),
            .init(ExchangeText.Field.deposit, HTML(text: format.money(row.depositDue))),
            .init(BasisText.transferNote, "<code>\(row.bidder)</code>"),
        ])
    }
}
