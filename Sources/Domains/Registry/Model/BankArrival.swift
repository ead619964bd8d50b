package import Kernel

/// What money that came in was entered as.
package enum ArrivalKind: String, FieldChoice, Sendable {
    case deposit, firstPayment, instalment, bill, claim, repayment
}

/// Money that came in, as one entry says it: the bank's reference and the amount, where it came, and for what. A transfer
/// that pays several things has several of these (record 0530).
package struct BankArrival: Sendable, Hashable {
    package let reference: String
    package let amount: Money
    /// The body whose account it came on, or one of the county's own.
    package let account: String
    /// Where the thing lies that it is for.
    package let place: DivisionID
    package let kind: ArrivalKind
    /// `contract/C1`, `bill/b1`, `bidder/b2`.
    package let thing: String
    /// The instalment of the contract; 0 where the thing has no parts.
    package let part: Int64

    package init(
        reference: String, amount: Money, account: String, place: DivisionID, kind: ArrivalKind, thing: String,
        part: Int64 = 0
    ) {
        self.reference = reference
        self.amount = amount
        self.account = account
        self.place = place
        self.kind = kind
        self.thing = thing
        self.part = part
    }

    /// The account on which the county takes deposits.
    package static let exchangeAccount = "exchange"
    /// The account out of which subsidies are paid and on which they come back.
    package static let subsidyAccount = "subsidy"

    /// The same money among what was entered before under its reference; nil where this is other money, or another part
    /// of the same transfer.
    package func same(among earlier: [KnownArrival]) -> KnownArrival? {
        let together = earlier.filter { $0.arrival.thing == thing }
        // One transfer may pay several instalments of a contract, equal ones too. What was a first payment is shared out
        // among them already.
        let mayBePart = kind == .instalment && !together.contains { $0.arrival.kind == .firstPayment }
        let equal = earlier.first { known in
            let isOtherPart =
                known.arrival.kind == .instalment && known.arrival.thing == thing
                && known.arrival.part != part
            return known.arrival.amount == amount && !(mayBePart && isOtherPart)
        }
        if let equal { return equal }
        // The whole of what was booked instalment by instalment.
        let isWhole = kind == .firstPayment && together.reduce(Money.zero) { $0 + $1.arrival.amount } == amount
        return isWhole ? together.first : nil
    }
}

/// An arrival that was entered, and when.
package struct KnownArrival: Sendable, Hashable {
    package let arrival: BankArrival
    package let day: CivilDate

    package init(_ arrival: BankArrival, on day: CivilDate) {
        self.arrival = arrival
        self.day = day
    }
}

extension KnownArrival {
    /// For the documentation of refusals.
    package static let example = Self(
        BankArrival(
            reference: "LZ-D-1", amount: Money(fen: 1_000_000), account: BankArrival.exchangeAccount, place: .example,
            kind: .deposit, thing: "bidder/luxian-longcheng"),
        on: .example)
}

/// Numbers of bank accounts, as people write them and as a file for the bank has them.
package enum AccountNumber {
    /// Blanks and hyphens are how people group digits.
    package static func plain(_ number: String) -> String {
        String(number.filter { !$0.isWhitespace && $0 != "-" })
    }

    /// Banks number accounts with 8 to 32 digits and capital letters.
    package static func isNumber(_ text: String) -> Bool {
        (8...32).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
            }
    }

    /// As pages show it: the last four signs.
    package static func masked(_ number: String) -> String { "•••• \(number.suffix(4))" }
}
