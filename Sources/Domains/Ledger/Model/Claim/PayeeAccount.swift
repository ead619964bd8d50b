import Kernel
package import Registry

/// Where a payee's money goes: the bank and the number of the account. The number stands in the file for the bank and
/// nowhere else; pages show its end.
package struct PayeeAccount: Sendable, Hashable {
    package let payee: PartyID
    package let bank: String
    package let number: String

    /// As pages show it: the last four signs.
    var masked: String { AccountNumber.masked(number) }
}
