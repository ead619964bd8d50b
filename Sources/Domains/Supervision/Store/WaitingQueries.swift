package import Kernel
import Registry
package import Storage

extension Supervision {
    /// Red flags that nobody answered, for who answers them.
    package static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> [Waiting]
    {
        guard principal.role == .supervisor, let reach = try DivisionQueries.findPath(principal.division, in: tx) else {
            return []
        }
        let file = try OversightFile(at: now, in: tx)
        let board = OversightBoard(
            file.flags, file.things, answers: try AnswerQueries.list(in: tx), on: now.date, reach: reach, at: reach)
        let red = board.total.red
        return red == 0 ? [] : [Waiting(OversightText.redWaits, red, path: "/oversight", isLate: true)]
    }
}
