package import Kernel
import Registry

/// Kinds of work that the market knows.
package enum Trade: String, FieldChoice {
    case general, loading, harvest, cleaning, kitchen, factory, care, driving, construction
    case height, demolition, confinedSpace, pondWork, hotWork
}

/// What the dated list says of a trade.
package struct TradeRule: Sendable, Hashable {
    package let trade: Trade
    /// Work without injury insurance is refused.
    package let isHighRisk: Bool
    package let leastAge: Int
    /// Work for which a certificate in force is needed (special operations; Employment Promotion Law, art. 51).
    package let needsCertificate: Bool
    package let from: CivilDate
    package let source: String

    /// The row of `trade` that holds on `day`; before the first day the first.
    package static func of(_ trade: Trade, on day: CivilDate) -> TradeRule {
        let rows = shipped.filter { $0.trade == trade }
        guard let first = rows.first else { preconditionFailure("no row for \(trade.rawValue)") }
        return rows.last { $0.from <= day } ?? first
    }

    static let shipped = ShippedTable.rows(
        PackageResources.trades_csv, columns: ["trade", "highRisk", "leastAge", "certificate", "from", "source"]
    ) { record -> TradeRule? in
        guard let trade = Trade(rawValue: record.text("trade")), let age = Int(record.text("leastAge")),
            let from = CivilDate(record.text("from"))
        else { return nil }
        return TradeRule(
            trade: trade, isHighRisk: record.text("highRisk") == "yes", leastAge: age,
            needsCertificate: record.text("certificate") == "yes", from: from, source: record.text("source"))
    }.sorted { $0.from < $1.from }
}

/// Words that an order may not say: sex, ethnicity, belief, a carrier's health (Order 700, art. 24; Employment Promotion Law,
/// arts. 27–30), deposits and fees (art. 41). What is lawful although it holds such a word is allowed first.
package enum OrderWords {
    struct Entry: Sendable, Hashable {
        let word: String
        let isAllowed: Bool
        let from: CivilDate
    }

    /// The first forbidden word of `text` on `day`; nil where there is none.
    package static func findForbidden(in text: String, on day: CivilDate) -> String? {
        var plain = text.lowercased().filter { !$0.isWhitespace || $0 == " " }
        let squeezed = plain.filter { $0 != " " }
        let entries = shipped.filter { $0.from <= day }
        var dense = squeezed
        for entry in entries where entry.isAllowed {
            dense = dense.replacing(entry.word, with: "·")
            plain = plain.replacing(entry.word, with: "·")
        }
        return entries.first { entry in
            guard !entry.isAllowed else { return false }
            guard entry.word.allSatisfy(\.isASCII) else { return dense.contains(entry.word) }
            return (" " + plain.map { $0.isASCII && $0.isLetter ? String($0) : " " }.joined() + " ")
                .contains(" \(entry.word) ")
        }?.word
    }

    static let shipped = ShippedTable.rows(
        PackageResources.words_csv, columns: ["word", "kind", "from", "source"]
    ) { record -> Entry? in
        guard let from = CivilDate(record.text("from")) else { return nil }
        return Entry(word: record.text("word"), isAllowed: record.text("kind") == "allowed", from: from)
    }
}
