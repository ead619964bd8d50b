/// Marks of what must not be told but must be recognised: two equal identity numbers have one mark. Keyed with a secret of
/// the installation, for a bare hash of a number is found by trying all numbers.
package struct Marks: Sendable {
    private let code: @Sendable (_ kind: String, _ text: String) -> String

    package init(_ code: @escaping @Sendable (_ kind: String, _ text: String) -> String) { self.code = code }

    /// The mark of an identity number.
    package func of(_ number: IdentityNumber) -> String { code("identity number", number.revealed) }

    /// The mark of a mobile number, however it was written; nil of what is none. By it a record is found again that a desk
    /// made for whoever has the number.
    package func of(phone: String?) -> String? {
        phone.flatMap { MobileNumber.figures(of: $0) }.map { code("phone number", $0) }
    }

    /// What a draw is decided by, before anybody else can know it: told after the draw, its digest before (record 0450).
    package func seed(of draw: String) -> String { code("draw seed", draw) }

    /// Stands for a name on one day, so that nobody can follow it from one day to the next.
    package func pseudonym(of name: String, on day: CivilDate) -> String { code("pseudonym", "\(day) \(name)") }

    /// What stands in the log for a flag of oversight: neither what was flagged nor by which rule (record 0521).
    package func flag(_ digest: String) -> String { code("oversight flag", digest) }

    /// The mark of a bank account, however its number is spaced; empty where there is none or it was destroyed.
    package func of(account: String?) -> String {
        guard let account else { return "" }
        return code("account number", account.filter { !$0.isWhitespace })
    }
}
