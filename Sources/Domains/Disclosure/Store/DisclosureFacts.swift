package import Kernel
import Registry
package import Storage

extension Disclosure {
    package static func facts(for command: Command, context: Context, in tx: any ReadTransaction) throws -> Facts {
        var facts = Facts()
        switch command {
        case .openNotice(let open): facts.isKnownPlace = try isKnown(open.division, in: tx)
        case .discloseContract(let disclose): facts.isKnownPlace = try isKnown(disclose.division, in: tx)
        case .recordPayment(let record): facts.isKnownPlace = try isKnown(record.division, in: tx)
        case .closeNotice, .raiseObjection, .answerObjection, .escalateObjection: break
        }
        return facts
    }

    package static func division(of command: Command, state: State, facts: Facts) -> DivisionID? {
        switch command {
        case .openNotice(let open): open.division
        case .discloseContract(let disclose): disclose.division
        case .recordPayment(let record): record.division
        case .closeNotice, .raiseObjection, .answerObjection, .escalateObjection: state.notice?.division
        }
    }

    private static func isKnown(_ division: DivisionID, in tx: any ReadTransaction) throws -> Bool {
        try DivisionQueries.find(division, in: tx) != nil
    }
}
