import Kernel
import Storage

/// What the people of a simulated county can see: lots, registrations, claims.
struct Sight {
    struct Lot {
        let id: String
        let state: String
        let mode: String
        let village: Int
        let startPrice: Int64
        let step: Int64
        let opensAt: Int64?
        let endsAt: Int64?
        let publicityEndsAt: Int64?
        let signBy: Int64?
        let paddle: Int64?
        let best: Int64?
        let least: Int64?
        let bids: Int64
        let openObjection: Int64?
        let firstInstalment: Int64?
    }

    struct Bidder {
        let id: String
        let lot: String
        let party: String
        let state: String
        let deposit: String
        let paddle: Int64
    }

    struct Instalment {
        let receivable: String
        let organisation: String
        let number: Int64
        let amount: Int64
        let paid: Int64
    }

    let lots: [Lot]
    let bidders: [Bidder]
    let instalments: [Instalment]
    let freeAssets: [(asset: String, owner: String)]

    init(_ tx: any ReadTransaction) throws {
        lots = try tx.rows(
            """
            SELECT l.id, l.state, l.mode, l.owner, l.start_price_fen, l.step_fen, l.opens_at, l.ends_at,
                l.publicity_ends_at, l.sign_by, l.paddle,
                (SELECT MAX(price_fen) FROM bid WHERE lot = l.id), (SELECT MIN(price_fen) FROM bid WHERE lot = l.id),
                (SELECT COUNT(*) FROM bid WHERE lot = l.id),
                (SELECT MIN(number) FROM lot_objection WHERE lot = l.id AND decision IS NULL),
                (SELECT amount_fen FROM contract_instalment WHERE contract = l.contract AND number = 1)
            FROM lot l ORDER BY l.id
            """
        ).map {
            Lot(
                id: try $0.get(0), state: try $0.get(1), mode: try $0.get(2),
                village: Int(String(try $0.get(3, as: String.self).suffix(1))) ?? 0, startPrice: try $0.get(4),
                step: try $0.get(5), opensAt: try $0.find(6), endsAt: try $0.find(7),
                publicityEndsAt: try $0.find(8), signBy: try $0.find(9), paddle: try $0.find(10),
                best: try $0.find(11), least: try $0.find(12), bids: try $0.get(13), openObjection: try $0.find(14),
                firstInstalment: try $0.find(15))
        }
        bidders = try tx.rows("SELECT id, lot, party, state, deposit_state, paddle FROM bidder ORDER BY id").map {
            Bidder(
                id: try $0.get(0), lot: try $0.get(1), party: try $0.get(2), state: try $0.get(3),
                deposit: try $0.get(4), paddle: try $0.get(5))
        }
        instalments = try tx.rows(
            """
            SELECT i.receivable, r.organisation, i.number, i.amount_fen, i.paid_fen FROM instalment i
            JOIN receivable r ON r.receivable = i.receivable WHERE i.paid_fen < i.amount_fen
            ORDER BY i.receivable, i.number
            """
        ).map {
            Instalment(
                receivable: try $0.get(0), organisation: try $0.get(1), number: try $0.get(2), amount: try $0.get(3),
                paid: try $0.get(4))
        }
        freeAssets = try tx.rows(
            "SELECT id, owner FROM asset WHERE reserved_by IS NULL AND contract IS NULL ORDER BY id"
        ).map { (try $0.get(0), try $0.get(1)) }
    }
}
