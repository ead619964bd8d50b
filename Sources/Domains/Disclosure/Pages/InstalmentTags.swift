package import Kernel
package import Registry
package import Storage
package import Web

extension Disclosure {
    /// How each instalment of a contract stands on a day, by its number; none where its payments are not on display.
    package static func standings(of contract: ContractID, on day: CivilDate, in tx: any ReadTransaction) throws
        -> [Int64: Tag]
    {
        let payments = try PaymentQueries.list(of: [contract], in: tx)[contract] ?? []
        return Dictionary(payments.map { ($0.number, $0.standing(on: day).tag) }) { first, _ in first }
    }
}
