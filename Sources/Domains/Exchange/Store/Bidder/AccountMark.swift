import EventLog
import Kernel

extension BidderQueries {
    /// What two equal accounts have in common without either being readable; empty once it was destroyed.
    static func mark(of account: String?) -> String {
        guard let account else { return "" }
        let digits = account.filter { !$0.isWhitespace }
        return Hash.leaf(Array("account \(digits)".utf8)).base64
    }
}
