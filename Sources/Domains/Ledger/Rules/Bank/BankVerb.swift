import Registry
package import Storage

/// A verb on what the bank and the books say of one account.
package protocol BankVerb: LedgerCommand where Facts == BankMatching {
    var account: AccountCode { get }
}
