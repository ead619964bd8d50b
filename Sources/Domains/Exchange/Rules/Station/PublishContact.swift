package import Kernel
import Registry
package import Storage

/// Publishes how a trading station or centre is reached and into which account deposits go, for a place and all below it. A
/// newer one replaces it. The account is the centre's own: nobody pays a deposit to a person.
package struct PublishContact: ExchangeCommand {
    package let division: DivisionID
    package let office: String
    package let phone: String
    package let address: String
    package var hours: String?
    /// The three belong together: all are given, or none.
    package var payee: String?
    package var bank: String?
    package var account: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            division: pass.value("division", \.division), office: pass.value("office", \.office),
            phone: pass.value("phone", \.phone), address: pass.value("address", \.address),
            hours: pass.optional("hours", \.hours), payee: pass.optional("payee", \.payee),
            bank: pass.optional("bank", \.bank), account: pass.optional("account", \.account))
    }

    package static let name = "publishContact"
    package static var title: Message { ContactText.publish }
    package static let access: Access = .own(.countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.contactIncomplete, .contactNumberWrong]

    package func stream(_ context: Context) -> StreamID { StreamID("contact", division.text) }

    package func place(_ state: ExchangeState, _ facts: NoFacts) -> DivisionID? { division }

    package func decide(_ state: ExchangeState, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        guard !office.isBlank, !address.isBlank else {
            throw ExchangeRefusal.contactIncomplete()
        }
        let paying = [payee, bank, account].map { $0.flatMap { $0.isBlank ? nil : $0 } }
        guard paying.allSatisfy({ $0 != nil }) || paying.allSatisfy({ $0 == nil }) else {
            throw ExchangeRefusal.contactIncomplete.at("account")
        }
        guard Self.isNumber(phone, digits: 7...20) else { throw ExchangeRefusal.contactNumberWrong.at("phone", phone) }
        if let account = paying[2], !Self.isNumber(account, digits: 8...40) {
            throw ExchangeRefusal.contactNumberWrong.at("account", account)
        }
        return [
            ContactPublished(
                place: division, office: office, phone: phone, address: address, hours: hours,
                payee: paying[0], bank: paying[1], account: paying[2])
        ]
    }

    /// Digits, told apart by spaces and hyphens at most; a telephone may begin with a plus sign.
    private static func isNumber(_ text: String, digits: ClosedRange<Int>) -> Bool {
        let count = text.count { $0.isASCII && $0.isNumber }
        let others = text.drop { $0 == "+" }.filter { !($0.isASCII && $0.isNumber) }
        return digits.contains(count) && others.allSatisfy { $0 == " " || $0 == "-" }
    }
}

/// How the station of a place is reached, and where deposits go. Data of an office, of no person.
package struct ContactPublished: ExchangeEvent {
    package let place: DivisionID
    package let office: String
    package let phone: String
    package let address: String
    package let hours: String?
    package let payee: String?
    package let bank: String?
    package let account: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("division", \.place), office: pass.value("office", \.office),
            phone: pass.value("phone", \.phone), address: pass.value("address", \.address),
            hours: pass.optional("hours", \.hours), payee: pass.optional("payee", \.payee),
            bank: pass.optional("bank", \.bank), account: pass.optional("account", \.account))
    }

    package static let name = "contactPublished"
    package var division: DivisionID? { place }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
