package import Kernel

/// What supervisors look for in deals, payments and offices (village-register 5.3). A flag asks for a second look; it proves
/// nothing.
package enum OversightRule: String, FieldChoice {
    case officeHolderLeases = "F01", relativeLeases = "F02", inLawLeases = "F03", belowGuidePrice = "F04"
    case aloneThrice = "F05", splitPayment = "F06", invoiceTwice = "F07", cash = "F08", personalAccount = "F09"
    case payeeInOffice = "F10", invoicesInRow = "F11", closeToBoth = "F12"
    /// Of the warnings about the books, one that only the exchange can tell (rural-exchange 4.4). The other, W12, is F04.
    case noCompetitionTwice = "W15"

    /// The article behind the rule; nil where practice alone speaks.
    package var article: Message? {
        switch self {
        case .relativeLeases, .inLawLeases, .payeeInOffice:
            OversightText.closeRelatives
        case .closeToBoth:
            OversightText.supervisors
        case .officeHolderLeases, .belowGuidePrice, .aloneThrice, .splitPayment, .invoiceTwice, .cash,
            .personalAccount, .invoicesInRow, .noCompetitionTwice:
            nil
        }
    }
}

/// How much a flag weighs.
package enum OversightLevel: String, FieldChoice { case red, orange, yellow }

/// How near somebody is to somebody in office, as the office holder declared it.
package enum KinDegree: String, FieldChoice {
    /// The closed list of Civil Code art. 1045.
    case close
    /// By marriage: watched, not barred.
    case inLaw
    case wider
}

/// Somebody in office for a time.
package struct OfficeTerm: Sendable, Hashable {
    package enum Branch: Sendable, Hashable { case council, accounts, supervisors, other }

    package let person: String
    package let branch: Branch
    package let from: CivilDate
    package let until: CivilDate?
    /// Of which village; supervisors and those they watch are held against each other within one.
    package let place: String

    package init(
        person: String, branch: Branch, from: CivilDate, until: CivilDate? = nil, place: String = ""
    ) {
        self.person = person
        self.place = place
        self.branch = branch
        self.from = from
        self.until = until
    }

    package func holds(on day: CivilDate) -> Bool { from <= day && day <= (until ?? .last) }
    var overlapsNow: Bool { until == nil }
}

/// A declaration of an office holder. It is known to the check alone: no flag carries it.
package struct Kinship: Sendable, Hashable {
    package let holder: String
    package let relative: String
    package let degree: KinDegree

    package init(holder: String, relative: String, degree: KinDegree) {
        self.holder = holder
        self.relative = relative
        self.degree = degree
    }
}

/// A lease or sale.
package struct OversightDeal: Sendable, Hashable {
    package let id: String
    package let party: String
    package let date: CivilDate
    package let price: Money
    /// Of that day; nil where none was published.
    package let guidePrice: Money?
    package let bidders: Int64
    /// What was let, where a later deal of the same may follow; nil where it is not known.
    package let asset: String?

    package init(
        id: String, party: String, date: CivilDate, price: Money, guidePrice: Money?, bidders: Int64,
        asset: String? = nil
    ) {
        self.id = id
        self.asset = asset
        self.party = party
        self.date = date
        self.price = price
        self.guidePrice = guidePrice
        self.bidders = bidders
    }

    var isBelow: Bool { guidePrice.map { price < $0 } ?? false }
}

/// Somebody who registered for what has no winner yet.
package struct OversightInterest: Sendable, Hashable {
    package let id: String
    package let party: String
    package let date: CivilDate

    package init(id: String, party: String, date: CivilDate) {
        self.id = id
        self.party = party
        self.date = date
    }
}

/// A payment of a collective.
package struct OversightPayment: Sendable, Hashable {
    package let id: String
    package let payee: String
    package let date: CivilDate
    package let amount: Money
    package let invoice: String?
    package let isCash: Bool
    package let toPerson: Bool
    /// From which such a payment needs approval where it was made; nil for the limit of the review.
    package let limit: Money?

    package init(
        id: String, payee: String, date: CivilDate, amount: Money, invoice: String?, isCash: Bool, toPerson: Bool,
        limit: Money? = nil
    ) {
        self.id = id
        self.limit = limit
        self.payee = payee
        self.date = date
        self.amount = amount
        self.invoice = invoice
        self.isCash = isCash
        self.toPerson = toPerson
    }
}

/// One flag: at what, by which rule, how heavy. It says nothing of who is related to whom.
package struct OversightFlag: Sendable, Hashable {
    package let object: String
    package let rule: OversightRule
    package let level: OversightLevel
    /// The other object the rule compared with: the payment that used the invoice before.
    package let beside: String?
    /// What the rule rested on: figures, and by marks who was held against whom. It is kept as a digest only, to tell when
    /// something has changed.
    package var basis = ""
}
