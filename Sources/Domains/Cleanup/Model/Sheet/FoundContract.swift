package import Kernel

/// A contract as the clean-up finds it on a paper list: whatever it says, and nothing that it does not. Nothing here is
/// required but the object; oral, endless, free and overlapping contracts are what the list is for.
package struct FoundContract: Sendable, Hashable {
    package var group = ""
    package var number = ""
    package var object = ""
    package var lessee = ""
    package var category = ""
    package var boundaries = ""
    /// By the contract, and as measured: 0.0001 mu.
    package var area: Area?
    package var measured: Area?
    package var isAreaVague = false
    package var start: CivilDate?
    package var end: CivilDate?
    package var annual: Money?
    package var oneOff: Money?
    package var inKind: RentInKind?
    /// Paid at once for the whole term.
    package var isPaidAtOnce = false
    package var paidUntil: CivilDate?
    package var signed: CivilDate?
    package var signatory = ""
    package var form = ContractForm.unsaid
    /// Whether the members decided; nil where the list does not say.
    package var isDecided: Bool?
    package var use = ""
    package var booking = RentBooking.unsaid
    package var clause = ""
    /// Who works the land, where the list names somebody.
    package var holder = ""
    /// Whether the land is in use; nil where the list does not say.
    package var isInUse: Bool?

    package init() {}

    /// Whole months of the term, a begun one not counted; nil where it has no first or last day.
    package var months: Int? {
        guard let start, let end, end >= start else { return nil }
        let (from, to) = (start.components, end.adding(days: 1).components)
        let months = (to.year - from.year) * 12 + to.month - from.month
        return start.adding(months: months) > end.adding(days: 1) ? months - 1 : months
    }

    /// Whether both run on some day; a term without its ends runs for ever on that side.
    package func overlaps(_ other: FoundContract) -> Bool {
        (start ?? .first) <= (other.end ?? .last) && (other.start ?? .first) <= (end ?? .last)
    }
}

/// How a contract was made.
package enum ContractForm: String, FieldChoice {
    case unsaid, written, oral
    /// Somebody uses the land without any agreement.
    case none
}

/// Where the rent goes.
package enum RentBooking: String, FieldChoice {
    case unsaid, booked
    case unbooked
    /// To somebody's own pocket or account.
    case pocketed
}

/// Rent in kind: so much of a crop for each mu and year. It needs a reference price of its day to be money.
package struct RentInKind: Sendable, Hashable {
    package let crop: Message
    package let gramsPerMu: Int64

    package init(crop: Message, gramsPerMu: Int64) {
        self.crop = crop
        self.gramsPerMu = gramsPerMu
    }

    /// "wheat 40 kg per mu and year".
    package var words: Message {
        let kilograms = Self.kilograms(gramsPerMu)
        return CleanupText.inKind(crop, kilograms)
    }

    private static func kilograms(_ grams: Int64) -> String {
        let (whole, rest) = grams.quotientAndRemainder(dividingBy: 1_000)
        guard rest != 0 else { return String(whole) }
        var digits = String(1_000 + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}
