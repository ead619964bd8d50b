import Kernel
import Labour

/// Whoever still owes wages when the arrears clock says so posts no new orders; blocking is an entry of its own in the log.
enum ArrearBlocksEmployer {
    static let policy = Policy("ArrearBlocksEmployer", on: ArrearAdvanced.self, gives: [BlockEmployer.self]) {
        arrear, _ in
        guard arrear.step == .blocked else { return [] }
        return [
            BlockEmployer(employer: arrear.employer, ground: .arrears, paper: arrear.order.text)
        ]
    }
}
