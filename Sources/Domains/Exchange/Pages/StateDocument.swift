import Kernel
import Registry
import Web

/// `docs/states.md` and its picture, made from the table the rules ask. A test holds the files against this.
package enum StateDocument {
    /// The stops are the same from everywhere and would hide the picture: they stand in the text only.
    private static let stops: Set<LotState> = [.suspended, .terminated, .withdrawn]

    package static func markdown() -> String {
        var lines = [
            "# \(ExchangeText.Document.title.en) · \(ExchangeText.Document.title.zh)", "",
            ExchangeText.Document.origin.en, "", "![\(ExchangeText.Document.title.en)](states.svg)", "",
            "| from | to | mover | guard | clock | effect |", "|---|---|---|---|---|---|",
        ]
        for row in Transitions.table where !stops.contains(row.from) && !stops.contains(row.to) {
            let clock = row.clock?.rawValue ?? ""
            let effect = row.effect == .none ? "" : row.effect.rawValue
            let states = "\(name(row.from)) | \(name(row.to))"
            lines.append("| \(states) | \(row.mover.rawValue) | \(row.condition.rawValue) | \(clock) | \(effect) |")
        }
        let stoppable = LotState.allCases.filter(\.isBeforeSigning).map(\.rawValue).joined(separator: ", ")
        lines += ["", ExchangeText.Document.stops(stoppable).en, ""]
        return lines.joined(separator: "\n")
    }

    private static func name(_ state: LotState) -> String { "`\(state.rawValue)` \(ExchangeText.state(state).zh)" }

    // MARK: The picture

    /// Column and row of each state, by hand: reading downwards, what goes well in the middle.
    private static let places: [LotState: (column: Int, row: Int)] = [
        .draft: (1, 0), .resolving: (0, 0), .submitted: (1, 1), .returned: (0, 1), .accepted: (1, 2),
        .reviewing: (1, 3),
        .rejected: (2, 3), .approved: (1, 4), .listed: (1, 5), .closed: (1, 6), .relistDecision: (0, 6),
        .auctionScheduled: (1, 7), .atStation: (2, 8), .singleBidder: (2, 7), .auctionRunning: (1, 8), .failed: (0, 8),
        .awardProposed: (1, 9), .priorityWindow: (2, 9), .resultPublicity: (1, 10), .objection: (2, 10),
        .awardConfirmed: (1, 11), .breached: (0, 11), .contractPending: (1, 12), .contractSigned: (1, 13),
        .settling: (1, 14), .certified: (1, 15), .filed: (1, 16), .performing: (1, 17), .expiring: (1, 18),
        .earlyTerminated: (2, 17), .finished: (1, 19), .renewed: (0, 19),
    ]

    private static let width = 200
    private static let height = 34
    private static let gapX = 70
    private static let gapY = 26

    package static func svg() -> String {
        let moves = Transitions.table.filter { places[$0.from] != nil && places[$0.to] != nil && $0.from != $0.to }
        let arrows = moves.map(arrow).joined(separator: "\n")
        let boxes = LotState.allCases.compactMap(box).joined(separator: "\n")
        let rows = (places.values.map(\.row).max() ?? 0) + 1
        let size = (3 * (width + gapX), rows * (height + gapY) + gapY)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size.0) \(size.1)" font-family="sans-serif">
            <title>\(ExchangeText.Document.title.en)</title>
            <defs><marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 L8 4 L0 8 z" fill="#555"/></marker></defs>
            <rect width="\(size.0)" height="\(size.1)" fill="#fff"/>
            \(arrows)
            \(boxes)
            </svg>

            """
    }

    private static func corner(_ state: LotState) -> (x: Int, y: Int) {
        let place = places[state] ?? (0, 0)
        return (gapX / 2 + place.column * (width + gapX), gapY + place.row * (height + gapY))
    }

    private static func box(_ state: LotState) -> String? {
        guard places[state] != nil else { return nil }
        let (x, y) = corner(state)
        let fill = state.isTerminal ? "#eee" : "#f3f8f0"
        let label = "\(ExchangeText.state(state).zh) \(state.rawValue)"
        return """
            <rect x="\(x)" y="\(y)" width="\(width)" height="\(height)" rx="6" fill="\(fill)" stroke="#3b6b35"/>\
            <text x="\(x + width / 2)" y="\(y + 22)" text-anchor="middle" font-size="13">\(label)</text>
            """
    }

    /// Between neighbours a straight line; over several rows a curve beside the column.
    private static func arrow(_ move: Transition) -> String {
        let (from, to) = (corner(move.from), corner(move.to))
        let (start, end) = (places[move.from] ?? (0, 0), places[move.to] ?? (0, 0))
        let path: String
        if start.column == end.column {
            let isNext = end.row == start.row + 1
            let middle = from.x + width / 2
            let side = from.x + width
            path =
                isNext
                ? "M\(middle) \(from.y + height) L\(middle) \(to.y)"
                : "M\(side) \(from.y + height / 2) C\(side + 45) \(from.y) \(side + 45) \(to.y + height) \(side) \(to.y + height / 2)"
        } else {
            let isRight = end.column > start.column
            let x1 = isRight ? from.x + width : from.x
            let x2 = isRight ? to.x : to.x + width
            path = "M\(x1) \(from.y + height / 2) L\(x2) \(to.y + height / 2)"
        }
        return "<path d=\"\(path)\" fill=\"none\" stroke=\"#555\" marker-end=\"url(#a)\"/>"
    }
}
