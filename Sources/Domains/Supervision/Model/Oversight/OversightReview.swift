package import Kernel

/// Holds deals, payments and offices against the rules F01–F12. Offices are dated: what the son of somebody who left in 2021
/// rents in 2025 is no flag, what he rented in 2019 is.
package struct OversightReview: Sendable {
    private let offices: [OfficeTerm]
    private let kin: [Kinship]
    /// From which one payment needs approval.
    private let approvalLimit: Money
    package private(set) var flags: [OversightFlag] = []

    package init(
        deals: [OversightDeal], interests: [OversightInterest] = [], payments: [OversightPayment],
        offices: [OfficeTerm], kin: [Kinship], approvalLimit: Money = Money(fen: 500_000)
    ) {
        self.offices = offices
        self.kin = kin
        self.approvalLimit = approvalLimit
        let deals = deals.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        let payments = payments.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        for deal in deals { judge(deal) }
        for interest in interests.sorted(by: { ($0.date, $0.id) < ($1.date, $1.id) }) { judge(interest) }
        findAloneThrice(deals)
        findNoCompetitionTwice(deals)
        findSplit(payments)
        findInvoices(payments)
        for payment in payments { judge(payment) }
        findCloseToBoth()
    }

    private mutating func raise(
        _ object: String, _ rule: OversightRule, _ level: OversightLevel, _ beside: String? = nil, on basis: String
    ) {
        flags.append(OversightFlag(object: object, rule: rule, level: level, beside: beside, basis: basis))
    }

    /// The offices somebody holds on a day, for the basis of a flag.
    private func terms(of person: String, on day: CivilDate) -> String {
        offices.filter { $0.person == person && $0.holds(on: day) }.map { "\($0.place) \($0.from)" }.sorted()
            .joined(separator: ";")
    }

    private func isInOffice(_ person: String, on day: CivilDate) -> Bool {
        offices.contains { $0.person == person && $0.holds(on: day) }
    }

    /// Whose relative of a degree somebody is, of those in office on the day.
    private func holders(of relative: String, _ degree: KinDegree, on day: CivilDate) -> [String] {
        let holders = kin.filter { $0.relative == relative && $0.degree == degree }.map(\.holder)
        return Set(holders).filter { isInOffice($0, on: day) }.sorted()
    }

    private mutating func judge(_ deal: OversightDeal) {
        let (close, inLaw) = (
            holders(of: deal.party, .close, on: deal.date), holders(of: deal.party, .inLaw, on: deal.date)
        )
        if isInOffice(deal.party, on: deal.date) {
            raise(
                deal.id, .officeHolderLeases, .red, on: "\(deal.basis) \(terms(of: deal.party, on: deal.date))")
        } else if !close.isEmpty {
            raise(
                deal.id, .relativeLeases, deal.bidders <= 1 || deal.isBelow ? .red : .orange,
                on: "\(deal.basis) \(close)")
        } else if !inLaw.isEmpty {
            // Cousins and farther kin are no in-laws: with them the price alone speaks.
            raise(deal.id, .inLawLeases, .yellow, on: "\(deal.basis) \(inLaw)")
        }
        if deal.isBelow { raise(deal.id, .belowGuidePrice, .yellow, on: deal.basis) }
    }

    /// Whoever registers is known before anybody has won: at what stands at least.
    private mutating func judge(_ interest: OversightInterest) {
        let (party, day) = (interest.party, interest.date)
        let (close, inLaw) = (holders(of: party, .close, on: day), holders(of: party, .inLaw, on: day))
        if isInOffice(party, on: day) {
            raise(interest.id, .officeHolderLeases, .red, on: "\(party) \(day) \(terms(of: party, on: day))")
        } else if !close.isEmpty {
            raise(interest.id, .relativeLeases, .orange, on: "\(party) \(day) \(close)")
        } else if !inLaw.isEmpty {
            raise(interest.id, .inLawLeases, .yellow, on: "\(party) \(day) \(inLaw)")
        }
    }

    /// The second time running that one thing went to the only bidder there was.
    private mutating func findNoCompetitionTwice(_ deals: [OversightDeal]) {
        for (_, own) in Dictionary(grouping: deals.filter { $0.asset != nil && $0.bidders > 0 }, by: \.asset) {
            for (earlier, later) in zip(own, own.dropFirst()) where earlier.bidders == 1 && later.bidders == 1 {
                raise(later.id, .noCompetitionTwice, .orange, earlier.id, on: later.basis)
            }
        }
    }

    /// The third deal within 365 days in which the same party was the only bidder.
    private mutating func findAloneThrice(_ deals: [OversightDeal]) {
        for (_, alone) in Dictionary(grouping: deals.filter { $0.bidders == 1 }, by: \.party) where alone.count > 2 {
            for position in 2..<alone.count
            where alone[position].date.dayNumber - alone[position - 2].date.dayNumber < 365 {
                raise(alone[position].id, .aloneThrice, .yellow, on: alone[position].basis)
            }
        }
    }

    /// Two payments to one payee within 30 days, each below the limit and together at or above it.
    private mutating func findSplit(_ payments: [OversightPayment]) {
        func limit(_ payment: OversightPayment) -> Money { payment.limit ?? approvalLimit }
        for (_, own) in Dictionary(grouping: payments.filter { $0.amount < limit($0) }, by: \.payee) {
            for position in own.indices.dropFirst() {
                let later = own[position]
                let earlier = own[..<position].last {
                    later.date.dayNumber - $0.date.dayNumber <= 30 && $0.amount + later.amount >= limit(later)
                }
                if let earlier { raise(later.id, .splitPayment, .orange, earlier.id, on: later.basis) }
            }
        }
    }

    private mutating func findInvoices(_ payments: [OversightPayment]) {
        var used: [String: String] = [:]
        for payment in payments {
            guard let invoice = payment.invoice, !invoice.isEmpty else { continue }
            if let before = used[invoice] { raise(payment.id, .invoiceTwice, .red, before, on: payment.basis) }
            used[invoice] = used[invoice] ?? payment.id
        }
        for (_, own) in Dictionary(grouping: payments, by: \.payee) {
            let numbered = own.compactMap { payment in
                payment.invoice.flatMap { Self.number($0) }.map { (payment, $0) }
            }
            for position in numbered.indices.dropFirst(2) {
                let (first, second, third) = (numbered[position - 2].1, numbered[position - 1].1, numbered[position].1)
                guard first.series == third.series, second.series == third.series, second.number == first.number + 1,
                    third.number == second.number + 1
                else { continue }
                raise(numbered[position].0.id, .invoicesInRow, .yellow, on: numbered[position].0.basis)
            }
        }
    }

    /// `I5003` is number 5003 of the series I.
    private static func number(_ invoice: String) -> (series: String, number: Int64)? {
        let digits = invoice.reversed().prefix { $0.isASCII && $0.isNumber }
        guard let number = Int64(String(digits.reversed())) else { return nil }
        return (String(invoice.dropLast(digits.count)), number)
    }

    private mutating func judge(_ payment: OversightPayment) {
        if payment.isCash { raise(payment.id, .cash, .orange, on: payment.basis) }
        if payment.toPerson { raise(payment.id, .personalAccount, .red, on: payment.basis) }
        if isInOffice(payment.payee, on: payment.date) {
            let terms = terms(of: payment.payee, on: payment.date)
            raise(payment.id, .payeeInOffice, .red, on: "\(payment.basis) \(terms)")
        } else {
            let close = holders(of: payment.payee, .close, on: payment.date)
            for _ in close { raise(payment.id, .payeeInOffice, .orange, on: "\(payment.basis) \(close)") }
        }
    }

    /// Supervisors are no close relatives of council members or of those who keep the accounts; whoever is close to both may
    /// make them so.
    private mutating func findCloseToBoth() {
        let supervisors = offices.filter { $0.branch == .supervisors && $0.overlapsNow }
        let watched = offices.filter { ($0.branch == .council || $0.branch == .accounts) && $0.overlapsNow }
        for one in watched {
            for other in supervisors
            where one.place == other.place && (one.person == other.person || isConnected(one.person, other.person)) {
                raise(
                    "\(one.person)+\(other.person)", .closeToBoth, .red,
                    on:
                        "\(one.place) \(one.from) \(other.from) \(close(to: one.person).sorted()) \(close(to: other.person).sorted())"
                )
            }
        }
    }

    private func isConnected(_ one: String, _ other: String) -> Bool {
        let (ones, others) = (close(to: one), close(to: other))
        return ones.contains(other) || others.contains(one) || !ones.isDisjoint(with: others)
    }

    private func close(to holder: String) -> Set<String> {
        Set(kin.filter { $0.holder == holder && $0.degree == .close }.map(\.relative))
    }
}

extension OversightDeal {
    fileprivate var basis: String {
        "\(party) \(date) \(price.fen) \(guidePrice.map { String($0.fen) } ?? "-") \(bidders)"
    }
}

extension OversightPayment {
    fileprivate var basis: String { "\(payee) \(date) \(amount.fen) \(invoice ?? "-") \(isCash) \(toPerson)" }
}
